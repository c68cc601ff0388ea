import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { MethodInput } from '../../../shared/contract';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';

/** Saves an instrument as a survey form for KoboToolbox or ODK. */
export function XlsFormButton(props: {
  name: string;
  source: MethodInput<'instrument.exportXlsForm'>['source'];
}) {
  const { templates } = useTexts();
  const text = templates.instrument;
  const { locale } = useLocale();
  const saveOutput = useSaveOutput();
  const exporting = useCommand('instrument.exportXlsForm');
  async function save(): Promise<void> {
    const made = await exporting.run({ source: props.source, locale });
    if (made) await saveOutput(made.file, text.formSaved(made.file.name));
  }
  return (
    <Button
      variant="default"
      loading={exporting.isRunning}
      leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
      aria-label={`${text.form}: ${props.name}`}
      onClick={() => void save()}
    >
      {text.form}
    </Button>
  );
}
