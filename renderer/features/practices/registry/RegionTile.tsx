import type { CSSProperties } from 'react';
import type { Locale } from '../../../../shared/text';
import { formatNumber } from '../../../../shared/text/format';
import { useTexts } from '../../../state/preferences';
import classes from './map.module.css';

/** One tile of the map: a button that filters by its place. */
export function RegionTile(props: {
  name: string;
  count: number;
  comunas: readonly string[];
  isChosen: boolean;
  locale: Locale;
  style: CSSProperties;
  onToggle: () => void;
}) {
  const { map } = useTexts().registry;
  const written = formatNumber(props.count, 0, props.locale);
  const amount = props.count === 0 ? map.none : props.count === 1 ? map.one : map.many(written);
  const comunas = props.comunas.join(', ');
  const label = [map.tile(props.name, amount), comunas].filter(Boolean).join('. ');
  return (
    <button
      type="button"
      className={classes.tile}
      style={props.style}
      aria-pressed={props.isChosen}
      aria-label={label}
      title={label}
      disabled={props.count === 0 && !props.isChosen}
      data-count={Math.min(props.count, 4)}
      onClick={props.onToggle}
    >
      <span className={classes.tileName}>{props.name}</span>
      {props.count > 0 && <span className={classes.tileCount}>{written}</span>}
      {comunas !== '' && <span className={classes.tileComunas}>{comunas}</span>}
    </button>
  );
}
