import { useTexts } from '../../../state/preferences';
import type { EntryRecord } from './entry';
import { ReadingField } from './RecordReading';
import classes from './reading.module.css';

/** What a record claims, each with the figure its document states. */
export function StatedClaims(props: { claims: EntryRecord['claims'] }) {
  const { registry } = useTexts();
  if (props.claims.length === 0) return null;
  return (
    <ReadingField title={registry.reading.claims}>
      <ol className={classes.claims}>
        {props.claims.map(({ text, stated }, index) => (
          <li key={index}>
            {text}
            {stated && (
              <span className={classes.stated}>{registry.reading.statedAs(stated.text, stated.source)}</span>
            )}
          </li>
        ))}
      </ol>
    </ReadingField>
  );
}
