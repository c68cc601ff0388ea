import { useDebouncedValue } from '@mantine/hooks';
import { levelText } from '../../../shared/charts/describe';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { type IndicatorDraft, indicatorVariables } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { describeIndicator } from '../../../shared/text/definition';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { IntervalStrip } from './IntervalStrip';
import common from './indicators.module.css';
import classes from './live.module.css';
import { ResultTable } from './ResultTable';

const pauseMs = 250;

/** What the indicator gives with the data of the project while it is being built. */
export function LiveResult(props: { draft: IndicatorDraft | null; waves: readonly Wave[] }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const words = indicators.live;
  const { draft } = props;
  return (
    <aside className={classes.live} aria-label={words.title}>
      <div className={classes.liveHead}>
        <h2 className={common.stepTitle}>{words.title}</h2>
        {props.waves.some((wave) => wave.isSynthetic) && <SyntheticBadge />}
      </div>
      {draft === null ? (
        <p className={common.hint}>{indicators.editor.incomplete}</p>
      ) : (
        <>
          <p className={classes.sentence} aria-live="polite">
            {describeIndicator(draft, (id) => byId.get(id), locale)}
          </p>
          <Computed draft={draft} waves={props.waves} />
        </>
      )}
    </aside>
  );
}

/** True where a value of everybody together is shown with its interval. */
function hasInterval({ rows }: ComparisonResult): boolean {
  return rows.some(({ key, cells }) => key.length === 0 && cells.some(({ interval }) => interval !== null));
}

function Computed(props: { draft: IndicatorDraft; waves: readonly Wave[] }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const [draft] = useDebouncedValue(props.draft, pauseMs);
  const needed = indicatorVariables(draft);
  const asked = props.waves.filter((wave) => needed.every((id) => wave.variableIds.includes(id)));
  const answer = useQueryMethod(
    'indicator.preview',
    asked.length > 0 ? { indicator: draft, waveIds: asked.map((wave) => wave.id) } : null,
    { keepsPrevious: true },
  );
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (answer.isLoading) {
    return <LoadingState label={indicators.live.computing} progress={answer.progress} />;
  }
  const result = answer.data?.result;
  const isDimmed = answer.isStale || draft !== props.draft;
  return (
    <div className={classes.computed} data-stale={isDimmed || undefined} aria-busy={isDimmed}>
      <ResultTable waves={props.waves} result={result ?? null} />
      {result && <IntervalStrip result={result} />}
      <p className={common.hint}>
        {result && hasInterval(result)
          ? `${indicators.live.intervals(levelText(result.spec.confidenceLevel, locale))} `
          : ''}
        {indicators.live.preliminary}
      </p>
    </div>
  );
}
