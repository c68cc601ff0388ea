import { VariableId } from '../../../shared/domain/ids';
import type { ColumnPlan, ImportPlan } from '../../../shared/domain/import';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';

/** A column that is stored, and the variable it answers. */
export type StoredColumn = { plan: ColumnPlan; variable: Variable };

/** Identifiers never reach the file as they are, whatever the plan calls the column. */
function settled(plan: ColumnPlan): ColumnPlan {
  if (plan.action === 'drop') return plan;
  const isPseudonymised = plan.action === 'pseudonymise' || plan.type === 'identifier';
  return isPseudonymised ? { ...plan, action: 'pseudonymise', type: 'identifier' } : plan;
}

/**
 * Pairs the confirmed columns with variables, new or of the instrument. Throws `column-unknown`, `plan-incomplete`,
 * `variable-missing`, `variable-type` and `waves-share-no-variable`.
 */
export function planVariables(
  plan: ImportPlan,
  width: number,
  instrument: Instrument | null,
  newId: (prefix: string) => string,
): { columns: ColumnPlan[]; stored: StoredColumn[] } {
  const columns = plan.columns.map(settled);
  checkColumns(columns, width);
  const kept = columns.filter((column) => column.action !== 'drop');
  if (kept.length === 0) throw new AppError('plan-incomplete', { fields: ['columns'] });
  const stored = kept.map((column) => ({ plan: column, variable: variableFor(column, instrument, newId) }));
  if (instrument && !kept.some((column) => column.variableId !== null)) {
    throw new AppError('waves-share-no-variable', { instrument: instrument.name });
  }
  const repeated = stored.find(
    ({ variable }, index) => stored.findIndex((other) => other.variable.id === variable.id) !== index,
  );
  if (repeated) throw new AppError('plan-incomplete', { columns: [repeated.plan.header] });
  return { columns, stored: withFreeNames(stored, instrument) };
}

function checkColumns(columns: readonly ColumnPlan[], width: number): void {
  const sources = new Set<number>();
  for (const { source, header, parts } of columns) {
    const isUnknown = parts.length === 0 ? source >= width : source < width;
    if (isUnknown || parts.some((part) => part.source >= width))
      throw new AppError('column-unknown', { column: header });
    if (sources.has(source)) throw new AppError('plan-incomplete', { columns: [header] });
    sources.add(source);
  }
}

function variableFor(
  column: ColumnPlan,
  instrument: Instrument | null,
  newId: (prefix: string) => string,
): Variable {
  if (column.variableId === null) {
    return {
      id: VariableId.parse(newId('var')),
      name: column.name,
      label: column.label,
      type: column.type,
      role: column.role,
      options: column.options,
      missingCodes: column.missingCodes,
      notApplicableCodes: column.notApplicableCodes,
      unit: column.unit,
      identity: column.identity,
      standard: column.standard,
    };
  }
  const variable = instrument?.variables.find((candidate) => candidate.id === column.variableId);
  if (!variable) throw new AppError('variable-missing', { variableId: column.variableId });
  if (variable.type !== column.type) {
    throw new AppError('variable-type', {
      variable: variable.label,
      type: variable.type,
      found: column.type,
    });
  }
  const known = new Set(variable.options.map((option) => option.value));
  const codes = new Set(variable.missingCodes);
  const outside = new Set(variable.notApplicableCodes);
  return {
    ...variable,
    options: [...variable.options, ...column.options.filter((option) => !known.has(option.value))],
    missingCodes: [...variable.missingCodes, ...column.missingCodes.filter((code) => !codes.has(code))],
    notApplicableCodes: [
      ...variable.notApplicableCodes,
      ...column.notApplicableCodes.filter((code) => !outside.has(code)),
    ],
  };
}

function withFreeNames(stored: StoredColumn[], instrument: Instrument | null): StoredColumn[] {
  const taken = new Set(instrument?.variables.map((variable) => variable.name));
  return stored.map((column) => {
    if (column.plan.variableId !== null) return column;
    let name = column.variable.name;
    for (let number = 2; taken.has(name); number += 1) name = `${column.variable.name}_${number}`;
    taken.add(name);
    return { ...column, variable: { ...column.variable, name } };
  });
}

/** The instrument after this import: a draft of its first version, or the next version where anything was added. */
export function nextInstrument(
  before: Instrument | null,
  stored: readonly StoredColumn[],
  draft: Pick<Instrument, 'id' | 'name' | 'rowUnit' | 'createdAt'>,
): Instrument {
  if (!before) {
    return { ...draft, version: 1, variables: stored.map(({ variable }) => variable) };
  }
  const changed = new Map(stored.map(({ variable }) => [variable.id, variable]));
  const variables = [
    ...before.variables.map((variable) => changed.get(variable.id) ?? variable),
    ...stored.filter(({ plan }) => plan.variableId === null).map(({ variable }) => variable),
  ];
  const isSame = JSON.stringify(variables) === JSON.stringify(before.variables);
  return isSame ? before : { ...before, version: before.version + 1, variables };
}
