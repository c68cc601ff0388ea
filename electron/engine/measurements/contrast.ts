import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  WaveCell,
} from '../../../shared/domain/comparison';
import { isShare } from '../../../shared/domain/indicator';
import type { SpecOf } from '../../../shared/domain/measurement';
import type {
  FigureMeasure,
  MeasurementChart,
  MeasurementFigure,
  MeasurementNotice,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import type { Wave } from '../../../shared/domain/wave';
import { differenceInChanges } from '../../../shared/stats/difference-in-changes';
import type { Counted, CountWork } from './compute';
import {
  type ContrastGroup,
  compareGroups,
  contrastGroups,
  contrastWaves,
  groupLabel,
} from './contrast-groups';
import { type FigureContent, makeFigure } from './made-figure';
import type { MeasurementPlan } from './plan';

const measures = ['change-exposed', 'change-comparison', 'difference-in-changes'] as const;

/**
 * For each indicator the change of those who took part, of those who did not, and the difference of both changes. The
 * changes are those of a comparison by both groups; the difference keeps their intervals (`differenceInChanges`) and is
 * suppressed when either is. Throws what `compareGroups` throws.
 */
export async function countContrast(
  plan: MeasurementPlan<SpecOf<'contrast'>>,
  work: CountWork,
): Promise<Counted> {
  const nothing = { figures: [], headline: [], tables: [], charts: [] };
  const waves = contrastWaves(plan);
  if (!waves) return { ...nothing, notices: [{ code: 'waves-absent', details: {} }] };
  const { result, telling } = await compareGroups(plan, waves, work);
  const contrasts = result.indicators.map((indicator) =>
    contrastOf(plan, indicator, result, waves, telling.has(indicator.id)),
  );
  return {
    figures: contrasts.flatMap(({ figures }) => figures),
    headline: (contrasts.length === 1
      ? (contrasts[0]?.changes.toReversed() ?? [])
      : contrasts.flatMap(({ changes }) => changes[2] ?? [])
    ).slice(0, 6),
    tables: [changesTable(contrasts), groupsTable(contrasts, waves)],
    charts: charts(contrasts),
    notices: absentGroups(plan, result, waves),
    basis: { result: result.resultSha256, telling: [...telling].sort() },
  };
}

type Indicator = ComparisonResult['indicators'][number];
type Waves = { baseline: Wave; followUp: Wave };
type Contrast = {
  name: string;
  scale: string;
  figures: MeasurementFigure[];
  changes: string[];
  groups: { label: string; cells: string[] }[];
};

function contrastOf(
  plan: MeasurementPlan<SpecOf<'contrast'>>,
  indicator: Indicator,
  { rows }: ComparisonResult,
  waves: Waves,
  isTelling: boolean,
): Contrast {
  const { spec } = plan;
  const group = plan.variable(spec.groupId);
  const labels: Record<ContrastGroup, string> = {
    exposed: groupLabel(group, spec.exposedValues),
    comparison: groupLabel(group, spec.comparisonValues),
  };
  const changeOf = (name: ContrastGroup): ChangeResult | null =>
    rows.find((row) => row.indicatorId === indicator.id && isGroup(row, name))?.changes[0] ?? null;
  const both = { exposed: changeOf('exposed'), comparison: changeOf('comparison') };
  const style = {
    scale: isShare(indicator) ? 'share-change' : 'number-change',
    unit: indicator.unit,
    decimals: indicator.decimals,
  } as const;
  const tell = (measure: FigureMeasure, content: FigureContent, of: string[] = []): MeasurementFigure =>
    makeFigure(
      measure,
      { indicator: indicator.id, of: [indicator.name, ...of] },
      isTelling ? 'suppressed' : content,
      style,
    );
  const changes = [
    tell('change-exposed', changeContent(both.exposed), [labels.exposed]),
    tell('change-comparison', changeContent(both.comparison), [labels.comparison]),
    tell('difference-in-changes', differenceContent(both.exposed, both.comparison)),
  ];
  const cellStyle = { ...style, scale: isShare(indicator) ? 'share' : 'number' } as const;
  const groups = contrastGroups.map((name) => ({
    label: labels[name],
    figures: (['baseline', 'followUp'] as const).map((side) => {
      const place = { indicator: indicator.id, group: name, wave: waves[side].id };
      const content = isTelling ? 'suppressed' : cellContent(both[name]?.[side] ?? null);
      return makeFigure('indicator', { ...place, of: [indicator.name, labels[name]] }, content, cellStyle);
    }),
  }));
  return {
    name: indicator.name,
    scale: `${style.scale} ${style.unit}`,
    figures: [...changes, ...groups.flatMap(({ figures }) => figures)],
    changes: changes.map(({ key }) => key),
    groups: groups.map(({ label, figures }) => ({ label, cells: figures.map(({ key }) => key) })),
  };
}

function isGroup({ key }: ComparisonRow, name: ContrastGroup): boolean {
  return key.length === 1 && key[0]?.value === name;
}

/** The people behind a change: each once where they are the same, otherwise those of both waves. */
function peopleOf({ baseline, followUp, linkage }: ChangeResult): number | null {
  if (baseline.n === null || followUp.n === null) return null;
  return linkage === 'matched' ? baseline.n : baseline.n + followUp.n;
}

function changeContent(change: ChangeResult | null): FigureContent {
  if (!change) return { value: null, n: 0, reason: 'group-not-in-wave' };
  if (change.status === 'suppressed') return 'suppressed';
  const { interval, method, reason } = change;
  return { value: change.change, n: peopleOf(change), interval, method, reason };
}

function differenceContent(exposed: ChangeResult | null, comparison: ChangeResult | null): FigureContent {
  if (exposed?.status === 'suppressed' || comparison?.status === 'suppressed') return 'suppressed';
  const method = 'difference-in-changes';
  if (!exposed || !comparison) return { value: null, method, reason: 'group-not-in-wave' };
  if (exposed.change === null || comparison.change === null) {
    return { value: null, method, reason: exposed.reason ?? comparison.reason };
  }
  const { difference, interval } = differenceInChanges(
    { change: exposed.change, interval: exposed.interval },
    { change: comparison.change, interval: comparison.interval },
  );
  const [first, second] = [peopleOf(exposed), peopleOf(comparison)];
  const n = first === null || second === null ? null : first + second;
  const reason = interval === null ? (exposed.reason ?? comparison.reason) : null;
  return { value: difference, n, interval, method, reason };
}

function cellContent(cell: WaveCell | null): FigureContent {
  if (!cell) return { value: null, n: 0, reason: 'group-not-in-wave' };
  if (cell.status === 'suppressed') return 'suppressed';
  const { estimate, n, numerator, interval, reason } = cell;
  return { value: estimate, n, numerator, interval, reason };
}

function changesTable(contrasts: readonly Contrast[]): MeasurementTable {
  return {
    id: 'by-indicator',
    subject: null,
    columns: measures.map((measure) => ({ measure, label: null, phase: null })),
    rows: contrasts.map(({ name, changes }) => ({ labels: [name], period: null, cells: changes })),
  };
}

function groupsTable(contrasts: readonly Contrast[], { baseline, followUp }: Waves): MeasurementTable {
  return {
    id: 'by-group',
    subject: null,
    columns: [baseline, followUp].map(({ name }) => ({ measure: 'indicator', label: name, phase: null })),
    rows: contrasts.flatMap(({ name, groups }) =>
      groups.map(({ label, cells }) => ({ labels: [name, label], period: null, cells })),
    ),
  };
}

/** Differences side by side, and both changes of each indicator; only what shares a scale shares a chart. */
function charts(contrasts: readonly Contrast[]): MeasurementChart[] {
  const scales = [...new Set(contrasts.map(({ scale }) => scale))];
  return scales.flatMap((scale) => {
    const own = contrasts.filter((contrast) => contrast.scale === scale);
    const dots = (measure: FigureMeasure, keys: string[]): MeasurementChart => ({
      kind: 'dots',
      measure,
      subject: null,
      keys,
      target: null,
    });
    return [
      dots(
        'difference-in-changes',
        own.flatMap(({ changes }) => changes[2] ?? []),
      ),
      dots(
        'change',
        own.flatMap(({ changes }) => changes.slice(0, 2)),
      ),
    ];
  });
}

/** A group none of whose answers is in one of the waves. */
function absentGroups(
  plan: MeasurementPlan<SpecOf<'contrast'>>,
  { rows }: ComparisonResult,
  waves: Waves,
): MeasurementNotice[] {
  const group = plan.variable(plan.spec.groupId);
  return contrastGroups.flatMap((name): MeasurementNotice[] => {
    const values = name === 'exposed' ? plan.spec.exposedValues : plan.spec.comparisonValues;
    const cells = rows.filter((row) => isGroup(row, name)).map((row) => row.cells);
    return [waves.baseline, waves.followUp].flatMap((wave, side) => {
      const isThere = cells.some((own) => own[side] && own[side].reason !== 'group-not-in-wave');
      if (isThere) return [];
      const details = { group: groupLabel(group, values), side: name, wave: wave.name };
      return [{ code: 'group-absent' as const, details }];
    });
  });
}
