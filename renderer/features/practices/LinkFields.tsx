import { Select, Stack, Text } from '@mantine/core';
import { keyLabel } from '../../../shared/charts/rows';
import { useLocale, useTexts } from '../../state/preferences';
import { type LinkChoice, rowKeyOf } from './use-link-choice';

/** Report, comparison, indicator, group and follow-up, each offered only where there is a choice. */
export function LinkFields(props: { choice: LinkChoice }) {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const { choice } = props;
  const words = practices.linking;
  const result = choice.answer.data;
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
        onChange={(reportId) => choice.choose({ reportId, comparisonId: null, rowKey: null })}
      />
      {choice.report && choice.comparisons.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noComparisons}
        </Text>
      )}
      {choice.comparisons.length > 1 && (
        <Select
          label={words.comparison}
          value={choice.comparison?.id ?? null}
          data={choice.comparisons.map((each) => ({ value: each.id as string, label: each.name }))}
          onChange={(comparisonId) => choice.choose({ comparisonId, rowKey: null })}
        />
      )}
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
