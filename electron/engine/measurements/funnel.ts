import { figureKey } from '../../../shared/domain/figure-key';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure, MeasurementTable } from '../../../shared/domain/measurement-result';
import { asCount, type Row } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { isBelow } from '../privacy/suppression';
import type { Counted, CountWork } from './compute';
import { type FigureContent, type FigurePlace, makeFigure, shareContent } from './made-figure';
import type { MeasurementPlan } from './plan';
import { hideExposed, protectParts, wholeId } from './protect-counts';
import { holds, rowsOf, splitOf } from './rows';
import { orderedValues, splitVariable, valueLabel } from './split-values';

type FunnelPlan = MeasurementPlan<SpecOf<'funnel'>>;
/** Rows of a group, and for each stage how many reached it and how many of those are missing from an earlier one. */
type Counts = { rows: number; reached: number[]; skipped: number[] };
/** `members` are positions among the smallest groups, those of a wave and a split. */
type Group = Counts & { id: string; place: FigurePlace; members: number[] };

/**
 * Rows that reached each stage, the share of the stage before and of the first, and rows found in a stage without having
 * been in all before it. Where a later stage is larger than the one before there is no share.
 */
export async function countFunnel(plan: FunnelPlan, work: CountWork): Promise<Counted> {
  const { stages, splitId } = plan.spec;
  const { whole, byWave, bySplit, smallest } = await readGroups(plan, work);
  if (whole.rows === 0) return { ...nothing(), notices: [{ code: 'no-rows', details: {} }] };
  const hiddenOf = protectGroups({ whole, byWave, bySplit, smallest }, plan.threshold);
  const made = [whole, ...byWave, ...bySplit].flatMap((group) =>
    groupFigures(plan, group, hiddenOf.get(group.id) ?? noneHidden),
  );
  const known = new Set(made.map(({ key }) => key));
  const split = splitId === null ? null : plan.variable(splitId);
  const tables = [
    stageTable(plan, known),
    ...(split ? [groupsTable(plan, known, bySplit, split.label)] : []),
    ...(byWave.length > 0 ? [groupsTable(plan, known, byWave, null)] : []),
  ];
  const reached = stages.map(({ id }) => `reached/stage:${id}`);
  return {
    figures: made,
    headline: [...reached.slice(0, 4), `from-first/stage:${stages.at(-1)?.id ?? ''}`].filter((key) =>
      known.has(key),
    ),
    tables,
    charts: [
      { kind: 'funnel', reached, passed: stages.slice(1).map(({ id }) => `from-previous/stage:${id}`) },
    ],
    notices: notices(plan, whole, hiddenOf.get(whole.id) ?? noneHidden),
  };
}

function nothing(): Counted {
  return { figures: [], headline: [], tables: [], charts: [], notices: [] };
}

async function readGroups(plan: FunnelPlan, { session }: CountWork) {
  const { stages, splitId } = plan.spec;
  const split = splitId === null ? null : splitVariable(plan, splitId);
  const source = rowsOf(plan, {
    ...Object.fromEntries(stages.map(({ condition }, index) => [`s${index}`, holds(condition)])),
    split: split ? splitOf(split.id) : () => sql`null::varchar`,
  });
  const aggregates = stages.flatMap((_, index): Sql[] => {
    const stage = ident(`s${index}`);
    const earlier = stages.slice(0, index).map((__, before) => ident(`s${before}`));
    const skipped = earlier.length === 0 ? sql`false` : sql`${stage} and not (${join(earlier, ' and ')})`;
    return [
      sql`count_if(${stage}) as ${ident(`r${index}`)}`,
      sql`count_if(${skipped}) as ${ident(`k${index}`)}`,
    ];
  });
  const rows = await session.all(
    sql`select wave, split, count(*) as rows, ${join(aggregates)} from ${source} as counted group by wave, split`,
  );
  const count = (own: readonly Row[]): Counts => ({
    rows: total(own, 'rows'),
    reached: stages.map((_, index) => total(own, `r${index}`)),
    skipped: stages.map((_, index) => total(own, `k${index}`)),
  });
  const add = (id: string, place: FigurePlace, own: readonly Row[]): Group => ({
    id,
    place,
    ...count(own),
    members: own.map((row) => rows.indexOf(row)),
  });
  const values = split
    ? orderedValues(
        split,
        rows.map((row) => textOf(row.split)),
      )
    : [];
  return {
    smallest: rows.map((row) => count([row])),
    whole: add(wholeId, {}, rows),
    byWave:
      plan.waves.length < 2
        ? []
        : plan.waves.map(({ id, name }) =>
            add(
              id,
              { wave: id, of: [name] },
              rows.filter((row) => row.wave === id),
            ),
          ),
    bySplit: split
      ? values.map((value) =>
          add(
            JSON.stringify(value),
            { splits: [{ name: split.name, value }], of: [valueLabel(split, value)] },
            rows.filter((row) => textOf(row.split) === value),
          ),
        )
      : [],
  };
}

function total(rows: readonly Row[], name: string): number {
  return rows.reduce((sum, row) => sum + asCount(row[name] ?? 0), 0);
}

