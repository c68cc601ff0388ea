import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type FacetKey, type Filters, facetKeys, forEachFacet } from './facets';

export const registryViews = ['tarjetas', 'lista', 'tabla', 'mapa', 'matriz'] as const;
export type RegistryView = (typeof registryViews)[number];
export type Sorting = { column: string; isDescending: boolean };

export type RegistryAddress = {
  view: RegistryView;
  filters: Filters;
  withArchived: boolean;
  sorting: Sorting | null;
  setView: (view: RegistryView) => void;
  setSearch: (search: string) => void;
  setChosen: (key: FacetKey, values: readonly string[]) => void;
  setSorting: (sorting: Sorting | null) => void;
  setWithArchived: (withArchived: boolean) => void;
  clear: () => void;
};

const separator = '~';

/** View, search, filters and order of the registry, kept in the address so that they can be left, shared and returned to. */
export function useRegistryAddress(): RegistryAddress {
  const [params, setParams] = useSearchParams();
  const written = params.toString();
  const state = useMemo(() => readAddress(new URLSearchParams(written)), [written]);
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return {
    ...state,
    setView: (view) => set({ vista: view === 'tarjetas' ? null : view }),
    setSearch: (search) => set({ q: search }),
    setChosen: (key, values) => set({ [key]: values.join(separator) }),
    setSorting: (sorting) => set({ orden: sorting && `${sorting.isDescending ? '-' : ''}${sorting.column}` }),
    setWithArchived: (withArchived) => set({ archivadas: withArchived ? 'si' : null }),
    clear: () => set({ q: null, ...Object.fromEntries(facetKeys.map((key) => [key, null])) }),
  };
}

function readAddress(params: URLSearchParams) {
  const chosen = forEachFacet((key) =>
    (params.get(key) ?? '').split(separator).filter((value) => value !== ''),
  );
  const order = params.get('orden') ?? '';
  return {
    view: registryViews.find((view) => view === params.get('vista')) ?? 'tarjetas',
    filters: { search: params.get('q') ?? '', chosen },
    withArchived: params.get('archivadas') === 'si',
    sorting: order === '' ? null : { column: order.replace(/^-/, ''), isDescending: order.startsWith('-') },
  };
}
