import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { useSaveOutput } from '../../state/use-save-output';
import { InlineText } from '../../ui/InlineText';
import { Page } from '../../ui/Page';
import { SaveState } from '../../ui/SaveState';
import { ClaimsSection } from './ClaimsSection';
import { EvidenceSummary } from './EvidenceSummary';
import { Ficha } from './Ficha';
import classes from './practices.module.css';
import { type PracticeEditing, usePracticeEditor } from './use-practice-editor';

/** A record as its municipal ficha, edited where it stands, and its claims with their evidence. */
export function PracticeRecord(props: { practice: Practice }) {
  const { common, practices, templates } = useTexts();
  const editing = usePracticeEditor(props.practice);
  const evidence = useQueryMethod('practice.evidence', { practiceId: props.practice.id });
  const { form } = editing;
  return (
    <Page
      title={practices.sections.record}
      documentTitle={form.title}
      back={{ href: '/practicas', label: common.sections.practices }}
      marks={
        evidence.data && evidence.data.claims.length > 0 && <EvidenceSummary claims={evidence.data.claims} />
      }
      actions={
        <>
          <SaveState isDirty={editing.isDirty} isSaving={editing.isSaving} />
          <Button component={Link} href={`/practicas/${props.practice.id}/plantilla`} variant="default">
            {templates.use}
          </Button>
          <PrintMenu practice={props.practice} editing={editing} />
        </>
      }
    >
      <article className={classes.record}>
        <InlineText
          look="title"
          label={practices.fields.title}
          placeholder={practices.fields.title}
          maxLength={300}
          value={form.title}
          onChange={(title) => editing.change({ title })}
        />
        <Ficha form={form} onChange={editing.change} />
      </article>
      <ClaimsSection practice={props.practice} editing={editing} evidence={evidence} />
    </Page>
  );
}

function PrintMenu(props: { practice: Practice; editing: PracticeEditing }) {
  const { practices } = useTexts();
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('practice.print');
  async function print(format: 'pdf' | 'docx' | 'html'): Promise<void> {
    await props.editing.flush();
    const file = await run({ practiceId: props.practice.id, format });
    if (file) await saveOutput(file, practices.printed(file.name));
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={isRunning} leftSection={<IconPrinter size={16} aria-hidden />}>
          {practices.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print('pdf')}>{practices.printPdf}</Menu.Item>
        <Menu.Item onClick={() => void print('docx')}>{practices.printDocx}</Menu.Item>
        <Menu.Item onClick={() => void print('html')}>{practices.printHtml}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
