import { Radio, Stack, Text } from '@mantine/core';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { PickerButton } from './PickerButton';
import type { SpecProps } from './SpecBar';

/** The declared facts that choose the method, and who will read the result. */
export function DesignPicker({ spec, onChange, sharedPeople }: SpecProps & { sharedPeople: number | null }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const settings = useQueryMethod('project.current', {}).data?.project?.settings ?? null;
  const { spec: words, designSentence } = comparison;
  const summary = [spec.linkage, spec.coverage, spec.audience].map((fact) => designSentence[fact]).join(', ');
  const threshold = (value: number | undefined) =>
    value === undefined ? null : words.audienceHelp(formatNumber(value, 0, locale));
  return (
    <PickerButton
      label={words.design}
      value={summary.charAt(0).toLocaleUpperCase() + summary.slice(1)}
      width={400}
      isWide
    >
      <Stack gap="lg">
        <Radio.Group
          label={words.linkage}
          value={spec.linkage}
          onChange={(value) => onChange({ linkage: value === 'matched' ? 'matched' : 'independent' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="matched"
              label={words.linkages.matched}
              description={words.linkageHelp.matched}
              disabled={sharedPeople === 0}
            />
            <Radio
              value="independent"
              label={words.linkages.independent}
              description={words.linkageHelp.independent}
            />
            {sharedPeople !== null && (
              <Text size="xs" c="dimmed">
                {words.sharedPeople(formatNumber(sharedPeople, 0, locale))}
              </Text>
            )}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={words.coverage}
          value={spec.coverage}
          onChange={(value) => onChange({ coverage: value === 'census' ? 'census' : 'sample' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="sample" label={words.coverages.sample} description={words.coverageHelp.sample} />
            <Radio value="census" label={words.coverages.census} description={words.coverageHelp.census} />
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={words.audience}
          value={spec.audience}
          onChange={(value) => onChange({ audience: value === 'internal' ? 'internal' : 'publication' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="publication"
              label={words.audiences.publication}
              description={threshold(settings?.thresholdPublication)}
            />
            <Radio
              value="internal"
              label={words.audiences.internal}
              description={threshold(settings?.thresholdInternal)}
            />
          </Stack>
        </Radio.Group>
        <Text size="xs" c="dimmed">
          {words.level}: {formatPercent(spec.confidenceLevel, 0, locale)}
        </Text>
      </Stack>
    </PickerButton>
  );
}