function textOf(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Stages whose number, and whose number of rows out of order, must not be told of a group. */
type Hidden = { reached: ReadonlySet<number>; skipped: ReadonlySet<number> };
const noneHidden: Hidden = { reached: new Set(), skipped: new Set() };

type Groups = { whole: Group; byWave: Group[]; bySplit: Group[]; smallest: Counts[] };

/**
 * Groups too small are hidden in every stage; on top of that each stage hides those of which few reached it, and what waves and
 * splits together would give back.
 */
function protectGroups(
  { whole, byWave, bySplit, smallest }: Groups,
  threshold: number,
): Map<string, { reached: Set<number>; skipped: Set<number> }> {
  const all = [whole, ...byWave, ...bySplit];
  const protect = (numberOf: (counts: Counts) => number, forced: ReadonlySet<string>): Set<string> => {
    const cell = (group: Group) => {
      const size = numberOf(group);
      return { id: group.id, size, isSmall: isBelow(threshold, size) };
    };
    const found = new Set(forced);
    for (const groups of [byWave, bySplit]) {
      for (const id of protectParts(cell(whole), groups.map(cell), threshold, found)) found.add(id);
    }
    hideExposed(
      all.map((group) => ({
        ...cell(group),
        members: group.members.filter((member) => smallest[member] && numberOf(smallest[member]) > 0),
      })),
      found,
    );
    return found;
  };
  const small = protect(({ rows }) => rows, new Set());
  const hidden = new Map(
    all.map(({ id }) => [id, { reached: new Set<number>(), skipped: new Set<number>() }]),
  );
  for (const stage of whole.reached.keys()) {
    for (const part of ['reached', 'skipped'] as const) {
      for (const id of protect((counts) => counts[part][stage] ?? 0, small))
        hidden.get(id)?.[part].add(stage);
    }
  }
  return hidden;
}

function groupFigures(plan: FunnelPlan, group: Group, hidden: Hidden): MeasurementFigure[] {
  const { stages, confidenceLevel: level } = plan.spec;
  const { coverage } = plan;
  const share = (stage: number, of: number): FigureContent => {
    if (hidden.reached.has(stage) || hidden.reached.has(of)) return 'suppressed';
    const [x, n] = [group.reached[stage] ?? 0, group.reached[of] ?? 0];
    if (x > n) return { value: null, n, numerator: x, reason: 'later-stage-larger' };
    const content = shareContent({ x, n }, { coverage, level });
    // Rows that were not in the earlier stage are no part of it, so the ratio is not a share of anybody.
    const isShare = (group.skipped[stage] ?? 0) === 0;
    return isShare || content.value === null
      ? content
      : { ...content, interval: null, reason: 'stage-skipped' };
  };
  return stages.flatMap(({ id, label }, index) => {
    const place = { ...group.place, stage: id, of: [label, ...(group.place.of ?? [])] };
    const isHidden = hidden.reached.has(index);
    const reached: FigureContent = isHidden
      ? 'suppressed'
      : { value: group.reached[index] ?? 0, n: group.rows };
    const skipped: FigureContent =
      isHidden || hidden.skipped.has(index) ? 'suppressed' : { value: group.skipped[index] ?? 0 };
    return [
      makeFigure('reached', place, reached, { scale: 'count' }),
      ...(index === 0
        ? []
        : [
            makeFigure('from-previous', place, share(index, index - 1), { scale: 'share' }),
            makeFigure('from-first', place, share(index, 0), { scale: 'share' }),
            makeFigure('out-of-order', place, skipped, { scale: 'count' }),
          ]),
    ];
  });
}

const stageMeasures = ['reached', 'from-previous', 'from-first', 'out-of-order'] as const;

function stageTable(plan: FunnelPlan, known: ReadonlySet<string>): MeasurementTable {
  return {
    id: 'by-stage',
    subject: null,
    columns: stageMeasures.map((measure) => ({ measure, label: null, phase: null })),
    rows: plan.spec.stages.map(({ id, label }) => ({
      labels: [label],
      period: null,
      cells: stageMeasures.map((measure) => keyIn(known, figureKey(measure, { stage: id }))),
    })),
  };
}

function keyIn(known: ReadonlySet<string>, key: string): string | null {
  return known.has(key) ? key : null;
}

/** A row a group, a column a stage. */
function groupsTable(
  plan: FunnelPlan,
  known: ReadonlySet<string>,
  groups: readonly Group[],
  subject: string | null,
): MeasurementTable {
  return {
    id: subject === null ? 'by-wave' : 'by-split',
    subject,
    columns: plan.spec.stages.map(({ label }) => ({ measure: 'reached', label, phase: null })),
    rows: groups.map(({ place }) => ({
      labels: [...(place.of ?? [])],
      period: null,
      cells: plan.spec.stages.map(({ id }) => keyIn(known, figureKey('reached', { ...place, stage: id }))),
    })),
  };
}

function notices(plan: FunnelPlan, whole: Group, hidden: Hidden): Counted['notices'] {
  return plan.spec.stages.flatMap(({ label }, index): Counted['notices'] => {
    if (index === 0 || hidden.reached.has(index)) return [];
    const found: Counted['notices'] = [];
    const before = plan.spec.stages[index - 1]?.label ?? '';
    const [count, earlier] = [whole.reached[index] ?? 0, whole.reached[index - 1] ?? 0];
    if (count > earlier && !hidden.reached.has(index - 1)) {
      found.push({ code: 'later-stage-larger', details: { stage: label, before, count, earlier } });
    }
    const skipped = whole.skipped[index] ?? 0;
    if (skipped > 0) {
      const told = hidden.skipped.has(index) ? {} : { count: skipped };
      found.push({ code: 'stage-skipped', details: { stage: label, ...told } });
    }
    return found;
  });
}
