import { Anchor } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import type { PlanningResult, PlanningSpec } from '../../../shared/domain/planning';
import { formatNumber } from '../../../shared/text/format';
import { planningMethodLine, planningSentences } from '../../../shared/text/planning-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { type Fact, FactList } from '../../ui/FactList';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import { PlanningTable } from './PlanningTable';
import classes from './planning.module.css';

const pauseMs = 150;

/** The answer of a plan in sentences and figures, beside the form and following it. */
export function PlanningResultView(props: { spec: PlanningSpec | null }) {
  const { planning } = useTexts();
  const [spec] = useDebouncedValue(props.spec, pauseMs);
  const answer = useQueryMethod('planning.compute', spec, { keepsPrevious: true });
  const words = planning.result;
  return (
    <aside className={classes.aside} aria-label={words.title}>
      <h2 className={classes.asideTitle}>{words.title}</h2>
      {spec === null && <p className={classes.hint}>{words.incomplete}</p>}
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState label={words.computing} />}
      {spec !== null && answer.data && !answer.error && (
        <div className={classes.answer} data-stale={answer.isStale || undefined}>
          <Answer result={answer.data} />
        </div>
      )}
    </aside>
  );
}

function Answer({ result }: { result: PlanningResult }) {
  const { planning } = useTexts();
  const { locale } = useLocale();
  const [isOpen, method] = useDisclosure(false);
  const words = planning.result;
  const facts: Fact[] = [
    { name: 'method', term: words.methodName, value: planningMethodLine(result, locale) },
    { name: 'why', term: words.why, value: words.whyText },
    ...(result.designEffect > 1
      ? [
          {
            name: 'effect',
            term: words.designEffect,
            value: words.designEffectText(formatNumber(result.designEffect, 2, locale)),
          },
        ]
      : []),
    { name: 'limits', term: words.assumptions, value: words.assumptionsText },
  ];
  return (
    <>
      <div aria-live="polite">
        {planningSentences(result, locale).map((sentence, place) => (
          <p key={sentence} className={place === 0 ? classes.headline : classes.sentence}>
            {sentence}
          </p>
        ))}
      </div>
      <Anchor component="button" type="button" className={classes.methodLink} onClick={method.open}>
        {words.method}
      </Anchor>
      {result.table.length > 0 && <PlanningTable result={result} />}
      <SidePanel isOpen={isOpen} onClose={method.close} title={words.methodTitle}>
        <FactList facts={facts} />
      </SidePanel>
    </>
  );
}
