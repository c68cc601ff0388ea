import type { ParsedInput } from '../../../shared/contract';
import type { StagedFile } from '../../../shared/desktop-bridge';
import { FileId, type InstrumentId } from '../../../shared/domain/ids';
import type {
  ColumnMatch,
  ColumnPlan,
  Dialect,
  ImportPlan,
  Inspection,
  WaveDraft,
} from '../../../shared/domain/import';
import type { Instrument, Variable } from '../../../shared/domain/instrument';

export type ColumnEdits = Readonly<Record<number, Partial<ColumnPlan>>>;
export type Corrections = Partial<Dialect>;
export type Reading = ParsedInput<'import.inspect'>;

/** One file of the wave; `label` is what its rows are labelled with where there are several, such as the school. */
export type ImportFile = StagedFile & { label: string };

/** What the analyst has chosen so far; everything else is derived from the inspection and the match. */
export type ImportDraft = {
  /** The files of the wave; the first one says which columns there are. */
  files: readonly ImportFile[];
  /** The XLSForm the questions are read with. */
  codebook: StagedFile | null;
  corrections: Corrections;
  columnEdits: ColumnEdits;
  /** Undefined until the analyst chooses; null is a new instrument. */
  instrumentId: InstrumentId | null | undefined;
  decisions: ColumnEdits;
  wave: Partial<WaveDraft>;
  instrumentName: string | null;
  repeatedIdentifiers: ImportPlan['repeatedIdentifiers'];
};

export const emptyDraft: ImportDraft = {
  files: [],
  codebook: null,
  corrections: {},
  columnEdits: {},
  instrumentId: undefined,
  decisions: {},
  wave: {},
  instrumentName: null,
  repeatedIdentifiers: 'set-aside',
};

/** Which files are read and how, as the engine's methods ask for it; null before a file is chosen. */
export function readingOf({ files, codebook, corrections }: ImportDraft): Reading | null {
  const [first, ...others] = files;
  if (!first) return null;
  return {
    fileId: FileId.parse(first.fileId),
    corrections,
    additionalFiles: others.map(({ fileId, name, label }) => ({
      fileId: FileId.parse(fileId),
      label: label.trim() || name,
    })),
    label: others.length === 0 ? null : first.label.trim() || first.name,
    codebookFileId: codebook ? FileId.parse(codebook.fileId) : null,
  };
}

/** Each column as given, with the analyst's edits laid over it. */
export function withEdits(columns: readonly ColumnPlan[], edits: ColumnEdits): ColumnPlan[] {
  return columns.map((column) => ({ ...column, ...edits[column.source] }));
}

/** The proposals of the inspection with the analyst's edits. */
export function editedColumns(inspection: Inspection, edits: ColumnEdits): ColumnPlan[] {
  return withEdits(
    inspection.columns.map((profile) => profile.proposal),
    edits,
  );
}

/** Adds to what the analyst changed in one column. */
export function addEdit(edits: ColumnEdits, source: number, change: Partial<ColumnPlan>): ColumnEdits {
  return { ...edits, [source]: { ...edits[source], ...change } };
}

/**
 * What the analyst said about storing and recognising people. It is laid over the match too, which proposes its own
 * treatment of every column it pairs.
 */
export function treatmentOf(edits: ColumnEdits): ColumnEdits {
  const chosen = Object.entries(edits).flatMap(([source, { action, role }]) =>
    action === undefined && role === undefined
      ? []
      : [[source, { ...(action && { action }), ...(role && { role }) }] as const],
  );
  return Object.fromEntries(chosen);
}

/** Two sets of edits in one; where both say something about a column, the added ones hold. */
export function mergeEdits(before: ColumnEdits, added: ColumnEdits): ColumnEdits {
  const merged: Record<number, Partial<ColumnPlan>> = { ...before };
  for (const [source, edit] of Object.entries(added)) {
    merged[Number(source)] = { ...merged[Number(source)], ...edit };
  }
  return merged;
}

/** What changes in a column when it is said to answer a variable of the instrument. */
export function asVariable(variable: Variable): Partial<ColumnPlan> {
  const { id, name, label, type, role, options, missingCodes } = variable;
  const action = type === 'identifier' ? 'pseudonymise' : 'keep';
  return { action, variableId: id, name, label, type, role, options, missingCodes };
}

/** What changes in a column when it is said to be new: its own plan, under a name the instrument does not use. */
export function asNewVariable(own: ColumnPlan, instrument: Instrument): Partial<ColumnPlan> {
  const taken = new Set(instrument.variables.map((variable) => variable.name));
  let name = own.name;
  for (let count = 2; taken.has(name); count += 1) name = `${own.name}_${count}`;
  const { label, type, role, options, missingCodes } = own;
  const action = own.identity !== null || type === 'identifier' ? 'pseudonymise' : 'keep';
  return { action, variableId: null, name, label, type, role, options, missingCodes };
}

/** Sources of columns that claim a variable another column claims too. */
export function repeatedChoices(columns: readonly ColumnPlan[]): number[] {
  const kept = columns.filter((column) => column.action !== 'drop' && column.variableId !== null);
  return kept
    .filter((column) => kept.some((other) => other !== column && other.variableId === column.variableId))
    .map((column) => column.source);
}

/** Matches that ask for a look: everything but columns that fit word for word. */
export function differences(matches: readonly ColumnMatch[]): ColumnMatch[] {
  return matches.filter((match) => match.statuses.some((status) => status !== 'same'));
}

/** Makes one column the person's identifier and no other; null leaves none. */
export function withIdentifier(columns: readonly ColumnPlan[], source: number | null): ColumnEdits {
  const changed = columns.filter((column) => (column.role === 'identifier') !== (column.source === source));
  return Object.fromEntries(
    changed.map((column) => [
      column.source,
      column.source === source
        ? ({ role: 'identifier', action: column.action === 'drop' ? 'pseudonymise' : column.action } as const)
        : ({ role: 'measure' } as const),
    ]),
  );
}
