import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { VaultStatus } from '../../../shared/methods/vault';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { SidePanel } from '../../ui/SidePanel';

const shortestReason = 5;
const pseudonymForm = /^P-[0-9A-F]{16}$/;

/** Writes who is behind the pseudonyms of a wave to a file, for a reason that is kept. */
export function RevealPanel(props: { wave: VaultStatus['waves'][number]; onClose: () => void }) {
  const { wave, onClose } = props;
  const { common, people, vault } = useTexts();
  const { locale } = useLocale();
  const text = vault.reveal;
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('vault.reveal');
  const [isSome, setSome] = useState(false);
  const [list, setList] = useState('');
  const [reason, setReason] = useState('');
  const pseudonyms = list.split(/[\s,;]+/).filter((each) => each !== '');
  const wrong = pseudonyms.find((each) => !pseudonymForm.test(each.toUpperCase()));
  const isReady =
    reason.trim().length >= shortestReason && (!isSome || (pseudonyms.length > 0 && wrong === undefined));
  async function write(): Promise<void> {
    const wanted = isSome ? pseudonyms.map((each) => each.toUpperCase()) : null;
    const written = await run({ waveId: wave.waveId, pseudonyms: wanted, reason: reason.trim() });
    if (!written) return;
    const count = formatCount(written.people, people.person, people.people, locale);
    const message = written.people === 0 ? text.nobody : text.done(count, written.file.name);
    await saveOutput(written.file, message);
    onClose();
  }
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={`${text.title}: ${wave.name}`}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button onClick={write} loading={isRunning} disabled={!isReady}>
            {text.button}
          </Button>
        </>
      }
    >
      <Stack gap={20}>
        <Text>{text.text(wave.name)}</Text>
        <Radio.Group
          label={text.who}
          value={isSome ? 'some' : 'everybody'}
          onChange={(value) => setSome(value === 'some')}
        >
          <Stack gap={8} mt={8}>
            <Radio value="everybody" label={text.everybody} />
            <Radio value="some" label={text.some} />
          </Stack>
        </Radio.Group>
        {isSome && (
          <Textarea
            label={text.pseudonyms}
            description={text.pseudonymsHelp}
            autosize
            minRows={3}
            maxRows={10}
            value={list}
            error={wrong !== undefined && text.wrong(wrong)}
            onChange={(event) => setList(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={text.reason}
          description={text.reasonHelp}
          autosize
          minRows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </SidePanel>
  );
}
