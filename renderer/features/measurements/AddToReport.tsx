import { Button, Menu } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Measurement } from '../../../shared/domain/measurement';
import { type Report, ReportDraft } from '../../../shared/domain/report';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { measurementBlock } from '../reports/report-form';

/** Puts a count at the end of a report, or at the start of a new one. */
export function AddToReport({ measurement }: { measurement: Measurement }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const { run, isRunning } = useCommand('report.save');
  const reports = useQueryMethod('report.list', {}).data?.reports ?? [];
  const practices = useQueryMethod('practice.list', {}).data?.practices ?? [];
  const block = measurementBlock(measurement.id);

  async function append({ id, createdAt, updatedAt, rendering, ...draft }: Report): Promise<void> {
    const report = ReportDraft.parse({ ...draft, blocks: [...draft.blocks, block] });
    if (await run({ reportId: id, report })) say(measurementsUi.added(draft.title));
  }
  async function create(): Promise<void> {
    const practice = practices.length === 1 ? practices[0] : undefined;
    const saved = await run({
      reportId: null,
      report: {
        title: measurement.name,
        subtitle: '',
        municipality: practice?.municipality ?? '',
        unit: practice?.units[0] ?? '',
        practiceId: practice?.id ?? null,
        audience: 'publication',
        locale,
        blocks: [{ kind: 'heading', text: measurement.name }, block],
      },
    });
    if (saved) navigate(`/informes/${saved.id}`);
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={isRunning}
          leftSection={<IconReportAnalytics size={16} aria-hidden />}
        >
          {measurementsUi.addToReport}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reports.map(({ report }) => (
          <Menu.Item key={report.id} onClick={() => void append(report)}>
            {measurementsUi.toReport(report.title)}
          </Menu.Item>
        ))}
        {reports.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => void create()}>{measurementsUi.newReport}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
