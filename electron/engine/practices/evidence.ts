import type { Call, ClaimEvidence } from '../../../shared/contract';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { ClaimBasis, EvidenceProblem, EvidenceStrength } from '../../../shared/domain/evidence';
import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import type { Claim, ComparisonLink, MeasurementLink, Practice } from '../../../shared/domain/practice';
import type { Report } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { computeMeasurement } from '../measurements/compute';
import { type ProjectDefinitions, readDefinitions, reportStatus } from '../reports/content-hash';
import { computePrinted } from '../reports/material';
import { listReports } from '../reports/report-store';
import { claimBasis, comparisonBlockOf, linkSha256, measurementBlockOf } from './basis/claim-basis';
import { storedBasis, wordsSha256 } from './basis/stored-bases';
import { cutResult, cutSentence } from './linked-result';

/**
 * What each claim of a practice rests on now: the result is computed again for the report's audience. `broken` means
 * that the report, what it prints, or the data behind it is gone; `outdated`, that what the claim rests on is no longer
 * what it was when the report was made. `problems` say which.
 */
export async function practiceEvidence(
  context: EngineContext,
  practice: Practice,
  call: Call,
): Promise<ClaimEvidence[]> {
  const known = await context.project().read(call.signal, async (session): Promise<Known> => {
    const reports = await listReports(session);
    const definitions = await readDefinitions(session);
    const bases = new Map<string, ClaimBasis | null>();
    for (const { evidence } of practice.claims) {
      if (evidence)
        bases.set(linkSha256(evidence), await claimBasis(session, evidence, definitions, reports));
    }
    return { reports, definitions, bases };
  });
  const compute = rememberingResults(context, known, call);
  const claims: ClaimEvidence[] = [];
  for (const claim of practice.claims) claims.push(await claimEvidence(claim, known, compute));
  return claims;
}

type Known = {
  reports: readonly Report[];
  definitions: ProjectDefinitions;
  bases: ReadonlyMap<string, ClaimBasis | null>;
};

/** Results by what they are of, so that several claims on one comparison compute it once; null where it cannot be. */
type Compute = {
  comparison(report: Report, link: ComparisonLink): Promise<ComparisonResult | null>;
  measurement(report: Report, link: MeasurementLink): Promise<MeasurementResult | null>;
};

async function claimEvidence(claim: Claim, known: Known, compute: Compute): Promise<ClaimEvidence> {
  const link = claim.evidence;
  const report = known.reports.find(({ id }) => id === link?.reportId) ?? null;
  const none: ClaimEvidence = {
    claimId: claim.id,
    status: 'no-evidence',
    strength: claim.stated ? 'stated' : 'none',
    problems: [],
    link,
    reportTitle: report?.title ?? null,
    reportRenderedAt: report?.rendering?.renderedAt ?? null,
    reportFiles: report?.rendering?.files ?? [],
    indicatorName: null,
    method: null,
    waves: [],
    result: null,
    figure: null,
    sentence: null,
  };
  if (!link) return none;
  return link.kind === 'measurement'
    ? measuredClaim({ ...none, link }, link, report, known, compute)
    : comparedClaim({ ...none, link }, link, report, known, compute);
}

async function comparedClaim(
  none: ClaimEvidence,
  link: ComparisonLink,
  report: Report | null,
  known: Known,
  compute: Compute,
): Promise<ClaimEvidence> {
  const { definitions } = known;
  const indicator = definitions.indicators.find(({ id }) => id === link.indicatorId) ?? null;
  const named = { ...none, indicatorName: indicator?.name ?? null };
  if (!report) return broken(named, 'report-missing');
  if (!definitions.comparisons.some(({ id }) => id === link.comparisonId)) {
    return broken(named, 'comparison-missing');
  }
  if (!indicator) return broken(named, 'indicator-missing');
  if (!comparisonBlockOf(report, link)) return broken(named, 'not-printed');
  const whole = await compute.comparison(report, link);
  if (!whole) return broken(named, 'not-computable');
  const result = cutResult(whole, link);
  const change = result?.rows[0]?.changes[0];
  if (!result || !change || change.status === 'empty') return broken(named, 'figure-missing');
  const shown = {
    ...named,
    result,
    waves: result.waves.map(({ id, name, dataSha256, isSynthetic }) => ({
      id,
      name,
      dataSha256,
      isSynthetic,
    })),
    sentence: cutSentence(result, report.locale),
  };
  if (change.status === 'suppressed') return broken(shown, 'suppressed');
  return standing({ ...shown, method: change.method, strength: 'before-after' }, report, known);
}

