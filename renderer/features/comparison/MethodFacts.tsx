import type { ChangeResult } from '../../../shared/domain/comparison';
import { formatInterval, formatNumber, formatP } from '../../../shared/text/format';
import { effectName, methodName, methodReason, reasonText, testName } from '../../../shared/text/statistics';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { Term } from '../../ui/Term';
import { Assumptions } from './Assumptions';
import { capital } from './capital';
import classes from './detail.module.css';
import { Explained } from './Explained';

const plainStyle = { kind: 'mean', unit: '', decimals: 2 } as const;

/** Method, reason, test and effect size of a change, in the words of the office. */
export function MethodFacts(props: { change: ChangeResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { change } = props;
  const words = comparison.detail;
  const reason = methodReason(change.method, locale);
  const facts: Fact[] = [
    { name: 'method', term: words.methodName, value: capital(methodName(change.method, locale)) },
  ];
  if (reason !== '') facts.push({ name: 'reason', term: words.reason, value: reason });
  if (change.reason !== null) {
    facts.push({ name: 'absence', term: words.noFigure, value: capital(reasonText(change.reason, locale)) });
  }
  for (const test of [change.test, change.secondaryTest]) {
    if (test) facts.push({ name: test.name, ...testFact(test, test === change.test) });
  }
  if (change.adjusted) {
    const { p, procedure, family, tests } = change.adjusted;
    facts.push({
      name: 'corrected',
      term: <Term name="correction">{words.corrected}</Term>,
      value: words.correctedText(
        formatP(p, locale),
        comparison.family.procedures[procedure],
        formatNumber(tests, 0, locale),
        words.families[family],
      ),
    });
  }
  if (change.effectSize) {
    const { value, interval } = change.effectSize;
    const within = interval ? ` (${formatInterval(interval, plainStyle, locale)})` : '';
    facts.push({
      name: 'effect',
      term: <Explained text={words.effect} help={words.effectHelp} />,
      value: `${capital(effectName(change.effectSize.name, locale))}: ${formatNumber(value, 2, locale)}${within}`,
    });
  }
  return (
    <>
      <FactList facts={facts} />
      <Assumptions method={change.method} />
    </>
  );

  function testFact(
    { name, statistic, df, p }: NonNullable<ChangeResult['test']>,
    isMain: boolean,
  ): Omit<Fact, 'name'> {
    const degrees =
      df === null
        ? null
        : `${words.degrees.toLocaleLowerCase()} ${formatNumber(df, Number.isInteger(df) ? 0 : 1, locale)}`;
    const figures = [
      statistic === null
        ? null
        : `${words.statistic.toLocaleLowerCase()} ${formatNumber(statistic, 2, locale)}`,
      degrees,
    ].filter((part) => part !== null);
    return {
      term: <Explained text={isMain ? words.test : words.otherTest} help={words.pHelp} />,
      value: (
        <>
          {capital(testName(name, locale))}: {formatP(p, locale)}
          {figures.length > 0 && <span className={classes.small}> ({figures.join(', ')})</span>}
        </>
      ),
    };
  }
}
