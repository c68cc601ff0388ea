import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ProjectSettings } from '../../../shared/domain/project';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FactList } from '../../ui/FactList';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';

/** The declared facts that choose the method, and the privacy thresholds. */
export function DesignFacts(props: { settings: ProjectSettings }) {
  const { settings } = props;
  const { home } = useTexts();
  const { locale } = useLocale();
  const text = home.design;
  const people = (count: number) => text.people(formatNumber(count, 0, locale));
  return (
    <Section
      title={text.title}
      aside={
        <Anchor component={Link} href="/inicio/ajustes" size="sm">
          {text.change}
        </Anchor>
      }
    >
      <FactList
        facts={[
          {
            name: 'coverage',
            term: <Term name={settings.coverage}>{text.coverage}</Term>,
            value: text[settings.coverage],
          },
          {
            name: 'linkage',
            term: <Term name={settings.linkage}>{text.linkage}</Term>,
            value: text[settings.linkage],
          },
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
