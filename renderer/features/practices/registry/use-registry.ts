import { useMemo, useState } from 'react';
import { useTexts } from '../../../state/preferences';
import type { Entry } from './entry';
import { type FacetKey, type FacetOption, forEachFacet, matching, optionsOf, searchOf } from './facets';
import { type RegistryAddress, useRegistryAddress } from './use-registry-address';
import { type RungsOf, strongest, useStrengths } from './use-strengths';

export type Registry = {
  address: RegistryAddress;
  /** Every entry but the archived ones that are not asked for. */
  all: readonly Entry[];
  shown: readonly Entry[];
  archivedCount: number;
  options: Readonly<Record<FacetKey, readonly FacetOption[]>>;
  rungsOf: RungsOf;
  isPending: boolean;
  selected: ReadonlySet<string>;
  toggle: (key: string) => void;
  unselect: () => void;
};

/** The state of a registry: what is shown of its entries, what the filters offer, and what is selected. */
export function useRegistry(entries: readonly Entry[]): Registry {
  const words = useTexts();
  const address = useRegistryAddress();
  const { rungsOf, isPending } = useStrengths(entries);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const find = useMemo(() => searchOf(words), [words]);
  const { filters, withArchived } = address;
  const all = useMemo(
    () => entries.filter(({ practice }) => withArchived || !practice?.archivedAt),
    [entries, withArchived],
  );
  const found = useMemo(() => {
    const strengthOf = (entry: Entry) => strongest(rungsOf(entry));
    const options = forEachFacet((key) => {
      const countable = matching(all, filters, find, strengthOf, key);
      return optionsOf(key, countable, filters.chosen[key], strengthOf, words);
    });
    return { shown: matching(all, filters, find, strengthOf), options };
  }, [all, filters, find, rungsOf, words]);
  return {
    address,
    all,
    ...found,
    archivedCount: entries.filter(({ practice }) => practice?.archivedAt).length,
    rungsOf,
    isPending,
    selected,
    toggle: (key) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    unselect: () => setSelected(new Set()),
  };
}
