import type { MethodOutput } from '../../../shared/contract';
import type { Session } from '../db/session';
import { getInstrument, listWaves, readSettings } from '../projects/open-project';
import { findSharedPeople } from './identifiers';

const enoughShared = 0.3;

/**
 * Proposes the first ex-ante wave (or the first of all) as baseline and the others of its instrument, in order of
 * date, as follow-ups; the same people when identifiers shared with the first follow-up are 30 % or more of the
 * smaller wave. Baseline is null without waves.
 */
export async function proposeComparison(session: Session): Promise<MethodOutput<'comparison.propose'>> {
  const waves = await listWaves(session);
  const { coverage, linkage: declared } = await readSettings(session);
  const baseline = waves.find(({ moment }) => moment === 'ex-ante') ?? waves[0];
  if (!baseline) {
    return { baselineWaveId: null, followUpWaveIds: [], linkage: declared, coverage, sharedPeople: 0 };
  }
  const followUps = waves.filter(
    ({ id, instrumentId }) => id !== baseline.id && instrumentId === baseline.instrumentId,
  );
  const [first] = followUps;
  const { variables } = await getInstrument(session, baseline.instrumentId);
  const shared = first ? await findSharedPeople(session, variables, baseline, first) : null;
  const sharedPeople = shared?.both ?? 0;
  const smaller = Math.min(baseline.rows, first?.rows ?? 0);
  const isMatched = sharedPeople > 0 && sharedPeople >= enoughShared * smaller;
  return {
    baselineWaveId: baseline.id,
    followUpWaveIds: followUps.slice(0, 8).map(({ id }) => id),
    linkage: isMatched ? 'matched' : 'independent',
    coverage,
    sharedPeople,
  };
}
