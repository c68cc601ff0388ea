import type { PlanningResult, PlanningRow } from '../../../shared/domain/planning';
import { formatNumber } from '../../../shared/text/format';
import { plannedChangeText } from '../../../shared/text/planning-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './planning.module.css';

type Column = { key: string; label: string; text: (row: PlanningRow) => string };

/** Other changes or other numbers of people around the answer, which is marked. */
export function PlanningTable({ result }: { result: PlanningResult }) {
  const { planning } = useTexts();
  const { locale } = useLocale();
  const words = planning.result;
  const { spec } = result;
  const isAsked = spec.question === 'required-people';
  const whole = (value: number | null): string => formatNumber(value, 0, locale);
  const change = (value: number | null): string =>
    value === null ? words.none : plannedChangeText(value, result, locale);
  const counts: Column[] = [
    { key: 'completed', label: words.columns.completed, text: (row) => whole(row.completed) },
    { key: 'invited', label: words.columns.invited, text: (row) => whole(row.invited) },
    ...(spec.clusters
      ? [{ key: 'clusters', label: words.columns.clusters, text: (row: PlanningRow) => whole(row.clusters) }]
      : []),
  ];
  const changes: Column[] =
    spec.outcome.kind === 'mean'
      ? [{ key: 'change', label: words.columns.change, text: (row) => change(row.change) }]
      : isAsked
        ? [{ key: 'change', label: words.columns.expected, text: (row) => change(row.change) }]
        : [
            { key: 'rise', label: words.columns.rise, text: (row) => change(row.change) },
            { key: 'fall', label: words.columns.fall, text: (row) => change(row.fall) },
          ];
  const columns = isAsked ? [...changes, ...counts] : [...counts.toReversed(), ...changes];
  const title = isAsked ? words.tableRequired : words.tableFound;
  return (
    <>
      <h3 className={classes.tableTitle}>{title}</h3>
      <div className={classes.tableFrame}>
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.table.map((row) => (
              <tr key={`${row.change} ${row.invited}`} data-answer={isAnswer(row, result) || undefined}>
                {columns.map(({ key, text }) => (
                  <td key={key}>{text(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function isAnswer(row: PlanningRow, { answer }: PlanningResult): boolean {
  return row.invited === answer.invited && row.change === answer.change;
}
