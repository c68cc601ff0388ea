import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { SeriesResult, SeriesSpec } from '../../../shared/domain/series';
import { cautionText, seriesSentences } from '../../../shared/text/series-sentences';
import { SeriesFigure } from '../../charts/SeriesFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { Fingerprint } from '../../ui/Fingerprint';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { Section } from '../../ui/Section';
import { EffectsTable } from './EffectsTable';
import { LeftOut } from './LeftOut';
import { MethodPanel } from './MethodPanel';
import classes from './series.module.css';

/** What happened: sentences, chart and figures. The last result stays, dimmed, while a new one is computed. */
export function SeriesResultView(props: { spec: SeriesSpec }) {
  const { series } = useTexts();
  const answer = useQueryMethod('series.compute', props.spec, { keepsPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={series.result.computing} progress={answer.progress} />;
  if (answer.data.points.length === 0) return <p className={classes.notice}>{series.result.noPeriods}</p>;
  return (
    <div className={classes.result} data-stale={answer.isStale || undefined} aria-busy={answer.isStale}>
      <ShownResult result={answer.data} />
    </div>
  );
}

function ShownResult({ result }: { result: SeriesResult }) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const [isMethodOpen, method] = useDisclosure(false);
  const words = series.result;
  const sentences = seriesSentences(result, locale);
  const openMethod = result.model && (
    <Anchor component="button" type="button" className={classes.methodLink} onClick={method.open}>
      {words.method}
    </Anchor>
  );
  return (
    <>
      <Section title={words.title}>
        <div className={classes.sentences} aria-live="polite">
          {sentences.map((sentence, place) => (
            <p key={sentence} className={place === 0 ? classes.headline : classes.sentence}>
              {sentence} {place === 0 && openMethod}
            </p>
          ))}
          {result.cautions.map((caution) => (
            <p key={caution} className={classes.caution}>
              {cautionText(caution, locale)}
            </p>
          ))}
        </div>
        <QuestionChanges result={result} />
        <SeriesFigure result={result} caption={openMethod} />
      </Section>
      {result.model && <EffectsTable result={result} model={result.model} onMethod={method.open} />}
      <LeftOut result={result} />
      <p className={classes.stamp}>
        {words.stamp}: <Fingerprint sha256={result.resultSha256} />
      </p>
      {result.model && (
        <MethodPanel result={result} model={result.model} isOpen={isMethodOpen} onClose={method.close} />
      )}
    </>
  );
}
