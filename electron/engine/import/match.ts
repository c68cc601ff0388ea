import type { z } from 'zod';
import type { ColumnMatch as ColumnMatchSchema, ColumnPlan } from '../../../shared/domain/import';
import type { Instrument, Variable, VariableOption } from '../../../shared/domain/instrument';
import { collapseSpaces, foldText } from './cell-shapes';
import { nameColumns } from './column-names';
import { separators, splitParts } from './multiple-answers';

type ColumnMatch = z.infer<typeof ColumnMatchSchema>;
type Status = ColumnMatch['statuses'][number];
type Pair = { column: ColumnPlan; variable: Variable; similarity: number };

/** Similarity from which a column may be another wording of a question. */
const alikeEnough = 0.6;

/** The Sørensen-Dice coefficient of two texts over pairs of neighbouring letters, 0 to 1. */
export function textSimilarity(left: string, right: string): number {
  const first = foldText(left);
  const second = foldText(right);
  if (first === second) return 1;
  const pairs = letterPairs(first);
  const total = Math.max(first.length - 1, 0) + Math.max(second.length - 1, 0);
  let shared = 0;
  for (const pair of lettersInTwos(second)) {
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      pairs.set(pair, left - 1);
    }
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function letterPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const pair of lettersInTwos(text)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return pairs;
}

function lettersInTwos(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2));
}

/**
 * Matches the columns of a file to the variables of an instrument: same wording first, then the likeliest other
 * wording. A column that already names a variable keeps it. Differences are listed, never merged silently.
 */
export function matchColumns(
  instrument: Instrument,
  columns: readonly ColumnPlan[],
): { matches: ColumnMatch[]; columns: ColumnPlan[] } {
  const pairs = pairUp(instrument, columns);
  for (const pair of pairs.values()) pair.column = withAnswersApart(pair.column, pair.variable);
  const planned = columns.map((column) => {
    const pair = pairs.get(column.source);
    return pair ? adopt(pair.column, pair.variable) : column;
  });
  const matches = columns
    .filter((column) => pairs.has(column.source) || column.action !== 'drop')
    .map((column) => {
      const pair = pairs.get(column.source);
      return pair ? describe(pair) : newColumn(column);
    });
  const matched = new Set([...pairs.values()].map(({ variable }) => variable.id));
  const absent = instrument.variables.filter((variable) => !matched.has(variable.id)).map(absentVariable);
  return { matches: [...matches, ...absent], columns: planned };
}

function pairUp(instrument: Instrument, columns: readonly ColumnPlan[]): Map<number, Pair> {
  const pairs = new Map<number, Pair>();
  const taken = new Set<string>();
  const take = (column: ColumnPlan, variable: Variable, similarity: number): void => {
    pairs.set(column.source, { column, variable, similarity });
    taken.add(variable.id);
  };
  for (const column of columns) {
    const variable = instrument.variables.find((candidate) => candidate.id === column.variableId);
    if (variable && !taken.has(variable.id) && mayHold(variable, column))
      take(column, variable, textSimilarity(column.label, variable.label));
  }
  for (const column of columns) {
    if (pairs.has(column.source)) continue;
    const variable = instrument.variables.find(
      (candidate) => !taken.has(candidate.id) && mayHold(candidate, column) && isSameText(column, candidate),
    );
    if (variable) take(column, variable, 1);
  }
  for (const column of columns) {
    const variable = instrument.variables.find(
      (candidate) => !taken.has(candidate.id) && isSameIdentifier(column, candidate),
    );
    if (!pairs.has(column.source) && variable)
      take(column, variable, textSimilarity(column.label, variable.label));
  }
  const likely = columns
    .filter((column) => !pairs.has(column.source) && column.action !== 'drop')
    .flatMap((column) =>
      instrument.variables
        .filter((variable) => !taken.has(variable.id) && mayHold(variable, column))
        .map((variable) => ({ column, variable, similarity: similarityOf(column, variable) })),
    )
    .filter(({ similarity }) => similarity >= alikeEnough)
    .sort((left, right) => right.similarity - left.similarity);
  for (const { column, variable, similarity } of likely) {
    if (!pairs.has(column.source) && !taken.has(variable.id)) take(column, variable, similarity);
  }
  return pairs;
}

/** What identifies people is never stored under a variable that would hold it as it stands. */
function mayHold(variable: Variable, column: ColumnPlan): boolean {
  const isPersonal = column.action === 'pseudonymise' && column.identity !== null;
  return !isPersonal || variable.type === 'identifier';
}

/** A file where few people chose several answers: its joined cells are taken apart, as the question asks. */
function withAnswersApart(column: ColumnPlan, variable: Variable): ColumnPlan {
  const isOneAnswer = column.type === 'single' || column.type === 'ordinal';
  if (variable.type !== 'multiple' || !isOneAnswer) return column;
  const known = new Set(variable.options.flatMap(({ value, label }) => [foldText(value), foldText(label)]));
  const joined = column.options.filter(({ value }) => !known.has(foldText(value)));
  const optionSeparator = separators.find((separator) =>
    joined.some(({ value }) => {
      const parts = splitParts(value, separator);
      return parts.length > 1 && parts.some((part) => known.has(foldText(part)));
    }),
  );
  if (!optionSeparator) return column;
  const answers = new Set(
    column.options.flatMap(({ value }) =>
      known.has(foldText(value)) ? [value] : splitParts(value, optionSeparator),
    ),
  );
  return { ...column, optionSeparator, options: [...answers].map((value) => ({ value, label: value })) };
}

