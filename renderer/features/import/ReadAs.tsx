import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import { readableValue } from './read-value';
import type { ColumnTrial } from './use-column-trial';

const shownMost = 4;

/** Cells that will be written otherwise than the file has them, most frequent first: what stands there and how it is read. */
export function ReadAs(props: { plan: ColumnPlan; profile: ColumnProfile; trial: ColumnTrial }) {
  const { plan, profile, trial } = props;
  const { common, importColumns: text } = useTexts();
  const { locale } = useLocale();
  // Options of several columns come joined by the engine's own mark, and identities are not shown.
  if (plan.parts.length > 0 || plan.action !== 'keep' || profile.identityEvidence) return null;
  const changed = trial.readings.flatMap(({ from, to, count }) => {
    const read = readableValue(to, plan, locale, common.answers);
    return from.trim() === read ? [] : [{ from, read, count }];
  });
  if (changed.length === 0) return null;
  const hidden = changed.length - shownMost;
  return (
    <ul className={classes.facts} aria-label={text.panel.readAsTitle}>
      {changed.slice(0, shownMost).map(({ from, read, count }) => (
        <li key={from}>
          {text.panel.formatExample(from.trim(), read)} (
          {count === 1 ? text.panel.once : text.panel.times(formatNumber(count, 0, locale))})
        </li>
      ))}
      {hidden > 0 && <li>{text.panel.readAsMore(formatNumber(hidden, 0, locale))}</li>}
    </ul>
  );
}
