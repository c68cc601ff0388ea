import { IconCircleCheck, IconCircleDashed, IconClockExclamation } from '@tabler/icons-react';
import type { ReportStatus } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { StatusMark } from '../../ui/StatusMark';

const marks = {
  'never-rendered': { icon: IconCircleDashed, tone: 'quiet' },
  current: { icon: IconCircleCheck, tone: 'good' },
  outdated: { icon: IconClockExclamation, tone: 'warning' },
} as const;

/** Whether the files of a report still say what the project says. */
export function ReportStatusMark(props: { status: ReportStatus }) {
  const { reportsUi } = useTexts();
  const { icon, tone } = marks[props.status];
  return (
    <StatusMark icon={icon} tone={tone}>
      {reportsUi.status[props.status]}
    </StatusMark>
  );
}
