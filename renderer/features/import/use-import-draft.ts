import { useCallback, useMemo } from 'react';
import { FileId, type InstrumentId } from '../../../shared/domain/ids';
import type { ColumnMatch, ColumnPlan, Inspection, WaveDraft } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import { instrumentFor } from '../../../shared/domain/instrument-for';
import type { Wave } from '../../../shared/domain/wave';
import { type Answer, useQueryMethod } from '../../state/use-query-method';
import { useSharedDraft } from '../../state/use-shared-draft';
import {
  type ColumnEdits,
  editedColumns,
  emptyDraft,
  type ImportDraft,
  mergeEdits,
  treatmentOf,
  withEdits,
} from './draft';
import { proposeWave } from './propose-wave';

export type ImportWork = {
  draft: ImportDraft;
  change: (change: Partial<ImportDraft>) => void;
  restart: () => void;
  inspection: Answer<'import.inspect'>;
  instruments: readonly Instrument[];
  /** The instrument to match with; null for a new one. */
  instrument: Instrument | null;
  match: Answer<'import.match'>;
  matches: readonly ColumnMatch[];
  /** The columns as the analyst left them before matching. */
  ownColumns: readonly ColumnPlan[];
  /** The columns as they would be imported now. */
  columns: readonly ColumnPlan[];
  wave: WaveDraft;
  editColumns: (edits: ColumnEdits) => void;
};

/** The import at hand: what the analyst chose, and everything that follows from it. */
export function useImportDraft(): ImportWork {
  const [draft, update] = useSharedDraft<ImportDraft>('import', emptyDraft);
  const { file, corrections, columnEdits, decisions } = draft;
  const inspectInput = useMemo(
    () => (file === null ? null : { fileId: FileId.parse(file.fileId), corrections }),
    [file, corrections],
  );
  const inspection = useQueryMethod('import.inspect', inspectInput, { keepsPrevious: true });
  const instrumentList = useQueryMethod('instrument.list', {});
  const waveList = useQueryMethod('wave.list', {});
  const instruments = instrumentList.data?.instruments ?? [];
  const found: Inspection | undefined = inspection.data;
  const ownColumns = useMemo(() => (found ? editedColumns(found, columnEdits) : []), [found, columnEdits]);
  const likely = useMemo(() => instrumentFor(ownColumns, instruments), [ownColumns, instruments]);
  const instrumentId = draft.instrumentId === undefined ? likely : draft.instrumentId;
  const instrument = instruments.find((entry) => entry.id === instrumentId) ?? null;

  const matchInput = useMemo(
    () => (instrumentId === null || ownColumns.length === 0 ? null : { instrumentId, columns: ownColumns }),
    [instrumentId, ownColumns],
  );
  const match = useQueryMethod('import.match', matchInput, { keepsPrevious: true });
  const matched = matchInput === null ? ownColumns : (match.data?.columns ?? ownColumns);
  const columns = useMemo(() => withEdits(matched, decisions), [matched, decisions]);
  const wave = useMemo(
    () => ({ ...proposeWave(found, earlierWaves(waveList.data?.waves, instrumentId)), ...draft.wave }),
    [found, waveList.data, instrumentId, draft.wave],
  );

  const change = useCallback(
    (part: Partial<ImportDraft>) => update((current) => ({ ...current, ...part })),
    [update],
  );
  const restart = useCallback(() => update(() => emptyDraft), [update]);
  const editColumns = useCallback(
    (edits: ColumnEdits) =>
      update((current) => ({
        ...current,
        columnEdits: mergeEdits(current.columnEdits, edits),
        decisions: mergeEdits(current.decisions, treatmentOf(edits)),
      })),
    [update],
  );
  return {
    draft,
    change,
    restart,
    inspection,
    instruments,
    instrument,
    match,
    matches: matchInput === null ? [] : (match.data?.matches ?? []),
    ownColumns,
    columns,
    wave,
    editColumns,
  };
}

/** The waves that answer the same questions: a new instrument begins with its own baseline. */
function earlierWaves(waves: readonly Wave[] | undefined, instrumentId: InstrumentId | null): Wave[] {
  return (waves ?? []).filter((wave) => wave.instrumentId === instrumentId);
}
