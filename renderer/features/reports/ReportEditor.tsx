import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { Page } from '../../ui/Page';
import { SaveState } from '../../ui/SaveState';
import { StaleNotice } from '../../ui/StaleNotice';
import { DocumentBlocks } from './DocumentBlocks';
import { RenderSection } from './RenderSection';
import type { ListedReport } from './ReportList';
import { ReportSettings } from './ReportSettings';
import { ReportStatusMark } from './ReportStatusMark';
import classes from './reports.module.css';
import { useReportEditor } from './use-report-editor';

/** The report as a document on the left, edited where it stands; its facts and files on the right. */
export function ReportEditor({ report, status }: ListedReport) {
  const { common, reportsUi } = useTexts();
  const editing = useReportEditor(report);
  const { form } = editing;
  return (
    <Page
      title={reportsUi.columns.title}
      documentTitle={form.title}
      back={{ href: '/informes', label: common.sections.reports }}
      marks={<ReportStatusMark status={status} />}
      actions={<SaveState isDirty={editing.isDirty} isSaving={editing.isSaving} />}
    >
      {status === 'outdated' && (
        <div className={classes.stale}>
          <StaleNotice>{reportsUi.outdatedText}</StaleNotice>
        </div>
      )}
      <div className={classes.columns}>
        <article className={classes.document} lang={form.locale}>
          <InlineText
            look="title"
            label={reportsUi.columns.title}
            placeholder={reportsUi.editor.titlePlaceholder}
            maxLength={200}
            value={form.title}
            onChange={(title) => editing.change({ title })}
          />
          <InlineText
            look="subtitle"
            label={reportsUi.editor.subtitlePlaceholder}
            placeholder={reportsUi.editor.subtitlePlaceholder}
            maxLength={300}
            value={form.subtitle}
            onChange={(subtitle) => editing.change({ subtitle })}
          />
          <DocumentBlocks editing={editing} />
        </article>
        <aside className={classes.side}>
          <RenderSection report={report} status={status} editing={editing} />
          <ReportSettings form={form} onChange={editing.change} />
        </aside>
      </div>
    </Page>
  );
}
