import type { ColumnPlan, Recode } from '../../../shared/domain/import';
import type { StandardKind, VariableOption } from '../../../shared/domain/instrument';
import { comunas, findComuna } from '../../../shared/reference/comunas';
import { countryLabels, findCountry } from '../../../shared/reference/countries';
import type { Found } from '../../../shared/reference/fold';
import { findRegion, regions } from '../../../shared/reference/regions';
import { findRbd } from '../../../shared/reference/schools';

type Change = Partial<ColumnPlan>;
export type CodeKind = 'answer' | 'missing' | 'notApplicable';

/** True for types that hold one or several of a list of answers. */
export function hasOptionList({ type }: Pick<ColumnPlan, 'type'>): boolean {
  return type === 'single' || type === 'ordinal' || type === 'multiple';
}

/** What changes in a plan when an answer is read as another one; `to` null makes it missing. */
export function withRecode(plan: ColumnPlan, from: string, to: string | null, label = to): Change {
  const others = plan.recodes.filter((recode) => recode.from !== from);
  // What led to the answer joined now leads where it leads.
  const recodes: Recode[] = [
    ...others.map((recode) => (recode.to === from ? { ...recode, to } : recode)),
    { from, to },
  ];
  const missingCodes = plan.missingCodes.filter((code) => code !== from);
  if (!hasOptionList(plan)) return { recodes, missingCodes };
  const kept = plan.options.filter(({ value }) => value !== from);
  const options = to === null ? kept : withOption(kept, to, label ?? to);
  return { recodes, missingCodes, options };
}

/** What changes when an answer is no longer read as another one: it becomes an answer of its own again. */
export function withoutRecode(plan: ColumnPlan, from: string): Change {
  const recodes = plan.recodes.filter((recode) => recode.from !== from);
  return hasOptionList(plan) ? { recodes, options: withOption(plan.options, from) } : { recodes };
}

/** What changes when an answer is said to be an answer, a code for missing, or one for "no corresponde". */
export function withCode(plan: ColumnPlan, code: string, kind: CodeKind): Change {
  const without = (codes: readonly string[]): string[] => codes.filter((other) => other !== code);
  const missingCodes =
    kind === 'missing' ? [...without(plan.missingCodes), code] : without(plan.missingCodes);
  const notApplicableCodes =
    kind === 'notApplicable' ? [...without(plan.notApplicableCodes), code] : without(plan.notApplicableCodes);
  if (!hasOptionList(plan)) return { missingCodes, notApplicableCodes };
  const options =
    kind === 'answer' ? withOption(plan.options, code) : plan.options.filter(({ value }) => value !== code);
  return { missingCodes, notApplicableCodes, options };
}

/** The options with one more at their end; unchanged where one of them reads the same already. */
export function withOption(
  options: readonly VariableOption[],
  value: string,
  label = value,
): VariableOption[] {
  const known = options.some(
    (option) => fold(option.value) === fold(value) || fold(option.label) === fold(value),
  );
  return known ? [...options] : [...options, { value, label }];
}

/** The public lists that answers can be brought to, and how each finds a wording. */
const lists: Partial<Record<StandardKind, (wording: string) => Found>> = {
  country: findCountry,
  nationality: findCountry,
  comuna: findComuna,
  region: findRegion,
  rbd: findRbd,
};

/** The entries of a public list, to choose one for a wording it does not know; empty for lists that are too long. */
export function entriesOf(kind: StandardKind | null): VariableOption[] {
  switch (kind) {
    case 'country':
    case 'nationality':
      return [...countryLabels].map(([value, label]) => ({ value, label }));
    case 'comuna':
      return comunas.map(({ code, name }) => ({ value: code, label: name }));
    case 'region':
      return regions.map(([value, , label]) => ({ value, label }));
    default:
      return [];
  }
}

/** The answers of a column that its public list does not know, as they are written. */
export function unknownAnswers({ standard, options }: Pick<ColumnPlan, 'standard' | 'options'>): string[] {
  const find = standard === null ? undefined : lists[standard];
  if (!find) return [];
  return options.map(({ value }) => value).filter((value) => find(value).kind !== 'one');
}

/**
 * What changes when the answers are said to belong to a public list, or to none (null): wordings the list knows are read
 * as its codes, the others stay as they are written.
 */
export function withStandard(wordings: readonly string[], kind: StandardKind | null): Change {
  const find = kind === null ? undefined : lists[kind];
  const options: VariableOption[] = [];
  const recodes: Recode[] = [];
  for (const wording of new Set(wordings)) {
    const found = find?.(wording);
    const entry = found?.kind === 'one' ? found.entry : null;
    const option = entry ? { value: entry.code, label: entry.label } : { value: wording, label: wording };
    if (!options.some(({ value }) => value === option.value)) options.push(option);
    if (entry && entry.code !== wording) recodes.push({ from: wording, to: entry.code });
  }
  return { standard: kind, type: 'single', options, recodes, optionSeparator: null };
}

/** The answers of a column as they are written, before any is read as another. */
export function writtenAnswers(plan: ColumnPlan, seen: readonly string[]): string[] {
  const targets = new Set(plan.recodes.map(({ to }) => to));
  const own = plan.options
    .map(({ value }) => value)
    .filter((value) => !targets.has(value) || seen.includes(value));
  return [...new Set([...plan.recodes.map(({ from }) => from), ...own, ...seen])];
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
