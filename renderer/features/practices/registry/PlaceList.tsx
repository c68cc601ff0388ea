import { Link } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { abroad, type Entry, ownerOf, wholeCountry } from './entry';
import { placeName } from './facets';
import classes from './map.module.css';
import { regionTiles } from './region-grid';

/** What the map shows, in words: the records of each region, from north to south. */
export function PlaceList(props: { byPlace: ReadonlyMap<string, readonly Entry[]> }) {
  const words = useTexts();
  const places = [...regionTiles.map(({ code }) => code), wholeCountry, abroad];
  return (
    <section className={classes.places} aria-label={words.registry.map.list}>
      {places.flatMap((place) => {
        const entries = props.byPlace.get(place);
        if (!entries) return [];
        return [
          <div key={place} className={classes.place}>
            <h2>{placeName(place, words)}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.key}>
                  <Link href={entry.href}>{entry.record.title}</Link>
                  <span className={classes.quiet}>{ownerOf(entry.record)}</span>
                </li>
              ))}
            </ul>
          </div>,
        ];
      })}
    </section>
  );
}
