import { figureKey } from '../../../shared/domain/figure-key';
import type {
  FigureMeasure,
  MeasurementChart,
  MeasurementFigure,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import { type AttendancePlace, attendancePlaces, hiddenPlaces } from './attendance-places';
import {
  type AttendanceFlaws,
  type AttendancePlan,
  readAttendance,
  readFollowed,
  readPeople,
} from './attendance-rows';
import type { Counted, CountWork } from './compute';
import { type FigureContent, makeFigure, shareContent } from './made-figure';
import { placeTable } from './place-table';
import { wholeId } from './protect-counts';
import { toldCount } from './told-count';

const mostBars = 40;

/**
 * Who came to the sessions, by session, wave, year and splits. With a person's variable also how many different people, who
 * of the first session came back, and who came to all; without it only how the numbers compare. A session nobody came
 * to counts as zero. Numbers of people are protected whatever a row stands for.
 */
export async function countAttendance(plan: AttendancePlan, { session }: CountWork): Promise<Counted> {
  const { groups, flaws, order } = await readAttendance(session, plan);
  const empty = { figures: [], headline: [], tables: [], charts: [] };
  if (groups.length === 0) {
    return { ...empty, notices: [{ code: 'no-rows', details: {} }, ...notices(plan, [], flaws, new Set())] };
  }
  const places = attendancePlaces(plan, groups, await readPeople(session, plan), order);
  const hidden = hiddenPlaces(plan, places);
  const figures = [
    ...places.flatMap((place) => placeFigures(plan, place, hidden.has(place.id))),
    ...(await followedFigures(plan, session, places, hidden)),
  ];
  const known = new Set(figures.map(({ key }) => key));
  return {
    figures,
    headline: headline(figures, places),
    tables: tables(plan, places, known),
    charts: charts(plan, places, figures),
    notices: notices(plan, places, flaws, hidden),
  };
}

function placeFigures(plan: AttendancePlan, place: AttendancePlace, isHidden: boolean): MeasurementFigure[] {
  const { came, people, sessions } = place;
  const told = (content: FigureContent): FigureContent => (isHidden ? 'suppressed' : content);
  const attendances = makeFigure('attendances', place.place, told({ value: came, n: sessions }), {
    scale: 'count',
  });
  if (place.kind === 'session') return [attendances];
  // Sessions are not people, but those of a hidden group of people would name it.
  const heldIsHidden = isHidden && plan.threshold > 1;
  return [
    attendances,
    ...(people === null
      ? []
      : [makeFigure('people', place.place, told({ value: people }), { scale: 'count' })]),
    makeFigure('sessions', place.place, heldIsHidden ? 'suppressed' : { value: sessions }, {
      scale: 'count',
    }),
    makeFigure(
      'mean-attendance',
      place.place,
      told({
        value: sessions === 0 ? null : came / sessions,
        n: sessions,
        reason: sessions === 0 ? 'no-cases' : null,
      }),
      { scale: 'number' },
    ),
  ];
}

async function followedFigures(
  plan: AttendancePlan,
  session: CountWork['session'],
  places: readonly AttendancePlace[],
  hidden: ReadonlySet<string>,
): Promise<MeasurementFigure[]> {
  const sessions = places.filter(({ kind }) => kind === 'session');
  const [first, ...later] = sessions;
  if (!first || later.length === 0) return [];
  const { coverage, spec } = plan;
  const isFollowed = spec.personId !== null && spec.countId === null;
  const { returned, toAll } = isFollowed
    ? await readFollowed(session, plan, first.place.session ?? '')
    : { returned: new Map<string, number>(), toAll: 0 };
  const measure: FigureMeasure = isFollowed ? 'retention' : 'attendance-ratio';
  const share = (place: AttendancePlace): FigureContent => {
    if (hidden.has(place.id) || hidden.has(first.id)) return 'suppressed';
    if (first.came === 0) return { value: null, n: 0, reason: 'no-first-session' };
    if (!isFollowed) return { value: place.came / first.came, n: first.came, numerator: place.came };
    const counts = {
      x: returned.get(place.place.session ?? '') ?? 0,
      n: returned.get(first.place.session ?? '') ?? 0,
    };
    return shareContent(counts, { coverage, level: spec.confidenceLevel });
  };
  const whole = places.find(({ kind }) => kind === 'whole');
  const people = whole?.people ?? 0;
  const all: FigureContent = hidden.has(wholeId)
    ? 'suppressed'
    : people === 0
      ? { value: null, n: 0, reason: 'nobody-attended' }
      : shareContent({ x: toAll, n: people }, { coverage, level: spec.confidenceLevel });
  return [
    ...later.map((place) => makeFigure(measure, place.place, share(place), { scale: 'share' })),
    ...(isFollowed ? [makeFigure('came-to-all', {}, all, { scale: 'share' })] : []),
  ];
}

const placeMeasures = ['attendances', 'people', 'sessions', 'mean-attendance'] as const;

function measuresOf({ spec }: AttendancePlan): FigureMeasure[] {
  return placeMeasures.filter((measure) => measure !== 'people' || spec.personId !== null);
}

function tables(
  plan: AttendancePlan,
  places: readonly AttendancePlace[],
  known: ReadonlySet<string>,
): MeasurementTable[] {
  const of = (...kinds: AttendancePlace['kind'][]) => places.filter(({ kind }) => kinds.includes(kind));
  const measures = measuresOf(plan);
  const isFollowed = plan.spec.personId !== null && plan.spec.countId === null;
  const split = plan.spec.splitIds.map((id, index) =>
    placeTable(
      { id: 'by-split', subject: plan.variable(id).label },
      measures,
      of('split', 'split-year', 'split-wave')
        .filter((place) => place.split === index)
        .map(({ place }) => place),
      known,
    ),
  );
  const table = (
    id: MeasurementTable['id'],
    columns: readonly FigureMeasure[],
    rows: readonly AttendancePlace[],
  ) =>
    rows.length === 0
      ? []
      : [
          placeTable(
            { id, subject: null },
            columns,
            rows.map(({ place }) => place),
            known,
          ),
        ];
  return [
    ...table('summary', [...measures, ...(isFollowed ? (['came-to-all'] as const) : [])], of('whole')),
    ...table('by-wave', measures, of('wave')),
    ...table('by-period', measures, of('year')),
    ...split,
    ...table('by-session', ['attendances', isFollowed ? 'retention' : 'attendance-ratio'], of('session')),
  ];
}

function headline(figures: readonly MeasurementFigure[], places: readonly AttendancePlace[]): string[] {
  const known = new Set(figures.map(({ key }) => key));
  const last = places.filter(({ kind }) => kind === 'session').at(-1);
  const back = last ? [figureKey('retention', last.place)] : [];
  return ['attendances', 'sessions', 'people', 'mean-attendance', ...back, 'came-to-all'].filter((key) =>
    known.has(key),
  );
}

function charts(
  plan: AttendancePlan,
  places: readonly AttendancePlace[],
  figures: readonly MeasurementFigure[],
): MeasurementChart[] {
  const known = new Set(figures.map(({ key }) => key));
  const bar = (
    measure: FigureMeasure,
    kind: 'bars' | 'dots',
    rows: readonly AttendancePlace[],
    subject: string | null,
  ) => {
    const keys = rows.map(({ place }) => figureKey(measure, place)).filter((key) => known.has(key));
    return keys.length < 2 || keys.length > mostBars ? [] : [{ kind, measure, subject, keys, target: null }];
  };
  const of = (kind: AttendancePlace['kind'], split: number | null = null) =>
    places.filter((place) => place.kind === kind && place.split === split);
  const session = plan.variable(plan.spec.sessionId).label;
  return [
    ...bar('attendances', 'bars', of('session'), session),
    ...bar('retention', 'dots', of('session'), session),
    ...bar('attendances', 'bars', of('wave'), null),
    ...bar('attendances', 'bars', of('year'), null),
    ...plan.spec.splitIds.flatMap((id, split) =>
      bar('attendances', 'bars', of('split', split), plan.variable(id).label),
    ),
  ];
}

function notices(
  plan: AttendancePlan,
  places: readonly AttendancePlace[],
  flaws: AttendanceFlaws,
  hidden: ReadonlySet<string>,
): Counted['notices'] {
  const threshold = plan.peopleThreshold;
  const nobody = places.filter(
    (place) => place.kind === 'session' && place.came === 0 && !hidden.has(place.id),
  );
  const sessions = nobody.map(({ place }) => `«${place.of?.[0] ?? ''}»`).join(', ');
  const counted = [
    ['person-twice-in-session', flaws.twice],
    ['person-missing', flaws.personMissing],
    ['session-missing', flaws.sessionMissing],
    ['count-missing', flaws.countMissing],
    ['quantity-negative', flaws.countNegative],
    ['undated', flaws.undated],
  ] as const;
  return [
    ...(nobody.length === 0
      ? []
      : [{ code: 'nobody-attended' as const, details: { sessions, sessionCount: nobody.length } }]),
    ...counted.flatMap(([code, count]) =>
      count === 0 ? [] : [{ code, details: toldCount(count, plan.spec.countId === null ? threshold : 1) }],
    ),
  ];
}
