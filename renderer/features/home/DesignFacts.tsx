import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ProjectSettings } from '../../../shared/domain/project';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { FactList } from '../../ui/FactList';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import { DesignOfInstrument } from './DesignOfInstrument';

/** How each instrument's people were chosen, the confidence level and the privacy thresholds. */
export function DesignFacts(props: { settings: ProjectSettings }) {
  const { settings } = props;
  const { design, home } = useTexts();
  const { locale } = useLocale();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const instruments = [...new Set(waves.map((wave) => wave.instrumentId))];
  const text = home.design;
  const people = (count: number) => text.people(formatNumber(count, 0, locale));
  return (
    <Section
      title={text.title}
      aside={
        <Anchor component={Link} href="/inicio/ajustes" size="sm">
          {home.project.settings}
        </Anchor>
      }
    >
      {instruments.length === 0 && (
        <Text size="sm" c="dimmed" mb="md">
          {design.home.noWaves}
        </Text>
      )}
      {instruments.map((instrumentId) => (
        <DesignOfInstrument key={instrumentId} instrumentId={instrumentId} isNamed={instruments.length > 1} />
      ))}
      <FactList
        facts={[
          {
            name: 'confidence',
            term: <Term name="interval">{text.confidence}</Term>,
            value: formatPercent(settings.confidenceLevel, 0, locale),
          },
          {
            name: 'publication',
            term: <Term name="suppression">{text.thresholdPublication}</Term>,
            value: people(settings.thresholdPublication),
          },
          { name: 'internal', term: text.thresholdInternal, value: people(settings.thresholdInternal) },
        ]}
      />
      <Text size="sm" c="dimmed" mt="md">
        {text.why}
      </Text>
    </Section>
  );
}
