import { Button, Text, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { changeType } from './change-type';
import classes from './import.module.css';

const mostExamples = 3;

/** The types that were tried on a column: how many values convert, and examples of those that do not. */
export function TypeCandidates(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { import: text } = useTexts();
  return (
    <section>
      <Title order={3}>{text.columnPanel.candidatesTitle}</Title>
      {props.profile.candidates.map((candidate) => (
        <Candidate
          key={candidate.type}
          candidate={candidate}
          isInUse={candidate.type === props.plan.type}
          onUse={() => props.onChange(changeType(props.plan, props.profile, candidate.type))}
        />
      ))}
    </section>
  );
}

function Candidate(props: {
  candidate: ColumnProfile['candidates'][number];
  isInUse: boolean;
  onUse: () => void;
}) {
  const { candidate } = props;
  const { common, import: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const all = candidate.fits + candidate.misfits;
  const examples = candidate.examples
    .slice(0, mostExamples)
    .map((example) => text.columnPanel.exampleLine(number(example.line), example.value));
  return (
    <div className={classes.candidate}>
      <div>
        <Text span fw={500}>
          {common.variableTypes[candidate.type]}
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
      {examples.length > 0 && (
        <Text size="xs" c="dimmed" style={{ gridColumn: '1 / -1' }}>
          {text.columnPanel.examples} {examples.join('; ')}
        </Text>
      )}
    </div>
  );
}
