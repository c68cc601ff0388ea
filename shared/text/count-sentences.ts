import { figureKey } from '../domain/figure-key';
import type { MeasurementFigure, MeasurementResult } from '../domain/measurement-result';
import type { Locale } from './catalogue';
import type { FigureLookup } from './measurement-sentences';
import {
  betweenText,
  measurementFigureText,
  measurementIntervalText,
  measurementPeriod,
  measurementWords,
  measureName,
} from './measurements';

/** A figure named by its measure, what it is of and its period: «Casos, web, mar 2024: 42.» */
export function plainSentence(figure: MeasurementFigure, locale: Locale): string {
  const { period, phase } = figure;
  const words = measurementWords(locale);
  const label = [
    measureName(figure.measure, locale),
    ...figure.of,
    ...(period === null ? [] : [measurementPeriod(period, locale)]),
    ...(phase === null ? [] : [words.phases[phase]]),
  ].join(', ');
  return words.charts.figure(label, measurementFigureText(figure, locale));
}

/** What came in, went out and is left; else what the headline tells. */
export function ledgerSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const [received, handedOut, balance] = [find('received'), find('handed-out'), find('balance')];
  if (!received || !handedOut || !balance) return headlineSentences(result, find, locale);
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  return [words.ledger(text(received), text(handedOut), text(balance))];
}

/** How much is coded, the theme named most, and how far the coders agree. */
export function codingSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  const [coded, statements, kappa] = [find('coded-statements'), find('statements'), find('kappa')];
  const found = coded && statements ? [words.coded(text(coded), text(statements))] : [];
  const [top, next] = result.figures
    .filter(({ measure, of, status }) => measure === 'code-count' && of.length === 1 && status === 'shown')
    .sort((left, right) => (right.value ?? 0) - (left.value ?? 0));
  const isFirst = top && (top.value ?? 0) > (next?.value ?? 0);
  const share = top ? find(top.key.replace('code-count', 'code-share')) : null;
  if (isFirst && share) found.push(words.code(top.of[0] ?? '', text(top), text(share)));
  if (kappa) found.push(words.kappa(text(kappa)));
  return found.length > 0 ? found : headlineSentences(result, find, locale);
}

/** Both changes of each indicator and their difference, judged by its interval. */
export function contrastSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  const { sentences: words } = measurementWords(locale);
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  const { spec } = result;
  if (spec.kind !== 'contrast') return [];
  const found = spec.indicatorIds.flatMap((indicator) => {
    const figure = (measure: 'change-exposed' | 'change-comparison' | 'difference-in-changes') =>
      find(figureKey(measure, { indicator }));
    const [exposed, comparison, difference] = [
      figure('change-exposed'),
      figure('change-comparison'),
      figure('difference-in-changes'),
    ];
    if (!exposed || !comparison || !difference) return [];
    const sentence = words.contrast(
      difference.of[0] ?? '',
      text(exposed),
      text(comparison),
      text(difference),
    );
    if (difference.interval === null) return [sentence];
    const isClear = difference.interval.lower > 0 || difference.interval.upper < 0;
    return [
      sentence,
      isClear
        ? words.contrastClear(measurementIntervalText(difference, locale))
        : words.contrastUnclear(betweenText(difference, locale)),
    ];
  });
  return found.length > 0 ? found : headlineSentences(result, find, locale);
}

function headlineSentences(result: MeasurementResult, find: FigureLookup, locale: Locale): string[] {
  return result.headline.flatMap((key) => {
    const figure = find(key);
    return figure ? [plainSentence(figure, locale)] : [];
  });
}
