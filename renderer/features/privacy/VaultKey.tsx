import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { Section } from '../../ui/Section';
import { PassphrasePanel } from './PassphrasePanel';

/** Who can open the identities, and a way to change that. */
export function VaultKey(props: { keptBy: 'computer' | 'passphrase' }) {
  const { vault } = useTexts();
  const text = vault.key;
  const answers = useQueryClient();
  const showDone = useDoneToast();
  const lock = useCommand('vault.lock');
  const [isOpen, panel] = useDisclosure(false);
  const hasPassphrase = props.keptBy === 'passphrase';
  async function lockNow(): Promise<void> {
    if (!(await lock.run({}))) return;
    // Names that were on screen before must not stay in memory.
    for (const method of ['people.candidates', 'people.nearDuplicates']) {
      answers.removeQueries({ queryKey: [method] });
    }
    showDone(text.locked);
  }
  return (
    <Section title={text.title}>
      <Text maw="72ch" mb={16}>
        {text[props.keptBy]}
      </Text>
      <Group gap={12}>
        {hasPassphrase && (
          <Button loading={lock.isRunning} onClick={lockNow}>
            {text.lock}
          </Button>
        )}
        <Button variant="default" onClick={panel.open}>
          {hasPassphrase ? text.change : text.protect}
        </Button>
      </Group>
      {isOpen && <PassphrasePanel isChange={hasPassphrase} isOpen onClose={panel.close} />}
    </Section>
  );
}
