import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'wouter';
import type { Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { Page } from '../../ui/Page';
import { SaveState } from '../../ui/SaveState';
import { ClaimsSection } from './ClaimsSection';
import { EnglishFields } from './EnglishFields';
import { EvidenceSummary } from './EvidenceSummary';
import { Ficha } from './Ficha';
import { HistoryPanel } from './HistoryPanel';
import { PrintMenu } from './PrintMenu';
import classes from './practices.module.css';
import { RecordHead } from './RecordHead';
import { RecordMenu } from './RecordMenu';
import { UnFields } from './UnFields';
import { usePracticeEditor } from './use-practice-editor';

/** A record as its municipal ficha, edited where it stands, and its claims with their evidence. */
export function PracticeRecord({ practice }: { practice: Practice }) {
  const { common, practices, registry, templates } = useTexts();
  const editing = usePracticeEditor(practice);
  const evidence = useQueryMethod('practice.evidence', { practiceId: practice.id });
  const [isHistoryOpen, history] = useDisclosure(false);
  const { form, change } = editing;
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
          <RecordMenu practice={practice} editing={editing} onShowHistory={history.open} />
          <Button component={Link} href={`/practicas/${practice.id}/plantilla`} variant="default">
            {templates.use}
          </Button>
          <PrintMenu practice={practice} editing={editing} />
        </>
      }
    >
      {practice.archivedAt !== null && <p className={classes.notice}>{registry.record.archivedNotice}</p>}
      <article className={classes.record}>
        <RecordHead form={form} onChange={change} />
        {form.basedOn !== null && (
          <p className={classes.sectionHelp}>{registry.record.basedOn(form.basedOn)}</p>
        )}
        <Ficha form={form} onChange={change} />
      </article>
      <ClaimsSection practice={practice} editing={editing} evidence={evidence} />
      <UnFields form={form} onChange={change} />
      <EnglishFields form={form} onChange={change} />
      <HistoryPanel practice={practice} isOpen={isHistoryOpen} onClose={history.close} />
    </Page>
  );
}
