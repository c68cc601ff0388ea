import type { ColumnPlan, Inspection } from '../../../shared/domain/import';

const personName = 'persona';
const longestName = 90;

/**
 * The columns with one more that joins those by which people are recognised together; none where fewer than two are
 * chosen. It takes the place of any other identifier.
 */
export function withPerson(
  columns: readonly ColumnPlan[],
  inspection: Pick<Inspection, 'headers'>,
  chosen: readonly number[],
): ColumnPlan[] {
  const pieces = chosen.flatMap((source) => columns.filter((column) => column.source === source));
  const [first] = pieces;
  if (!first || pieces.length < 2) return [...columns];
  const taken = new Set(columns.map(({ name }) => name));
  let name = personName;
  for (let count = 2; taken.has(name); count += 1) name = `${personName}_${count}`;
  const header = pieces.map((piece) => piece.header || piece.label).join(' + ');
  const person: ColumnPlan = {
    ...first,
    source: personSource(columns, inspection),
    header,
    name,
    label: header.length > longestName ? `${header.slice(0, longestName)}…` : header,
    action: 'pseudonymise',
    type: 'identifier',
    role: 'identifier',
    options: [],
    missingCodes: [],
    notApplicableCodes: [],
    optionSeparator: null,
    identity: null,
    parts: pieces.map(({ source }) => ({ source, value: null })),
    recodes: [],
    standard: null,
    unit: null,
    form: null,
  };
  const others = columns.map((column) =>
    column.role === 'identifier' ? { ...column, role: 'measure' as const } : column,
  );
  return [...others, person];
}

/** Where a column put together by the analyst stands: after the file's columns and those composed from them. */
export function personSource(
  columns: readonly ColumnPlan[],
  { headers }: Pick<Inspection, 'headers'>,
): number {
  return Math.max(headers.length - 1, ...columns.map(({ source }) => source)) + 1;
}
