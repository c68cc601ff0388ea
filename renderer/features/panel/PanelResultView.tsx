import { IconLinkOff, IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { PanelResult, PanelSpec } from '../../../shared/domain/panel';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { Fingerprint } from '../../ui/Fingerprint';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { AttritionPart } from './AttritionPart';
import { CompositionPart } from './CompositionPart';
import { DetailPanel } from './DetailPanel';
import { FlowPart } from './FlowPart';
import classes from './panel.module.css';
import type { PanelDetail } from './panel-rows';
import { StandardisedPart } from './StandardisedPart';
import { WeightingPart } from './WeightingPart';

/** Who stayed and what it means, part by part. The last result stays, dimmed, while a new one is computed. */
export function PanelResultView({ spec }: { spec: PanelSpec }) {
  const { panelUi } = useTexts();
  const answer = useQueryMethod('panel.describe', spec, { keepsPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={panelUi.computing} progress={answer.progress} />;
  return (
    <div className={classes.result} data-stale={answer.isStale || undefined} aria-busy={answer.isStale}>
      <ShownResult result={answer.data} />
    </div>
  );
}

function ShownResult({ result }: { result: PanelResult }) {
  const { comparison, panel, panelUi } = useTexts();
  const [detail, setDetail] = useState<PanelDetail | null>(null);
  const isDescribed = result.composition.length > 0;
  const { linkProblem, flow, attrition, weighting } = result;
  return (
    <>
      {linkProblem && (
        <div className={classes.notice}>
          <IconLinkOff size={20} stroke={1.75} aria-hidden />
          <p>{panel.linkProblems[linkProblem]}</p>
        </div>
      )}
      <QuestionChanges result={result} />
      {flow && <FlowPart result={result} flow={flow} onOpen={setDetail} />}
      {attrition && <AttritionPart result={result} onOpen={setDetail} />}
      {isDescribed ? (
        <>
          {weighting && flow?.onlyBaseline !== 0 && (
            <WeightingPart result={result} weighting={weighting} onOpen={setDetail} />
          )}
          <CompositionPart result={result} onOpen={setDetail} />
          <StandardisedPart result={result} onOpen={setDetail} />
        </>
      ) : (
        <div className={classes.notice}>
          <IconUserQuestion size={20} stroke={1.75} aria-hidden />
          <p>{panelUi.summaries.pickComposition}</p>
        </div>
      )}
      <p className={classes.stamp}>
        {comparison.result.stamp}: <Fingerprint sha256={result.resultSha256} />
      </p>
      <DetailPanel result={result} detail={detail} onClose={() => setDetail(null)} />
    </>
  );
}
