import type { Call } from '../../../shared/contract';
import type { Audience } from '../../../shared/domain/comparison';
import type { MeasurementKind, MeasurementSpec, SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementNotice, MeasurementResult } from '../../../shared/domain/measurement-result';
import { AppError } from '../../../shared/errors';
import { hashJson } from '../comparison/result-hash';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { countAttendance } from './attendance';
import { countCases } from './cases';
import { countCoding } from './coding';
import { countContrast } from './contrast';
import { countCoverage } from './coverage';
import { countFigures } from './figures';
import { countFunnel } from './funnel';
import { countLedger } from './ledger';
import { countMeetings } from './meetings';
import { type MeasurementPlan, planMeasurement } from './plan';

/** What the module of a kind gives back: everything but what all kinds share. `basis` enters the result's hash. */
export type Counted = Pick<MeasurementResult, 'figures' | 'headline' | 'tables' | 'charts' | 'notices'> & {
  basis?: unknown;
};

/** What a module may need besides its plan. */
export type CountWork = { context: Pick<EngineContext, 'project'>; session: Session; call: Call };

export type CountKind<K extends MeasurementKind> = (
  plan: MeasurementPlan<SpecOf<K>>,
  work: CountWork,
) => Promise<Counted>;

/** Who counts each kind. */
const kinds: { [K in MeasurementKind]?: CountKind<K> } = {
  attendance: countAttendance,
  cases: countCases,
  coverage: countCoverage,
  figures: countFigures,
  funnel: countFunnel,
  meetings: countMeetings,
  ledger: countLedger,
  contrast: countContrast,
  coding: countCoding,
};

/**
 * Counts what a measurement asks. Waves that lack one of its variables are left out and named in a notice; without any
 * wave left there are no figures. Throws what `planMeasurement` throws, `variable-type` and `measurement-invalid`.
 */
export async function computeMeasurement(
  context: Pick<EngineContext, 'project'>,
  { spec, audience }: { spec: MeasurementSpec; audience: Audience },
  call: Call,
): Promise<MeasurementResult> {
  return context.project().read(call.signal, async (session) => {
    const plan = await planMeasurement(session, spec, audience);
    const counted =
      plan.waves.length === 0
        ? { figures: [], headline: [], tables: [], charts: [], notices: [] }
        : await count(spec.kind, plan, { context, session, call });
    const { basis, ...shown } = counted;
    return {
      spec,
      audience,
      waves: plan.waves.map(({ id, name, isSynthetic, dataSha256 }) => ({
        id,
        name,
        isSynthetic,
        dataSha256,
      })),
      ...shown,
      notices: [...sharedNotices(plan), ...shown.notices],
      privacy: {
        // Whatever a row of attendance is, those who came are people.
        threshold: spec.kind === 'attendance' ? plan.peopleThreshold : plan.threshold,
        suppressedFigures: shown.figures.filter(({ status }) => status === 'suppressed').length,
      },
      resultSha256: hashJson({
        spec,
        threshold: plan.threshold,
        peopleThreshold: plan.peopleThreshold,
        coverage: plan.coverage,
        waves: plan.waves.map(({ id, dataSha256 }) => ({ id, dataSha256 })),
        variables: plan.instrument.variables,
        basis: basis ?? null,
      }),
    };
  });
}

function count<K extends MeasurementKind>(kind: K, plan: MeasurementPlan, work: CountWork): Promise<Counted> {
  const module: CountKind<K> | undefined = kinds[kind];
  if (!module) throw new AppError('measurement-invalid', { reason: 'kind', kind });
  // Safe: `kind` is the plan's own.
  return module(plan as MeasurementPlan<SpecOf<K>>, work);
}

function sharedNotices({ absent, wavesWithout, waves }: MeasurementPlan): MeasurementNotice[] {
  if (wavesWithout.length === 0) {
    return waves.length === 0 ? [{ code: 'waves-absent', details: {} }] : [];
  }
  const details = {
    variables: absent.map(({ label }) => `«${label}»`).join(', '),
    waves: wavesWithout.map(({ name }) => `«${name}»`).join(', '),
    count: absent.length,
  };
  return [{ code: 'variables-absent', details }];
}
