import type { Call, ClaimEvidence } from '../../../shared/contract';
import type { CellKey, ComparisonResult } from '../../../shared/domain/comparison';
import type { Claim, ComparisonLink, MeasurementLink, Practice } from '../../../shared/domain/practice';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { resultStatement } from '../../../shared/text/sentences';
import type { EngineContext } from '../context';
import { computeMeasurement } from '../measurements/compute';
import { type ProjectDefinitions, readDefinitions, reportStatus } from '../reports/content-hash';
import { computePrinted } from '../reports/material';
import { listReports } from '../reports/report-store';

type ComparisonBlock = Extract<ReportBlock, { kind: 'comparison' }>;

/**
 * What each claim of a practice rests on now: the result is computed again for the report's audience. `broken` means
 * that the report, what it prints, or the data behind it is gone; `outdated`, that the report must be made again.
 */
export async function practiceEvidence(
  context: EngineContext,
  practice: Practice,
  call: Call,
): Promise<ClaimEvidence[]> {
  const project = context.project();
  const { reports, definitions } = await project.read(call.signal, async (session) => ({
    reports: await listReports(session),
    definitions: await readDefinitions(session),
  }));
  const claims: ClaimEvidence[] = [];
  for (const claim of practice.claims) {
    claims.push(await claimEvidence(context, claim, { reports, definitions }, call));
  }
  return claims;
}

type Known = { reports: readonly Report[]; definitions: ProjectDefinitions };

async function claimEvidence(
  context: EngineContext,
  claim: Claim,
  { reports, definitions }: Known,
  call: Call,
): Promise<ClaimEvidence> {
  const link = claim.evidence;
  if (link?.kind === 'measurement')
    return measuredClaim(context, claim, link, { reports, definitions }, call);
  const report = reports.find((each) => each.id === link?.reportId) ?? null;
  const indicator = definitions.indicators.find((each) => each.id === link?.indicatorId) ?? null;
  const named = {
    claimId: claim.id,
    link,
    reportTitle: report?.title ?? null,
    reportRenderedAt: report?.rendering?.renderedAt ?? null,
    indicatorName: indicator?.name ?? null,
  };
  const none = { ...named, result: null, figure: null, sentence: null };
  if (!link) return { ...none, status: 'no-evidence' };
  const result = report && indicator ? await linkedResult(context, link, report, definitions, call) : null;
  if (!report || !result) return { ...none, status: 'broken' };
  return {
    ...named,
    status: reportStatus(report, definitions) === 'current' ? 'current' : 'outdated',
    result,
    figure: null,
    sentence: evidenceSentence(result, report.locale),
  };
}

/** The same for one figure of a measurement, which the report must still print. */
async function measuredClaim(
  context: EngineContext,
  claim: Claim,
  link: MeasurementLink,
  { reports, definitions }: Known,
  call: Call,
): Promise<ClaimEvidence> {
  const report = reports.find((each) => each.id === link.reportId) ?? null;
  const measurement = definitions.measurements.find((each) => each.id === link.measurementId) ?? null;
  const none: ClaimEvidence = {
    claimId: claim.id,
    status: 'broken',
    link,
    reportTitle: report?.title ?? null,
    reportRenderedAt: report?.rendering?.renderedAt ?? null,
    indicatorName: measurement?.name ?? null,
    result: null,
    figure: null,
    sentence: null,
  };
  const isPrinted = report?.blocks.some(
    (block) => block.kind === 'measurement' && block.measurementId === link.measurementId,
  );
  if (!report || !measurement || !isPrinted) return none;
  const input = { spec: measurement.spec, audience: report.audience };
  const result = await computeMeasurement(context, input, call).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal') return null;
    throw error;
  });
  const figure = result?.figures.find(({ key }) => key === link.figureKey);
  if (!result || !figure) return none;
  const isSynthetic = result.waves.some((wave) => wave.isSynthetic);
  return {
    ...none,
    status: reportStatus(report, definitions) === 'current' ? 'current' : 'outdated',
    figure: { figure, resultSha256: result.resultSha256, isSynthetic },
  };
}

/** The comparison as the report prints it, cut down to the row and follow-up of the link; null when it is gone. */
async function linkedResult(
  context: EngineContext,
  link: ComparisonLink,
  report: Report,
  definitions: ProjectDefinitions,
  call: Call,
): Promise<ComparisonResult | null> {
  const comparison = definitions.comparisons.find((each) => each.id === link.comparisonId);
  const block = report.blocks.find(
    (each): each is ComparisonBlock =>
      each.kind === 'comparison' &&
      each.comparisonId === link.comparisonId &&
      (each.indicatorIds.length === 0 || each.indicatorIds.includes(link.indicatorId)),
  );
  if (!comparison || !block) return null;
  const printed = computePrinted(context, report, { block, comparison }, definitions, call);
  const result = await printed.catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal') return null;
    throw error;
  });
  return result && cutResult(result, link);
}

function cutResult(result: ComparisonResult, link: ComparisonLink): ComparisonResult | null {
  const row = result.rows.find(
    (each) => each.indicatorId === link.indicatorId && isSameGroup(each.key, link.key),
  );
  const changes = row?.changes.filter((change) => change.followUpWaveId === link.followUpWaveId) ?? [];
  if (!row || changes.length === 0) return null;
  const waveIds: string[] = [result.spec.baselineWaveId, link.followUpWaveId];
  return {
    ...result,
    spec: { ...result.spec, followUpWaveIds: [link.followUpWaveId], indicatorIds: [link.indicatorId] },
    waves: result.waves.filter((wave) => waveIds.includes(wave.id)),
    indicators: result.indicators.filter((indicator) => indicator.id === link.indicatorId),
    rows: [{ ...row, cells: row.cells.filter((cell) => waveIds.includes(cell.waveId)), changes }],
    flows: result.flows.filter((flow) => flow.followUpWaveId === link.followUpWaveId),
  };
}

/** Groups are the same by variable and value; their labels may have been reworded since. */
function isSameGroup(left: CellKey, right: CellKey): boolean {
  return (
    left.length === right.length &&
    left.every((part, index) => {
      const other = right[index];
      return other?.variableId === part.variableId && other.value === part.value;
    })
  );
}

function evidenceSentence(result: ComparisonResult, locale: Locale): string | null {
  const [row] = result.rows;
  const [change] = row?.changes ?? [];
  const [indicator] = result.indicators;
  if (!row || !change || !indicator) return null;
  return resultStatement(result, row, change, indicator, locale);
}
