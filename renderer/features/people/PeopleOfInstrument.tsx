import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { InstrumentId } from '../../../shared/domain/ids';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import { AliasPanel } from './AliasPanel';
import { DecisionList } from './DecisionList';
import { PeopleSummary } from './PeopleSummary';
import { ReviewSection } from './ReviewSection';
import { UnmatchedSection } from './UnmatchedSection';
import { waveNames } from './waves-of';

/** The people of one instrument's waves: who is found again, who is not, who may be, and what was decided. */
export function PeopleOfInstrument(props: { instrumentId: InstrumentId; waves: readonly Wave[] }) {
  const { people } = useTexts();
  const overview = useQueryMethod('people.overview', { instrumentId: props.instrumentId });
  const [decidedBy, setDecidedBy] = useState('');
  const [isJoining, setJoining] = useState(false);
  const names = waveNames(props.waves);
  const who = { decidedBy, onDecidedBy: setDecidedBy };
  if (overview.error) return <ErrorState error={overview.error} onRetry={overview.retry} />;
  if (!overview.data) return <LoadingState progress={overview.progress} />;
  if (!overview.data.identifier) {
    return (
      <EmptyState title={people.none.withoutIdentifierTitle}>{people.none.withoutIdentifierText}</EmptyState>
    );
  }
  const { details } = overview.data;
  return (
    <>
      <PeopleSummary overview={overview.data} names={names} />
      <ReviewSection overview={overview.data} names={names} {...who} />
      {overview.data.flows.length > 0 && <UnmatchedSection flows={overview.data.flows} names={names} />}
      {details !== 'none' && (
        <Section title={people.alias.title}>
          <Text mb={16} maw="80ch">
            {people.alias.text} {details === 'locked' && people.alias.locked}
          </Text>
          <Button variant="default" disabled={details === 'locked'} onClick={() => setJoining(true)}>
            {people.alias.button}
          </Button>
          {isJoining && <AliasPanel onClose={() => setJoining(false)} {...who} />}
        </Section>
      )}
      <DecisionList names={names} />
    </>
  );
}
