import type { Call } from '../../../shared/contract';
import type {
  Comparison,
  ComparisonResult,
  ComparisonSpec,
  Distribution,
} from '../../../shared/domain/comparison';
import type { InstrumentDifference } from '../../../shared/domain/crosswalk';
import type { Indicator } from '../../../shared/domain/indicator';
import type { RowUnit, Variable } from '../../../shared/domain/instrument';
import type { Measurement } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import type { PanelResult, PanelSpec } from '../../../shared/domain/panel';
import type { Practice } from '../../../shared/domain/practice';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import type { SeriesResult } from '../../../shared/domain/series';
import { Receipt, type Wave } from '../../../shared/domain/wave';
import { AppError, assertNever } from '../../../shared/errors';
import { computeComparison } from '../comparison/compute';
import { computeDistribution } from '../comparison/distribution';
import { differencesOfUsers } from '../comparison/instrument-differences';
import type { EngineContext } from '../context';
import { asText, type Session } from '../db/session';
import { sql } from '../db/sql';
import { computeMeasurement } from '../measurements/compute';
import { describePanel } from '../panel/describe';
import { computeSeries } from '../series/compute';
import { type AnswersBehind, computeAnswers } from './answers-behind';
import { contentSha256, type ProjectDefinitions, readDefinitions } from './content-hash';
import { protectBesidePairs } from './paired-distribution';
import { printedIds, printedResult, tellableFlows, wholeSpec } from './printed-result';
import { withholdErrors, withholdPanelErrors } from './withheld-errors';

type BlockOf<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

/** One block with everything needed to compose it; `whole` has all indicators of the comparison, printed or not. */
export type BlockMaterial =
  | { kind: 'heading' | 'text'; block: BlockOf<'heading' | 'text'> }
  | {
      kind: 'comparison';
      block: BlockOf<'comparison'>;
      comparison: Comparison;
      result: ComparisonResult;
      whole: ComparisonResult;
      answers: AnswersBehind[];
    }
  | {
      kind: 'distribution';
      block: BlockOf<'distribution'>;
      comparison: Comparison;
      result: ComparisonResult;
      distribution: Distribution;
      differences: InstrumentDifference[];
    }
  | { kind: 'series'; block: BlockOf<'series'>; result: SeriesResult }
  | { kind: 'panel'; block: BlockOf<'panel'>; comparison: Comparison; result: PanelResult }
  | {
      kind: 'measurement';
      block: BlockOf<'measurement'>;
      measurement: Measurement;
      result: MeasurementResult;
    };

/** Everything a report says, computed for the report's own audience and read at one moment. */
export type ReportMaterial = {
  report: Report;
  practice: Practice | null;
  blocks: BlockMaterial[];
  waves: { wave: Wave; receipt: Receipt }[];
  indicators: Indicator[];
  variables: Variable[];
  /** What a row of each instrument's data stands for, by the instrument's id. */
  rowUnits: ReadonlyMap<string, RowUnit>;
  contentSha256: string;
};

type Gathering = {
  context: EngineContext;
  report: Report;
  definitions: ProjectDefinitions;
  /** Every comparison of the report in full, by its id. */
  wholes: ReadonlyMap<string, ComparisonResult>;
  call: Call;
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
  const wholes = withholdErrors(await computeWholes(context, report, definitions, call), report.blocks);
  const gathering: Gathering = { context, report, definitions, wholes, call };
  const blocks: BlockMaterial[] = [];
  for (const [index, block] of report.blocks.entries()) {
    call.report({
      stage: 'computing',
      share: index / report.blocks.length,
      done: index,
      total: report.blocks.length,
    });
    blocks.push(await gatherBlock(gathering, block));
  }
  const waveIds = new Set(blocks.flatMap(resultOf).flatMap((result) => result.waves.map(({ id }) => id)));
  const indicatorIds = new Set(blocks.flatMap(indicatorsOf).map(({ id }) => id));
  const waves = definitions.waves.filter((wave) => waveIds.has(wave.id));
  return {
    report,
    practice: definitions.practices.find((each) => each.id === report.practiceId) ?? null,
    blocks,
    waves: await project.read(call.signal, (session) => withReceipts(session, waves)),
    indicators: definitions.indicators.filter((indicator) => indicatorIds.has(indicator.id)),
    variables: definitions.variables,
    rowUnits: definitions.rowUnits,
    contentSha256: contentSha256(report, definitions),
  };
}

/** The result a block prints; empty for words. */
export function resultOf(
  block: BlockMaterial,
): (ComparisonResult | SeriesResult | PanelResult | MeasurementResult)[] {
  return 'result' in block ? [block.result] : [];
}

function indicatorsOf(block: BlockMaterial): Pick<Indicator, 'id'>[] {
  if (block.kind === 'series') return block.result.indicator ? [block.result.indicator] : [];
  if (block.kind === 'measurement') {
    const { spec } = block.result;
    return 'indicatorIds' in spec ? spec.indicatorIds.map((id) => ({ id })) : [];
  }
  // A distribution block prints answers, and no indicator of its comparison.
  return block.kind === 'comparison' || block.kind === 'panel' ? block.result.indicators : [];
}

async function gatherBlock(gathering: Gathering, block: ReportBlock): Promise<BlockMaterial> {
  const { context, report, call } = gathering;
  switch (block.kind) {
    case 'heading':
    case 'text':
      return { kind: block.kind, block };
    case 'comparison':
      return gatherComparison(gathering, block);
    case 'distribution':
      return gatherDistribution(gathering, block);
    case 'series': {
      const result = await computeSeries(context, { ...block.spec, audience: report.audience }, call);
      return { kind: 'series', block, result };
    }
    case 'panel': {
      const comparison = comparisonOf(gathering.definitions, block.comparisonId);
      const result = await describePanel(context, panelSpec(report, block, comparison), call);
      return {
        kind: 'panel',
        block,
        comparison,
        result: withholdPanelErrors(result, gathering.wholes, report.blocks),
      };
    }
    case 'measurement':
      return gatherMeasurement(gathering, block);
    default:
      return assertNever(block);
  }
}

