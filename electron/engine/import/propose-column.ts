import type { ColumnPlan, Dialect } from '../../../shared/domain/import';
import type { VariableOption, VariableType } from '../../../shared/domain/instrument';
import type { IdentityFinding } from '../privacy/identity';
import type { Fits } from './candidate-fits';
import { dateOrders, decimalMarks } from './candidate-fits';
import { collapseSpaces, foldText } from './cell-shapes';
import { noWords, yesWords } from './conversion-values';
import { findMultipleAnswers } from './multiple-answers';
import { orderByScale } from './scales';
import type { CountedValue } from './value-counts';

export type ColumnFacts = {
  source: number;
  header: string;
  label: string;
  name: string;
  rows: number;
  filled: number;
  distinct: number;
  /** Values that are not missing codes, most frequent first; perhaps not all. */
  values: CountedValue[];
  missingCodes: string[];
  fits: Fits;
  identity: IdentityFinding | null;
  /** Too long or too many to be listed; `values` are the first ones. */
  isUnlisted: boolean;
};

/** Share of a column's answers that must convert for a type with misfits to be proposed. */
const nearlyAll = 0.98;
const mostOptions = 200;

const groupHeader =
  /^(establecimiento|escuela|colegio|liceo|jard[ií]n|rbd|curso|nivel( educativo)?|grado|sexo|g[eé]nero|nacionalidad|pa[ií]s( de origen)?|comuna|sector|grupo|tramo|sede|programa|regi[oó]n|zona|situaci[oó]n migratoria)\b/i;
const freeTextHeader =
  /comentario|observaci|describ|expliq|detalle|sugerencia|especifi|^otros?\b|¿?por qu[eé]\b|opini[oó]n abierta/i;
const codeHeader =
  /^(folio|id|_id|_uuid|uuid|key|mrun|cds|correlativo|instanceid|_submission__id|(c[oó]d(igo|\.)?|n[°º]|nro\.?|n[uú]mero|id)( (de |del )?(caso|ficha|folio|encuesta|formulario|registro|atenci[oó]n|persona|estudiante|alumno|participante|paciente))?|patient|respondent|participant)$/i;

/** The plan proposed for one column from what its values look like. */
export function proposeColumn(facts: ColumnFacts, dialect: Dialect): ColumnPlan {
  const decimalMark = bestDecimalMark(facts, dialect);
  const dateOrder = bestDateOrder(facts, dialect);
  const base = {
    source: facts.source,
    header: facts.header,
    action: 'keep',
    variableId: null,
    name: facts.name,
    label: facts.label,
    type: 'text',
    role: 'measure',
    options: [],
    missingCodes: facts.missingCodes,
    decimalMark,
    dateOrder,
    optionSeparator: null,
    identity: facts.identity?.kind ?? null,
    parts: [],
    recodes: [],
    standard: null,
    unit: null,
    redacts: false,
    notApplicableCodes: [],
    form: null,
  } satisfies ColumnPlan;
  if (facts.filled === 0 && facts.header.trim() === '') return { ...base, action: 'drop' };
  const personal = personalPlan(base, facts);
  if (personal) return personal;
  const typed = { ...base, ...proposeType(facts, decimalMark, dateOrder) };
  const isGroup =
    ['single', 'ordinal', 'boolean'].includes(typed.type) && groupHeader.test(facts.label.replace(/^¿/, ''));
  return { ...typed, role: isGroup ? 'group' : 'measure' };
}

/** A code is a whole number or a text; figures with decimals measure something. */
function looksLikeCode({ fits }: ColumnFacts): boolean {
  return decimalMarks.every((mark) => fits.decimal[mark] <= fits.integer[mark]);
}

function personalPlan(base: ColumnPlan, facts: ColumnFacts): ColumnPlan | null {
  switch (facts.identity?.kind) {
    case undefined:
      break;
    case 'rut':
    case 'ipe':
    case 'passport':
      return {
        ...base,
        action: 'pseudonymise',
        type: 'identifier',
        role: 'identifier',
        missingCodes: facts.missingCodes,
      };
    case 'birth-date':
      return { ...base, action: 'drop', type: 'date' };
    default:
      return { ...base, action: 'drop' };
  }
  const isCode =
    codeHeader.test(facts.label.trim()) &&
    looksLikeCode(facts) &&
    isAllDifferent(facts) &&
    facts.filled > facts.rows * 0.9;
  if (!isCode || facts.filled < 2) return null;
  return { ...base, action: 'pseudonymise', type: 'identifier', role: 'identifier', missingCodes: [] };
}

/** Large files count their different values to within some percent. */
function isAllDifferent(facts: ColumnFacts): boolean {
  return facts.isUnlisted ? facts.distinct > facts.filled * 0.95 : facts.distinct === facts.filled;
}

