import type { ColumnPlan } from '../../../shared/domain/import';
import { useLocale, useTexts } from '../../state/preferences';
import { type ColumnRow, cellExamples, nearlyReading, needsReview } from './column-facts';
import classes from './columns.module.css';
import type { Reading } from './draft';
import { readableValue } from './read-value';
import { useColumnTrial } from './use-column-trial';

const answersShown = 3;
const readOtherwise: readonly ColumnPlan['type'][] = [
  'integer',
  'decimal',
  'date',
  'datetime',
  'boolean',
  'single',
];

/**
 * One cell of the column as the file has it and as it will be read, or the first answers of a list. Nothing of a column
 * that tells who somebody is. `reading` null shows the cell alone: the file is too long to try each column of a list.
 */
export function ReadingExample(props: { row: ColumnRow; reading: Reading | null }) {
  const { plan } = props.row;
  const { importColumns: text } = useTexts();
  const cells = cellExamples(props.row);
  // The sentence of a scale names its ends, and that of a column not decided the cells that ask for a look.
  if (cells.length === 0 || plan.type === 'ordinal' || nearlyReading(props.row)) return null;
  if (readOtherwise.includes(plan.type)) return <ReadCell {...props} cells={cells} />;
  const shown = cells.slice(0, plan.type === 'text' ? 1 : answersShown).map(text.evidence.quoted);
  return <Line words={text.list.example(shown.join(', '))} />;
}

function ReadCell(props: { row: ColumnRow; reading: Reading | null; cells: readonly string[] }) {
  const { plan } = props.row;
  const { common, importColumns: text } = useTexts();
  const { locale } = useLocale();
  const trial = useColumnTrial(props.reading, plan).data;
  // A day with its hour takes two lines; the sentence above it takes one, unless it asks for a look.
  const isLong = plan.type === 'datetime' && !needsReview(props.row);
  for (const { from, to } of trial?.readings ?? []) {
    const read = readableValue(to, plan, locale, common.answers);
    if (from.trim() !== read) return <Line isLong={isLong} words={text.list.read(from.trim(), read)} />;
  }
  const isList = plan.type === 'single' && plan.options.length > 0;
  const asWritten = isList ? plan.options.map(({ label }) => label) : props.cells.slice(0, 1);
  const shown = asWritten.slice(0, answersShown).map(text.evidence.quoted).join(', ');
  return <Line words={text.list.example(shown)} />;
}

function Line({ words, isLong }: { words: string; isLong?: boolean }) {
  return (
    <span className={`${isLong ? classes.two : classes.line} ${classes.quiet}`} title={words}>
      {words}
    </span>
  );
}
