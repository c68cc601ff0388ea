import { Button, Text, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { changeType } from './change-type';
import { candidateInUse } from './column-facts';
import classes from './import.module.css';

type Candidate = ColumnProfile['candidates'][number];
const mostExamples = 3;

/** The types that were tried on a column: how many values convert, why each stands there, and examples of those that do not. */
export function TypeCandidates(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile } = props;
  const { import: text } = useTexts();
  const used = candidateInUse(props);
  if (profile.candidates.length === 0) return null;
  return (
    <section>
      <Title order={3}>{text.columnPanel.candidatesTitle}</Title>
      {profile.candidates.map((candidate) => (
        <CandidateRow
          key={`${candidate.type} ${candidate.decimalMark ?? ''} ${candidate.dateOrder ?? ''}`}
          candidate={candidate}
          hidesCells={profile.identityEvidence !== null}
          isInUse={candidate === used}
          onUse={() =>
            props.onChange({
              ...changeType(plan, profile, candidate.type),
              decimalMark: candidate.decimalMark ?? profile.proposal.decimalMark,
              dateOrder: candidate.dateOrder ?? profile.proposal.dateOrder,
            })
          }
        />
      ))}
    </section>
  );
}

function CandidateRow(props: {
  candidate: Candidate;
  hidesCells: boolean;
  isInUse: boolean;
  onUse: () => void;
}) {
  const { candidate } = props;
  const { columnTypes, common, import: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const all = candidate.fits + candidate.misfits;
  const { decimalMark, dateOrder } = candidate;
  const { values } = text.dialect;
  const otherwise = decimalMark
    ? values.decimalMark[decimalMark === ',' ? 'comma' : 'point']
    : dateOrder && values.dateOrder[dateOrder];
  const examples = props.hidesCells
    ? []
    : candidate.examples
        .slice(0, mostExamples)
        .map((example) => text.columnPanel.exampleLine(number(example.line), example.value));
  return (
    <div className={classes.candidate}>
      <div>
        <Text span fw={500}>
          {common.variableTypes[candidate.type]}
          {otherwise && ` · ${otherwise}`}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {number(candidate.fits)} {text.columnPanel.fits}
          {candidate.misfits > 0 && `, ${number(candidate.misfits)} ${text.columnPanel.misfits}`}
        </Text>
      </div>
      {props.isInUse ? (
        <Text span size="sm" c="dimmed">
          {text.columnPanel.inUse}
        </Text>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={props.onUse}>
          {text.columnPanel.useType}
        </Button>
      )}
      <div className={classes.bars} aria-hidden>
        <span
          className={classes.barFits}
          style={{ width: `${all === 0 ? 0 : (100 * candidate.fits) / all}%` }}
        />
      </div>
      <Text size="xs" c="dimmed" style={{ gridColumn: '1 / -1' }}>
        {candidate.reason && columnTypes.reasons[candidate.reason]}{' '}
        {examples.length > 0 && `${text.columnPanel.examples} ${examples.join('; ')}`}
      </Text>
    </div>
  );
}
