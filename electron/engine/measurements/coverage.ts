import { figureKey } from '../../../shared/domain/figure-key';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import { asCount, type Row, type Session } from '../db/session';
import { type Sql, sql } from '../db/sql';
import { isBelow } from '../privacy/suppression';
import type { Counted, CountWork } from './compute';
import { type FigureContent, type FigurePlace, makeFigure, shareContent } from './made-figure';
import { placeTable } from './place-table';
import type { MeasurementPlan } from './plan';
import { protectParts, wholeId } from './protect-counts';
import { answerOf, holds, rowsOf, splitOf } from './rows';
import { orderedValues, splitVariable, valueLabel } from './split-values';
import { toldCount } from './told-count';

type CoveragePlan = MeasurementPlan<SpecOf<'coverage'>>;
/** Units of a place: those in the target, those of them covered, and covered ones outside it. */
type Covered = { units: number; covered: number; outside: number; repeated: number };
type Place = Covered & { id: string; place: FigurePlace };
const mostListed = 500;

/**
 * How much of a list is covered and how far it is from the target. A unit that several rows name is one, covered if any of
 * them says so; an unknown answer is not covered. The list is counted whole, so its share has no interval unless the design
 * declares a sample. Units that are not people are listed by name.
 */
export async function countCoverage(plan: CoveragePlan, { session }: CountWork): Promise<Counted> {
  const { spec, waves } = plan;
  const split = spec.splitId === null ? null : splitVariable(plan, spec.splitId);
  const [whole] = await readPlaces(session, plan, 'all');
  if (!whole)
    return { figures: [], headline: [], tables: [], charts: [], notices: [{ code: 'no-rows', details: {} }] };
  const everything: Place = { ...whole.counts, id: wholeId, place: {} };
  const read = split === null ? [] : await readPlaces(session, plan, 'split');
  const groups = split
    ? orderedValues(
        split,
        read.map(({ name }) => name),
      ).flatMap((value): Place[] => {
        const found = read.find(({ name }) => name === value);
        const place = { splits: [{ name: split.name, value }], of: [valueLabel(split, value)] };
        return found && found.counts.units > 0 ? [{ ...found.counts, id: JSON.stringify(value), place }] : [];
      })
    : [];
  const byWave = waves.length < 2 ? [] : await readPlaces(session, plan, 'wave');
  const files = waves.flatMap((wave): Place[] => {
    const found = byWave.find(({ name }) => name === wave.id);
    return found ? [{ ...found.counts, id: wave.id, place: { wave: wave.id, of: [wave.name] } }] : [];
  });
  const hidden = new Set<string>();
  for (const parts of [groups, files])
    for (const id of hiddenUnits(everything, parts, plan.threshold)) hidden.add(id);
  const listed = plan.threshold > 1 ? [] : await readUnits(session, plan);
  const figures = [
    ...[everything, ...groups, ...files].flatMap((place) => placeFigures(plan, place, hidden.has(place.id))),
    ...listed.map(({ unit, label, isCovered }) =>
      makeFigure('covered', { unit, of: [label] }, { value: isCovered ? 1 : 0 }, { scale: 'count' }),
    ),
  ];
  const known = new Set(figures.map(({ key }) => key));
  const measures = coverageMeasures.filter(
    (measure) => spec.targetShare !== null || !measure.startsWith('target'),
  );
  const rows = (some: readonly Place[]) => some.map(({ place }) => place);
  const open = listed.filter(({ isCovered }) => !isCovered);
  const bars = (some: readonly Place[], subject: string | null): Counted['charts'] =>
    some.length < 2
      ? []
      : [
          {
            kind: 'bars',
            measure: 'coverage',
            subject,
            keys: some.map(({ place }) => figureKey('coverage', place)),
            target: spec.targetShare,
          },
        ];
  return {
    figures,
    headline: ['coverage', 'covered', 'units', 'target-gap', 'target-gap-units'].filter((key) =>
      known.has(key),
    ),
    tables: [
      placeTable({ id: 'summary', subject: null }, measures, [{}], known),
      ...(split ? [placeTable({ id: 'by-split', subject: split.label }, measures, rows(groups), known)] : []),
      ...(files.length > 0
        ? [placeTable({ id: 'by-wave', subject: null }, measures, rows(files), known)]
        : []),
      ...(open.length > 0
        ? [
            placeTable(
              { id: 'by-unit', subject: null },
              ['covered'],
              open.map(({ unit, label }) => ({ unit, of: [label] })),
              known,
            ),
          ]
        : []),
    ],
    charts: [
      ...bars(groups, split?.label ?? null),
      ...bars(files, null),
      ...(groups.length < 2 && files.length < 2 ? wholeBar(spec) : []),
    ],
    notices: notices(plan, everything, hidden),
  };
}

