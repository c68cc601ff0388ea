import type { ReactNode } from 'react';
import { useTexts } from '../../../state/preferences';
import { type EntryRecord, ownerOf } from './entry';
import { GoalList } from './GoalList';
import { MonthStrip } from './MonthStrip';
import classes from './reading.module.css';
import { SelloTicks } from './SelloTicks';
import { StatedClaims } from './StatedClaims';
import { UnReading } from './UnReading';

/** A record to be read: prose in one column, facts in the margin, in the order of the ficha. */
export function RecordReading({ record }: { record: EntryRecord }) {
  const { practices, registry } = useTexts();
  const words = registry.reading;
  const { fields } = practices;
  const place = [record.municipality, record.region, record.country].filter((part) => part !== '').join(', ');
  return (
    <article className={classes.reading}>
      <p className={classes.kicker}>
        {[registry.kinds[record.kind], place || ownerOf(record)].filter(Boolean).join(' · ')}
      </p>
      {record.summary !== '' && <p className={classes.lead}>{record.summary}</p>}
      <Part title={fields.units} values={record.units} isList />
      <Part title={fields.collaborators} values={record.collaborators} isList />
      {record.kind === 'municipal' && (
        <ReadingField title={fields.selloLines}>
          <SelloTicks lines={record.selloLines} />
        </ReadingField>
      )}
      <Part title={fields.targetPopulation} values={[record.targetPopulation]} />
      <Part title={registry.record.priorityGroup} values={[record.priorityGroup]} />
      <ReadingField title={fields.dates}>
        {record.dates.text !== '' && <p>{record.dates.text}</p>}
        <MonthStrip months={record.dates.months} />
        {record.dates.ranges.some(({ note }) => note !== '') && (
          <ul className={classes.notes}>
            {record.dates.ranges.map(({ from, to, note }, index) => (
              <li key={index}>
                {[from === to ? from : [from, to].filter(Boolean).join(' a '), note]
                  .filter(Boolean)
                  .join(': ')}
              </li>
            ))}
          </ul>
        )}
      </ReadingField>
      <Part title={fields.funding} values={[record.funding]} />
      <Part title={fields.sustainability} values={[record.sustainability]} />
      <Part title={fields.description} values={record.description} />
      <Part title={fields.innovation} values={[record.innovation]} />
      <Part title={fields.lessons} values={[record.lessons]} />
      <StatedClaims claims={record.claims} />
      <GoalList title={fields.gcm} goals={record.gcmObjectives} names={practices.gcm} />
      <GoalList title={fields.sdgs} goals={record.sdgs} names={practices.sdg} />
      <UnReading record={record} />
      {record.titleEnglish !== '' && (
        <ReadingField title={words.english}>
          <div lang="en">
            <p>
              <strong>{record.titleEnglish}</strong>
            </p>
            {record.summaryEnglish !== '' && <p>{record.summaryEnglish}</p>}
          </div>
        </ReadingField>
      )}
      <Part title={words.source} values={[record.source.document, record.source.place]} />
    </article>
  );
}

/** A field of the ficha: its name in the margin, its text beside. */
export function ReadingField(props: { title: string; children: ReactNode }) {
  return (
    <section className={classes.field}>
      <h2>{props.title}</h2>
      <div className={classes.body}>{props.children}</div>
    </section>
  );
}

/** A field of text; one that the document leaves unsaid says so. */
export function Part(props: { title: string; values: readonly string[]; isList?: boolean }) {
  const { registry } = useTexts();
  const values = props.values.filter((value) => value.trim() !== '');
  return (
    <ReadingField title={props.title}>
      {values.length === 0 && <p className={classes.unsaid}>{registry.reading.unsaid}</p>}
      {props.isList && values.length > 1 ? (
        <ul>
          {values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      ) : (
        values.map((value, index) => <p key={index}>{value}</p>)
      )}
    </ReadingField>
  );
}
