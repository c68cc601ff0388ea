import type { MethodOutput } from '../../../shared/contract';
import { simpleSampling } from '../../../shared/domain/design';
import type { Session } from '../db/session';
import { findDesign } from '../design/declared-design';
import { firstBaseline, linkageOf } from '../design/proposal';
import { getInstrument, listWaves, readSettings } from '../projects/open-project';
import { findSharedPeople } from './identifiers';

/**
 * Proposes the first ex-ante wave (or the first of all) as baseline and the others of its instrument, in order of
 * date, as follow-ups. The design declared for the instrument wins; where none was, people are the same when
 * identifiers shared with the first follow-up are 30 % or more of the smaller wave, and every row was drawn on its
 * own. Baseline is null without waves.
 */
export async function proposeComparison(session: Session): Promise<MethodOutput<'comparison.propose'>> {
  const waves = await listWaves(session);
  const settings = await readSettings(session);
  const baseline = firstBaseline(waves);
  if (!baseline) {
    return {
      baselineWaveId: null,
      followUpWaveIds: [],
      linkage: settings.linkage,
      coverage: settings.coverage,
      sampling: simpleSampling,
      sharedPeople: 0,
    };
  }
  const followUps = waves.filter(
    ({ id, instrumentId }) => id !== baseline.id && instrumentId === baseline.instrumentId,
  );
  const [first] = followUps;
  const { variables } = await getInstrument(session, baseline.instrumentId);
  const shared = first ? await findSharedPeople(session, variables, baseline, first) : null;
  const declared = await findDesign(session, baseline.instrumentId);
  return {
    baselineWaveId: baseline.id,
    followUpWaveIds: followUps.slice(0, 8).map(({ id }) => id),
    linkage: declared?.linkage ?? linkageOf(shared, baseline, first).linkage,
    coverage: declared?.coverage ?? settings.coverage,
    sampling: declared?.sampling ?? simpleSampling,
    sharedPeople: shared?.both ?? 0,
  };
}
