import { Select, Stack, Text } from '@mantine/core';
import { keyLabel } from '../../../shared/charts/rows';
import { useLocale, useTexts } from '../../state/preferences';
import { FigureField } from './FigureField';
import { type LinkChoice, rowKeyOf } from './use-link-choice';

/** Report, its part, indicator, group and follow-up or the figure, each offered only where there is a choice. */
export function LinkFields(props: { choice: LinkChoice }) {
  const { practices, evidence } = useTexts();
  const { locale } = useLocale();
  const { choice } = props;
  const words = practices.linking;
  const result = choice.comparison ? choice.answer.data : undefined;
  const followUps = (choice.row?.changes ?? []).flatMap((change) =>
    (result?.waves ?? []).filter((wave) => wave.id === change.followUpWaveId),
  );
  return (
    <Stack gap="sm">
      <Select
        label={words.report}
        placeholder={words.choose}
        value={choice.report?.id ?? null}
        data={choice.reports.map((report) => ({ value: report.id as string, label: report.title }))}
        onChange={(reportId) => choice.choose({ reportId, sourceId: null, rowKey: null, figureKey: null })}
      />
      {choice.report && choice.sources.length === 0 && (
        <Text size="sm" c="dimmed">
          {evidence.linking.noBlocks}
        </Text>
      )}
      {choice.sources.length > 1 && (
        <Select
          label={evidence.linking.block}
          value={choice.sourceId}
          data={choice.sources.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(sourceId) => choice.choose({ sourceId, rowKey: null, figureKey: null })}
        />
      )}
      {choice.measurement && choice.counted.answer.data && <FigureField choice={choice} />}
      {result && (
        <Select
          searchable
          label={words.indicator}
          value={choice.indicatorId}
          data={result.indicators.map((each) => ({ value: each.id as string, label: each.name }))}
          onChange={(indicatorId) => choice.choose({ indicatorId })}
        />
      )}
      {choice.rows.length > 1 && (
        <Select
          searchable
          label={words.group}
          value={choice.row ? rowKeyOf(choice.row) : null}
          data={choice.rows.map((row) => ({ value: rowKeyOf(row), label: keyLabel(row.key, locale) }))}
          onChange={(rowKey) => choice.choose({ rowKey })}
        />
      )}
      {followUps.length > 1 && (
        <Select
          label={words.followUp}
          value={choice.followUpWaveId}
          data={followUps.map((wave) => ({ value: wave.id as string, label: wave.name }))}
          onChange={(followUpWaveId) => choice.choose({ followUpWaveId })}
        />
      )}
    </Stack>
  );
}
