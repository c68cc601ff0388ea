import type { ReactNode } from 'react';
import type { ChangeResult, ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import { differencesOf } from '../../../shared/text/crosswalk-sentences';
import { formatPercent, formatValue } from '../../../shared/text/format';
import { resultStatement } from '../../../shared/text/sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { ScaleBehind, useIndexBehind } from '../indicators/ScaleBehind';
import { AnswersBehind, useScaleBehind } from './AnswersBehind';
import { CautiousResult } from './CautiousResult';
import { DetailFigures } from './DetailFigures';
import classes from './detail.module.css';
import { MethodFacts } from './MethodFacts';
import { PeopleFlow } from './PeopleFlow';
import { PrecisionFacts } from './PrecisionFacts';
import type { ResultIndicator } from './result-rows';

/** Everything about the change of one row to one follow-up. */
export function ChangeDetail(props: {
  result: ComparisonResult;
  row: ComparisonRow;
  change: ChangeResult;
  indicator: ResultIndicator;
}) {
  const { comparison, scaleUi } = useTexts();
  const { locale } = useLocale();
  const { result, row, change, indicator } = props;
  const words = comparison.detail;
  const scaleId = useScaleBehind(indicator.id);
  const index = useIndexBehind(indicator.id);
  if (change.status === 'suppressed') {
    return (
      <Part title={words.figures}>
        <ProtectedFigure />
        <p className={classes.detailText}>{words.protectedText}</p>
      </Part>
    );
  }
  return (
    <>
      <p className={classes.detailSentence}>{resultStatement(result, row, change, indicator, locale)}</p>
      <QuestionChanges
        result={{ ...result, differences: differencesOf(result, indicator.id, change.followUpWaveId) }}
      />
      <Part title={words.figures}>
        <DetailFigures result={result} change={change} indicator={indicator} />
        {change.status === 'empty' && <p className={classes.detailText}>{words.emptyText}</p>}
      </Part>
      {change.target && (
        <Part title={words.target}>
          <TargetFacts target={change.target} indicator={indicator} />
        </Part>
      )}
      <Part title={words.method}>
        <MethodFacts change={change} />
      </Part>
      {change.precision && (
        <Part title={words.precision}>
          <PrecisionFacts change={change} indicator={indicator} />
        </Part>
      )}
      {change.cautious && (
        <Part title={words.cautious}>
          <CautiousResult change={change} cautious={change.cautious} indicator={indicator} />
        </Part>
      )}
      {scaleId !== null && row.key.length < 2 && (
        <Part title={words.answers}>
          <AnswersBehind result={result} row={row} change={change} variableId={scaleId} />
        </Part>
      )}
      {index !== null && row.key.length === 0 && (
        <Part title={scaleUi.title}>
          <ScaleBehind index={index} result={result} change={change} />
        </Part>
      )}
      <Part title={words.people}>
        <PeopleFlow result={result} change={change} />
      </Part>
    </>
  );
}

function TargetFacts(props: { target: NonNullable<ChangeResult['target']>; indicator: ResultIndicator }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { value, reached, progressShare } = props.target;
  return (
    <p className={classes.detailText}>
      {formatValue(value, props.indicator, locale)} · {comparison.targets[reached]}
      {progressShare !== null && ` · ${comparison.progress(formatPercent(progressShare, 0, locale))}`}
    </p>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}
