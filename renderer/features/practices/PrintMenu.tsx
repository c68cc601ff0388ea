import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { MethodInput } from '../../../shared/contract';
import type { Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import type { PracticeEditing } from './use-practice-editor';

type Print = Omit<MethodInput<'practice.print'>, 'practiceId'>;

/** The record as a municipal ficha, or as the United Nations' form in either language. */
export function PrintMenu(props: { practice: Practice; editing: PracticeEditing }) {
  const { practices, registry } = useTexts();
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('practice.print');
  const words = registry.print;
  async function print(as: Print): Promise<void> {
    await props.editing.flush();
    const file = await run({ practiceId: props.practice.id, ...as });
    if (file) await saveOutput(file, practices.printed(file.name));
  }
  const item = (label: string, as: Print) => <Menu.Item onClick={() => void print(as)}>{label}</Menu.Item>;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button loading={isRunning} leftSection={<IconPrinter size={16} aria-hidden />}>
          {practices.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.ficha}</Menu.Label>
        {item(practices.printPdf, { format: 'pdf' })}
        {item(practices.printDocx, { format: 'docx' })}
        {item(practices.printHtml, { format: 'html' })}
        <Menu.Divider />
        <Menu.Label>{words.un}</Menu.Label>
        {item(words.formSpanishPdf, { format: 'pdf', layout: 'un', locale: 'es' })}
        {item(words.formSpanishDocx, { format: 'docx', layout: 'un', locale: 'es' })}
        {item(words.formEnglishPdf, { format: 'pdf', layout: 'un', locale: 'en' })}
        {item(words.formEnglishDocx, { format: 'docx', layout: 'un', locale: 'en' })}
      </Menu.Dropdown>
    </Menu>
  );
}
