import type { ColumnPart, ColumnPlan } from '../../../../shared/domain/import';
import type { IdentityKind, VariableOption } from '../../../../shared/domain/instrument';
import type { PlatformFinding, SourceTable } from '../../../../shared/domain/source';
import type { CountedValue } from '../value-counts';
import type { Codebook } from './codebook';

/** What is known of one column of the file before any platform is considered. */
export type RawColumn = {
  source: number;
  /** As it stands in the file; the rows of a header of several are in `headerRows`. */
  header: string;
  filled: number;
  distinct: number;
  /** The values are not all here: too many or too long to be listed. */
  isUnlisted: boolean;
  /** Most frequent first; blank cells are not among them. */
  values: readonly CountedValue[];
};

export type RawTable = {
  columns: readonly RawColumn[];
  rows: number;
  /** The rows of the header as written, one list of cells each; empty where the file has none. */
  headerRows: readonly (readonly string[])[];
  /** The sheets or blocks of the file, and the one that is read. */
  tables: readonly SourceTable[];
  tableId: string | null;
  codebook: Codebook | null;
};

/** Why a column is proposed to be left out, or read otherwise than as it stands. */
export type ReadingReason = 'technical' | 'person' | 'part' | 'combined' | 'derived';

/** What a platform or a codebook says of one column; absent fields are left to what its values look like. */
export type ColumnReading = {
  label?: string;
  /** The group the question stands in, told only where labels would collide. */
  group?: string;
  question?: string;
  reason?: ReadingReason;
  /** The column put together from several of which this one is a part. */
  partOf?: number;
  identity?: IdentityKind;
  plan?: Partial<
    Pick<
      ColumnPlan,
      | 'action'
      | 'type'
      | 'role'
      | 'options'
      | 'optionSeparator'
      | 'missingCodes'
      | 'notApplicableCodes'
      | 'recodes'
      | 'standard'
      | 'unit'
      | 'dateOrder'
      | 'form'
    >
  >;
};

/** One question that the file spreads over several columns. */
export type Composition = {
  source: number;
  /** As a person finds it in the file: the header of the combined column, or what the parts' headers share. */
  header: string;
  label: string;
  group?: string;
  question?: string;
  /** In the order of the form. */
  options: VariableOption[];
  parts: ColumnPart[];
  /** The column that holds the same answers joined in one cell; null where there is none. */
  combined: number | null;
  /** True where headers and values alone leave open whether these are one question; the rows decide. */
  isDoubtful: boolean;
  missingCodes: string[];
  /** What stands in every option's cell where the question was not put; absent for nothing. */
  notApplicableCodes?: string[];
  form: ColumnPlan['form'];
};

export type PlatformReading = {
  finding: PlatformFinding | null;
  columns: Map<number, ColumnReading>;
  compositions: Composition[];
};

/** How any text means "anything written here says the option was chosen". */
export const anythingWritten = '*';

/** A reading that says nothing. */
export function noReading(): PlatformReading {
  return { finding: null, columns: new Map(), compositions: [] };
}

/** Adds to what is said of a column; what is said later wins. */
export function say(reading: PlatformReading, source: number, said: ColumnReading): void {
  const before = reading.columns.get(source) ?? {};
  reading.columns.set(source, {
    ...before,
    ...said,
    ...(before.plan || said.plan ? { plan: { ...before.plan, ...said.plan } } : {}),
  });
}

/** Adds a composed column and says of its parts, and of the combined column, that they are read there. */
export function compose(reading: PlatformReading, composition: Composition): void {
  reading.compositions.push(composition);
  for (const { source } of composition.parts) {
    say(reading, source, { reason: 'part', partOf: composition.source, plan: { action: 'drop' } });
  }
  if (composition.combined !== null) {
    say(reading, composition.combined, {
      reason: 'combined',
      partOf: composition.source,
      plan: { action: 'drop' },
    });
  }
}

/** Left out because it only serves the program that wrote the file. */
export const technical: ColumnReading = { reason: 'technical', plan: { action: 'drop', role: 'measure' } };

/** A moment that the program noted. */
export const moment: ColumnReading = { plan: { action: 'keep', type: 'datetime', role: 'measure' } };

/** A personal detail the program noted, left out unless the analyst says otherwise. */
export function personal(identity: IdentityKind): ColumnReading {
  return { reason: 'person', identity, plan: { action: 'drop', type: 'text', role: 'measure' } };
}