function bestDecimalMark(facts: ColumnFacts, dialect: Dialect): ColumnPlan['decimalMark'] {
  const own = dialect.decimalMark;
  const other = decimalMarks.find((mark) => mark !== own) ?? own;
  return facts.fits.decimal[other] > facts.fits.decimal[own] ? other : own;
}

function bestDateOrder(facts: ColumnFacts, dialect: Dialect): ColumnPlan['dateOrder'] {
  const { date } = facts.fits;
  return dateOrders.reduce((best, order) => (date[order] > date[best] ? order : best), dialect.dateOrder);
}

type Proposed = Pick<ColumnPlan, 'type' | 'options' | 'optionSeparator'>;

function plain(type: VariableType): Proposed {
  return { type, options: [], optionSeparator: null };
}

function proposeType(
  facts: ColumnFacts,
  decimalMark: ColumnPlan['decimalMark'],
  dateOrder: ColumnPlan['dateOrder'],
): Proposed {
  const { fits } = facts;
  if (facts.isUnlisted || fits.usable === 0) return plain('text');
  const boolean = proposeBoolean(facts);
  if (boolean) return boolean;
  const enough = (count: number): boolean => count >= fits.usable * nearlyAll && count > 0;
  if (enough(fits.date[dateOrder])) return plain('date');
  if (fits.leadingZeros < fits.usable * 0.02) {
    if (enough(fits.integer[decimalMark])) return plain('integer');
    if (enough(fits.decimal[decimalMark])) return plain('decimal');
  }
  return proposeAnswers(facts);
}

function proposeBoolean(facts: ColumnFacts): Proposed | null {
  const yes: readonly string[] = yesWords;
  const no: readonly string[] = noWords;
  if (facts.distinct > 8) return null;
  const words = facts.values.map(({ value }) => ({
    value,
    word: /\p{L}/u.test(value) ? foldText(value) : value.trim(),
  }));
  const isYes = words.filter(({ word }) => yes.includes(word));
  const isNo = words.filter(({ word }) => no.includes(word));
  if (isYes.length + isNo.length !== words.length) return null;
  // One value alone says "yes or no" only in words; a lone 1 or 0 is a number.
  const hasBoth = isYes.length > 0 && isNo.length > 0;
  if (!hasBoth && !words.every(({ word }) => word.length > 1)) return null;
  const label = (found: typeof words, usual: string): string => {
    const first = found[0]?.value.trim();
    return first === undefined || /^[01x]$/i.test(first) ? usual : first;
  };
  return {
    type: 'boolean',
    options: [
      { value: 'true', label: label(isYes, 'Sí') },
      { value: 'false', label: label(isNo, 'No') },
    ],
    optionSeparator: null,
  };
}

/** One wording for each answer: the most frequent of those that differ only in spaces, case and accents. */
function mergeWordings(values: readonly CountedValue[]): CountedValue[] {
  const merged = new Map<string, { counts: Map<string, number>; total: number }>();
  for (const { value, count } of values) {
    const wording = collapseSpaces(value);
    const key = wording.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const entry = merged.get(key) ?? { counts: new Map<string, number>(), total: 0 };
    entry.counts.set(wording, (entry.counts.get(wording) ?? 0) + count);
    entry.total += count;
    merged.set(key, entry);
  }
  return [...merged.values()]
    .map(({ counts, total }) => ({
      value: [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
      count: total,
    }))
    .filter(({ value }) => value !== '')
    .sort((left, right) => right.count - left.count);
}

function asOptions(values: readonly string[]): VariableOption[] {
  return values.map((value) => ({ value, label: value }));
}

function proposeAnswers(facts: ColumnFacts): Proposed {
  const multiple = findMultipleAnswers(facts.values);
  if (multiple) {
    return { type: 'multiple', options: asOptions(multiple.options), optionSeparator: multiple.separator };
  }
  const merged = mergeWordings(facts.values);
  const isListed = facts.values.length >= facts.distinct - facts.missingCodes.length;
  const wordings = merged.map(({ value }) => value);
  const perOption = facts.fits.usable / Math.max(merged.length, 1);
  if (!isListed || merged.length > mostOptions || wordings.some((value) => value.length > 120))
    return plain('text');
  const ordered = orderByScale(wordings);
  if (ordered && perOption >= 1.5)
    return { type: 'ordinal', options: asOptions(ordered), optionSeparator: null };
  const averageLength = wordings.reduce((sum, value) => sum + value.length, 0) / Math.max(wordings.length, 1);
  if (averageLength > 40 && (merged.length > 5 || freeTextHeader.test(facts.label))) return plain('text');
  if (freeTextHeader.test(facts.label) && merged.length > 2) return plain('text');
  const isShortList = merged.length <= 12 ? perOption >= 2 : perOption >= 3;
  if (!isShortList) return plain('text');
  const sorted = [...wordings].sort((left, right) => left.localeCompare(right, 'es', { numeric: true }));
  return {
    type: 'single',
    options: asOptions(merged.length > 12 ? sorted : wordings),
    optionSeparator: null,
  };
}
