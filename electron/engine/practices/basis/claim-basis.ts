import type { Comparison } from '../../../../shared/domain/comparison';
import { samplingVariables } from '../../../../shared/domain/design';
import { ClaimBasis } from '../../../../shared/domain/evidence';
import type { VariableId, WaveId } from '../../../../shared/domain/ids';
import { type Indicator, indicatorVariables } from '../../../../shared/domain/indicator';
import type { ComparisonLink, EvidenceLink, MeasurementLink } from '../../../../shared/domain/practice';
import type { Report, ReportBlock } from '../../../../shared/domain/report';
import { AppError } from '../../../../shared/errors';
import { hashJson } from '../../comparison/result-hash';
import type { Session } from '../../db/session';
import type { VariableLookup } from '../../indicators/condition-sql';
import type { ProjectDefinitions } from '../../reports/content-hash';
import { comparisonRows, groupOf } from './comparison-basis';
import { measurementRows } from './measurement-basis';

type BlockOf<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

/** The block of a report that prints what a link points at; null where none does any more. */
export function comparisonBlockOf(report: Report, link: ComparisonLink): BlockOf<'comparison'> | null {
  return (
    report.blocks.find(
      (block): block is BlockOf<'comparison'> =>
        block.kind === 'comparison' &&
        block.comparisonId === link.comparisonId &&
        (block.indicatorIds.length === 0 || block.indicatorIds.includes(link.indicatorId)),
    ) ?? null
  );
}

export function measurementBlockOf(report: Report, link: MeasurementLink): BlockOf<'measurement'> | null {
  return (
    report.blocks.find(
      (block): block is BlockOf<'measurement'> =>
        block.kind === 'measurement' && block.measurementId === link.measurementId,
    ) ?? null
  );
}

/** Names a link: the same for the same place, whatever the labels of its group. */
export function linkSha256(link: EvidenceLink): string {
  if (link.kind === 'measurement') {
    const { reportId, measurementId, figureKey } = link;
    return hashJson({ kind: 'measurement', reportId, measurementId, figureKey });
  }
  const { reportId, comparisonId, indicatorId, followUpWaveId, key } = link;
  const group = key.map(({ variableId, value }) => ({ variableId, value }));
  return hashJson({ kind: 'comparison', reportId, comparisonId, indicatorId, followUpWaveId, group });
}

/**
 * Hashes of exactly what a link rests on now, so that a change elsewhere in the project leaves them as they are and a
 * change in it does not, even where the figure comes out the same. Null where something it names is gone.
 */
export async function claimBasis(
  session: Session,
  link: EvidenceLink,
  definitions: ProjectDefinitions,
  reports: readonly Report[],
): Promise<ClaimBasis | null> {
  const report = reports.find(({ id }) => id === link.reportId);
  if (!report) return null;
  try {
    return link.kind === 'measurement'
      ? await measurementBasis(session, link, definitions, report)
      : await comparisonBasis(session, link, definitions, report);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal') return null;
    throw error;
  }
}

async function comparisonBasis(
  session: Session,
  link: ComparisonLink,
  definitions: ProjectDefinitions,
  report: Report,
): Promise<ClaimBasis | null> {
  const block = comparisonBlockOf(report, link);
  const comparison = definitions.comparisons.find(({ id }) => id === link.comparisonId);
  const indicator = definitions.indicators.find(({ id }) => id === link.indicatorId);
  const baseline = definitions.waves.find(({ id }) => id === comparison?.spec.baselineWaveId);
  const followUp = definitions.waves.find(({ id }) => id === link.followUpWaveId);
  if (!block || !comparison || !indicator || !baseline || !followUp) return null;
  const { variables } = definitions;
  const { linkage, coverage, sampling } = comparison.spec;
  const designIds = coverage === 'census' ? [] : samplingVariables(sampling);
  const groups = (known: VariableLookup) => groupOf(link.key, known);
  const compared = { linkage, designIds, groupIds: [], indicator, groups, baseline, followUp, variables };
  const data = await comparisonRows(session, compared);
  const used = [
    ...indicatorVariables(indicator),
    ...link.key.map(({ variableId }) => variableId),
    ...designIds,
  ];
  return ClaimBasis.parse({
    data: hashJson(data),
    indicator: hashJson(indicatorDefinition(indicator)),
    definition: hashJson({
      spec: ownSpec(comparison),
      waves: describeWaves(definitions, [baseline.id, followUp.id]),
      variables: describeVariables(definitions, used),
    }),
    report: hashJson({ block, audience: report.audience, locale: report.locale }),
  });
}

// The breakdown and the other indicators of a comparison are not what one of its figures rests on.
function ownSpec({ spec }: Comparison): unknown {
  const { baselineWaveId, linkage, coverage, sampling, analysis, confidenceLevel } = spec;
  const { familyIndicatorIds: _family, ...choices } = analysis ?? { familyIndicatorIds: [] };
  return { baselineWaveId, linkage, coverage, sampling: sampling ?? null, choices, confidenceLevel };
}

async function measurementBasis(
  session: Session,
  link: MeasurementLink,
  definitions: ProjectDefinitions,
  report: Report,
): Promise<ClaimBasis | null> {
  const block = measurementBlockOf(report, link);
  const measurement = definitions.measurements.find(({ id }) => id === link.measurementId);
  if (!block || !measurement) return null;
  const rows = await measurementRows(session, measurement.spec, link.figureKey, definitions);
  const indicators = definitions.indicators.filter(({ id }) => rows.indicatorIds.includes(id));
  return ClaimBasis.parse({
    data: hashJson(rows.data),
    indicator: hashJson(indicators.map(indicatorDefinition)),
    definition: hashJson({
      spec: rows.spec,
      design: rows.design,
      waves: describeWaves(definitions, rows.waveIds),
      dates: definitions.waves
        .filter(({ id }) => rows.waveIds.includes(id))
        .map(({ startDate, endDate }) => [startDate, endDate]),
      variables: describeVariables(definitions, rows.variableIds),
    }),
    report: hashJson({ block, audience: report.audience, locale: report.locale }),
  });
}

function indicatorDefinition({
  createdAt: _created,
  updatedAt: _updated,
  ...definition
}: Indicator): unknown {
  return definition;
}

function describeWaves({ waves }: ProjectDefinitions, ids: readonly WaveId[]): unknown {
  return [...new Set(ids)].map((id) => {
    const wave = waves.find((each) => each.id === id);
    return wave && { id, name: wave.name, moment: wave.moment, isSynthetic: wave.isSynthetic };
  });
}

function describeVariables({ variables }: ProjectDefinitions, ids: readonly VariableId[]): unknown {
  return [...new Set(ids)].sort().map((id) => {
    const found = variables.find((each) => each.id === id);
    return found && { id, label: found.label, type: found.type, options: found.options, unit: found.unit };
  });
}
