import type { ParsedInput } from '../../../shared/contract';
import type { StagedFile } from '../../../shared/desktop-bridge';
import type { Dialect } from '../../../shared/domain/dialect';
import { FileId, type InstrumentId } from '../../../shared/domain/ids';
import type { ColumnPlan, ImportPlan, Inspection, WaveDraft } from '../../../shared/domain/import';
import type { RowUnit } from '../../../shared/domain/instrument';
import type { MatchChoices } from './match-choices';

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
  /** What a row of a new instrument stands for. */
  rowUnit: RowUnit;
  /** Why rows with columns that usually describe people are none. */
  rowUnitReason: string;
  repeatedIdentifiers: ImportPlan['repeatedIdentifiers'];
  /** What was decided about each column that differs from the instrument. */
  choices: MatchChoices;
  /** Columns that together recognise a person, in their order; empty where one column does, or none. */
  personColumns: readonly number[];
  /** Names, birth dates and schools as written go into the vault, so that people can be recognised across waves. */
  keepsDetailsInVault: boolean;
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
  rowUnit: 'person',
  rowUnitReason: '',
  repeatedIdentifiers: 'set-aside',
  choices: {},
  personColumns: [],
  keepsDetailsInVault: true,
};

/** What the analyst said of columns and of people: it no longer holds when the file gets other columns. */
export const nothingSaidOfColumns = {
  columnEdits: {},
  decisions: {},
  choices: {},
  personColumns: [],
} as const satisfies Partial<ImportDraft>;

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

/** Sources of columns that claim a variable another column claims too. */
export function repeatedChoices(columns: readonly ColumnPlan[]): number[] {
  const kept = columns.filter((column) => column.action !== 'drop' && column.variableId !== null);
  return kept
    .filter((column) => kept.some((other) => other !== column && other.variableId === column.variableId))
    .map((column) => column.source);
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
