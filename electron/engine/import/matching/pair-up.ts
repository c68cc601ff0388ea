import type { ColumnPlan } from '../../../../shared/domain/import';
import type { Instrument, Variable } from '../../../../shared/domain/instrument';
import { collapseSpaces, foldText } from '../cell-shapes';
import { assign, type Edge } from './assign';
import type { MatchEvidence } from './match-answers';
import { letterSimilarity, type Wording, wordingOf, wordingSimilarity } from './wording';

export type Pair = {
  column: ColumnPlan;
  variable: Variable;
  similarity: number;
  basis: MatchEvidence['why'];
};
export type Rival = { variable: Variable; similarity: number };
export type Pairing = { pairs: Map<number, Pair>; rivals: ReadonlyMap<number, readonly Rival[]> };

/** Similarity from which a column may be another wording of a question. */
const alikeEnough = 0.6;
/** Similarity from which a variable is worth naming as another possibility. */
const worthNaming = 0.4;
const rivalsNamed = 3;
/** More comparisons than this are confined to wordings that share a rare word. */
const comparedAtMost = 1_000_000;
const rareWord = 50;
/** What standing in the same place of the list adds, enough to settle equals and nothing else. */
const placeWorth = 0.02;

/** A column of the file or a variable, with its wordings taken apart and its place in the list, 0 to 1. */
type Side<T> = { item: T; wordings: readonly Wording[]; place: number };

/**
 * Which column answers which variable: what the plan says already, then the same wording, the same name, the same
 * identifier, and last the likeliest other wording for all of them together, so that the items of a battery do not
 * take each other's places.
 */
export function pairUp(instrument: Instrument, columns: readonly ColumnPlan[]): Pairing {
  const pairs = new Map<number, Pair>();
  const taken = new Set<string>();
  const take = (
    column: ColumnPlan,
    variable: Variable,
    similarity: number,
    basis: MatchEvidence['why'],
  ): void => {
    pairs.set(column.source, { column, variable, similarity, basis });
    taken.add(variable.id);
  };
  const likeness = (column: ColumnPlan, variable: Variable): number =>
    letterSimilarity(wordingOf(column.label), wordingOf(variable.label));
  const byId = new Map<string, Variable>(instrument.variables.map((variable) => [variable.id, variable]));
  for (const column of columns) {
    const variable = column.variableId === null ? undefined : byId.get(column.variableId);
    if (variable && !taken.has(variable.id) && mayHold(variable, column)) {
      take(column, variable, likeness(column, variable), 'chosen');
    }
  }
  const keyed = (
    keyOfVariable: (variable: Variable) => string | null,
    keysOfColumn: (column: ColumnPlan) => readonly string[],
    basis: MatchEvidence['why'],
  ): void => {
    const known = new Map<string, Variable[]>();
    for (const variable of instrument.variables) {
      const key = keyOfVariable(variable);
      if (key) known.set(key, [...(known.get(key) ?? []), variable]);
    }
    for (const column of columns) {
      if (pairs.has(column.source)) continue;
      const variable = keysOfColumn(column)
        .flatMap((key) => known.get(key) ?? [])
        .find((candidate) => !taken.has(candidate.id) && mayHold(candidate, column));
      if (variable) take(column, variable, 1, basis);
    }
  };
  const bare = (text: string): string => collapseSpaces(text);
  keyed(
    ({ label }) => bare(label),
    ({ label, header }) => [bare(label), bare(header)],
    'same-wording',
  );
  keyed(
    ({ label }) => foldText(label) || null,
    ({ label, header }) => [foldText(label), foldText(header)].filter((key) => key !== ''),
    'same-wording',
  );
  keyed(
    ({ name }) => (isCutName(name) ? null : name),
    ({ name }) => [name],
    'same-name',
  );
  for (const column of columns) {
    const variable = instrument.variables.find(
      (candidate) => !taken.has(candidate.id) && isSameIdentifier(column, candidate),
    );
    if (!pairs.has(column.source) && variable) {
      take(column, variable, likeness(column, variable), 'same-identifier');
    }
  }
  const rivals = pairTheRest(instrument, columns, pairs, taken, take);
  return { pairs, rivals };
}

