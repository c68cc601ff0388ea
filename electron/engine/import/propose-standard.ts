import type { ColumnPlan } from '../../../shared/domain/import';
import type { StandardKind, VariableOption } from '../../../shared/domain/instrument';
import { findComuna } from '../../../shared/reference/comunas';
import { isCoordinates } from '../../../shared/reference/coordinates';
import { findCountry } from '../../../shared/reference/countries';
import type { Found } from '../../../shared/reference/fold';
import { sexLetterLabels, sexOf } from '../../../shared/reference/people-words';
import { findRegion } from '../../../shared/reference/regions';
import { findRbd } from '../../../shared/reference/schools';
import { collapseSpaces, foldText } from './cell-shapes';
import type { ColumnFacts } from './propose-column';
import { mergeWordings, type Proposed } from './propose-types';
import type { CountedValue } from './value-counts';

export type StandardEvidence = {
  kind: StandardKind;
  recognised: number;
  unrecognised: number;
  examples: string[];
};
export type Standard = StandardEvidence & {
  /** What the column becomes; null where the list only describes it. */
  proposed: (Proposed & Pick<ColumnPlan, 'recodes'>) | null;
};

const examplesShown = 10;
/** Wordings beyond these are no spellings of a list any more. */
const mostWordings = 500;

type List = {
  kind: StandardKind;
  header: RegExp;
  /** What a heading must not say, such as the name of something in the comuna. */
  not?: RegExp;
  find: (wording: string) => Found;
  /** Share of cells to be recognised under such a heading; without it only countries are proposed, from nearly all. */
  withHeader: number;
};

const lists: readonly List[] = [
  {
    kind: 'nationality',
    header: /\b(nacionalidad(es)?|nationality|gentilicio)\b/i,
    find: findCountry,
    withHeader: 0.6,
  },
  {
    kind: 'country',
    header: /\b(pa[ií]s(es)?|country|pais_origen|origen nacional)\b/i,
    not: /en (el|este) pa[ií]s|al pa[ií]s|del pa[ií]s|hace cu[aá]nto|cod/i,
    find: findCountry,
    withHeader: 0.6,
  },
  {
    kind: 'comuna',
    header: /\b(comuna|municipio|municipalidad|cut|cod_com\w*|nom_com\w*)\b/i,
    find: findComuna,
    withHeader: 0.6,
  },
  { kind: 'region', header: /\b(regi[oó]n|cod_reg\w*|nom_reg\w*)\b/i, find: findRegion, withHeader: 0.7 },
  { kind: 'rbd', header: /\brbd\b/i, not: /depe|rural|nom_rbd|cod_/i, find: findRbd, withHeader: 0.8 },
];

/**
 * The public list that the answers of a column belong to: by its heading together with what its cells say, countries also
 * by their cells alone. Wordings of one entry become recodings to its code; those of several entries, or of none, stay as
 * they are written and are listed. Null where no list applies.
 */
export function findStandard(facts: ColumnFacts): Standard | null {
  const total = facts.values.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const located = cellsThat(facts.values, isCoordinates);
  if (located >= total * 0.9) return described('coordinates', facts.values, isCoordinates);
  if (facts.isUnlisted || facts.distinct > mostWordings) return null;
  const sex = sexStandard(facts, total);
  if (sex) return sex;
  const label = facts.label.replace(/^¿/, '').replaceAll('_', ' ');
  for (const list of lists) {
    const named = list.header.test(label) || list.header.test(facts.header);
    if (!named || list.not?.test(label)) continue;
    const standard = standardOf(list, facts.values);
    if (standard.recognised >= total * list.withHeader) return standard;
  }
  return countriesByContent(facts, total);
}

/** What the list says of the column, for the analyst; null where the plan follows none, as for personal columns. */
export function standardEvidenceOf(facts: ColumnFacts, plan: ColumnPlan): StandardEvidence | null {
  const standard = plan.standard === null ? null : findStandard(facts);
  if (!standard) return null;
  const { kind, recognised, unrecognised, examples } = standard;
  return { kind, recognised, unrecognised, examples };
}

function cellsThat(values: readonly CountedValue[], holds: (value: string) => boolean): number {
  return values.reduce((sum, { value, count }) => sum + (holds(value) ? count : 0), 0);
}

function described(
  kind: StandardKind,
  values: readonly CountedValue[],
  holds: (value: string) => boolean,
): Standard {
  const unknown = values.filter(({ value }) => !holds(value));
  return {
    kind,
    recognised: cellsThat(values, holds),
    unrecognised: unknown.reduce((sum, { count }) => sum + count, 0),
    // Places of homes are personal, so none of their cells is shown.
    examples:
      kind === 'coordinates' ? [] : unknown.slice(0, examplesShown).map(({ value }) => collapseSpaces(value)),
    proposed: null,
  };
}

/** Nearly all cells name countries, and several: without a heading that says so this is no chance. */
function countriesByContent(facts: ColumnFacts, total: number): Standard | null {
  if (facts.values.some(({ value }) => collapseSpaces(value).length < 4)) return null;
  const country = lists.find(({ kind }) => kind === 'country');
  if (!country) return null;
  const standard = standardOf(country, facts.values);
  const codes = new Set(standard.proposed?.recodes.map(({ to }) => to));
  return codes.size >= 3 && standard.recognised >= total * 0.95 ? standard : null;
}

function standardOf({ kind, find }: List, values: readonly CountedValue[]): Standard {
  const counts = new Map<string, { option: VariableOption; count: number }>();
  const recodes: ColumnPlan['recodes'] = [];
  const unknown: CountedValue[] = [];
  let recognised = 0;
  for (const { value, count } of values) {
    const wording = collapseSpaces(value);
    const found = find(wording);
    if (found.kind !== 'one') {
      unknown.push({ value: wording, count });
      continue;
    }
    const { code, label } = found.entry;
    recognised += count;
    const before = counts.get(code);
    counts.set(code, { option: { value: code, label }, count: (before?.count ?? 0) + count });
    if (wording !== code && !recodes.some(({ from }) => from === wording))
      recodes.push({ from: wording, to: code });
  }
  const options = [...counts.values()]
    .sort((left, right) => right.count - left.count)
    .map(({ option }) => option);
  const rest = mergeWordings(unknown).map(({ value }) => ({ value, label: value }));
  return {
    kind,
    recognised,
    unrecognised: unknown.reduce((sum, { count }) => sum + count, 0),
    examples: unknown.slice(0, examplesShown).map(({ value }) => value),
    proposed: { type: 'single', options: [...options, ...rest], optionSeparator: null, recodes },
  };
}

const sexHeader = /\b(sexo|sex)\b/i;
const genderHeader = /\b(g[eé]nero|gender|identidad de g[eé]nero|gen_alu)\b/i;

/** Sex and gender stay as recorded; only letters get the words they stand for as labels. */
function sexStandard(facts: ColumnFacts, total: number): Standard | null {
  const kind = sexHeader.test(facts.label) ? 'sex' : genderHeader.test(facts.label) ? 'gender' : null;
  const isAnswer = (value: string): boolean => sexOf(value) !== null;
  if (kind === null || cellsThat(facts.values, isAnswer) < total * 0.8) return null;
  const wordings = mergeWordings(facts.values).map(({ value }) => value);
  const labels = sexLetterLabels(wordings);
  const options = wordings.map((value) => ({ value, label: labels?.get(foldText(value)) ?? value }));
  return {
    ...described(kind, facts.values, isAnswer),
    proposed: { type: 'single', options, optionSeparator: null, recodes: [] },
  };
}
