import { Button } from '@mantine/core';
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { ReportEditor } from './ReportEditor';
import { ReportList } from './ReportList';
import { useNewReport } from './use-new-report';

/** The reports of the project and whether their files still hold. */
export default function ReportsScreen() {
  const { common, reportsUi } = useTexts();
  const list = useQueryMethod('report.list', {});
  const { create, isCreating } = useNewReport();
  const reports = list.data?.reports ?? [];
  const steps = reportsUi.empty.steps;
  return (
    <Page
      title={common.sections.reports}
      purpose={reportsUi.purpose}
      actions={
        reports.length > 0 && (
          <Button loading={isCreating} leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
            {reportsUi.create}
          </Button>
        )
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {list.data && reports.length === 0 && (
        <EmptyState
          icon={IconReportAnalytics}
          title={reportsUi.empty.title}
          steps={[steps.first, steps.second, steps.third]}
          actions={
            <>
              <Button loading={isCreating} onClick={create}>
                {reportsUi.create}
              </Button>
              <Button component={Link} href="/comparacion" variant="default">
                {reportsUi.empty.goToComparison}
              </Button>
            </>
          }
        >
          {reportsUi.empty.text}
        </EmptyState>
      )}
      {reports.length > 0 && <ReportList reports={reports} />}
    </Page>
  );
}

/** The editor of the report in the address. */
export function ReportScreen() {
  const { common, reportsUi } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('report.list', {});
  const listed = list.data?.reports.find((each) => each.report.id === id);
  const back = { href: '/informes', label: common.sections.reports };
  if (listed) return <ReportEditor key={listed.report.id} {...listed} />;
  return (
    <Page
      title={list.data ? common.states.notFoundTitle : common.sections.reports}
      {...(list.data ? { purpose: reportsUi.missing } : {})}
      back={back}
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        list.isLoading && <LoadingState />
      )}
    </Page>
  );
}
