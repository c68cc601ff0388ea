import { z } from 'zod';
import { InstrumentId, IsoInstant, VariableId } from './ids';

export const variableTypes = [
  'integer',
  'decimal',
  'date',
  'datetime',
  'boolean',
  'single',
  'ordinal',
  'multiple',
  'text',
  'identifier',
] as const;
export const VariableType = z.enum(variableTypes);
export type VariableType = z.infer<typeof VariableType>;

/** What personal detail a column carries; null in a variable means none was found. */
export const IdentityKind = z.enum([
  'rut',
  'ipe',
  'passport',
  'name',
  'address',
  'phone',
  'email',
  'birth-date',
  'location',
  'device',
  'media',
]);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** Public lists whose codes answers are stored as, and fields recorded under their own names in Chile's registers. */
export const standardKinds = [
  'country',
  'nationality',
  'region',
  'comuna',
  'rbd',
  'sex',
  'gender',
  'coordinates',
] as const;
export const StandardKind = z.enum(standardKinds);
export type StandardKind = z.infer<typeof StandardKind>;

/** One valid answer. `value` is what is stored, `label` what is shown; the list's order is the scale's order. */
export const VariableOption = z.strictObject({ value: z.string(), label: z.string() });
export type VariableOption = z.infer<typeof VariableOption>;

/**
 * One question or column. A multiple-choice question is one variable. `role` says what the column is for:
 * the person's identifier, a grouping such as the school, or a measure. `missingCodes` are answers as written
 * in the file that count as missing.
 */
export const Variable = z.strictObject({
  id: VariableId,
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  type: VariableType,
  role: z.enum(['identifier', 'group', 'measure']),
  options: z.array(VariableOption),
  missingCodes: z.array(z.string()),
  /** Answers as written in the file that say the question was not for this person. */
  notApplicableCodes: z.array(z.string()).default([]),
  unit: z.string().nullable(),
  identity: IdentityKind.nullable(),
  /** The public list its values are codes of; null for none. */
  standard: StandardKind.nullable().default(null),
});
export type Variable = z.infer<typeof Variable>;

/** What one row of the data stands for. */
export const rowUnits = [
  'person',
  'household',
  'case',
  'institution',
  'event',
  'movement',
  'statement',
  'assessment',
] as const;
export const RowUnit = z.enum(rowUnits);
export type RowUnit = z.infer<typeof RowUnit>;

/** True where few rows could give a person away: schools, meetings, deliveries, written statements and scores are not people. */
export function isAboutPeople(unit: RowUnit): boolean {
  return unit === 'person' || unit === 'household' || unit === 'case';
}

export const Instrument = z.strictObject({
  id: InstrumentId,
  name: z.string().min(1),
  version: z.int().positive(),
  /** Decides whether small groups of rows are protected. */
  rowUnit: RowUnit.default('person'),
  variables: z.array(Variable),
  createdAt: IsoInstant,
});
export type Instrument = z.infer<typeof Instrument>;

/** True for variables stored as a day, with or without a time of day. */
export function isDated(variable: Pick<Variable, 'type'>): boolean {
  return variable.type === 'date' || variable.type === 'datetime';
}

/** True for variables stored as a number. */
export function isNumeric(variable: Pick<Variable, 'type'>): boolean {
  return variable.type === 'integer' || variable.type === 'decimal';
}
