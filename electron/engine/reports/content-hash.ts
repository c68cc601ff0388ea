import type { Comparison } from '../../../shared/domain/comparison';
import { conditionVariables } from '../../../shared/domain/condition';
import { samplingVariables } from '../../../shared/domain/design';
import type { IndicatorId, VariableId, WaveId } from '../../../shared/domain/ids';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import type { RowUnit, Variable } from '../../../shared/domain/instrument';
import { type Measurement, measurementVariables } from '../../../shared/domain/measurement';
import type { Practice } from '../../../shared/domain/practice';
import type { ProjectSettings } from '../../../shared/domain/project';
import { type Report, type ReportBlock, ReportDraft, type ReportStatus } from '../../../shared/domain/report';
import type { Wave } from '../../../shared/domain/wave';
import { readCodings } from '../coding/coding-store';
import { hashJson } from '../comparison/result-hash';
import type { Session } from '../db/session';
import { listMeasurements } from '../measurements/measurement-store';
import {
  listComparisons,
  listIndicators,
  listInstruments,
  listPractices,
  listWaves,
  readSettings,
} from '../projects/open-project';

/** Everything of a project that the content of a report can rest on, apart from the rows themselves. */
export type ProjectDefinitions = {
  waves: Wave[];
  variables: Variable[];
  indicators: Indicator[];
  comparisons: Comparison[];
  practices: Practice[];
  measurements: Measurement[];
  /** What a row of each instrument's data stands for, by the instrument's id. */
  rowUnits: ReadonlyMap<string, RowUnit>;
  /** Fingerprint of who gave which code to which answer, by the id of the coded question; without quotes. */
  codings: ReadonlyMap<string, string>;
  settings: ProjectSettings;
};

export async function readDefinitions(session: Session): Promise<ProjectDefinitions> {
  const instruments = await listInstruments(session);
  const measurements = await listMeasurements(session);
  return {
    waves: await listWaves(session),
    variables: instruments.flatMap((instrument) => instrument.variables),
    indicators: await listIndicators(session),
    comparisons: await listComparisons(session),
    practices: await listPractices(session),
    measurements,
    rowUnits: new Map(instruments.map(({ id, rowUnit }) => [id, rowUnit])),
    codings: await codingHashes(session, measurements),
    settings: await readSettings(session),
  };
}

async function codingHashes(
  session: Session,
  measurements: readonly Measurement[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { spec } of measurements) {
    if (spec.kind !== 'coding' || hashes.has(spec.textId)) continue;
    const codings = await readCodings(session, spec.textId);
    const given = codings
      .filter(({ codes }) => codes !== null)
      .map(({ waveId, line, answerSha256, coder, codes }) =>
        JSON.stringify([waveId, line, answerSha256, coder, codes]),
      );
    hashes.set(spec.textId, hashJson(given.sort()));
  }
  return hashes;
}

/**
 * Hash of what a report says: its draft, the comparisons and registers it prints with design and analysis, their
 * indicators, the variables these use, the data of the waves, the practice's title and the privacy thresholds. Instants
 * are left out: the hash changes when the content does, and only then. What no longer exists counts as null.
 */