function pairTheRest(
  instrument: Instrument,
  columns: readonly ColumnPlan[],
  pairs: ReadonlyMap<number, Pair>,
  taken: ReadonlySet<string>,
  take: (column: ColumnPlan, variable: Variable, similarity: number, basis: MatchEvidence['why']) => void,
): Map<number, Rival[]> {
  const lefts = columns
    .map(
      (item, index): Side<ColumnPlan> => ({
        item,
        wordings: columnWordings(item),
        place: index / Math.max(1, columns.length - 1),
      }),
    )
    .filter(({ item }) => !pairs.has(item.source) && item.action !== 'drop');
  const rights = instrument.variables
    .map(
      (item, index): Side<Variable> => ({
        item,
        wordings: [wordingOf(item.label)],
        place: index / Math.max(1, instrument.variables.length - 1),
      }),
    )
    .filter(({ item }) => !taken.has(item.id));
  const edges: (Edge & { similarity: number; basis: MatchEvidence['why'] })[] = [];
  const rivals = new Map<number, Rival[]>();
  for (const [left, right] of candidates(lefts, rights)) {
    const [column, variable] = [lefts[left], rights[right]];
    if (!column || !variable || !mayHold(variable.item, column.item)) continue;
    const similarity = likenessOf(column, variable);
    if (similarity < worthNaming) continue;
    const { source } = column.item;
    const named = rivals.get(source);
    if (named) named.push({ variable: variable.item, similarity });
    else rivals.set(source, [{ variable: variable.item, similarity }]);
    if (similarity < alikeEnough) continue;
    const nearness = placeWorth * (1 - Math.abs(column.place - variable.place));
    const isField = column.wordings.some(
      ({ field }) => field !== null && field === variable.wordings[0]?.field,
    );
    edges.push({
      left,
      right,
      worth: similarity - alikeEnough + 0.1 + nearness,
      similarity,
      basis: isField ? 'same-field' : 'alike-wording',
    });
  }
  const known = new Map(edges.map((edge) => [`${edge.left}:${edge.right}`, edge]));
  for (const { left, right } of assign(edges)) {
    const [column, variable, edge] = [lefts[left], rights[right], known.get(`${left}:${right}`)];
    if (column && variable && edge) take(column.item, variable.item, edge.similarity, edge.basis);
  }
  for (const [source, named] of rivals) {
    const own = pairs.get(source)?.variable.id;
    rivals.set(
      source,
      named
        .filter(({ variable }) => variable.id !== own)
        .sort((first, second) => second.similarity - first.similarity)
        .slice(0, rivalsNamed),
    );
  }
  return rivals;
}

/** Every combination, or, among very many, those that share a word few others have. */
function* candidates(
  lefts: readonly Side<ColumnPlan>[],
  rights: readonly Side<Variable>[],
): Generator<[number, number]> {
  if (lefts.length * rights.length <= comparedAtMost) {
    for (const left of lefts.keys()) for (const right of rights.keys()) yield [left, right];
    return;
  }
  const byWord = new Map<string, number[]>();
  for (const [index, { wordings }] of rights.entries()) {
    for (const word of new Set(wordings.flatMap(({ words }) => words))) {
      const known = byWord.get(word);
      if (known) known.push(index);
      else byWord.set(word, [index]);
    }
  }
  for (const [left, { wordings }] of lefts.entries()) {
    const words = new Set(wordings.flatMap((wording) => wording.words));
    const found = new Set(
      [...words].flatMap((word) => {
        const places = byWord.get(word) ?? [];
        return places.length <= rareWord ? places : [];
      }),
    );
    for (const right of found) yield [left, right];
  }
}

function columnWordings({ header, label }: ColumnPlan): Wording[] {
  const wording = collapseSpaces(header);
  return [...new Set(wording === '' ? [label] : [wording, label])].map(wordingOf);
}

/** Wording alone misleads among items of one battery, so a different type or other options count against a pair. */
function likenessOf(column: Side<ColumnPlan>, variable: Side<Variable>): number {
  const [target] = variable.wordings;
  if (!target) return 0;
  const wording = Math.max(...column.wordings.map((each) => wordingSimilarity(each, target)));
  const typed = column.item.type === variable.item.type ? wording : wording * 0.85;
  return typed * sharedOptions(column.item, variable.item);
}

/** 1 where the lists of answers have something in common or there is none to compare, less where nothing is. */
function sharedOptions(column: ColumnPlan, variable: Variable): number {
  if (column.options.length === 0 || variable.options.length === 0) return 1;
  const isCoded = (options: ColumnPlan['options']): boolean =>
    options.every(({ value }) => /^\d+$/.test(value.trim()));
  if (isCoded(column.options) !== isCoded(variable.options)) return 1;
  const known = new Set(variable.options.flatMap(({ value, label }) => [foldText(value), foldText(label)]));
  const hasCommon = column.options.some(
    ({ value, label }) => known.has(foldText(value)) || known.has(foldText(label)),
  );
  return hasCommon || column.options.length <= 2 ? 1 : 0.9;
}

/** What identifies people is never stored under a variable that would hold it as it stands. */
function mayHold(variable: Variable, column: ColumnPlan): boolean {
  const isPersonal = column.action === 'pseudonymise' && column.identity !== null;
  return !isPersonal || variable.type === 'identifier';
}

/** Names made from long questions are cut, so that items of one battery may differ only by the number at the end. */
function isCutName(name: string): boolean {
  return name.length >= 58;
}

/** Whatever its title ("R.U.T."), the column by which people are recognised is the same one in both. */
function isSameIdentifier(column: ColumnPlan, variable: Variable): boolean {
  const recognise = column.role === 'identifier' && variable.role === 'identifier';
  return recognise && column.identity !== null && column.identity === variable.identity;
}
