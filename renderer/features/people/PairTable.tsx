import type { PersonPair, PersonRow } from '../../../shared/domain/people';
import { formatDate, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './people.module.css';

type Field = { key: string; label: string; left: string | null; right: string | null };

/** Two rows side by side; what differs stands out. Names and numbers come from the vault and are only drawn. */
export function PairTable(props: { pair: PersonPair; names: ReadonlyMap<string, string> }) {
  const { left, right } = props.pair;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.review.fields;
  const field = (key: string, label: string, value: (row: PersonRow) => string | null): Field => ({
    key,
    label,
    left: value(left),
    right: value(right),
  });
  const school = (row: PersonRow): string | null =>
    row.groups.some(({ value }) => value === row.details?.group) ? null : (row.details?.group ?? null);
  const fields = [
    field('name', text.name, ({ details }) => details?.name ?? null),
    field('born', text.birthDate, ({ details }) =>
      details?.birthDate ? formatDate(details.birthDate, locale) : null,
    ),
    field('identifier', text.identifier, ({ details, person }) => details?.identifier ?? person),
    field('school', text.group, school),
    ...left.groups.map(({ variableId, label }) =>
      field(
        variableId,
        label,
        ({ groups }) => groups.find((group) => group.variableId === variableId)?.value ?? null,
      ),
    ),
  ].filter(({ left: one, right: other }) => one !== null || other !== null);
  const head = (row: PersonRow) =>
    `${props.names.get(row.waveId) ?? ''}, ${text.line.toLocaleLowerCase()} ${formatNumber(row.line, 0, locale)}`;
  return (
    <table className={classes.pair}>
      <thead>
        <tr>
          <td />
          <th scope="col">{head(left)}</th>
          <th scope="col">{head(right)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((each) => (
          <tr key={each.key} data-differs={each.left !== each.right || undefined}>
            <th scope="row">{each.label}</th>
            <td className={classes.pairValue}>
              {each.left ?? <span className={classes.unknown}>{people.review.unknown}</span>}
            </td>
            <td className={classes.pairValue}>
              {each.right ?? <span className={classes.unknown}>{people.review.unknown}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
