import type { CancelSignal } from '../../../shared/cancel';
import { Comparison } from '../../../shared/domain/comparison';
import { Indicator } from '../../../shared/domain/indicator';
import { Instrument } from '../../../shared/domain/instrument';
import { Practice } from '../../../shared/domain/practice';
import { ProjectSettings } from '../../../shared/domain/project';
import { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { ProjectDatabase } from '../db/project-database';
import { asText, type Session, type WriteSession } from '../db/session';
import { sql } from '../db/sql';
import { findDefinition, listDefinitions } from '../definitions/definition-store';

/** A project that is open: its database and the identity of its vault. */
export type OpenProject = {
  readonly id: string;
  readonly database: ProjectDatabase;
  /** Shorthands for the database's read and write. */
  read<T>(signal: CancelSignal, work: (session: Session) => Promise<T>): Promise<T>;
  write<T>(signal: CancelSignal, work: (session: WriteSession) => Promise<T>): Promise<T>;
};

export const defaultSettings: ProjectSettings = {
  linkage: 'matched',
  coverage: 'sample',
  confidenceLevel: 0.95,
  thresholdPublication: 10,
  thresholdInternal: 5,
};

/** A value of the `meta` table, or null. */
export async function readMeta(session: Session, key: string): Promise<string | null> {
  const row = await session.first(sql`select value from meta where key = ${key}`);
  return row ? asText(row.value) : null;
}

/** Sets a value of the `meta` table. */
export async function writeMeta(session: Session, key: string, value: string): Promise<void> {
  await session.run(sql`insert or replace into meta values (${key}, ${value})`);
}

/** The settings of the project, the usual ones where none were saved. */
export async function readSettings(session: Session): Promise<ProjectSettings> {
  const stored = await readMeta(session, 'settings');
  return stored ? ProjectSettings.parse(JSON.parse(stored)) : defaultSettings;
}

/** All waves, baseline first, then by start date and import. */
export async function listWaves(session: Session): Promise<Wave[]> {
  const rows = await session.all(sql`select body from wave`);
  const waves = rows.map((row) => Wave.parse(JSON.parse(asText(row.body))));
  return waves.sort((left, right) => waveOrder(left).localeCompare(waveOrder(right)));
}

function waveOrder(wave: Wave): string {
  const momentOrder = wave.moment === 'ex-ante' ? '0' : '1';
  return [wave.startDate ?? momentOrder, momentOrder, wave.importedAt].join(' ');
}

/** Throws `wave-missing`. */
export async function getWave(session: Session, waveId: string): Promise<Wave> {
  const row = await session.first(sql`select body from wave where id = ${waveId}`);
  if (!row) throw new AppError('wave-missing', { waveId });
  return Wave.parse(JSON.parse(asText(row.body)));
}

/** All instruments, in the order in which they came. */
export function listInstruments(session: Session): Promise<Instrument[]> {
  return listDefinitions(session, 'instrument', Instrument);
}

/** Throws `instrument-missing`. */
export async function getInstrument(session: Session, id: string): Promise<Instrument> {
  const found = await findDefinition(session, 'instrument', id, Instrument);
  if (!found) throw new AppError('instrument-missing', { instrumentId: id });
  return found;
}

/** All indicators, in the order in which they came. */
export function listIndicators(session: Session): Promise<Indicator[]> {
  return listDefinitions(session, 'indicator', Indicator);
}

/** Throws `indicator-missing`. */
export async function getIndicator(session: Session, id: string): Promise<Indicator> {
  const found = await findDefinition(session, 'indicator', id, Indicator);
  if (!found) throw new AppError('indicator-missing', { indicatorId: id });
  return found;
}

/** All saved comparisons, in the order in which they came. */
export function listComparisons(session: Session): Promise<Comparison[]> {
  return listDefinitions(session, 'comparison', Comparison);
}

/** Throws `comparison-missing`. */
export async function getComparison(session: Session, id: string): Promise<Comparison> {
  const found = await findDefinition(session, 'comparison', id, Comparison);
  if (!found) throw new AppError('comparison-missing', { comparisonId: id });
  return found;
}

/** All practices, in the order in which they came. */
export function listPractices(session: Session): Promise<Practice[]> {
  return listDefinitions(session, 'practice', Practice);
}

/** The table that holds the rows of a wave: `line` (in the source file) and one column a variable, named by its id. */
export function waveTable(waveId: string): string {
  return `data_${waveId}`;
}
