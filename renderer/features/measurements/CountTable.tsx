import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type {
  MeasurementFigure,
  MeasurementResult,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import { formatNumber } from '../../../shared/text/format';
import {
  columnNames,
  groupedRows,
  type ReadGroup,
  type ReadRow,
} from '../../../shared/text/measurement-rows';
import {
  measurementFigureText,
  measurementRowsHead,
  measurementTableTitle,
} from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { ExplainedText } from '../../ui/ExplainedText';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { Basis } from './HeadlineFigures';
import classes from './measurements.module.css';

const mostRows = 14;

type Props = { table: MeasurementTable; result: MeasurementResult };

/** One table of a count, behind its name where it is folded. */
export function CountTable({ isFolded = false, ...props }: Props & { isFolded?: boolean }) {
  const { locale } = useLocale();
  if (!isFolded) return <WholeTable {...props} />;
  return (
    <details className={classes.folded}>
      <summary>{measurementTableTitle(props.table, locale)}</summary>
      <WholeTable {...props} />
    </details>
  );
}

/** Each figure with its n and interval below it. A long table shows its first rows. */
function WholeTable(props: Props) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const [isWhole, setWhole] = useState(false);
  const { table, result } = props;
  const title = measurementTableTitle(table, locale);
  // The units still to be covered are a list of names.
  const columns = table.id === 'by-unit' ? [] : columnNames(table, locale);
  const groups = groupedRows(table, result, locale);
  const isLong = table.rows.length > mostRows + 4;
  const shown = isLong && !isWhole ? firstRows(groups) : groups;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{measurementRowsHead(table, locale)}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                <ExplainedText text={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <Fragment key={`${group.name} ${group.rows[0]?.name}`}>
              {group.name !== null && (
                <tr className={classes.groupRow}>
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {group.name}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Row key={row.name} row={row} columns={columns} isNested={group.name !== null} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {isLong && !isWhole && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setWhole(true)}>
          {measurementsUi.result.allRows(formatNumber(table.rows.length, 0, locale))}
        </Button>
      )}
    </section>
  );
}

function Row(props: { row: ReadRow; columns: readonly string[]; isNested: boolean }) {
  const { row, columns, isNested } = props;
  return (
    <tr data-whole={row.isWhole || undefined} data-nested={isNested || undefined}>
      <th scope="row">{row.name}</th>
      {row.cells.slice(0, columns.length).map((figure, index) => (
        <td key={columns[index]}>{figure && <Cell figure={figure} />}</td>
      ))}
    </tr>
  );
}

function Cell({ figure }: { figure: MeasurementFigure }) {
  const { locale } = useLocale();
  if (figure.status === 'suppressed') return <ProtectedFigure />;
  return (
    <>
      {measurementFigureText(figure, locale)}
      <span className={classes.basis}>
        <Basis figure={figure} />
      </span>
    </>
  );
}

/** The first rows of a long table, and the row of everything wherever it stands. */
function firstRows(groups: readonly ReadGroup[]): ReadGroup[] {
  let left = mostRows;
  return groups.flatMap((group) => {
    const rows = group.rows.filter((row) => {
      left -= 1;
      return left >= 0 || row.isWhole;
    });
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}
