import { Anchor, SegmentedControl, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { applicableCharts } from '../../../shared/charts';
import { chartWords } from '../../../shared/charts/words';
import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { IndicatorId } from '../../../shared/domain/ids';
import { PlotFigure } from '../../charts/PlotFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { AnswersFigure } from './AnswersFigure';
import classes from './comparison.module.css';
import { MethodsPanel } from './MethodsPanel';
import { useChartExport } from './use-chart-export';

const everyIndicator = 'all';
const answers = 'answers';

/** The charts that say something about the result, one at a time, for all indicators or one of them. */
export function ChartsSection(props: { result: ComparisonResult }) {
  const { comparison, reportsUi } = useTexts();
  const { locale } = useLocale();
  const { result } = props;
  const [chosenKind, setKind] = useState<string | null>(null);
  const [chosenIndicator, setIndicator] = useState<IndicatorId | null>(null);
  const save = useChartExport();
  const [isMethodsOpen, methods] = useDisclosure(false);
  const indicator = result.indicators.find((each) => each.id === chosenIndicator) ?? null;
  const onlyOne = result.indicators.length === 1 ? (result.indicators[0]?.id ?? null) : null;
  const indicatorId = indicator?.id ?? onlyOne;
  const seen = indicatorId === null ? result : narrowed(result, indicatorId);
  const kinds = applicableCharts(seen);
  const kind =
    chosenKind === answers ? null : (kinds.find((each) => each === chosenKind) ?? kinds[0] ?? null);
  const words = comparison.charts;
  const names = chartWords(locale).kinds;
  return (
    <Section title={words.title}>
      <div className={classes.chartBar}>
        <SegmentedControl
          size="xs"
          classNames={{ root: classes.kinds, control: classes.kind }}
          aria-label={words.kind}
          value={kind ?? answers}
          onChange={setKind}
          data={[
            ...kinds.map((each) => ({ value: each as string, label: names[each] })),
            { value: answers, label: reportsUi.blocks.distribution },
          ]}
        />
        {kind !== null && result.indicators.length > 1 && (
          <Select
            size="xs"
            w={320}
            searchable
            aria-label={words.indicator}
            value={indicator?.id ?? everyIndicator}
            data={[
              { value: everyIndicator, label: words.allIndicators },
              ...result.indicators.map((each) => ({ value: each.id as string, label: each.name })),
            ]}
            onChange={(id) => setIndicator(result.indicators.find((each) => each.id === id)?.id ?? null)}
          />
        )}
      </div>
      {kind === null ? (
        <AnswersFigure result={result} />
      ) : (
        <PlotFigure
          key={kind}
          kind={kind}
          input={{ result: seen, indicatorId, distribution: null }}
          caption={
            <Anchor component="button" type="button" className={classes.methodLink} onClick={methods.open}>
              {comparison.methods.open}
            </Anchor>
          }
          onSave={(format) =>
            void save({ spec: seen.spec, chart: kind satisfies ChartKind, variableId: null, format })
          }
        />
      )}
      <MethodsPanel result={seen} isOpen={isMethodsOpen} onClose={methods.close} />
    </Section>
  );
}

/** The same result with one indicator only, as it would have been computed. */
function narrowed(result: ComparisonResult, id: IndicatorId): ComparisonResult {
  return {
    ...result,
    spec: { ...result.spec, indicatorIds: [id] },
    indicators: result.indicators.filter((each) => each.id === id),
    rows: result.rows.filter((row) => row.indicatorId === id),
  };
}
