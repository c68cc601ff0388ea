import type { Call } from '../../../shared/contract';
import type {
  Comparison,
  ComparisonResult,
  ComparisonSpec,
  Distribution,
} from '../../../shared/domain/comparison';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Practice } from '../../../shared/domain/practice';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import { Receipt, type Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { computeComparison } from '../comparison/compute';
import { computeDistribution } from '../comparison/distribution';
import type { EngineContext } from '../context';
import { asText, type Session } from '../db/session';
import { sql } from '../db/sql';
import { contentSha256, type ProjectDefinitions, readDefinitions } from './content-hash';
import { protectBesidePairs } from './paired-distribution';

/** One block with everything needed to compose it. */
export type BlockMaterial =
  | { kind: 'heading' | 'text'; block: Extract<ReportBlock, { kind: 'heading' | 'text' }> }
  | {
      kind: 'comparison';
      block: Extract<ReportBlock, { kind: 'comparison' }>;
      comparison: Comparison;
      result: ComparisonResult;
    }
  | {
      kind: 'distribution';
      block: Extract<ReportBlock, { kind: 'distribution' }>;
      comparison: Comparison;
      result: ComparisonResult;
      distribution: Distribution;
    };

/** Everything a report says, computed for the report's own audience and read at one moment. */
export type ReportMaterial = {
  report: Report;
  practice: Practice | null;
  blocks: BlockMaterial[];
  waves: { wave: Wave; receipt: Receipt }[];
  indicators: Indicator[];
  variables: Variable[];
  contentSha256: string;
};

/** Computes what a report prints. Throws `report-empty`, `comparison-missing` and what the computations throw. */
export async function gatherMaterial(
  context: EngineContext,
  report: Report,
  call: Call,
): Promise<ReportMaterial> {
  if (report.blocks.length === 0) throw new AppError('report-empty', { title: report.title });
  const project = context.project();
  const definitions = await project.read(call.signal, readDefinitions);
  const blocks: BlockMaterial[] = [];
  for (const [index, block] of report.blocks.entries()) {
    call.report({
      stage: 'computing',
      share: index / report.blocks.length,
      done: index,
      total: report.blocks.length,
    });
    blocks.push(await gatherBlock(context, report, block, definitions, call));
  }
  const results = blocks.flatMap((block) => ('result' in block ? [block.result] : []));
  const waveIds = new Set(results.flatMap((result) => result.waves.map((wave) => wave.id)));
  const indicatorIds = new Set(results.flatMap((result) => result.indicators.map((each) => each.id)));
  const waves = definitions.waves.filter((wave) => waveIds.has(wave.id));
  return {
    report,
    practice: definitions.practices.find((each) => each.id === report.practiceId) ?? null,
    blocks,
    waves: await project.read(call.signal, (session) => withReceipts(session, waves)),
    indicators: definitions.indicators.filter((indicator) => indicatorIds.has(indicator.id)),
    variables: definitions.variables,
    contentSha256: contentSha256(report, definitions),
  };
}

async function gatherBlock(
  context: EngineContext,
  report: Report,
  block: ReportBlock,
  definitions: ProjectDefinitions,
  call: Call,
): Promise<BlockMaterial> {
  if (block.kind === 'heading' || block.kind === 'text') return { kind: block.kind, block };
  const comparison = definitions.comparisons.find((each) => each.id === block.comparisonId);
  if (!comparison) throw new AppError('comparison-missing', { comparisonId: block.comparisonId });
  if (block.kind === 'comparison') {
    const spec = printedSpec(report, block, comparison);
    return { kind: 'comparison', block, comparison, result: await computeComparison(context, spec, call) };
  }
  const spec: ComparisonSpec = { ...comparison.spec, audience: report.audience };
  const breakdown = spec.breakdown.slice(0, 1);
  const { baselineWaveId, followUpWaveIds, audience } = spec;
  const answers = await computeDistribution(
    context,
    { variableId: block.variableId, waveIds: [baselineWaveId, ...followUpWaveIds], breakdown, audience },
    call,
  );
  return {
    kind: 'distribution',
    block,
    comparison,
    result: await computeComparison(context, spec, call),
    distribution: await protectBesidePairs(context, { ...spec, breakdown }, block.variableId, answers, call),
  };
}

/** The comparison as a report prints it: the block's indicators, for the report's own audience. */
export function printedSpec(
  report: Report,
  block: Extract<ReportBlock, { kind: 'comparison' }>,
  comparison: Comparison,
): ComparisonSpec {
  const chosen = block.indicatorIds.filter((id) => comparison.spec.indicatorIds.includes(id));
  return {
    ...comparison.spec,
    indicatorIds: chosen.length === 0 ? comparison.spec.indicatorIds : chosen,
    audience: report.audience,
  };
}

async function withReceipts(session: Session, waves: readonly Wave[]): Promise<ReportMaterial['waves']> {
  const found: ReportMaterial['waves'] = [];
  for (const wave of waves) {
    const row = await session.first(sql`select receipt from wave where id = ${wave.id}`);
    if (!row) throw new AppError('wave-missing', { waveId: wave.id });
    found.push({ wave, receipt: Receipt.parse(JSON.parse(asText(row.receipt))) });
  }
  return found;
}
