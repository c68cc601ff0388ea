import type { MeasurementFigure, MeasurementResult } from '../domain/measurement';
import type { Locale } from './catalogue';
import { measurementFigureText, measurementPeriod, measurementWords, measureName } from './measurements';

/** The result as sentences for somebody without statistics, the most important first; none of hidden figures. */
export function measurementSentences(result: MeasurementResult, locale: Locale): string[] {
  return result.headline.flatMap((key) => {
    const figure = result.figures.find((one) => one.key === key);
    return figure?.status === 'shown' ? [plainSentence(figure, locale)] : [];
  });
}

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
