import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { Section } from '../../ui/Section';
import { VaultStateMark } from './VaultStateMark';
import { vaultStateOf } from './vault-state';

/** Whether the project keeps identities and how, with the way to them. */
export function VaultFacts() {
  const { vault } = useTexts();
  const status = useQueryMethod('vault.status', {}).data;
  return (
    <Section
      title={vault.card.title}
      aside={
        <Anchor component={Link} href="/privacidad" size="sm">
          {vault.open}
        </Anchor>
      }
    >
      {status && <VaultStateMark state={vaultStateOf(status)} />}
      <Text size="sm" c="dimmed" mt="xs">
        {vault.card.text}
      </Text>
    </Section>
  );
}
