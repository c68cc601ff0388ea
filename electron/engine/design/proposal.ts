import type { MethodOutput } from '../../../shared/contract';
import { type DesignHint, type Linkage, simpleSampling } from '../../../shared/domain/design';
import type { InstrumentId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { findSharedPeople, type SharedPeople } from '../comparison/identifiers';
import type { Session } from '../db/session';
import { getInstrument, listWaves, readSettings } from '../projects/open-project';
import { findDesign } from './declared-design';
import { columnHints } from './hints';

const enoughShared = 0.3;

/** The first ex-ante wave, or the first of all; undefined without waves. */
export function firstBaseline(waves: readonly Wave[]): Wave | undefined {
  return waves.find(({ moment }) => moment === 'ex-ante') ?? waves[0];
}

/** The same people when identifiers shared with the follow-up are 30 % or more of the smaller wave. */
export function linkageOf(
  shared: SharedPeople | null,
  baseline: Wave,
  followUp: Wave | undefined,
): { linkage: Linkage; share: number } {
  const smaller = Math.min(baseline.rows, followUp?.rows ?? 0);
  const share = shared && smaller > 0 ? shared.both / smaller : 0;
  return { linkage: share > 0 && share >= enoughShared ? 'matched' : 'independent', share };
}

/**
 * What was declared about an instrument's waves, and what its data suggest. A census cannot be seen in the data, so
 * coverage is that of the project; strata, clusters and weights are only hinted at, since a column of schools does
 * not tell whether schools were drawn. Throws `instrument-missing`.
 */
export async function describeDesign(
  session: Session,
  instrumentId: InstrumentId,
): Promise<MethodOutput<'design.get'>> {
  const { variables } = await getInstrument(session, instrumentId);
  const waves = (await listWaves(session)).filter((wave) => wave.instrumentId === instrumentId);
  const { coverage, linkage } = await readSettings(session);
  const declared = await findDesign(session, instrumentId);
  const baseline = firstBaseline(waves);
  const proposal = { coverage, linkage, sampling: simpleSampling };
  if (!baseline) return { declared, proposal, hints: [] };
  const followUp = waves.find(({ id }) => id !== baseline.id);
  const people = followUp ? await linkageHint(session, variables, baseline, followUp) : null;
  return {
    declared,
    proposal: { ...proposal, linkage: people?.linkage ?? linkage },
    hints: [...(people ? [people.hint] : []), ...(await columnHints(session, baseline, variables))],
  };
}

async function linkageHint(
  session: Session,
  variables: readonly Variable[],
  baseline: Wave,
  followUp: Wave,
): Promise<{ linkage: Linkage; hint: DesignHint }> {
  const shared = await sharedPeople(session, variables, baseline, followUp);
  const { linkage, share } = linkageOf(shared, baseline, followUp);
  return {
    linkage,
    hint: {
      fact: 'linkage',
      variableId: variables.find(({ id }) => id === shared?.identifierId)?.id ?? null,
      evidence: linkage === 'matched' ? 'identifiers-repeat' : 'identifiers-differ',
      share: Math.min(1, share),
      count: shared?.both ?? 0,
    },
  };
}

// An identifier that occurs twice in a wave names nobody, so it cannot show that people are the same.
async function sharedPeople(
  session: Session,
  variables: readonly Variable[],
  baseline: Wave,
  followUp: Wave,
): Promise<SharedPeople | null> {
  try {
    return await findSharedPeople(session, variables, baseline, followUp);
  } catch (error) {
    if (error instanceof AppError && error.code === 'identifier-repeated') return null;
    throw error;
  }
}
