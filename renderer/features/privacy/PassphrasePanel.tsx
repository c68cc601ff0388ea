import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useErrorWords } from '../../state/use-error-words';
import { SidePanel } from '../../ui/SidePanel';
import { isPassphraseReady, NewPassphraseFields } from './NewPassphraseFields';
import classes from './privacy.module.css';

const empty = { first: '', second: '' };

/** Puts the identities under a passphrase, or under another one. What is typed is forgotten when the panel closes. */
export function PassphrasePanel(props: { isChange: boolean; isOpen: boolean; onClose: () => void }) {
  const { isChange, isOpen, onClose } = props;
  const { common, vault } = useTexts();
  const errorWords = useErrorWords();
  const showDone = useDoneToast();
  const protect = useCommand('vault.protect');
  const change = useCommand('vault.changePassphrase', { isQuiet: true });
  const [old, setOld] = useState('');
  const [value, setValue] = useState(empty);
  const { reset } = change;
  useEffect(() => {
    setOld('');
    setValue(empty);
    reset();
  }, [reset]);
  const text = isChange ? vault.change : vault.protect;
  async function save(): Promise<void> {
    const saved = isChange
      ? await change.run({ passphrase: old, newPassphrase: value.first })
      : await protect.run({ passphrase: value.first });
    if (!saved) return;
    showDone(text.done);
    onClose();
  }
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button
            onClick={save}
            loading={protect.isRunning || change.isRunning}
            disabled={!isPassphraseReady(value) || (isChange && old === '')}
          >
            {text.button}
          </Button>
        </>
      }
    >
      <Stack gap={20}>
        {!isChange && <Text>{vault.protect.text}</Text>}
        <p className={classes.warning}>{vault.protect.warning}</p>
        {isChange && (
          <PasswordInput
            label={vault.change.old}
            autoComplete="off"
            value={old}
            error={change.error && errorWords(change.error).title}
            onChange={(event) => {
              reset();
              setOld(event.currentTarget.value);
            }}
          />
        )}
        <NewPassphraseFields value={value} onChange={setValue} />
      </Stack>
    </SidePanel>
  );
}
