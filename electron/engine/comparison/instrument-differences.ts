import { z } from 'zod';
import {
  CrosswalkEntry,
  type DifferenceStatus,
  type InstrumentDifference,
} from '../../../shared/domain/crosswalk';
import type { Recode } from '../../../shared/domain/import';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asText, type Session } from '../db/session';
import { sql } from '../db/sql';

const Kept = z.object({ crosswalk: z.array(CrosswalkEntry).default([]) });

/** The crosswalk of a wave; empty for one that was imported before crosswalks were kept. */
export async function readCrosswalk(session: Session, waveId: Wave['id']): Promise<CrosswalkEntry[]> {
  const row = await session.first(sql`select receipt from wave where id = ${waveId}`);
  return row ? Kept.parse(JSON.parse(asText(row.receipt))).crosswalk : [];
}

/**
 * The questions that indicators and groups rest on and that were not put in the same way in the baseline and a
 * follow-up: each wave's own crosswalk leads to the instrument, so that two of them together lead from wave to wave.
 */
export async function instrumentDifferences(
  session: Session,
  plan: {
    waves: readonly Wave[];
    indicators: readonly Indicator[];
    breakdown: readonly Variable[];
  },
): Promise<InstrumentDifference[]> {
  return differencesOfUsers(session, plan.waves, [
    ...plan.breakdown.map(({ id }) => ({ indicatorId: null, variableId: id })),
    ...plan.indicators.flatMap((indicator) =>
      indicatorVariables(indicator).map((variableId) => ({ indicatorId: indicator.id, variableId })),
    ),
  ]);
}

/** The same for any questions, against the first of the waves; `indicatorId` null where none rests on it. */
export async function differencesOfUsers(
  session: Session,
  waves: readonly Pick<Wave, 'id'>[],
  users: readonly Pick<InstrumentDifference, 'indicatorId' | 'variableId'>[],
): Promise<InstrumentDifference[]> {
  const [baseline, ...followUps] = waves;
  if (!baseline || followUps.length === 0) return [];
  const before = entriesById(await readCrosswalk(session, baseline.id));
  const found: InstrumentDifference[] = [];
  for (const wave of followUps) {
    const now = entriesById(await readCrosswalk(session, wave.id));
    for (const { indicatorId, variableId } of users) {
      const [first, second] = [before.get(variableId), now.get(variableId)];
      const difference = first && second ? differenceBetween(first, second) : null;
      if (difference) {
        found.push({ indicatorId, baselineWaveId: baseline.id, followUpWaveId: wave.id, ...difference });
      }
    }
  }
  return found;
}

function entriesById(entries: readonly CrosswalkEntry[]): Map<string, CrosswalkEntry> {
  return new Map(entries.map((entry) => [entry.variableId, entry]));
}

/**
 * How one question differed between two waves; null where it was put in the same way or one did not ask it. Two waves
 * that differ from the instrument in the same manner do not differ from each other.
 */
export function differenceBetween(
  before: CrosswalkEntry,
  after: CrosswalkEntry,
): Omit<InstrumentDifference, 'indicatorId' | 'baselineWaveId' | 'followUpWaveId'> | null {
  if (before.header === null || after.header === null) return null;
  const has = (status: DifferenceStatus): boolean =>
    before.statuses.includes(status) || after.statuses.includes(status);
  const statuses: DifferenceStatus[] = [];
  if (has('reworded') && plain(before.header) !== plain(after.header)) statuses.push('reworded');
  if (onlyIn(after.answers, before.answers)) statuses.push('options-added');
  if (onlyIn(before.answers, after.answers)) statuses.push('options-dropped');
  const isTurned = before.isReversed !== after.isReversed;
  if (isTurned) statuses.push('scale-reversed');
  else if (has('recoded') && !isSameCoding(before.recodes, after.recodes)) statuses.push('recoded');
  const hasOtherType =
    has('type-changed') &&
    before.typeInFile !== null &&
    after.typeInFile !== null &&
    before.typeInFile !== after.typeInFile;
  if (hasOtherType) statuses.push('type-changed');
  if (statuses.length === 0) return null;
  const turned = [before, after].filter(({ isReversed }) => isReversed);
  const isLeftTurned = isTurned && turned.some(({ isRealigned }) => !isRealigned);
  return {
    variableId: after.variableId,
    variableLabel: after.variableLabel,
    statuses,
    headerBefore: before.header,
    headerAfter: after.header,
    typeBefore: before.typeInFile,
    typeAfter: after.typeInFile,
    isRealigned: !isLeftTurned,
    note: after.note ?? before.note,
  };
}

function plain(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function onlyIn(answers: readonly string[] | null, others: readonly string[] | null): boolean {
  if (!answers || !others) return false;
  const known = new Set(others);
  return answers.some((answer) => !known.has(answer));
}

/** Both files used codes, and none of them means one thing here and another there. */
function isSameCoding(left: readonly Recode[], right: readonly Recode[]): boolean {
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  const known = new Map(left.map(({ from, to }) => [from, to]));
  return right.every(({ from, to }) => !known.has(from) || known.get(from) === to);
}
