import type { CleaningEntry } from '../../../shared/domain/cleaning';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import type { Session } from '../db/session';
import { entriesFor, withMerge } from './cleaning-store';
import { replayLog } from './replay-log';

/**
 * The columns of a new file with the answers that merges took out of their lists: a file may still hold them, and they
 * must be read before the merge is replayed on them.
 */
export function withMergedAnswers(
  columns: readonly ColumnPlan[],
  log: readonly CleaningEntry[],
): ColumnPlan[] {
  return columns.map((column) => {
    const known = new Set(column.options.map(({ value }) => value));
    const dropped = log
      .filter((entry) => entry.variableId === column.variableId)
      .flatMap((entry) => entry.options.dropped.map(({ option }) => option))
      .filter(({ value }, index, all) => {
        return !known.has(value) && all.findIndex((other) => other.value === value) === index;
      });
    return dropped.length === 0 ? column : { ...column, options: [...column.options, ...dropped] };
  });
}

/** The instrument after an import, with its merges done again; `before` itself where nothing else was added. */
export function withMergesAgain(
  instrument: Instrument,
  before: Instrument | null,
  log: readonly CleaningEntry[],
): Instrument {
  const own = log.filter((entry) => entry.instrumentId === instrument.id && entry.scope === 'instrument');
  const settled = own.reduce(withMerge, instrument);
  const isSame = before && JSON.stringify(settled.variables) === JSON.stringify(before.variables);
  return isSame ? before : { ...settled, version: instrument.version };
}

/** Replays the log on a wave that has just been stored; nothing happens where the log does not concern it. */
export async function replayOnNewWave(
  session: Session,
  stored: { wave: Wave; instrument: Instrument; receipt: Receipt },
  log: readonly CleaningEntry[],
): Promise<{ wave: Wave; instrument: Instrument; receipt: Receipt }> {
  if (entriesFor(stored.wave, log).length === 0) return stored;
  return { ...stored, ...(await replayLog(session, stored.wave, stored.instrument, log)) };
}