function isSameText(column: ColumnPlan, variable: Variable): boolean {
  return foldText(column.label) === foldText(variable.label) || column.name === variable.name;
}

/** Whatever its title ("R.U.T."), the column by which people are recognised is the same one in both. */
function isSameIdentifier(column: ColumnPlan, variable: Variable): boolean {
  const recognise = column.role === 'identifier' && variable.role === 'identifier';
  return recognise && column.identity !== null && column.identity === variable.identity;
}

/** Wording alone misleads among items of one battery, so a different type or other options count against a pair. */
function similarityOf(column: ColumnPlan, variable: Variable): number {
  const wording = collapseSpaces(column.header) || column.label;
  const text = textSimilarity(wording, variable.label);
  const contained = containment(wording, variable.label);
  const likeness = Math.max(text, contained * 0.95);
  return column.type === variable.type ? likeness : likeness * 0.85;
}

/** Share of the shorter text's words that the longer one has too; 0 for texts of fewer than three words. */
function containment(left: string, right: string): number {
  const [shorter = [], longer = []] = [left, right]
    .map((text) =>
      foldText(text)
        .split(' ')
        .filter((word) => word.length > 2),
    )
    .sort((first, second) => first.length - second.length);
  if (shorter.length < 2) return 0;
  return shorter.filter((word) => longer.includes(word)).length / shorter.length;
}

function optionKey(option: VariableOption): string {
  return foldText(option.value);
}

function optionDifferences(
  column: ColumnPlan,
  variable: Variable,
): { added: VariableOption[]; dropped: VariableOption[] } {
  const isListed = ['single', 'ordinal', 'multiple'].includes(variable.type) && column.options.length > 0;
  if (!isListed) return { added: [], dropped: [] };
  const before = new Set(variable.options.flatMap((option) => [optionKey(option), foldText(option.label)]));
  const now = new Set(column.options.map(optionKey));
  return {
    added: column.options.filter((option) => !before.has(optionKey(option))),
    dropped: variable.options.filter((option) => !now.has(optionKey(option))),
  };
}

/** The plan with the variable's type, options, codes and role; what the file adds to the options is kept at the end. */
function adopt(column: ColumnPlan, variable: Variable): ColumnPlan {
  const isListed = ['single', 'ordinal', 'multiple'].includes(variable.type);
  const comparable = ['single', 'ordinal', 'multiple'].includes(column.type) ? column.options : [];
  const { added } = optionDifferences({ ...column, options: comparable }, variable);
  const codes = new Set([...variable.missingCodes, ...column.missingCodes]);
  return {
    ...column,
    action: adoptedAction(column, variable),
    variableId: variable.id,
    name: variable.name,
    label: variable.label,
    type: variable.type,
    role: variable.role,
    options: isListed ? [...variable.options, ...added] : variable.options,
    missingCodes: [...codes],
    optionSeparator: variable.type === 'multiple' ? (column.optionSeparator ?? '; ') : null,
    identity: variable.identity,
  };
}

/** Answering a known question does not bring back a column that is left out, be it for identity or by choice. */
function adoptedAction(column: ColumnPlan, variable: Variable): ColumnPlan['action'] {
  if (variable.type === 'identifier') return 'pseudonymise';
  return column.action === 'drop' ? 'drop' : 'keep';
}

function describe({ column, variable, similarity }: Pair): ColumnMatch {
  const { added, dropped } = optionDifferences(column, variable);
  const statuses: Status[] = [];
  if (!isSameWording(column, variable)) statuses.push(isShort(variable) ? 'renamed' : 'reworded');
  if (added.length > 0) statuses.push('options-added');
  if (dropped.length > 0) statuses.push('options-dropped');
  if (column.type !== variable.type) statuses.push('type-changed');
  return {
    source: column.source,
    header: column.header,
    variableId: variable.id,
    variableLabel: variable.label,
    statuses: statuses.length > 0 ? statuses : ['same'],
    similarity,
    optionsAdded: added.map(({ label }) => label),
    optionsDropped: dropped.map(({ label }) => label),
    typeBefore: variable.type,
    typeNow: column.type,
  };
}

/**
 * Compares the file's own header: a plan that was matched before already carries the variable's label. The variable's
 * name was made from the header it first had, so it tells even where somebody has changed the label since.
 */
function isSameWording(column: ColumnPlan, variable: Variable): boolean {
  const header = collapseSpaces(column.header) || column.label;
  const labels = [variable.label, variable.label.replace(/ \(\d+\)$/, '')];
  const [named] = nameColumns([header], 1);
  const names = [variable.name, variable.name.replace(/_\d+$/, '')];
  return labels.includes(header) || names.includes(named?.name ?? '');
}

/** A column name, rather than a question, is renamed; a question is reworded. */
function isShort(variable: Variable): boolean {
  return !/[?¿]/.test(variable.label) && foldText(variable.label).split(' ').length <= 6;
}

function newColumn(column: ColumnPlan): ColumnMatch {
  return {
    source: column.source,
    header: column.header,
    variableId: null,
    variableLabel: null,
    statuses: ['new'],
    similarity: 0,
    optionsAdded: [],
    optionsDropped: [],
    typeBefore: null,
    typeNow: column.type,
  };
}

function absentVariable(variable: Variable): ColumnMatch {
  return {
    source: null,
    header: null,
    variableId: variable.id,
    variableLabel: variable.label,
    statuses: ['absent'],
    similarity: 0,
    optionsAdded: [],
    optionsDropped: [],
    typeBefore: variable.type,
    typeNow: null,
  };
}
