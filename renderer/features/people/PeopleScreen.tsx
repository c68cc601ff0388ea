import { Button, Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { PeopleOfInstrument } from './PeopleOfInstrument';

/** The same people across waves, instrument by instrument. */
export function PeopleScreen() {
  const { people, waves: waveTexts } = useTexts();
  const list = useQueryMethod('wave.list', {});
  const instruments = useQueryMethod('instrument.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const waves = list.data?.waves ?? [];
  const measured = byMostWaves(waves);
  const instrumentId = measured.find((id) => id === chosen) ?? measured[0];
  const nameOf = (id: string) => instruments.data?.instruments.find((each) => each.id === id)?.name ?? id;
  return (
    <Page
      title={people.title}
      purpose={people.purpose}
      back={{ href: '/mediciones', label: waveTexts.title }}
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {list.data && !instrumentId && (
        <EmptyState
          icon={IconUsers}
          title={people.none.title}
          actions={
            <Button component={Link} href="/mediciones/importar">
              {waveTexts.import}
            </Button>
          }
        >
          {people.none.text}
        </EmptyState>
      )}
      {measured.length > 1 && instruments.data && (
        <Select
          w={420}
          mb={24}
          label={people.instrument}
          allowDeselect={false}
          data={measured.map((id) => ({ value: id, label: nameOf(id) }))}
          value={instrumentId ?? null}
          onChange={setChosen}
        />
      )}
      {instrumentId && <PeopleOfInstrument key={instrumentId} instrumentId={instrumentId} waves={waves} />}
    </Page>
  );
}

/** Instruments with waves, the most often applied first. */
function byMostWaves(waves: readonly Wave[]): Wave['instrumentId'][] {
  const counts = new Map<Wave['instrumentId'], number>();
  for (const { instrumentId } of waves) counts.set(instrumentId, (counts.get(instrumentId) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1]).map(([id]) => id);
}
