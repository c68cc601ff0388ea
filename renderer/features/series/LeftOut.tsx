import { type PointExclusion, pointExclusions, type SeriesResult } from '../../../shared/domain/series';
import { formatNumber } from '../../../shared/text/format';
import { periodInText } from '../../../shared/text/series-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import classes from './series.module.css';

const listedAtMost = 3;

/** Periods and rows that take no part, each with its reason; nothing where everything does. */
export function LeftOut({ result }: { result: SeriesResult }) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const words = series.result;
  const { suppressedPoints, threshold } = result.privacy;
  const lines: { key: string; text: string }[] = [];
  if (suppressedPoints > 0) {
    const limit = formatNumber(threshold, 0, locale);
    const text =
      suppressedPoints === 1
        ? words.suppressedOne(limit)
        : words.suppressed(formatNumber(suppressedPoints, 0, locale), limit);
    lines.push({ key: 'suppressed', text });
  }
  for (const reason of pointExclusions) {
    const periods = periodsOf(reason);
    // Protected ones are told above.
    if (periods !== '' && reason !== 'protected') {
      lines.push({ key: reason, text: capital(words.exclusions[reason](periods)) });
    }
  }
  const { undated, outsideDates } = result;
  if (undated === null) lines.push({ key: 'undated', text: words.undatedFew });
  else if (undated > 0) lines.push({ key: 'undated', text: words.undated(formatNumber(undated, 0, locale)) });
  if (outsideDates === null) lines.push({ key: 'outside', text: words.outsideFew });
  else if (outsideDates > 0) {
    lines.push({ key: 'outside', text: words.outside(formatNumber(outsideDates, 0, locale)) });
  }
  if (lines.length === 0) return null;
  return (
    <Section title={words.left}>
      <ul className={classes.left}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Section>
  );

  function periodsOf(reason: PointExclusion): string {
    const starts = result.points.filter(({ excluded }) => excluded === reason).map(({ start }) => start);
    const name = (start: string | undefined): string =>
      start === undefined ? '' : periodInText(start, result.spec.period, locale);
    if (starts.length <= listedAtMost) return starts.map(name).join(', ');
    return words.range(name(starts[0]), name(starts.at(-1)), formatNumber(starts.length, 0, locale));
  }
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
