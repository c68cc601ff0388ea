import { Select, Text } from '@mantine/core';
import type { ProjectSettings } from '../../../shared/domain/project';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

const levels = [0.9, 0.95, 0.99];

/** The confidence level new comparisons start from; how people were chosen is declared for each instrument. */
export function DesignFields(props: {
  settings: ProjectSettings;
  onChange: (settings: ProjectSettings) => void;
}) {
  const { settings, onChange } = props;
  const { design, home } = useTexts();
  const { locale } = useLocale();
  const text = home.panels;
  const shown = levels.includes(settings.confidenceLevel) ? levels : [...levels, settings.confidenceLevel];
  return (
    <>
      <Select
        label={text.confidenceLabel}
        description={text.confidenceHelp}
        maw={320}
        data={shown.map((level) => ({ value: String(level), label: formatPercent(level, 0, locale) }))}
        value={String(settings.confidenceLevel)}
        onChange={(value) => onChange({ ...settings, confidenceLevel: Number(value) })}
      />
      <Text size="sm" c="dimmed">
        {design.home.settings}
      </Text>
    </>
  );
}
