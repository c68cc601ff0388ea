import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MeasurementResult, MeasurementTable } from '../../../shared/domain/measurement';
import { formatNumber } from '../../../shared/text/format';
import {
  measurementFigureText,
  measurementPeriod,
  measurementTableTitle,
  measureName,
} from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { Basis } from './HeadlineFigures';
import classes from './measurements.module.css';

/** One table of a count; each figure with its n and interval below it. */
export function CountTable(props: { table: MeasurementTable; result: MeasurementResult }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const { table, result } = props;
  const words = measurementsUi.result;
  const title = measurementTableTitle(table, locale);
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? table.rows : shownRows(table.rows);
  const byKey = new Map(result.figures.map((figure) => [figure.key, figure]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="lb-hidden">{title}</span>
            </th>
            {table.columns.map(({ measure, label, phase }) => (
              <th key={`${measure} ${label} ${phase}`} scope="col">
                {[label ?? measureName(measure, locale), phase && words[phase]].filter(Boolean).join(', ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ labels, period, cells }) => {
            const name = rowName({ labels, period }, words.whole, locale);
            const isTotal = labels.length === 0 && period === null;
            return (
              <tr key={name} data-whole={isTotal || undefined}>
                <th scope="row">{name}</th>
                {cells.map((key, index) => {
                  const column = table.columns[index];
                  const figure = key === null ? undefined : byKey.get(key);
                  return (
                    <td key={`${column?.measure} ${column?.label} ${column?.phase}`}>
                      {figure?.status === 'suppressed' ? (
                        <ProtectedFigure />
                      ) : (
                        figure && measurementFigureText(figure, locale)
                      )}
                      {figure && (
                        <span className={classes.basis}>
                          <Basis figure={figure} />
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length < table.rows.length && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setWhole(true)}>
          {words.allRows(formatNumber(table.rows.length, 0, locale))}
        </Button>
      )}
    </section>
  );
}

const mostRows = 14;

/** The first rows of a long table, and the whole wherever it stands. */
function shownRows(rows: MeasurementTable['rows']): MeasurementTable['rows'] {
  if (rows.length <= mostRows + 4) return rows;
  return rows.filter(
    ({ labels, period }, index) => index < mostRows || (labels.length === 0 && period === null),
  );
}

/** What a row is of: its labels and its period, or the whole. */
export function rowName(
  { labels, period }: Pick<MeasurementTable['rows'][number], 'labels' | 'period'>,
  whole: string,
  locale: 'es' | 'en',
): string {
  const parts = [...labels, ...(period === null ? [] : [measurementPeriod(period, locale)])];
  return parts.length === 0 ? whole : parts.join(', ');
}
