import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { applicableDistributionCharts } from '../../../shared/charts';
import { chartWords } from '../../../shared/charts/words';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import { PlotFigure } from '../../charts/PlotFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { type KnownVariable, useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { AnswersConclusion } from './AnswersConclusion';
import classes from './comparison.module.css';
import { useChartExport } from './use-chart-export';

/** True for questions whose answers are a list that can be drawn whole. */
export function hasAnswerList(variable: KnownVariable): boolean {
  const types = ['single', 'ordinal', 'boolean', 'multiple'];
  return variable.identity === null && types.includes(variable.type);
}

/** Scales that measure something come first, groupings last. */
function rank(variable: KnownVariable): number {
  return Number(variable.type === 'ordinal') + 2 * Number(variable.role === 'measure');
}

/** All the answers to one question in each wave; scales first, since they are drawn best. */
export function AnswersFigure(props: { result: ComparisonResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const variables = useVariables();
  const [chosen, setChosen] = useState<VariableId | null>(null);
  const [chosenKind, setKind] = useState<string | null>(null);
  const save = useChartExport();
  const { result } = props;
  const fitting = variables.all.filter(hasAnswerList).sort((a, b) => rank(b) - rank(a));
  const variableId = chosen ?? fitting[0]?.id ?? null;
  const answer = useQueryMethod(
    'variable.distribution',
    variableId === null
      ? null
      : {
          variableId,
          waveIds: result.waves.map((wave) => wave.id),
          breakdown: result.spec.breakdown.slice(0, 1),
          audience: result.spec.audience,
        },
    { keepsPrevious: true },
  );
  const kinds = answer.data ? applicableDistributionCharts(answer.data) : [];
  const kind = kinds.find((each) => each === chosenKind) ?? kinds[0];
  const names = chartWords(locale).kinds;
  return (
    <>
      <div className={classes.chartBar}>
        <Select
          size="xs"
          w={420}
          searchable
          aria-label={comparison.charts.variable}
          placeholder={comparison.charts.chooseVariable}
          value={variableId}
          data={fitting.map((variable) => ({ value: variable.id as string, label: variable.label }))}
          onChange={(id) => setChosen(fitting.find((variable) => variable.id === id)?.id ?? null)}
        />
        {kinds.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={comparison.charts.kind}
            value={kind ?? ''}
            onChange={setKind}
            data={kinds.map((each) => ({ value: each as string, label: names[each] }))}
          />
        )}
      </div>
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState progress={answer.progress} />}
      {answer.data && kind && variableId !== null && (
        <>
          <PlotFigure
            key={kind}
            kind={kind}
            input={{ result, indicatorId: null, distribution: answer.data }}
            onSave={(format) => void save({ spec: result.spec, chart: kind, variableId, format })}
          />
          {result.spec.followUpWaveIds.map((waveId) => (
            <AnswersConclusion key={waveId} result={result} variableId={variableId} followUpWaveId={waveId} />
          ))}
        </>
      )}
    </>
  );
}
