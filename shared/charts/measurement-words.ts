import type { MeasurementFigure, MeasurementResult } from '../domain/measurement-result';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatNumber, formatPercent } from '../text/format';
import { placeText } from '../text/measurement-rows';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementPeriod,
  measurementWords,
  measureName,
} from '../text/measurements';
import { changeAxis, type ValueAxis, valueAxis } from './axis';
import { altText, levelText } from './describe';
import type { ChartContext, ChartSpec } from './types';

/** A figure as it stands in a chart, named by all that sets it apart from the others there. */
export type DrawnFigure = { figure: MeasurementFigure; label: string };

/** The figures of keys that a result has. Throws `chart-not-applicable` where none of them may be shown. */
export function drawnFigures(
  result: MeasurementResult,
  keys: readonly string[],
  locale: Locale,
  hiddenLabels = 0,
): DrawnFigure[] {
  const byKey = new Map(result.figures.map((figure) => [figure.key, figure]));
  const figures = keys.flatMap((key) => byKey.get(key) ?? []);
  if (!figures.some(({ status }) => status === 'shown')) {
    throw new AppError('chart-not-applicable', { chart: 'measurement', reason: 'nothing-shown' });
  }
  const waves = new Map(result.waves.map(({ id, name }) => [id as string, name]));
  const hasWaves = new Set(figures.map(({ waveId }) => waveId)).size > 1;
  const words = measurementWords(locale);
  const drawn = figures.map((figure) => {
    const { of, period, phase, waveId } = figure;
    const wave = hasWaves && waveId !== null ? (waves.get(waveId) ?? '') : '';
    const parts = [
      ...of.slice(hiddenLabels).map((label) => placeText(label, locale)),
      period === null ? '' : measurementPeriod(period, locale),
      phase === null ? '' : words.phases[phase],
      of.includes(wave) ? '' : wave,
    ].filter((part) => part !== '');
    return { figure, label: parts.length === 0 ? words.whole : parts.join(' · ') };
  });
  // The same thing twice is told apart by what is said of it.
  return drawn.map(({ figure, label }) => {
    const isAlone = drawn.filter((each) => each.label === label).length === 1;
    return {
      figure,
      label: isAlone ? label : `${label} · ${lowerFirst(measureName(figure.measure, locale))}`,
    };
  });
}

/** A figure in words: value, interval and what it rests on, or why there is none. */
export function drawnText({ figure }: DrawnFigure, locale: Locale): string {
  const value = measurementFigureText(figure, locale);
  const interval = measurementIntervalText(figure, locale);
  return interval === '' ? value : `${value} (${interval})`;
}

/** What every chart of a count shares: title, alternative text, notes and the table of its figures. */
export function measurementChart(
  result: MeasurementResult,
  context: ChartContext,
  parts: Pick<ChartSpec, 'title' | 'subtitle' | 'legend' | 'table' | 'plot'> & {
    sentences: readonly string[];
    figures: readonly MeasurementFigure[];
    notes?: readonly string[];
  },
): ChartSpec {
  const { locale } = context;
  const { sentences, figures, notes = [], ...spec } = parts;
  const words = measurementWords(locale).charts;
  const level = figures.find(({ interval }) => interval !== null)?.interval?.level;
  const isProtected = figures.some(({ status }) => status === 'suppressed');
  return {
    kind: 'measurement',
    context,
    ...spec,
    alt: altText('measurement', spec.title, spec.subtitle, sentences, locale),
    notes: [
      ...notes,
      ...(level === undefined ? [] : [words.interval(levelText(level, locale))]),
      ...(isProtected ? [words.protectedNote(formatNumber(result.privacy.threshold, 0, locale))] : []),
      ...(result.waves.some(({ isSynthetic }) => isSynthetic) ? [words.synthetic] : []),
    ],
  };
}

/** What a chart is about: the indicator or measure, and by what. */
export function measurementTitle(
  figures: readonly DrawnFigure[],
  subject: string | null,
  locale: Locale,
): { title: string; hiddenLabels: number } {
  const words = measurementWords(locale).charts;
  const [first] = figures;
  const measure = first?.figure.measure ?? 'indicator';
  const names = new Set(figures.map(({ figure }) => figure.of[0]));
  const isNamed = measure === 'indicator' && names.size === 1;
  const measures = figures.map(({ figure }) => figure.measure);
  const name = isNamed ? (first?.figure.of[0] ?? '') : measureNames(measures, locale);
  const by = subject ?? impliedSubject(figures, locale);
  const title = by === null ? name : words.by(name, lowerFirst(by));
  return { title, hiddenLabels: isNamed ? 1 : 0 };
}

/** What figures without a named subject differ by: their period or their file; null for neither. */
function impliedSubject(figures: readonly DrawnFigure[], locale: Locale): string | null {
  const { heads } = measurementWords(locale);
  const differ = (part: 'period' | 'waveId'): boolean =>
    figures.length > 1 &&
    new Set(figures.flatMap(({ figure }) => figure[part] ?? [])).size === figures.length;
  if (differ('period')) return heads['by-period'];
  return differ('waveId') ? heads['by-wave'] : null;
}

/** An axis that fits figures of one scale; `values` must be of shown figures only. */
export function figureAxis(
  values: readonly number[],
  { scale, unit, decimals }: Pick<MeasurementFigure, 'scale' | 'unit' | 'decimals'>,
  locale: Locale,
  ticks: number,
): ValueAxis {
  const number = { kind: 'mean', unit, decimals } as const;
  switch (scale) {
    case 'share': {
      if (values.every((value) => value >= 0 && value <= 1)) {
        return valueAxis(values, { kind: 'proportion', unit, decimals }, locale, {
          includesZero: true,
          ticks,
        });
      }
      const hundreds = valueAxis(
        values.map((value) => value * 100),
        number,
        locale,
        { includesZero: true, ticks },
      );
      return {
        domain: [hundreds.domain[0] / 100, hundreds.domain[1] / 100],
        ticks: hundreds.ticks.map((tick) => tick / 100),
        format: (value) => formatPercent(value, 0, locale),
      };
    }
    case 'share-change':
      return changeAxis(values, { kind: 'proportion', unit, decimals }, locale, ticks);
    case 'coefficient':
      if (values.every((value) => value >= 0)) {
        return valueAxis(values, number, locale, { includesZero: true, ticks });
      }
      return changeAxis(values, number, locale, ticks);
    case 'number-change':
      return changeAxis(values, number, locale, ticks);
    case 'count':
      return valueAxis(values, { kind: 'count', unit, decimals: 0 }, locale, { includesZero: true, ticks });
    case 'number':
      return valueAxis(values, number, locale, { includesZero: true, ticks });
  }
}

/** The measures of a chart, each once, as one name: `Entró, salió, saldo`. */
export function measureNames(measures: readonly MeasurementFigure['measure'][], locale: Locale): string {
  const names = [...new Set(measures)].map((measure) => measureName(measure, locale));
  return names.map((name, index) => (index === 0 ? name : lowerFirst(name))).join(', ');
}

/** A text as it goes on inside a sentence. */
export function lowerFirst(text: string): string {
  // Acronyms keep their capitals.
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('es') + text.slice(1) : text;
}