function wholeBar({ targetShare }: SpecOf<'coverage'>): Counted['charts'] {
  return [{ kind: 'bars', measure: 'coverage', subject: null, keys: ['coverage'], target: targetShare }];
}

const coverageMeasures = ['units', 'covered', 'coverage', 'target-gap', 'target-gap-units'] as const;

function unitRows(plan: CoveragePlan): Sql {
  const { unitId, splitId, inTarget, covered } = plan.spec;
  return rowsOf(plan, {
    unit: unitId ? answerOf(unitId) : () => sql`null::varchar`,
    split: splitId ? splitOf(splitId) : () => sql`null::varchar`,
    wanted: holds(inTarget),
    done: holds(covered),
  });
}

type Grouping = 'all' | 'split' | 'wave';

async function readPlaces(
  session: Session,
  plan: CoveragePlan,
  grouping: Grouping,
): Promise<{ name: string | null; counts: Covered }[]> {
  const name = grouping === 'all' ? sql`null::varchar` : grouping === 'wave' ? sql`wave` : sql`split`;
  // A row that names no unit is one of its own; a unit in two groups stays in the one its first row names.
  const key = sql`coalesce(unit, '#' || wave || ':' || line)`;
  const place = grouping === 'split' ? sql`first(split order by wave, line)` : name;
  const rows = await session.all(
    sql`with listed as (select * from ${unitRows(plan)} as one),
        each_unit as (select ${place} as name, bool_or(wanted) as wanted, bool_or(done) as done, count(*) as rows
          from listed group by ${key}${grouping === 'wave' ? sql`, wave` : sql``})
        select name, count_if(wanted) as units, count_if(wanted and done) as covered, count_if(done and not wanted) as outside,
          sum(rows - 1)::bigint as repeated from each_unit group by name`,
  );
  return rows.map((row) => ({
    name: textOf(row.name),
    counts: {
      units: asCount(row.units),
      covered: asCount(row.covered),
      outside: asCount(row.outside),
      repeated: asCount(row.repeated),
    },
  }));
}

async function readUnits(
  session: Session,
  plan: CoveragePlan,
): Promise<{ unit: string; label: string; isCovered: boolean }[]> {
  const { unitId } = plan.spec;
  if (unitId === null) return [];
  const variable = plan.variable(unitId);
  if (variable.identity !== null) return [];
  const rows = await session.all(
    sql`select unit, bool_or(done) as done from ${unitRows(plan)} as listed where wanted and unit is not null group by unit order by unit limit ${mostListed}`,
  );
  return rows.map((row) => ({
    unit: String(row.unit),
    label: valueLabel(variable, String(row.unit)),
    isCovered: row.done === true,
  }));
}

/** Groups of few people, or with few covered among them; both numbers add up by themselves, so each is protected by itself. */
function hiddenUnits(whole: Place, parts: readonly Place[], threshold: number): Set<string> {
  const hidden = new Set<string>();
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const number of ['units', 'covered'] as const) {
      const cell = (place: Place) => ({
        id: place.id,
        size: place[number],
        isSmall: isBelow(threshold, place[number]),
      });
      for (const id of protectParts(cell(whole), parts.map(cell), threshold, hidden)) hidden.add(id);
    }
  }
  return hidden;
}

function placeFigures(
  plan: CoveragePlan,
  { place, units, covered, repeated }: Place,
  isHidden: boolean,
): MeasurementFigure[] {
  const { targetShare, confidenceLevel: level } = plan.spec;
  const told = (content: FigureContent): FigureContent => (isHidden ? 'suppressed' : content);
  const count = { scale: 'count' } as const;
  // Where several rows name one unit the sample is of what the rows are, and the list is told whole.
  const coverage = repeated > 0 ? 'census' : plan.coverage;
  const share = shareContent({ x: covered, n: units }, { coverage, level });
  return [
    makeFigure('units', place, told({ value: units }), count),
    makeFigure('covered', place, told({ value: covered, n: units }), count),
    makeFigure('coverage', place, told(share), { scale: 'share' }),
    ...(targetShare === null
      ? []
      : [
          makeFigure(
            'target-gap',
            place,
            told({ value: units === 0 ? null : covered / units - targetShare, n: units }),
            { scale: 'share-change' },
          ),
          makeFigure(
            'target-gap-units',
            place,
            told({ value: Math.max(0, Math.ceil(targetShare * units - 1e-9) - covered), n: units }),
            count,
          ),
        ]),
  ];
}

function notices(plan: CoveragePlan, whole: Place, hidden: ReadonlySet<string>): Counted['notices'] {
  const threshold = hidden.has(wholeId) ? Number.POSITIVE_INFINITY : plan.threshold;
  const counted = [
    ['unit-repeated', whole.repeated],
    ['covered-outside-target', whole.outside],
  ] as const;
  return counted.flatMap(([code, count]) =>
    count === 0 ? [] : [{ code, details: toldCount(count, threshold) }],
  );
}

function textOf(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
