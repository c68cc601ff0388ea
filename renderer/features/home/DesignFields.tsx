import { Radio, Select, Stack, Text } from '@mantine/core';
import { Coverage, Linkage } from '../../../shared/domain/design';
import type { ProjectSettings } from '../../../shared/domain/project';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './home.module.css';

const levels = [0.9, 0.95, 0.99];

/** Census or sample, same people or independent cuts, and the confidence level. */
export function DesignFields(props: {
  settings: ProjectSettings;
  onChange: (settings: ProjectSettings) => void;
}) {
  const { settings, onChange } = props;
  const { common, home } = useTexts();
  const { locale } = useLocale();
  const text = home.panels;
  const shown = levels.includes(settings.confidenceLevel) ? levels : [...levels, settings.confidenceLevel];
  return (
    <>
      <Radio.Group
        label={text.coverageQuestion}
        value={settings.coverage}
        onChange={(value) => onChange({ ...settings, coverage: Coverage.parse(value) })}
      >
        <Stack gap={8} mt={8}>
          <RadioCard value="census" title={common.glossary.census.term} text={text.censusText} />
          <RadioCard value="sample" title={common.glossary.sample.term} text={text.sampleText} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={text.linkageQuestion}
        value={settings.linkage}
        onChange={(value) => onChange({ ...settings, linkage: Linkage.parse(value) })}
      >
        <Stack gap={8} mt={8}>
          <RadioCard value="matched" title={common.glossary.matched.term} text={text.matchedText} />
          <RadioCard
            value="independent"
            title={common.glossary.independent.term}
            text={text.independentText}
          />
        </Stack>
      </Radio.Group>
      <Select
        label={text.confidenceLabel}
        description={text.confidenceHelp}
        maw={220}
        data={shown.map((level) => ({ value: String(level), label: formatPercent(level, 0, locale) }))}
        value={String(settings.confidenceLevel)}
        onChange={(value) => onChange({ ...settings, confidenceLevel: Number(value) })}
      />
    </>
  );
}

function RadioCard(props: { value: string; title: string; text: string }) {
  return (
    <Radio.Card value={props.value} className={classes.radio}>
      <Text span fw={500} display="block">
        {props.title}
      </Text>
      <Text span size="sm" c="dimmed" display="block">
        {props.text}
      </Text>
    </Radio.Card>
  );
}
