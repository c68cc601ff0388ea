import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTexts } from '../../../state/preferences';
import { EmptyState } from '../../../ui/EmptyState';
import { EntryCards } from './EntryCards';
import { EntryList } from './EntryList';
import { EntryTable } from './EntryTable';
import type { Entry } from './entry';
import { RegionMap } from './RegionMap';
import { RegistryToolbar } from './RegistryToolbar';
import { SelectionBar } from './SelectionBar';
import { SelloMatrix } from './SelloMatrix';
import { type Registry, useRegistry } from './use-registry';

/** Records with their search and filters, in the chosen view. */
export function RegistryView(props: { entries: readonly Entry[] }) {
  const state = useRegistry(props.entries);
  const { registry } = useTexts();
  return (
    <>
      <RegistryToolbar registry={state} />
      <SelectionBar registry={state} />
      {state.shown.length === 0 && state.address.view !== 'mapa' ? (
        <EmptyState
          icon={IconFilterOff}
          title={registry.nothing.title}
          actions={
            <Button variant="default" onClick={state.address.clear}>
              {registry.clearFilters}
            </Button>
          }
        >
          {registry.nothing.text}
        </EmptyState>
      ) : (
        <ChosenView registry={state} />
      )}
    </>
  );
}

function ChosenView({ registry: state }: { registry: Registry }) {
  switch (state.address.view) {
    case 'tarjetas':
      return <EntryCards registry={state} />;
    case 'lista':
      return <EntryList registry={state} />;
    case 'tabla':
      return <EntryTable registry={state} />;
    case 'mapa':
      return <RegionMap registry={state} />;
    case 'matriz':
      return <SelloMatrix entries={state.shown} />;
  }
}
