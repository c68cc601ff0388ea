import { Fragment, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { type ColumnRow, cellsOf, cellsToReview, codesWith, needsReview } from './column-facts';
import { columnName, fateName, fateWords, readingWords } from './column-words';
import classes from './columns.module.css';
import type { Reading } from './draft';
import { ReadingExample } from './ReadingExample';

const rowHeight = 84;
const headersShown = 4;

/** One row a column: what it asks, how it is read and why, what its cells hold, and what will become of it. */
export function ColumnTable(props: {
  rows: readonly ColumnRow[];
  /** How the file is read, to try a column with; null where the file is too long for that. */
  reading: Reading | null;
  onOpen: (row: ColumnRow) => void;
}) {
  const text = useTexts();
  const { locale } = useLocale();
  const { list } = text.importColumns;
  const wording = { text, locale };
  const columns: DataColumn<ColumnRow>[] = [
    {
      key: 'column',
      header: list.header,
      width: 'minmax(220px, 1.4fr)',
      render: (row) => <TwoLines first={row.plan.label} second={under(row)} isStrong />,
    },
    {
      key: 'reading',
      header: list.reading,
      width: 'minmax(330px, 2fr)',
      render: (row) => (
        <TwoLines
          first={`${text.common.variableTypes[row.plan.type]}${row.plan.unit ? ` (${row.plan.unit})` : ''}`}
          second={readingWords(row, wording)}
          needsLook={needsReview(row)}
        >
          <ReadingExample row={row} reading={props.reading} />
        </TwoLines>
      ),
    },
    {
      key: 'answers',
      header: list.answers,
      width: 'minmax(180px, 1fr)',
      render: (row) => <Answers row={row} />,
    },
    {
      key: 'fate',
      header: list.fate,
      width: 'minmax(190px, 1fr)',
      render: (row) => <TwoLines first={fateName(row, text)} second={fateWords(row, wording)} />,
    },
  ];
  function under({ plan, behind }: ColumnRow): string {
    if (behind.length > 0) {
      const isQuestion = plan.parts.some(({ value }) => value !== null);
      const names = isQuestion ? plan.options.map(({ label }) => label) : behind;
      const more = names.length - headersShown;
      const shown = names.slice(0, headersShown).join(', ');
      const all = more > 0 ? `${shown} ${list.behindMore(formatNumber(more, 0, locale))}` : shown;
      return isQuestion ? list.options(all) : list.behind(all);
    }
    const name = columnName(plan);
    return name === plan.label ? '' : list.inFile(name);
  }
  return (
    <DataTable
      label={text.import.columnsStep.title}
      columns={columns}
      rowCount={props.rows.length}
      rowAt={(index) => props.rows[index]}
      rowHeight={rowHeight}
      onRowClick={props.onOpen}
      maxHeight="max(320px, calc(100vh - 420px))"
    />
  );
}

function Answers({ row }: { row: ColumnRow }) {
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  const { list } = text;
  const { plan, profile } = row;
  const count = (value: number) => formatNumber(value, 0, locale);
  const review = cellsToReview(row);
  const missing = cellsOf(plan.missingCodes, profile);
  const outside = cellsOf(plan.notApplicableCodes, profile);
  const answered = Math.max(0, profile.filled - missing - outside);
  const parts: ReactNode[] = [
    review > 0 && <span className={classes.attention}>{list.misfit(count(review))}</span>,
    missing > 0 && list.missing(count(missing), codesWith(plan.missingCodes, profile).join(', ')),
    outside > 0 && list.notApplicable(count(outside)),
    profile.blank > 0 && list.blank(count(profile.blank)),
  ].filter((part) => part !== false);
  return (
    <TwoLines
      first={answered === 0 ? list.noneFilled : list.counted(count(answered))}
      second={parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    />
  );
}

function TwoLines(props: {
  first: string;
  second: ReactNode;
  /** The first may take two lines, as a question does. */
  isStrong?: boolean;
  needsLook?: boolean;
  /** A third line. */
  children?: ReactNode;
}) {
  const { first, second } = props;
  return (
    <span className={classes.cell} title={typeof second === 'string' ? `${first}\n${second}` : first}>
      <span className={props.isStrong ? `${classes.two} ${classes.strong}` : classes.line}>{first}</span>{' '}
      <span className={`${classes.two} ${props.needsLook ? classes.attention : classes.quiet}`}>
        {second}
      </span>
      {props.children}
    </span>
  );
}
