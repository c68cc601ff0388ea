import { ActionIcon, Button, Group, Skeleton, Tooltip } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconLink,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import type { ClaimEvidence } from '../../../shared/contract';
import type { Claim } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { StatusMark } from '../../ui/StatusMark';
import { EvidenceCard } from './EvidenceCard';
import classes from './practices.module.css';

const marks = {
  'no-evidence': { icon: IconCircleDashed, tone: 'quiet' },
  current: { icon: IconCircleCheck, tone: 'good' },
  outdated: { icon: IconClockExclamation, tone: 'warning' },
  broken: { icon: IconUnlink, tone: 'danger' },
} as const;

/** One claim, edited in place, with the result it rests on beside it. */
export function ClaimRow(props: {
  claim: Claim;
  number: number;
  evidence: ClaimEvidence | null;
  isLoading: boolean;
  onChange: (change: Partial<Claim>) => void;
  onRemove: () => void;
  onLink: () => void;
}) {
  const { practices } = useTexts();
  const { claim, evidence } = props;
  const words = practices.claims;
  const status = claim.evidence === null ? 'no-evidence' : (evidence?.status ?? 'no-evidence');
  const { icon, tone } = marks[status];
  return (
    <li className={classes.claim}>
      <div className={classes.claimText}>
        <InlineText
          look="text"
          isSingleLine
          label={words.textOf(String(props.number))}
          placeholder={words.placeholder}
          maxLength={500}
          value={claim.text}
          onChange={(text) => props.onChange({ text })}
        />
        <Group gap={4} className={classes.claimTools}>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconLink size={14} aria-hidden />}
            onClick={props.onLink}
          >
            {claim.evidence ? words.change : words.link}
          </Button>
          {claim.evidence && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => props.onChange({ evidence: null })}
            >
              {words.unlink}
            </Button>
          )}
          <Tooltip label={words.remove}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={words.remove}
              onClick={props.onRemove}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </div>
      <div className={classes.evidence} data-status={status}>
        {claim.evidence !== null && (evidence === null || evidence.link === null) ? (
          <Skeleton height={72} animate={props.isLoading} />
        ) : (
          <>
            <StatusMark icon={icon} tone={tone}>
              {words.status[status]}
            </StatusMark>
            {status === 'no-evidence' && <p className={classes.evidenceHint}>{words.noEvidence}</p>}
            {status === 'broken' && <p className={classes.evidenceHint}>{words.broken}</p>}
            {status === 'outdated' && (
              <p className={classes.evidenceHint}>
                {evidence?.reportRenderedAt ? words.outdated : words.neverRendered}
              </p>
            )}
            {evidence?.result && (
              <EvidenceCard
                result={evidence.result}
                sentence={evidence.sentence}
                reportId={evidence.link?.reportId ?? null}
                reportTitle={evidence.reportTitle}
                renderedAt={evidence.reportRenderedAt}
              />
            )}
          </>
        )}
      </div>
    </li>
  );
}
