import { useCallback, useMemo } from 'react';
import type { InstrumentId } from '../../../shared/domain/ids';
import type {
  ColumnMatch,
  ColumnPlan,
  Inspection,
  WaveDraft,
  WaveEvidence,
} from '../../../shared/domain/import';
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
  type Reading,
  readingOf,
  treatmentOf,
  withEdits,
} from './draft';
import { withChoices, withChosenVariables, withNotes } from './match-choices';
import { withPerson } from './person-columns';
import { proposeWave } from './propose-wave';

export type ImportWork = {
  draft: ImportDraft;
  change: (change: Partial<ImportDraft>) => void;
  restart: () => void;
  /** Which files are read and how; null before one is chosen. */
  reading: Reading | null;
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
  /** What the wave is proposed from; empty until it is asked for and found. */
  waveEvidence: readonly WaveEvidence[];
  isProposingWave: boolean;
  editColumns: (edits: ColumnEdits) => void;
};

/**
 * The import at hand: what the analyst chose, and everything that follows from it. With `asksWave` the data are searched
 * for the days on which they were collected.
 */
export function useImportDraft({ asksWave = false }: { asksWave?: boolean } = {}): ImportWork {
  const [draft, update] = useSharedDraft<ImportDraft>('import', emptyDraft);
  const { files, codebook, corrections, columnEdits, decisions, choices, personColumns } = draft;
  const reading = useMemo(
    () => readingOf({ ...emptyDraft, files, codebook, corrections }),
    [files, codebook, corrections],
  );
  const answer = useQueryMethod('import.inspect', reading, { keepsPrevious: true });
  // The answer kept while another one is on its way must be of the same file.
  const isOfFile = answer.data !== undefined && answer.data.fileId === reading?.fileId;
  const inspection = { ...answer, data: isOfFile ? answer.data : undefined };
  const instrumentList = useQueryMethod('instrument.list', {});
  const waveList = useQueryMethod('wave.list', {});
  const instruments = instrumentList.data?.instruments ?? [];
  const found: Inspection | undefined = inspection.data;
  const ownColumns = useMemo(
    () => (found ? withEdits(withPerson(editedColumns(found, {}), found, personColumns), columnEdits) : []),
    [found, columnEdits, personColumns],
  );
  const likely = useMemo(() => instrumentFor(ownColumns, instruments), [ownColumns, instruments]);
  const instrumentId = draft.instrumentId === undefined ? likely : draft.instrumentId;
  const instrument = instruments.find((entry) => entry.id === instrumentId) ?? null;

  const matchInput = useMemo(
    () =>
      instrumentId === null || ownColumns.length === 0 || reading === null
        ? null
        : { instrumentId, columns: withChosenVariables(ownColumns, choices), reading },
    [instrumentId, ownColumns, reading, choices],
  );
  const match = useQueryMethod('import.match', matchInput, { keepsPrevious: true });
  const matched = matchInput === null ? ownColumns : (match.data?.columns ?? ownColumns);
  const matches = useMemo(
    () => (matchInput === null ? [] : withNotes(match.data?.matches ?? [], choices)),
    [matchInput, match.data, choices],
  );
  const columns = useMemo(
    () => withEdits(withChoices(matched, { own: ownColumns, matches, choices, instrument }), decisions),
    [matched, ownColumns, matches, choices, instrument, decisions],
  );
  const proposeInput = useMemo(
    () =>
      reading === null || !asksWave || instrumentList.data === undefined
        ? null
        : { ...reading, ...(instrumentId === null ? { isNew: true } : { instrumentId }) },
    [reading, asksWave, instrumentList.data, instrumentId],
  );
  const proposal = useQueryMethod('import.propose', proposeInput);
  const wave = useMemo(
    () => ({
      ...(proposal.data?.plan.wave ?? proposeWave(found, earlierWaves(waveList.data?.waves, instrumentId))),
      ...draft.wave,
    }),
    [proposal.data, found, waveList.data, instrumentId, draft.wave],
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
    reading,
    inspection,
    instruments,
    instrument,
    match,
    matches,
    ownColumns,
    columns,
    wave,
    waveEvidence: proposal.data?.waveEvidence ?? [],
    isProposingWave: proposal.isLoading,
    editColumns,
  };
}

/** The waves that answer the same questions: a new instrument begins with its own baseline. */
function earlierWaves(waves: readonly Wave[] | undefined, instrumentId: InstrumentId | null): Wave[] {
  return (waves ?? []).filter((wave) => wave.instrumentId === instrumentId);
}
