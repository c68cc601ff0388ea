import type { CrosswalkEntry } from '../../../shared/domain/crosswalk';
import type { ColumnPlan, ImportPlan, Recode } from '../../../shared/domain/import';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import { type ColumnMatch, matchColumns } from './match';
import type { StoredColumn } from './plan-variables';

/** What became of the instrument in one wave, and the matches as the receipt keeps them. */
export type Crosswalk = { entries: CrosswalkEntry[]; matches: ColumnMatch[] };

/** Answers somebody chose, by the position of the column; absent for columns without a list of options. */
export type AnswersSeen = ReadonlyMap<number, ReadonlySet<string>>;

/** Facts that are lost once a column is read as the variable, and that only the proposal has. */
const keptStatuses = ['recoded', 'scale-reversed', 'type-changed'] as const;

/**
 * The decisions of an import: each stored column beside the variable it answers, with what differed, what was done
 * about it and whether the analyst or the proposal decided; then the variables nobody asked. `before` null is a new
 * instrument.
 */
export function crosswalkOf(
  before: Instrument | null,
  plan: Pick<ImportPlan, 'columns' | 'matches'>,
  stored: readonly StoredColumn[],
  seen: AnswersSeen,
): Crosswalk {
  const found = before ? matchColumns(before, withAnswersSeen(plan.columns, seen)).matches : [];
  const matches = found.map((match) => withProposal(match, plan.matches));
  const bySource = new Map(matches.map((match) => [match.source, match]));
  const entries = stored.map((column): CrosswalkEntry => {
    const match = bySource.get(column.plan.source);
    const isTaken = before !== null && column.plan.variableId !== null && match !== undefined;
    return isTaken
      ? takenEntry(column, match, plan.matches, seen)
      : newEntry(column, before !== null, plan.matches, seen);
  });
  const answered = new Set<string>(stored.map(({ variable }) => variable.id));
  const absent = (before?.variables ?? []).filter(({ id }) => !answered.has(id));
  return { entries: [...entries, ...absent.map(absentEntry)], matches };
}

/** The columns with those of their options that somebody chose, so that the receipt tells which ones fell away. */
function withAnswersSeen(columns: readonly ColumnPlan[], seen: AnswersSeen): ColumnPlan[] {
  return columns.map((column) => ({
    ...column,
    options: column.options.filter(({ value }) => seen.get(column.source)?.has(value) ?? true),
  }));
}

function proposedFor(
  source: number | null,
  variableId: Variable['id'] | null,
  proposed: readonly ColumnMatch[],
): ColumnMatch | undefined {
  return proposed.find(
    (match) => source !== null && match.source === source && match.variableId === variableId,
  );
}

function withProposal(match: ColumnMatch, proposed: readonly ColumnMatch[]): ColumnMatch {
  const before = proposedFor(match.source, match.variableId, proposed);
  if (!before) return match;
  const kept = keptStatuses.filter((status) => before.statuses.includes(status));
  const own = match.statuses.filter(
    (status) => status !== 'same' && !keptStatuses.some((each) => each === status),
  );
  const statuses = [...own, ...kept];
  return {
    ...match,
    statuses: statuses.length > 0 ? statuses : ['same'],
    similarity: before.similarity,
    typeNow: before.typeNow,
    proposal: before.proposal,
    note: before.note,
  };
}

function takenEntry(
  { plan, variable }: StoredColumn,
  match: ColumnMatch,
  proposed: readonly ColumnMatch[],
  seen: AnswersSeen,
): CrosswalkEntry {
  const proposal = proposedFor(plan.source, plan.variableId, proposed)?.proposal ?? null;
  const wanted = proposal?.recodes ?? [];
  const isApplied = wanted.length > 0 && wanted.every((recode) => holds(plan.recodes, recode));
  const own = proposal === null && variable.standard === null ? plan.recodes : [];
  const recodes = isApplied ? wanted : own;
  const isAsProposed =
    proposal !== null &&
    proposal.decision === 'take' &&
    isApplied === (proposal.recodesApplied && wanted.length > 0);
  const statuses =
    own.length > 0 && !match.statuses.includes('recoded')
      ? [...match.statuses.filter((status) => status !== 'same'), 'recoded' as const]
      : match.statuses;
  return {
    ...baseEntry(variable, plan.header, seen.get(plan.source)),
    statuses,
    decision: 'taken',
    decidedBy: isAsProposed && match.note === null ? 'proposal' : 'analyst',
    similarity: match.similarity,
    recodes,
    isReversed: statuses.includes('scale-reversed'),
    isRealigned: recodes.length > 0 || (statuses.includes('scale-reversed') && wanted.length === 0),
    typeInFile: match.typeNow,
    optionsAdded: match.optionsAdded,
    optionsDropped: match.optionsDropped,
    note: match.note,
  };
}

function holds(recodes: readonly Recode[], wanted: Recode): boolean {
  return recodes.some(({ from, to }) => from === wanted.from && to === wanted.to);
}

function newEntry(
  { plan, variable }: StoredColumn,
  isMatched: boolean,
  proposed: readonly ColumnMatch[],
  seen: AnswersSeen,
): CrosswalkEntry {
  const match = proposed.find(({ source }) => source === plan.source);
  const isAsProposed = !isMatched || (match !== undefined && match.proposal?.decision !== 'take');
  return {
    ...baseEntry(variable, plan.header, seen.get(plan.source)),
    statuses: ['new'],
    decision: 'new',
    decidedBy: isAsProposed && !match?.note ? 'proposal' : 'analyst',
    typeInFile: plan.type,
    note: match?.note ?? null,
  };
}

function absentEntry(variable: Variable): CrosswalkEntry {
  return { ...baseEntry(variable, null, undefined), statuses: ['absent'], decision: 'absent' };
}

function baseEntry(
  variable: Variable,
  header: string | null,
  answers: ReadonlySet<string> | undefined,
): CrosswalkEntry {
  return {
    variableId: variable.id,
    variableName: variable.name,
    variableLabel: variable.label,
    header,
    statuses: [],
    decision: 'taken',
    decidedBy: 'proposal',
    similarity: 0,
    recodes: [],
    isReversed: false,
    isRealigned: false,
    typeInFile: null,
    typeStored: variable.type,
    answers: answers ? [...answers].sort() : null,
    optionsAdded: [],
    optionsDropped: [],
    note: null,
  };
}