async function gatherMeasurement(
  { context, report, definitions, call }: Gathering,
  block: BlockOf<'measurement'>,
): Promise<BlockMaterial> {
  const measurement = definitions.measurements.find(({ id }) => id === block.measurementId);
  if (!measurement) throw new AppError('measurement-missing', { measurementId: block.measurementId });
  const { spec } = measurement;
  const result = await computeMeasurement(context, { spec, audience: report.audience }, call);
  return { kind: 'measurement', block, measurement, result };
}

async function gatherComparison(gathering: Gathering, block: BlockOf<'comparison'>): Promise<BlockMaterial> {
  const { context, definitions, call } = gathering;
  const comparison = comparisonOf(gathering.definitions, block.comparisonId);
  const whole = wholeResult(gathering, comparison);
  const result = printedResult(whole, printedIds(block, comparison));
  const answers = block.showDistributions
    ? await computeAnswers(context, { printed: result, whole }, definitions, call)
    : [];
  return { kind: 'comparison', block, comparison, result, whole, answers };
}

async function gatherDistribution(
  gathering: Gathering,
  block: BlockOf<'distribution'>,
): Promise<BlockMaterial> {
  const { context, report, call } = gathering;
  const comparison = comparisonOf(gathering.definitions, block.comparisonId);
  const spec: ComparisonSpec = { ...comparison.spec, audience: report.audience };
  const breakdown = spec.breakdown.slice(0, 1);
  const { baselineWaveId, followUpWaveIds, audience } = spec;
  const answers = await computeDistribution(
    context,
    { variableId: block.variableId, waveIds: [baselineWaveId, ...followUpWaveIds], breakdown, audience },
    call,
  );
  const differences = await context.project().read(call.signal, (session) =>
    differencesOfUsers(
      session,
      [baselineWaveId, ...followUpWaveIds].map((id) => ({ id })),
      [block.variableId, ...breakdown].map((variableId) => ({ indicatorId: null, variableId })),
    ),
  );
  return {
    kind: 'distribution',
    block,
    comparison,
    result: wholeResult(gathering, comparison),
    distribution: await protectBesidePairs(context, { ...spec, breakdown }, block.variableId, answers, call),
    differences,
  };
}

function comparisonOf(
  definitions: Pick<ProjectDefinitions, 'comparisons'>,
  comparisonId: string,
): Comparison {
  const comparison = definitions.comparisons.find((each) => each.id === comparisonId);
  if (!comparison) throw new AppError('comparison-missing', { comparisonId });
  return comparison;
}

/** Each comparison that a block prints, computed once. Throws `comparison-missing`. */
async function computeWholes(
  context: EngineContext,
  report: Report,
  definitions: ProjectDefinitions,
  call: Call,
): Promise<Map<string, ComparisonResult>> {
  const wholes = new Map<string, ComparisonResult>();
  for (const block of report.blocks) {
    if (block.kind !== 'comparison' && block.kind !== 'distribution') continue;
    if (wholes.has(block.comparisonId)) continue;
    const comparison = comparisonOf(definitions, block.comparisonId);
    wholes.set(comparison.id, await computeWhole(context, report, comparison, definitions, call));
  }
  return wholes;
}

function wholeResult({ wholes }: Gathering, comparison: Comparison): ComparisonResult {
  const whole = wholes.get(comparison.id);
  if (!whole) throw new AppError('comparison-missing', { comparisonId: comparison.id });
  return whole;
}

async function computeWhole(
  context: EngineContext,
  report: Report,
  comparison: Comparison,
  { indicators }: Pick<ProjectDefinitions, 'indicators'>,
  call: Call,
): Promise<ComparisonResult> {
  const result = await computeComparison(context, wholeSpec(report, comparison, indicators), call);
  return { ...result, flows: tellableFlows(result) };
}

/** What one block prints of its comparison. Throws what `computeComparison` throws. */
export async function computePrinted(
  context: EngineContext,
  report: Report,
  { block, comparison }: { block: BlockOf<'comparison'>; comparison: Comparison },
  definitions: Pick<ProjectDefinitions, 'indicators'>,
  call: Call,
): Promise<ComparisonResult> {
  const whole = await computeWhole(context, report, comparison, definitions, call);
  return printedResult(whole, printedIds(block, comparison));
}

/** The panel of a comparison's own people, design and level, for the report's audience. */
export function panelSpec(
  report: Pick<Report, 'audience'>,
  block: BlockOf<'panel'>,
  { spec }: Comparison,
): PanelSpec {
  const { baselineWaveId, followUpWaveIds, indicatorIds, coverage, sampling, confidenceLevel } = spec;
  const followUpWaveId = followUpWaveIds.find((id) => id === block.followUpWaveId) ?? followUpWaveIds[0];
  if (!followUpWaveId) throw new AppError('comparison-invalid', { reason: 'no-wave' });
  const chosen = indicatorIds.filter((id) => block.indicatorIds.includes(id));
  return {
    baselineWaveId,
    followUpWaveId,
    indicatorIds: chosen.length === 0 ? indicatorIds : chosen,
    compositionVariableIds: block.compositionVariableIds,
    coverage,
    ...(sampling ? { sampling } : {}),
    confidenceLevel,
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