export function contentSha256(report: Report, definitions: ProjectDefinitions): string {
  const ids = report.blocks.flatMap((block) => ('comparisonId' in block ? [block.comparisonId] : []));
  const comparisons = unique(ids).map((id) => definitions.comparisons.find((each) => each.id === id) ?? null);
  const specs = comparisons.flatMap((comparison) => (comparison ? [comparison.spec] : []));
  const named = report.blocks.map((block) => namedBy(block, definitions));
  const measured = report.blocks.flatMap((block) =>
    block.kind === 'measurement'
      ? [definitions.measurements.find((each) => each.id === block.measurementId) ?? null]
      : [],
  );
  const indicatorIds = unique([
    ...specs.flatMap((spec) => spec.indicatorIds),
    ...named.flatMap((each) => each.indicatorIds),
  ]);
  const indicators = indicatorIds.map((id) => definitions.indicators.find((each) => each.id === id) ?? null);
  const variableIds = unique([
    ...specs.flatMap((spec) => [...spec.breakdown, ...samplingVariables(spec.sampling)]),
    ...indicators.flatMap((indicator) => (indicator ? indicatorVariables(indicator) : [])),
    ...named.flatMap((each) => each.variableIds),
  ]);
  const waveIds = unique([
    ...specs.flatMap((spec) => [spec.baselineWaveId, ...spec.followUpWaveIds]),
    ...named.flatMap((each) => each.waveIds),
  ]);
  const coded = measured.flatMap((each) =>
    each?.spec.kind === 'coding' ? [definitions.codings.get(each.spec.textId) ?? null] : [],
  );
  const units = rowUnitsOf(waveIds, definitions);
  const content = {
    report: ReportDraft.parse(pickDraft(report)),
    ...(coded.length === 0 ? {} : { codings: coded }),
    ...(units.length === 0 ? {} : { rowUnits: units }),
    ...(measured.length === 0
      ? {}
      : { measurements: measured.map((each) => each && { name: each.name, spec: each.spec }) }),
    comparisons: comparisons.map((each) => each && { name: each.name, spec: each.spec }),
    indicators: indicators.map((each) => each && withoutInstants(each)),
    variables: variableIds.map((id) => definitions.variables.find((each) => each.id === id) ?? null),
    waves: waveIds.map((id) => definitions.waves.find((each) => each.id === id) ?? null),
    practice: definitions.practices.find((each) => each.id === report.practiceId)?.title ?? null,
    thresholds: [definitions.settings.thresholdPublication, definitions.settings.thresholdInternal],
  };
  return hashJson(content);
}

/** What rows stand for where that is not people: it names them and says whether small counts disclose. */
function rowUnitsOf(waveIds: readonly string[], { waves, rowUnits }: ProjectDefinitions): string[] {
  const instrumentIds = waves
    .filter(({ id }) => waveIds.includes(id))
    .map(({ instrumentId }) => instrumentId);
  return unique(instrumentIds).flatMap((id) => {
    const unit = rowUnits.get(id) ?? 'person';
    return unit === 'person' ? [] : [`${id}: ${unit}`];
  });
}

type Named = { indicatorIds: IndicatorId[]; variableIds: VariableId[]; waveIds: WaveId[] };

/** What a block names itself, besides its comparison. */
function namedBy(block: ReportBlock, { measurements, waves }: ProjectDefinitions): Named {
  const nothing: Named = { indicatorIds: [], variableIds: [], waveIds: [] };
  if (block.kind === 'distribution') return { ...nothing, variableIds: [block.variableId] };
  if (block.kind === 'panel') return { ...nothing, variableIds: block.compositionVariableIds };
  if (block.kind === 'measurement') {
    const spec = measurements.find((each) => each.id === block.measurementId)?.spec;
    if (!spec) return nothing;
    const own = waves.filter(({ instrumentId }) => instrumentId === spec.instrumentId).map(({ id }) => id);
    return {
      indicatorIds: 'indicatorIds' in spec ? spec.indicatorIds : [],
      variableIds: measurementVariables(spec),
      waveIds: spec.waveIds.length > 0 ? spec.waveIds : own,
    };
  }
  if (block.kind !== 'series') return nothing;
  const { measure, dateVariableId, filter, waveIds } = block.spec;
  return {
    indicatorIds: measure.kind === 'indicator' ? [measure.indicatorId] : [],
    variableIds: [dateVariableId, ...(filter ? conditionVariables(filter) : [])],
    waveIds,
  };
}

/** Whether the files written last still say what the project says now. */
export function reportStatus(report: Report, definitions: ProjectDefinitions): ReportStatus {
  if (report.rendering === null) return 'never-rendered';
  return report.rendering.contentSha256 === contentSha256(report, definitions) ? 'current' : 'outdated';
}

function pickDraft(report: Report): ReportDraft {
  const { id, createdAt, updatedAt, rendering, ...draft } = report;
  return draft;
}

function withoutInstants(indicator: Indicator): Omit<Indicator, 'createdAt' | 'updatedAt'> {
  const { createdAt, updatedAt, ...definition } = indicator;
  return definition;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
