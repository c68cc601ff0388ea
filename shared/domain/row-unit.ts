import { isAboutPeople, type RowUnit, type Variable } from './instrument';

type Column = Pick<Variable, 'identity'> & Partial<Pick<Variable, 'type' | 'standard'>> & { label: string };

/** Details that only a person has, or that stand for one: rows that carry them are people whatever they are called. */
const certain = new Set<NonNullable<Variable['identity']>>(['rut', 'ipe', 'passport', 'birth-date']);
const ofPeople = new Set<NonNullable<Variable['standard']>>(['sex', 'gender', 'nationality']);

/**
 * Columns that speak against rows being no people, which would lift the protection of small groups: `certain` forbid it,
 * `doubtful` (names, codes that recognise, sex, nationality) ask for a written reason. None where rows are called people.
 */
export function rowUnitDoubts(
  rowUnit: RowUnit,
  columns: readonly Column[],
): { certain: string[]; doubtful: string[] } {
  if (isAboutPeople(rowUnit)) return { certain: [], doubtful: [] };
  const isCertain = ({ identity }: Column): boolean => identity !== null && certain.has(identity);
  const isDoubtful = ({ identity, type, standard }: Column): boolean =>
    identity !== null || type === 'identifier' || (standard != null && ofPeople.has(standard));
  const labels = (some: readonly Column[]): string[] => [...new Set(some.map(({ label }) => label))];
  return {
    certain: labels(columns.filter(isCertain)),
    doubtful: labels(columns.filter((column) => !isCertain(column) && isDoubtful(column))),
  };
}
