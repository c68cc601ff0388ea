import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { MethodOutput } from '../../../shared/contract';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { ReportStatusMark } from './ReportStatusMark';
import classes from './reports.module.css';

export type ListedReport = MethodOutput<'report.list'>['reports'][number];

/** The reports of the project, each with whether its files are still true. */
export function ReportList(props: { reports: readonly ListedReport[] }) {
  return (
    <ul className={classes.list}>
      {props.reports.map((each) => (
        <ReportLine key={each.report.id} {...each} />
      ))}
    </ul>
  );
}

function ReportLine({ report, status }: ListedReport) {
  const { common, reportsUi } = useTexts();
  const { locale } = useLocale();
  const { announceDeletion } = useHistory();
  const { run } = useCommand('report.remove');
  const practices = useQueryMethod('practice.list', {}).data?.practices ?? [];
  const practice = practices.find((each) => each.id === report.practiceId);
  const count = report.blocks.length;
  const facts = [
    count === 1 ? reportsUi.oneBlock : reportsUi.blocksCount(formatNumber(count, 0, locale)),
    report.rendering
      ? reportsUi.renderedAt(formatInstant(report.rendering.renderedAt, locale))
      : reportsUi.updatedAt(formatInstant(report.updatedAt, locale)),
    practice?.title,
  ].filter((part) => part !== undefined);
  async function remove(): Promise<void> {
    if (await run({ reportId: report.id })) announceDeletion(reportsUi.deleted(report.title));
  }
  const label = `${common.actions.delete}: ${report.title}`;
  return (
    <li className={classes.line}>
      <Link href={`/informes/${report.id}`} className={classes.lineLink}>
        <span className={classes.lineTitle}>{report.title}</span>
        <span className={classes.lineFacts}>{facts.join(' · ')}</span>
      </Link>
      <ReportStatusMark status={status} />
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => void remove()}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
