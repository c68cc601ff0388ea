import type { MethodOutput } from '../../../shared/contract';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { LinkLine, LinkList } from '../../ui/LinkList';
import { ReportStatusMark } from './ReportStatusMark';

export type ListedReport = MethodOutput<'report.list'>['reports'][number];

/** The reports of the project, each with whether its files are still true. */
export function ReportList(props: { reports: readonly ListedReport[] }) {
  return (
    <LinkList>
      {props.reports.map((each) => (
        <ReportLine key={each.report.id} {...each} />
      ))}
    </LinkList>
  );
}

function ReportLine({ report, status }: ListedReport) {
  const { reportsUi } = useTexts();
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
  return (
    <LinkLine
      href={`/informes/${report.id}`}
      title={report.title}
      facts={facts}
      state={<ReportStatusMark status={status} />}
      onDelete={() => void remove()}
    />
  );
}
