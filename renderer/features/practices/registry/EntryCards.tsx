import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { Tag } from '../../../ui/Tag';
import { EntryActions } from './EntryActions';
import { EntryMarks } from './EntryMarks';
import { type Entry, ownerOf, yearsOf } from './entry';
import { LineDots } from './LineDots';
import { populationGroupsOf } from './population';
import classes from './registry.module.css';
import { StrengthSummary } from './StrengthSummary';
import type { Registry } from './use-registry';
import { yearSpan } from './year-span';

/** Records as cards: whose, what, for whom, when, and how well it is supported. */
export function EntryCards({ registry }: { registry: Registry }) {
  return (
    <ul className={classes.cards}>
      {registry.shown.map((entry) => (
        <EntryCard key={entry.key} entry={entry} registry={registry} />
      ))}
    </ul>
  );
}

function EntryCard({ entry, registry: state }: { entry: Entry; registry: Registry }) {
  const { registry } = useTexts();
  const { record } = entry;
  const groups = populationGroupsOf(record).filter((group) => group !== 'unsaid');
  const facts = [...groups.map((group) => registry.populations[group]), yearSpan(yearsOf(record))];
  return (
    <li className={classes.card} data-catalogue={entry.practice === null || undefined}>
      <div className={classes.cardHead}>
        <Checkbox
          size="xs"
          aria-label={registry.select(record.title)}
          checked={state.selected.has(entry.key)}
          onChange={() => state.toggle(entry.key)}
        />
        <span className={classes.cardOwner}>{ownerOf(record) || registry.kinds[record.kind]}</span>
        <EntryMarks entry={entry} />
        <EntryActions entry={entry} />
      </div>
      <h2 className={classes.cardTitle}>
        <Link href={entry.href}>{record.title}</Link>
      </h2>
      {record.summary !== '' && <p className={classes.cardSummary}>{record.summary}</p>}
      <p className={classes.cardFacts}>{facts.filter(Boolean).join(' · ')}</p>
      <div className={classes.cardFoot}>
        {record.kind === 'municipal' ? (
          <LineDots lines={record.selloLines} isLabelled />
        ) : (
          <Tag>{registry.kinds[record.kind]}</Tag>
        )}
        <StrengthSummary rungs={state.rungsOf(entry)} />
      </div>
    </li>
  );
}
