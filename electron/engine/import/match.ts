import type { z } from 'zod';
import type { ColumnMatch as ColumnMatchSchema, ColumnPlan, Recode } from '../../../shared/domain/import';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import { collapseSpaces, foldText } from './cell-shapes';
import { nameColumns } from './column-names';
import { type ConversionFacts, type ConversionJudgement, judgeConversion } from './matching/conversions';
import { type AnswerMatch, matchAnswers } from './matching/match-answers';
import { type Pair, pairUp, type Rival } from './matching/pair-up';
import type { TurnedItem } from './matching/turned-scales';
import { separators, splitParts } from './multiple-answers';

export { textSimilarity } from './matching/wording';

export type ColumnMatch = z.infer<typeof ColumnMatchSchema>;
type Status = ColumnMatch['statuses'][number];

/** What the file itself tells of a column: its distinct answers where they are few, and how the variable's type fits. */
export type ColumnEvidence = {
  values: readonly string[] | null;
  conversion: ConversionFacts | null;
  /** A numeric scale that seems to run the other way by its answers; null for none. */
  hint: TurnedItem | null;
};
export type FileEvidence = ReadonlyMap<number, ColumnEvidence>;

type Judged = Pair & { answers: AnswerMatch; judgement: ConversionJudgement };

/**
 * Matches the columns of a file to the variables of an instrument and proposes what to do with each. A column that
 * already names a variable keeps it. Anything but the same wording, type and options is listed, never merged silently:
 * `evidence` from the file lets a change of type be judged by its cells.
 */
export function matchColumns(
  instrument: Instrument,
  columns: readonly ColumnPlan[],
  evidence: FileEvidence = new Map(),
): { matches: ColumnMatch[]; columns: ColumnPlan[] } {
  const { pairs, rivals } = pairUp(instrument, columns);
  const judged = new Map(
    [...pairs.values()].map((pair) => [pair.column.source, judge(pair, evidence.get(pair.column.source))]),
  );
  const planned = columns.map((column) => {
    const pair = judged.get(column.source);
    return pair ? adopt(pair) : column;
  });
  const matches = columns
    .filter((column) => judged.has(column.source) || column.action !== 'drop')
    .map((column) => {
      const pair = judged.get(column.source);
      const others = rivals.get(column.source) ?? [];
      return pair ? describe(pair, others) : newColumn(column, others);
    });
  const matched = new Set([...judged.values()].map(({ variable }) => variable.id));
  const absent = instrument.variables.filter((variable) => !matched.has(variable.id)).map(absentVariable);
  return { matches: [...matches, ...absent], columns: planned };
}

/** The pairs of columns and variables whose types differ, with the plan under which the file would be read. */
export function typeChanges(
  instrument: Instrument,
  columns: readonly ColumnPlan[],
  evidence: FileEvidence = new Map(),
): { source: number; plan: ColumnPlan }[] {
  return [...pairUp(instrument, columns).pairs.values()]
    .filter(
      ({ column, variable }) =>
        column.type !== variable.type && column.type !== 'identifier' && variable.type !== 'identifier',
    )
    .map((pair) => {
      const { answers } = judge(pair, evidence.get(pair.column.source));
      // Codes the instrument lacks would all fit as options of their own; words may be new ones.
      const added = pair.column.type === 'text' ? answers.added : [];
      return { source: pair.column.source, plan: adoptVariable(pair, { ...answers, added }) };
    });
}

function judge(pair: Pair, evidence: ColumnEvidence | undefined): Judged {
  const column = withAnswersApart(pair.column, pair.variable);
  const found = matchAnswers(column, pair.variable, evidence?.values ?? null);
  const hint = evidence?.hint ?? null;
  return {
    ...pair,
    column,
    answers: hint && found.change === null ? { ...found, ...suspected(hint) } : found,
    judgement: judgeConversion(column, pair.variable, evidence?.conversion ?? null),
  };
}

