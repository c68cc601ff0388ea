import { useCallback, useMemo } from 'react';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { type Autosave, useAutosave } from '../../state/use-autosave';
import { useCommand } from '../../state/use-command';
import { insertBlock, moveBlock, type ReportForm, reportDraftOf, reportFormOf } from './report-form';

export type ReportEditing = {
  form: ReportForm;
  isDirty: boolean;
  isSaving: boolean;
  flush: Autosave<ReportForm>['flush'];
  change: (change: Partial<ReportForm>) => void;
  insert: (at: number, block: ReportBlock) => void;
  replace: (key: string, block: ReportBlock) => void;
  move: (key: string, by: -1 | 1) => void;
  remove: (key: string) => void;
};

/** A report being edited in place. */
export function useReportEditor(report: Report): ReportEditing {
  const { reportsUi } = useTexts();
  const { run, isRunning } = useCommand('report.save');
  const save = useCallback(
    async (form: ReportForm) => {
      const draft = reportDraftOf(form, reportsUi.newTitle);
      return (await run({ reportId: report.id, report: draft })) !== undefined;
    },
    [run, report.id, reportsUi],
  );
  const stored = useMemo(() => reportFormOf(report), [report]);
  const { value, change, isDirty, flush } = useAutosave(stored, save, contentOf);
  const blocks = (step: (form: ReportForm) => ReportForm['blocks']) =>
    change((form) => ({ ...form, blocks: step(form) }));
  return {
    form: value,
    isDirty,
    isSaving: isRunning,
    flush,
    change: (part) => change((form) => ({ ...form, ...part })),
    insert: (at, block) => blocks((form) => insertBlock(form.blocks, at, block)),
    replace: (key, block) =>
      blocks((form) => form.blocks.map((each) => (each.key === key ? { key, block } : each))),
    move: (key, by) => blocks((form) => moveBlock(form.blocks, key, by)),
    remove: (key) => blocks((form) => form.blocks.filter((each) => each.key !== key)),
  };
}

/** Keys of parts are the screen's own, so a report has changed only when its content has. */
function contentOf(form: ReportForm): string {
  return JSON.stringify({ ...form, blocks: form.blocks.map((each) => each.block) });
}
