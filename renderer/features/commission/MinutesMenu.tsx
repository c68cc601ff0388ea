import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { CommissionId } from '../../../shared/domain/ids';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import type { CommissionEditing } from './use-commission-editor';

/** Writes the minutes, with what is still being typed. */
export function MinutesMenu(props: { commissionId: CommissionId; editing: CommissionEditing }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('commission.print');
  const words = commissionUi.result;
  async function print(format: 'pdf' | 'docx' | 'html'): Promise<void> {
    await props.editing.flush();
    const file = await run({ commissionId: props.commissionId, format, locale });
    if (file) await saveOutput(file, words.printed(file.name));
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={isRunning} leftSection={<IconPrinter size={16} aria-hidden />}>
          {words.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print('pdf')}>{words.printPdf}</Menu.Item>
        <Menu.Item onClick={() => void print('docx')}>{words.printDocx}</Menu.Item>
        <Menu.Item onClick={() => void print('html')}>{words.printHtml}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