/** What would turn the scale back; it waits for the analyst, since answers can turn round by themselves. */
function suspected({
  min,
  max,
  before,
  now,
}: TurnedItem): Pick<AnswerMatch, 'recodes' | 'isApplied' | 'change' | 'evidence'> {
  const codes = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return {
    recodes: codes
      .map((code) => ({ from: String(code), to: String(min + max - code) }))
      .filter(({ from, to }) => from !== to),
    isApplied: false,
    change: 'scale-reversed',
    evidence: [{ why: 'scale-correlation', details: { before, now } }],
  };
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

/** The column as the variable's answers, or as it was where its answers cannot be stored as those. */
function adopt({ column, variable, answers, judgement }: Judged): ColumnPlan {
  if (judgement.conversion === 'refused') return { ...column, variableId: null };
  return adoptVariable({ column, variable }, answers);
}

/** The plan with the variable's type, options, codes and role; what the file adds to the options is kept at the end. */
function adoptVariable(
  { column, variable }: Pick<Pair, 'column' | 'variable'>,
  answers: AnswerMatch,
): ColumnPlan {
  const isListed = ['single', 'ordinal', 'multiple'].includes(variable.type);
  const wasListed = ['single', 'ordinal', 'multiple', 'text'].includes(column.type);
  const codes = new Set([...variable.missingCodes, ...column.missingCodes]);
  const waiting = answers.isApplied ? [] : column.options.filter(({ value }) => isRecoded(value, answers));
  const added = [...(wasListed ? answers.added : []), ...waiting];
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
    standard: variable.standard,
    unit: variable.unit,
    recodes: answers.isApplied ? composed(column.recodes, answers.recodes) : column.recodes,
  };
}

function isRecoded(value: string, { recodes }: AnswerMatch): boolean {
  return recodes.some(({ from }) => from === value);
}

/** One recoding after another, as the single one that is applied: what led to `a` now leads where `a` leads. */
function composed(own: readonly Recode[], matching: readonly Recode[]): Recode[] {
  if (matching.length === 0) return [...own];
  const next = new Map(matching.map(({ from, to }) => [from, to]));
  const through = own.map(({ from, to }) => ({ from, to: to === null ? null : (next.get(to) ?? to) }));
  const known = new Set(own.map(({ from }) => from));
  return [...through, ...matching.filter(({ from }) => !known.has(from))];
}

/** Answering a known question does not bring back a column that is left out, be it for identity or by choice. */
function adoptedAction(column: ColumnPlan, variable: Variable): ColumnPlan['action'] {
  if (variable.type === 'identifier') return 'pseudonymise';
  return column.action === 'drop' ? 'drop' : 'keep';
}

function describe(judged: Judged, rivals: readonly Rival[]): ColumnMatch {
  const { column, variable, similarity, basis, answers, judgement } = judged;
  const statuses: Status[] = [];
  if (!isSameWording(column, variable)) statuses.push(isShort(variable) ? 'renamed' : 'reworded');
  if (answers.added.length > 0) statuses.push('options-added');
  if (answers.dropped.length > 0) statuses.push('options-dropped');
  if (answers.change) statuses.push(answers.change);
  if (column.type !== variable.type) statuses.push('type-changed');
  return {
    source: column.source,
    header: column.header,
    variableId: variable.id,
    variableLabel: variable.label,
    statuses: statuses.length > 0 ? statuses : ['same'],
    similarity,
    optionsAdded: answers.added.map(({ label }) => label),
    optionsDropped: answers.dropped.map(({ label }) => label),
    typeBefore: variable.type,
    typeNow: column.type,
    proposal: {
      decision: judgement.conversion === 'refused' ? 'separate' : 'take',
      recodes: answers.recodes,
      recodesApplied: answers.isApplied && judgement.conversion !== 'refused',
      conversion: judgement.conversion,
      evidence: [{ why: basis, details: { similarity } }, ...answers.evidence, ...judgement.evidence],
      rivals: rivals.map(named),
    },
    note: null,
  };
}

function named({ variable, similarity }: Rival): {
  variableId: Variable['id'];
  label: string;
  similarity: number;
} {
  return { variableId: variable.id, label: variable.label, similarity };
}

/**
 * Compares the file's own header: a plan that was matched before already carries the variable's label. The variable's
 * name was made from the header it first had, so it tells even where somebody has changed the label since.
 */
function isSameWording(column: ColumnPlan, variable: Variable): boolean {
  const header = collapseSpaces(column.header) || column.label;
  const labels = [variable.label, variable.label.replace(/ \(\d+\)$/, '')];
  const [first] = nameColumns([header], 1);
  const names = [variable.name, variable.name.replace(/_\d+$/, '')];
  return labels.includes(header) || names.includes(first?.name ?? '');
}

/** A column name, rather than a question, is renamed; a question is reworded. */
function isShort(variable: Variable): boolean {
  return !/[?¿]/.test(variable.label) && foldText(variable.label).split(' ').length <= 6;
}

function newColumn(column: ColumnPlan, rivals: readonly Rival[]): ColumnMatch {
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
    proposal: {
      decision: 'separate',
      recodes: [],
      recodesApplied: false,
      conversion: 'none',
      evidence: [],
      rivals: rivals.map(named),
    },
    note: null,
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
    proposal: null,
    note: null,
  };
}
