import { figureKey } from '../domain/figure-key';
import type { SpecOf } from '../domain/measurement';
import type { MeasurementFigure, MeasurementResult } from '../domain/measurement-result';
import { caseSentences } from './case-sentences';
import type { Locale } from './catalogue';
import { codingSentences, contrastSentences, ledgerSentences } from './count-sentences';
import { formatNumber, formatPercent } from './format';
import { placeText } from './measurement-rows';
import { betweenText, measurementFigureText, measurementPeriod, measurementWords } from './measurements';

export { plainSentence } from './count-sentences';

/** A shown figure by its key, or null. */
export type FigureLookup = (key: string) => MeasurementFigure | null;

/**
 * The result as sentences for somebody without statistics, the most important first. Hidden and absent figures are not
 * spoken of.
 */
export function measurementSentences(result: MeasurementResult, locale: Locale): string[] {
  const byKey = new Map(result.figures.map((figure) => [figure.key, figure]));
  const find: FigureLookup = (key) => {
    const figure = byKey.get(key);
    return figure?.status === 'shown' ? figure : null;
  };
  const { spec } = result;
  switch (spec.kind) {
    case 'meetings':
      return meetingSentences(spec, find, locale);
    case 'attendance':
      return attendanceSentences(result, find, locale);
    case 'funnel':
      return funnelSentences(spec, find, locale);
    case 'coverage':
      return coverageSentences(spec, find, locale);
    case 'cases':
      return caseSentences(result, spec, find, locale);
    case 'figures':
      return indicatorSentences(result, find, locale);
    case 'ledger':
      return ledgerSentences(result, find, locale);
    case 'coding':
      return codingSentences(result, find, locale);
    case 'contrast':
      return contrastSentences(result, find, locale);
  }
}

function meetingSentences({ schedule }: SpecOf<'meetings'>, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const bodies = [...new Map(schedule.map((stretch) => [stretch.body, stretch])).values()];
  const each = bodies.map(({ body, label, every }) => {
    const figure = (measure: 'planned-meetings' | 'periods-kept' | 'kept-share') =>
      find(figureKey(measure, { body }));
    const [planned, kept, share] = [figure('planned-meetings'), figure('periods-kept'), figure('kept-share')];
    if (!planned || !kept || !share) return words.meetingsNone(label);
    const periods = words.periods[every];
    const count = planned.value === 1 ? periods.one : periods.many(measurementFigureText(planned, locale));
    const percent = formatPercent(share.value, share.value === 0 || share.value === 1 ? 0 : 1, locale);
    return words.met(label, measurementFigureText(kept, locale), count, percent);
  });
  const held = find('meetings-held');
  if (bodies.length < 2 || !held) return each;
  const bodyCount = formatNumber(bodies.length, 0, locale);
  return [...each, words.meetingsTotal(measurementFigureText(held, locale), bodyCount)];
}

function attendanceSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  const [total, sessions] = [find('attendances'), find('sessions')];
  if (total?.value === 0) return [words.nobody];
  const found: string[] = [];
  if (total && sessions) {
    const isOne = sessions.value === 1;
    found.push(isOne ? words.attendancesOne(text(total)) : words.attendances(text(total), text(sessions)));
  }
  const told = new Set([`${total?.value} ${sessions?.value}`]);
  for (const figure of result.figures) {
    const [, ...parts] = figure.key.split('/');
    const isPlace = figure.measure === 'attendances' && parts.length > 0 && !figure.key.includes('/session:');
    const own = isPlace ? find(['sessions', ...parts].join('/')) : null;
    if (figure.status !== 'shown' || !own || own.value === 0 || found.length > mostPlaces) continue;
    // Where a place has one period only, or a file is a year, its figure was told already.
    const fact = `${figure.value} ${own.value}`;
    const isCrossing = figure.period !== null || figure.of.length > 1;
    const isTold = isCrossing && told.has(fact);
    told.add(fact);
    if (isTold) continue;
    const place = [...figure.of, ...(figure.period ? [measurementPeriod(figure.period, locale)] : [])].join(
      ', ',
    );
    found.push(
      own.value === 1
        ? words.attendancesInOne(place, text(figure))
        : words.attendancesIn(place, text(figure), text(own)),
    );
  }
  const [people, mean, all] = [find('people'), find('mean-attendance'), find('came-to-all')];
  if (mean && sessions?.value !== 1) found.push(words.mean(text(mean)));
  if (people) found.push(words.people(text(people)));
  const followed = result.figures.filter(
    ({ measure }) => measure === 'retention' || measure === 'attendance-ratio',
  );
  const last = followed.at(-1);
  // Sessions of several kinds have no first one that the others could be measured by.
  const isOneKind = result.spec.kind === 'attendance' && result.spec.splitIds.length === 0;
  if (last?.status === 'shown' && (isOneKind || last.measure === 'retention')) {
    const name = placeText(last.of[0] ?? '', locale);
    const share = withInterval(last, locale);
    found.push(last.measure === 'retention' ? words.retention(share, name) : words.ratio(share, name));
  }
  if (all) found.push(words.cameToAll(withInterval(all, locale)));
  return found;
}

const mostPlaces = 12;

/** The value of a figure with its interval behind a semicolon. */
function withInterval(figure: MeasurementFigure, locale: Locale): string {
  const { share } = measurementWords(locale).sentences;
  return share(measurementFigureText(figure, locale), betweenText(figure, locale));
}

function funnelSentences({ stages }: SpecOf<'funnel'>, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const found = stages.flatMap(({ id, label }, index) => {
    const reached = find(figureKey('reached', { stage: id }));
    if (!reached) return [];
    const share = find(figureKey('from-previous', { stage: id }));
    const before = stages[index - 1]?.label ?? '';
    const count = measurementFigureText(reached, locale);
    return [
      share ? words.passed(label, count, withInterval(share, locale), before) : words.reached(label, count),
    ];
  });
  const [first, last] = [stages[0], stages.at(-1)];
  const share = last ? find(figureKey('from-first', { stage: last.id })) : null;
  if (stages.length < 3 || !first || !last || !share) return found;
  return [...found, words.fromFirst(measurementFigureText(share, locale), first.label, last.label)];
}

function coverageSentences(
  { targetShare }: SpecOf<'coverage'>,
  find: FigureLookup,
  locale: Locale,
): string[] {
  const { sentences: words } = measurementWords(locale);
  const [units, covered, share] = [find('units'), find('covered'), find('coverage')];
  if (!units || !covered || !share) return [];
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  const found = [words.coverage(text(covered), text(units), withInterval(share, locale))];
  const [gap, missing] = [find('target-gap'), find('target-gap-units')];
  if (targetShare === null || gap?.value === null || gap === null || !missing) return found;
  const target = formatPercent(targetShare, Number.isInteger(targetShare * 100) ? 0 : 1, locale);
  if (missing.value === 0) return [...found, words.coverageMet(target)];
  const points = `${formatNumber(Math.abs((gap.value ?? 0) * 100), 1, locale)}\u00a0pp`;
  return [
    ...found,
    missing.value === 1
      ? words.coverageGapOne(target, points)
      : words.coverageGap(target, points, text(missing)),
  ];
}

function indicatorSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const waves = new Map<string, string>(result.waves.map(({ id, name }) => [id, name]));
  return result.figures.flatMap(({ key, of, waveId }) => {
    const figure = of.length === 1 ? find(key) : null;
    if (!figure) return [];
    const wave = waveId === null ? '' : (waves.get(waveId) ?? '');
    return [
      words.indicator(of[0] ?? '', wave, measurementFigureText(figure, locale), betweenText(figure, locale)),
    ];
  });
}
