import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { EntryActions } from './EntryActions';
import { EntryMarks } from './EntryMarks';
import { ownerOf } from './entry';
import classes from './registry.module.css';
import { StrengthSummary } from './StrengthSummary';
import type { Registry } from './use-registry';

/** Records line by line: title and summary, whose and when, how well supported. */
export function EntryList({ registry: state }: { registry: Registry }) {
  const { registry } = useTexts();
  return (
    <ul className={classes.lines}>
      {state.shown.map((entry) => {
        const { record } = entry;
        const facts = [ownerOf(record), record.dates.text].filter((fact) => fact !== '');
        return (
          <li key={entry.key} className={classes.line} data-catalogue={entry.practice === null || undefined}>
            <Checkbox
              size="xs"
              aria-label={registry.select(record.title)}
              checked={state.selected.has(entry.key)}
              onChange={() => state.toggle(entry.key)}
            />
            <Link href={entry.href} className={classes.lineLink}>
              <span className={classes.lineTitle}>{record.title}</span>
              <span className={classes.lineFacts}>{facts.join(' · ')}</span>
            </Link>
            <EntryMarks entry={entry} />
            <span className={classes.lineStrength}>
              <StrengthSummary rungs={state.rungsOf(entry)} />
            </span>
            <EntryActions entry={entry} />
          </li>
        );
      })}
    </ul>
  );
}
