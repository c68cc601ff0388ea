import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import type { AppError, ErrorCode } from '../../../shared/errors';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { Fingerprint } from '../../ui/Fingerprint';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import { PanelLink } from '../panel/PanelLink';
import { ChartsSection } from './ChartsSection';
import classes from './comparison.module.css';
import { FamilySection } from './FamilySection';
import { Headline } from './Headline';
import { ReliabilityNotice } from './ReliabilityNotice';
import { ResultTable } from './ResultTable';
import { RowPanel } from './RowPanel';
import { WeightlessNote } from './WeightlessNote';

const designErrors: readonly ErrorCode[] = [
  'design-invalid',
  'design-value-missing',
  'weights-invalid',
  'population-incomplete',
  'population-too-small',
  'no-matched-people',
  'identifier-repeated',
];

/** True for a failure that is mended by declaring another design. */
function isAboutDesign(error: AppError): boolean {
  return designErrors.includes(error.code);
}

/** The result of a comparison: sentences, charts and table. The last one stays, dimmed, while a new one is computed. */
export function ResultView(props: { spec: ComparisonSpec; onDesign: () => void }) {
  const { common, comparison, design } = useTexts();
  const { locale } = useLocale();
  const [isPaused, setPaused] = useState<ComparisonSpec | null>(null);
  const [openRow, setOpenRow] = useState<string | null>(null);
  const { spec } = props;
  const isReady = spec.indicatorIds.length > 0 && spec.followUpWaveIds.length > 0;
  const isCancelled = isPaused === spec;
  const answer = useQueryMethod('comparison.compute', isReady && !isCancelled ? spec : null, {
    keepsPrevious: true,
  });
  const words = comparison.result;
  const missing =
    spec.indicatorIds.length === 0 ? comparison.empty.pickIndicators : comparison.empty.pickFollowUp;
  if (!isReady) return <p className={classes.notice}>{missing}</p>;
  if (isCancelled) {
    return (
      <div className={classes.notice}>
        {common.jobs.cancelled}{' '}
        <Button variant="light" size="compact-sm" onClick={() => setPaused(null)}>
          {common.actions.retry}
        </Button>
      </div>
    );
  }
  if (answer.error) {
    return (
      <ErrorState
        error={answer.error}
        onRetry={answer.retry}
        actions={
          isAboutDesign(answer.error) && <Button onClick={props.onDesign}>{design.line.change}</Button>
        }
      />
    );
  }
  if (!answer.data) {
    return (
      <LoadingState label={words.computing} progress={answer.progress} onCancel={() => setPaused(spec)} />
    );
  }
  const result = answer.data;
  const hidden = result.privacy.suppressedCells;
  const threshold = formatNumber(result.privacy.threshold, 0, locale);
  return (
    <>
      {answer.isStale && (
        <div className={classes.updating} role="status">
          {words.computing}
          <Button variant="subtle" size="compact-xs" onClick={() => setPaused(spec)}>
            {common.actions.cancel}
          </Button>
        </div>
      )}
      <div className={classes.result} data-stale={answer.isStale || undefined} aria-busy={answer.isStale}>
        {hidden > 0 && (
          <p className={classes.privacy}>
            <Term name="suppression" />:{' '}
            {hidden === 1
              ? words.suppressedOne(threshold)
              : words.suppressed(formatNumber(hidden, 0, locale), threshold)}
            {spec.audience === 'publication' && ` ${words.suppressedInternalHint}`}
          </p>
        )}
        <WeightlessNote result={result} />
        <ReliabilityNotice result={result} />
        <QuestionChanges result={result} />
        <Section title={words.headline} aside={<span className={classes.aside}>{words.observedHelp}</span>}>
          <Headline result={result} onOpen={setOpenRow} />
        </Section>
        <ChartsSection result={result} />
        <ResultTable result={result} openId={openRow} onOpen={setOpenRow} />
        <PanelLink result={result} />
        <FamilySection result={result} onOpen={setOpenRow} />
        <p className={classes.stamp}>
          {words.stamp}: <Fingerprint sha256={result.resultSha256} />
        </p>
      </div>
      <RowPanel result={result} openId={openRow} onOpen={setOpenRow} />
    </>
  );
}
