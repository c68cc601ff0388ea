import type { Dialect } from '../../../shared/domain/dialect';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { IdentityFinding } from '../privacy/identity';
import type { Fits } from './candidate-fits';
import { dateOrders, decimalMarks } from './candidate-fits';
import { settleFigures } from './column-forms';
import { findStandard } from './propose-standard';
import { proposeType } from './propose-types';
import type { NativeColumn } from './sources/converted-source';
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
  /** What the file itself says of the column; null or absent for a text table. */
  native?: NativeColumn | null;
};

const groupHeader =
  /^(establecimiento|escuela|colegio|liceo|jard[ií]n|rbd|curso|nivel( educativo)?|grado|sexo|g[eé]nero|nacionalidad|pa[ií]s( de origen)?|comuna|sector|grupo|tramo|sede|programa|regi[oó]n|zona|situaci[oó]n migratoria)\b/i;
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
  const standard = findStandard(facts);
  if (standard?.kind === 'coordinates') {
    return { ...base, action: 'drop', identity: 'location', standard: 'coordinates' };
  }
  const typed = {
    ...base,
    ...(standard?.proposed ?? {
      ...proposeType(facts, decimalMark, dateOrder),
      unit: settleFigures(facts.fits).unit ?? unitOfNumbers(facts),
    }),
    standard: standard?.kind ?? null,
  };
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

/** The sign that a sheet shows beside the numbers of the column. */
function unitOfNumbers({ native }: ColumnFacts): string | null {
  return native && native.numbers > native.texts ? native.unit : null;
}

function bestDecimalMark(facts: ColumnFacts, dialect: Dialect): ColumnPlan['decimalMark'] {
  // Numbers that a sheet stores as such have a point, however it shows them.
  if (facts.native && facts.native.numbers > 0) return '.';
  const own = dialect.decimalMark;
  const other = decimalMarks.find((mark) => mark !== own) ?? own;
  return facts.fits.decimal[other] > facts.fits.decimal[own] ? other : own;
}

function bestDateOrder(facts: ColumnFacts, dialect: Dialect): ColumnPlan['dateOrder'] {
  const { date } = facts.fits;
  const { native } = facts;
  const usual = native && native.dates + native.datetimes > 0 ? 'ymd' : dialect.dateOrder;
  return dateOrders.reduce<ColumnPlan['dateOrder']>(
    (best, order) => (date[order] > date[best] ? order : best),
    usual,
  );
}
