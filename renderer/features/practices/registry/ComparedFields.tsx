import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { Tag } from '../../../ui/Tag';
import classes from './compare.module.css';
import { type ComparedField, compareFields } from './compare-fields';
import { EntryMarks } from './EntryMarks';
import { type Entry, ownerOf } from './entry';

/** The fields of two records, row by row; where they differ it says so. */
export function ComparedFields(props: { left: Entry; right: Entry; isShort: boolean }) {
  const words = useTexts();
  const { comparing } = words.registry;
  const { locale } = useLocale();
  const { left, right } = props;
  const fields = useMemo(
    () => compareFields(left.record, right.record, words, locale),
    [left, right, words, locale],
  );
  const different = fields.filter(({ isDifferent }) => isDifferent);
  const shown = props.isShort ? different : fields;
  const write = (count: number) => formatNumber(count, 0, locale);
  return (
    <>
      <p className={classes.summary} role="status">
        {different.length === 0
          ? comparing.noDifferences
          : comparing.summary(write(different.length), write(fields.length))}
      </p>
      <table className={classes.compared}>
        <thead>
          <tr>
            <td />
            {[left, right].map((entry, index) => (
              <th key={index} scope="col">
                <span className={classes.owner}>
                  {ownerOf(entry.record)} <EntryMarks entry={entry} />
                </span>
                <Link href={entry.href}>{entry.record.title}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <FieldRow key={field.key} field={field} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function FieldRow({ field }: { field: ComparedField }) {
  const { comparing } = useTexts().registry;
  const [left, right] = field.values;
  return (
    <tr data-different={field.isDifferent || undefined}>
      <th scope="row">
        {field.title}
        <span className={classes.verdict}>
          {field.isDifferent ? <Tag>{comparing.different}</Tag> : comparing.same}
        </span>
      </th>
      {[left, right].map((values, index) => (
        <td key={index}>
          <FieldValues values={values} others={index === 0 ? right : left} field={field} />
        </td>
      ))}
    </tr>
  );
}

function FieldValues(props: { values: readonly string[]; others: readonly string[]; field: ComparedField }) {
  const { comparing } = useTexts().registry;
  const { values, others, field } = props;
  if (values.length === 0) return <p className={classes.empty}>{comparing.empty}</p>;
  if (!field.isList) return values.map((value, index) => <p key={index}>{value}</p>);
  return (
    <ul>
      {values.map((value) => {
        const isShared = field.isDifferent && others.includes(value);
        return (
          <li key={value} data-only={(field.isDifferent && !isShared) || undefined}>
            {value}
            {isShared && <span className={classes.both}> ({comparing.both})</span>}
          </li>
        );
      })}
    </ul>
  );
}
