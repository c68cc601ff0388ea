import type {
  VariableComparison,
  VariableFigure,
  VariableGroup,
} from '../../../shared/domain/variable-comparison';
import type { Locale } from '../../../shared/text';
import { formatNumber, formatP } from '../../../shared/text/format';
import { effectName, testName } from '../../../shared/text/statistics';
import {
  formatMedian,
  formatScore,
  formatShift,
  variableCaution,
  variableMethodName,
  variableMethodReason,
  variableWords,
} from '../../../shared/text/variable-figures';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { capital } from './capital';
import classes from './detail.module.css';
import { Explained } from './Explained';

/** How the answers of a group were compared: method, rank or category test, shift and effect size. */
export function AnswersFacts(props: { comparison: VariableComparison; group: VariableGroup }) {
  const { comparison: text } = useTexts();
  const { locale } = useLocale();
  const { comparison, group } = props;
  const words = text.detail;
  const medians = variableWords(locale);
  if (group.status !== 'shown') return null;
  const { test, shift, effectSize, method } = group;
  const facts: Fact[] = [
    { name: 'method', term: words.methodName, value: capital(variableMethodName(method, locale)) },
    { name: 'reason', term: words.reason, value: variableMethodReason(method, locale) },
  ];
  function within(
    value: number,
    interval: { lower: number; upper: number } | null,
    write: (value: number) => string,
  ): string {
    return interval ? words.within(write(value), write(interval.lower), write(interval.upper)) : write(value);
  }
  for (const side of method === 'design-medians' ? [group.baseline, group.followUp] : []) {
    const wave = comparison.waves.find((each) => each.id === side.waveId);
    if (side.median?.value == null || !wave) continue;
    facts.push({
      name: `median-${side.waveId}`,
      term: medians.median(wave.name),
      value: medianWithin(side.median, comparison, locale),
    });
  }
  for (const side of [group.baseline, group.followUp]) {
    const wave = comparison.waves.find((each) => each.id === side.waveId);
    if (!side.notApplicable || !wave) continue;
    facts.push({
      name: `outside-${side.waveId}`,
      term: words.notApplicableIn(wave.name),
      value: words.notApplicablePeople(formatNumber(side.notApplicable, 0, locale)),
    });
  }
  if (test) {
    const rules = variableWords(locale);
    const said = [test.ties ? rules.ties : null, test.zeroRule ? rules.zeroRules[test.zeroRule] : null];
    const written = said.filter((rule) => rule !== null).join('; ');
    facts.push({
      name: 'test',
      term: <Explained text={words.test} help={words.pHelp} />,
      value: (
        <>
          {capital(testName(test.name, locale))}: {formatP(test.p, locale)}
          {written !== '' && <span className={classes.small}> ({written})</span>}
        </>
      ),
    });
  }
  if (shift?.value != null) {
    const write = (value: number) => formatShift(value, comparison, locale);
    facts.push({
      name: 'shift',
      term: <Explained text={words.shift} help={words.shiftHelp} />,
      value: within(shift.value, shift.interval, write),
    });
  }
  if (effectSize) {
    const write = (value: number) => formatNumber(value, 2, locale);
    facts.push({
      name: 'effect',
      term: <Explained text={words.effect} help={words.effectHelp} />,
      value: `${capital(effectName(effectSize.name, locale))}: ${within(effectSize.value, effectSize.interval, write)}`,
    });
  }
  return (
    <div className={classes.answersFacts}>
      <FactList facts={facts} />
      {group.cautions.map((caution) => (
        <p key={caution} className={classes.detailText}>
          {variableCaution(caution, locale)}
        </p>
      ))}
    </div>
  );
}

/** A median with its interval, in the words of its scale. */
function medianWithin(median: VariableFigure, comparison: VariableComparison, locale: Locale): string {
  const written = formatMedian(median, comparison, locale);
  if (median.interval === null) return written;
  const [lower, upper] = [median.interval.lower, median.interval.upper].map((end) =>
    formatScore(end, comparison, locale),
  );
  return variableWords(locale).medianWithin(written, lower ?? '', upper ?? '');
}
