import { Group, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconClockExclamation, IconUnlink } from '@tabler/icons-react';
import type { ClaimEvidence } from '../../../shared/contract';
import type { Claim } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { StatusMark } from '../../ui/StatusMark';
import { EvidenceCard } from './EvidenceCard';
import { EvidenceDetails } from './EvidenceDetails';
import { EvidenceProblems } from './EvidenceProblems';
import { FigureCard } from './FigureCard';
import classes from './practices.module.css';
import { ReportFoot } from './ReportFoot';
import { StrengthMark } from './StrengthMark';

const marks = {
  'no-evidence': { icon: IconCircleDashed, tone: 'quiet' },
  current: { icon: IconCircleCheck, tone: 'good' },
  outdated: { icon: IconClockExclamation, tone: 'warning' },
  broken: { icon: IconUnlink, tone: 'danger' },
} as const;

/** What a claim rests on: its rung, whether it still holds and what to do, its figures, and the means to check them. */
export function ClaimEvidenceView(props: {
  claim: Claim;
  evidence: ClaimEvidence | null;
  isLoading: boolean;
}) {
  const { evidence: words, practices } = useTexts();
  const { claim, evidence } = props;
  const isLinked = claim.evidence !== null;
  const status = isLinked ? (evidence?.status ?? 'no-evidence') : 'no-evidence';
  const { icon, tone } = marks[status];
  const unlinked = claim.stated ? 'stated' : 'none';
  return (
    <div className={classes.evidence} data-status={status}>
      {isLinked && (evidence === null || evidence.link === null) ? (
        <Skeleton height={72} animate={props.isLoading} />
      ) : (
        <>
          <Group gap="xs" justify="space-between">
            <StatusMark icon={icon} tone={tone}>
              {!isLinked && claim.stated ? words.stating.unlinked : practices.claims.status[status]}
            </StatusMark>
            <StrengthMark strength={isLinked && evidence ? evidence.strength : unlinked} />
          </Group>
          {!isLinked && !claim.stated && (
            <p className={classes.evidenceHint}>{practices.claims.noEvidence}</p>
          )}
          {claim.stated && (
            <p className={classes.evidenceHint}>
              {words.stating.heading}: {words.facts.statedSource(claim.stated.text, claim.stated.source)}
            </p>
          )}
          {isLinked && evidence && <Linked evidence={evidence} />}
        </>
      )}
    </div>
  );
}

function Linked(props: { evidence: ClaimEvidence }) {
  const { evidence } = props;
  const { result, figure, link, reportTitle, reportRenderedAt: renderedAt } = evidence;
  const report = { reportId: link?.reportId ?? null, reportTitle, renderedAt };
  return (
    <>
      <EvidenceProblems problems={evidence.problems} />
      {result && <EvidenceCard result={result} sentence={evidence.sentence} {...report} />}
      {figure && (
        <div className={classes.card}>
          <FigureCard figure={figure.figure} />
          <ReportFoot isSynthetic={figure.isSynthetic} {...report} />
        </div>
      )}
      <EvidenceDetails evidence={evidence} />
    </>
  );
}
