import { type EvidenceStrength, evidenceStrengths } from '../../../../shared/domain/evidence';
import { selloLines } from '../../../../shared/domain/practice';
import { foldWords } from '../../../../shared/reference/fold';
import { regions } from '../../../../shared/reference/regions';
import type { Texts } from '../../../../shared/text';
import { abroad, type Entry, gcmOf, haystackOf, placeOf, wholeCountry, yearsOf } from './entry';
import { populationGroups, populationGroupsOf } from './population';

/** The filters in the order in which they stand, each by its name in the address. */
export const facetKeys = [
  'linea',
  'region',
  'municipio',
  'poblacion',
  'anio',
  'pacto',
  'ods',
  'evidencia',
  'tipo',
] as const;
export type FacetKey = (typeof facetKeys)[number];

export type Filters = { search: string; chosen: Readonly<Record<FacetKey, readonly string[]>> };
export type FacetOption = { value: string; label: string; count: number };

/** The strongest rung among a record's claims; null while it is not known. */
export type StrengthOf = (entry: Entry) => EvidenceStrength | null;

/** Something for each filter. */
export function forEachFacet<Value>(make: (key: FacetKey) => Value): Record<FacetKey, Value> {
  return {
    linea: make('linea'),
    region: make('region'),
    municipio: make('municipio'),
    poblacion: make('poblacion'),
    anio: make('anio'),
    pacto: make('pacto'),
    ods: make('ods'),
    evidencia: make('evidencia'),
    tipo: make('tipo'),
  };
}

/** What an entry has under a filter: the values that find it. */
export function valuesOf(key: FacetKey, entry: Entry, strengthOf: StrengthOf): string[] {
  const { record } = entry;
  switch (key) {
    case 'linea':
      return record.selloLines.length === 0 ? ['ninguna'] : record.selloLines;
    case 'region':
      return [placeOf(record)];
    case 'municipio':
      return record.municipality === '' ? [] : [record.municipality.trim()];
    case 'poblacion':
      return populationGroupsOf(record);
    case 'anio':
      return yearsOf(record).map(String);
    case 'pacto':
      return gcmOf(record).map(String);
    case 'ods':
      return [...record.sdgs.stated, ...record.sdgs.proposed].map(String);
    case 'evidencia': {
      const strength = strengthOf(entry);
      return strength === null ? [] : [strength];
    }
    case 'tipo':
      return [record.kind];
  }
}

/** A prepared search: every word has to occur, without accents and capitals. */
export function searchOf(words: Texts): (entry: Entry, search: string) => boolean {
  const known = new WeakMap<Entry, string>();
  return (entry, search) => {
    const wanted = foldWords(search);
    if (wanted === '') return true;
    const text = known.get(entry) ?? haystackOf(entry, words);
    known.set(entry, text);
    return wanted.split(' ').every((word) => text.includes(word));
  };
}

/** The entries that all filters let pass; `except` leaves one filter out, to count its options. */
export function matching(
  entries: readonly Entry[],
  filters: Filters,
  find: ReturnType<typeof searchOf>,
  strengthOf: StrengthOf,
  except: FacetKey | null = null,
): Entry[] {
  const active = facetKeys.filter((key) => key !== except && filters.chosen[key].length > 0);
  return entries.filter(
    (entry) =>
      find(entry, filters.search) &&
      active.every((key) =>
        valuesOf(key, entry, strengthOf).some((value) => filters.chosen[key].includes(value)),
      ),
  );
}

/** The options of a filter, each with how many of the entries it would show; a chosen one stays even at none. */
export function optionsOf(
  key: FacetKey,
  entries: readonly Entry[],
  chosen: readonly string[],
  strengthOf: StrengthOf,
  words: Texts,
): FacetOption[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  for (const entry of entries) {
    for (const value of new Set(valuesOf(key, entry, strengthOf)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = orderOf(key);
  return [...counts]
    .map(([value, count]) => ({ value, count, label: labelOf(key, value, words) }))
    .sort((left, right) =>
      order
        ? order.indexOf(left.value) - order.indexOf(right.value)
        : left.label.localeCompare(right.label, 'es', { numeric: true }),
    );
}

const northToSouth = [
  '15',
  '01',
  '02',
  '03',
  '04',
  '05',
  '13',
  '06',
  '07',
  '16',
  '08',
  '09',
  '14',
  '10',
  '11',
  '12',
];

function orderOf(key: FacetKey): readonly string[] | null {
  if (key === 'linea') return [...selloLines, 'ninguna'];
  if (key === 'region') return [...northToSouth, wholeCountry, abroad];
  if (key === 'poblacion') return populationGroups;
  if (key === 'evidencia') return evidenceStrengths;
  if (key === 'tipo') return ['municipal', 'agency', 'commission'];
  return null;
}

/** An option in the reader's words. */
export function labelOf(key: FacetKey, value: string, words: Texts): string {
  const { practices, registry, evidence } = words;
  const named = (names: Readonly<Record<string, string>>, prefix = ''): string =>
    `${prefix}${names[value] ?? value}`;
  switch (key) {
    case 'linea':
      return value === 'ninguna' ? registry.noLine : named(practices.selloLineNames);
    case 'region':
      return placeName(value, words);
    case 'poblacion':
      return named(registry.populations);
    case 'pacto':
      return named(practices.gcm, `${value}. `);
    case 'ods':
      return named(practices.sdg, `${value}. `);
    case 'evidencia':
      return named(evidence.strength.names);
    case 'tipo':
      return named(registry.kinds);
    case 'municipio':
    case 'anio':
      return value;
  }
}

/** The name of a tile of the map. */
export function placeName(place: string, { registry }: Texts): string {
  if (place === abroad) return registry.map.abroad;
  if (place === wholeCountry) return registry.map.wholeCountry;
  return regions.find(([code]) => code === place)?.[2] ?? place;
}
