import { CloseButton, SegmentedControl, Switch, TextInput } from '@mantine/core';
import {
  type Icon,
  IconLayoutGrid,
  IconList,
  IconMap2,
  IconSearch,
  IconTable,
  IconTableOptions,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';
import { facetKeys } from './facets';
import classes from './toolbar.module.css';
import type { Registry } from './use-registry';
import { type RegistryView, registryViews } from './use-registry-address';

const icons: Readonly<Record<RegistryView, Icon>> = {
  tarjetas: IconLayoutGrid,
  lista: IconList,
  tabla: IconTable,
  mapa: IconMap2,
  matriz: IconTableOptions,
};

/** Search, filters with their counts, what is filtered now, and the five ways to look at it. */
export function RegistryToolbar({ registry: state }: { registry: Registry }) {
  const { registry } = useTexts();
  const { address } = state;
  return (
    <div className={classes.toolbar}>
      <div className={classes.toolbarLine}>
        <SearchField search={address.filters.search} onChange={address.setSearch} />
        <SegmentedControl
          size="xs"
          aria-label={registry.views.label}
          value={address.view}
          onChange={(value) => {
            const view = registryViews.find((each) => each === value);
            if (view) address.setView(view);
          }}
          data={registryViews.map((view) => ({ value: view, label: <ViewLabel view={view} /> }))}
        />
      </div>
      <fieldset className={classes.facets}>
        <legend className="lb-hidden">{registry.facets.label}</legend>
        {facetKeys.map((key) => (
          <FilterMenu
            key={key}
            facet={key}
            options={state.options[key]}
            chosen={address.filters.chosen[key]}
            isPending={key === 'evidencia' && state.isPending}
            onChange={(values) => address.setChosen(key, values)}
          />
        ))}
        <ArchivedSwitch state={state} />
      </fieldset>
      <FilterChips registry={state} />
    </div>
  );
}

function ViewLabel({ view }: { view: RegistryView }) {
  const { registry } = useTexts();
  const Sign = icons[view];
  return (
    <span className={classes.viewLabel}>
      <Sign size={15} stroke={1.75} aria-hidden />
      {registry.views[view]}
    </span>
  );
}

function SearchField(props: { search: string; onChange: (search: string) => void }) {
  const { registry } = useTexts();
  const [typed, setTyped] = useState(props.search);
  useEffect(() => setTyped(props.search), [props.search]);
  function change(search: string): void {
    setTyped(search);
    props.onChange(search);
  }
  return (
    <TextInput
      type="search"
      className={classes.search ?? ''}
      aria-label={registry.search}
      placeholder={registry.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && <CloseButton size="sm" aria-label={registry.clearSearch} onClick={() => change('')} />
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function ArchivedSwitch({ state }: { state: Registry }) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  if (state.archivedCount === 0) return null;
  return (
    <Switch
      size="xs"
      className={classes.archivedSwitch ?? ''}
      label={registry.withArchivedCount(formatNumber(state.archivedCount, 0, locale))}
      checked={state.address.withArchived}
      onChange={(event) => state.address.setWithArchived(event.currentTarget.checked)}
    />
  );
}
