import { IconCircleCheck, IconCircleDashed, IconClockExclamation } from '@tabler/icons-react';
import type { ClaimEvidence } from '../../../shared/contract';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { StatusMark } from '../../ui/StatusMark';

/** How many claims rest on evidence that holds, and how many need another look. */
export function EvidenceSummary(props: { claims: readonly ClaimEvidence[] }) {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const { claims } = props;
  const write = (value: number) => formatNumber(value, 0, locale);
  const current = claims.filter((claim) => claim.status === 'current').length;
  const toReview = claims.filter((claim) => claim.status === 'outdated' || claim.status === 'broken').length;
  if (toReview > 0) {
    return (
      <StatusMark icon={IconClockExclamation} tone="warning">
        {practices.backed(write(current), write(claims.length))} · {practices.outdatedCount(write(toReview))}
      </StatusMark>
    );
  }
  const isDone = current === claims.length;
  return (
    <StatusMark icon={isDone ? IconCircleCheck : IconCircleDashed} tone={isDone ? 'good' : 'quiet'}>
      {practices.backed(write(current), write(claims.length))}
    </StatusMark>
  );
}
