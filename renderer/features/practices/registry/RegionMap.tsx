import { useMemo } from 'react';
import { useLocale, useTexts } from '../../../state/preferences';
import { abroad, type Entry, placeOf, wholeCountry } from './entry';
import { placeName } from './facets';
import classes from './map.module.css';
import { PlaceList } from './PlaceList';
import { RegionTile } from './RegionTile';
import { regionTiles } from './region-grid';
import type { Registry } from './use-registry';

/** Chile as a tile a region, with how many practices each has; beside it, the same as a list. */
export function RegionMap({ registry: state }: { registry: Registry }) {
  const words = useTexts();
  const { registry } = words;
  const { locale } = useLocale();
  const { address, options } = state;
  const byPlace = useMemo(() => groupByPlace(state.shown), [state.shown]);
  const chosen = address.filters.chosen.region;
  const countOf = (place: string) => options.region.find(({ value }) => value === place)?.count ?? 0;
  const toggle = (place: string) =>
    address.setChosen(
      'region',
      chosen.includes(place) ? chosen.filter((each) => each !== place) : [...chosen, place],
    );
  const tile = (place: string) => ({
    name: placeName(place, words),
    count: countOf(place),
    comunas: place === wholeCountry ? [] : comunasOf(byPlace.get(place) ?? []),
    isChosen: chosen.includes(place),
    locale,
    onToggle: () => toggle(place),
  });
  return (
    <div className={classes.map}>
      <section aria-label={registry.map.label}>
        <p className={classes.mapHint}>{registry.map.hint}</p>
        <div className={classes.tiles}>
          {regionTiles.map(({ code, column, row }) => (
            <RegionTile
              key={code}
              {...tile(code)}
              style={{ gridColumn: `${column} / span 2`, gridRow: row }}
            />
          ))}
        </div>
        <div className={classes.tilesBeside}>
          {[wholeCountry, abroad].map((place) => (
            <RegionTile key={place} {...tile(place)} style={{}} />
          ))}
        </div>
      </section>
      <PlaceList byPlace={byPlace} />
    </div>
  );
}

function groupByPlace(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const place = placeOf(entry.record);
    groups.set(place, [...(groups.get(place) ?? []), entry]);
  }
  return groups;
}

/** The comunas of some records, each once, in the order of the alphabet. */
function comunasOf(entries: readonly Entry[]): string[] {
  const names = entries.map(({ record }) => record.municipality || record.country).filter(Boolean);
  return [...new Set(names)].sort((left, right) => left.localeCompare(right, 'es'));
}