async function measuredClaim(
  none: ClaimEvidence,
  link: MeasurementLink,
  report: Report | null,
  known: Known,
  compute: Compute,
): Promise<ClaimEvidence> {
  const measurement = known.definitions.measurements.find(({ id }) => id === link.measurementId) ?? null;
  const named = { ...none, indicatorName: measurement?.name ?? null };
  if (!report) return broken(named, 'report-missing');
  if (!measurement) return broken(named, 'measurement-missing');
  if (!measurementBlockOf(report, link)) return broken(named, 'not-printed');
  const result = await compute.measurement(report, link);
  if (!result) return broken(named, 'not-computable');
  const figure = result.figures.find(({ key }) => key === link.figureKey);
  if (!figure || figure.status === 'empty') return broken(named, 'figure-missing');
  const { resultSha256, waves } = result;
  const shown = {
    ...named,
    waves: waves.filter(({ id }) => figure.waveId === null || id === figure.waveId),
    figure: { figure, resultSha256, isSynthetic: waves.some((wave) => wave.isSynthetic) },
  };
  if (figure.status === 'suppressed') return broken(shown, 'suppressed');
  return standing({ ...shown, method: figure.method, strength: figureStrength(figure) }, report, known);
}

/** A figure of one moment is counted; a change is before and after; two changes side by side are with a group. */
function figureStrength({ measure }: Pick<MeasurementFigure, 'measure'>): EvidenceStrength {
  if (measure === 'difference-in-changes') return 'with-group';
  return measure === 'change' || measure.startsWith('change-') ? 'before-after' : 'counted';
}

/** A link that is broken proves nothing: what is left is the figure of the document, if any. */
function broken(evidence: ClaimEvidence, problem: EvidenceProblem): ClaimEvidence {
  return { ...evidence, status: 'broken', problems: [problem] };
}

function standing(evidence: ClaimEvidence, report: Report, known: Known): ClaimEvidence {
  const now = evidence.link ? (known.bases.get(linkSha256(evidence.link)) ?? null) : null;
  if (!now) return broken(evidence, 'not-computable');
  const problems = changesSince(report, evidence, now, known.definitions);
  const status = problems.length === 0 ? 'current' : 'outdated';
  return { ...evidence, status, problems };
}

/** What of a link changed since its report was rendered. A rendering of an earlier version tells only of the report as a whole. */
function changesSince(
  report: Report,
  { link, sentence }: ClaimEvidence,
  now: ClaimBasis,
  definitions: ProjectDefinitions,
): EvidenceProblem[] {
  if (report.rendering === null || !link) return ['never-rendered'];
  const then = storedBasis(report, link);
  if (!then) return reportStatus(report, definitions) === 'current' ? [] : ['report-outdated'];
  const changed = (['data', 'indicator', 'definition', 'report'] as const).flatMap(
    (part): EvidenceProblem[] => (then[part] === now[part] ? [] : [`${part}-changed`]),
  );
  if (changed.length > 0 || then.words === null || then.words === wordsSha256(sentence)) return changed;
  return ['words-changed'];
}

function rememberingResults(context: EngineContext, { definitions }: Known, call: Call): Compute {
  const comparisons = new Map<string, Promise<ComparisonResult | null>>();
  const measurements = new Map<string, Promise<MeasurementResult | null>>();
  return {
    comparison(report, link) {
      const block = comparisonBlockOf(report, link);
      const comparison = definitions.comparisons.find(({ id }) => id === link.comparisonId);
      if (!block || !comparison) return Promise.resolve(null);
      const name = [report.id, comparison.id, ...block.indicatorIds].join(' ');
      return remember(comparisons, name, () =>
        computePrinted(context, report, { block, comparison }, definitions, call),
      );
    },
    measurement(report, link) {
      const measurement = definitions.measurements.find(({ id }) => id === link.measurementId);
      if (!measurement) return Promise.resolve(null);
      const input = { spec: measurement.spec, audience: report.audience };
      return remember(measurements, `${report.audience} ${measurement.id}`, () =>
        computeMeasurement(context, input, call),
      );
    },
  };
}

function remember<T>(
  known: Map<string, Promise<T | null>>,
  name: string,
  compute: () => Promise<T>,
): Promise<T | null> {
  const found = known.get(name);
  if (found) return found;
  const made = compute().catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal') return null;
    throw error;
  });
  known.set(name, made);
  return made;
}
