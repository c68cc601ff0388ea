import { pointText, seriesTitle } from '../../../shared/charts/series-words';
import type { PanelDifference, PanelFigure, PanelResult } from '../../../shared/domain/panel';
import type { SeriesEffect, SeriesResult } from '../../../shared/domain/series';
import type { Locale } from '../../../shared/text/catalogue';
import { isShareStyle } from '../../../shared/text/format';
import { panelMethod } from '../../../shared/text/panel-sentences';
import { reportBlockWords, reportWords } from '../../../shared/text/reports';
import { exportWords } from '../comparison/export-table';
import type { CsvCell } from '../files/csv-writer';

/** The periods of a register and, below them, what was estimated at the date; shares in percent. */
export function seriesCsv(result: SeriesResult, locale: Locale): CsvCell[][] {
  const { csv: words, series } = reportBlockWords(locale);
  const scale = result.indicator && isShareStyle(result.indicator) ? 100 : 1;
  const { names } = words;
  const points = result.points.map((point): CsvCell[] => [
    point.start,
    point.phase === 'before' ? words.before : words.after,
    point.status === 'suppressed' ? pointText(point, result, locale) : scaled(point.value, scale),
    point.status === 'shown' ? point.n : null,
    point.excluded === null ? reportWords(locale).words.yes : reportWords(locale).words.no,
    scaled(point.fitted, scale),
    scaled(point.counterfactual?.value ?? null, scale),
    scaled(point.counterfactual?.interval?.lower ?? null, scale),
    scaled(point.counterfactual?.interval?.upper ?? null, scale),
  ]);
  const { model } = result;
  const row = (name: string, effect: SeriesEffect, cautious: SeriesEffect | null): CsvCell[] => [
    name,
    ...effectCells(effect, scale),
    scaled(cautious?.interval?.lower ?? null, scale),
    scaled(cautious?.interval?.upper ?? null, scale),
    cautious?.p ?? null,
  ];
  const effects = model
    ? [
        names.effects,
        row(series.rows.intercept, model.intercept, null),
        row(series.rows.preSlope, model.preSlope, null),
        row(series.rows.levelChange, model.levelChange, model.cautious?.levelChange ?? null),
        row(series.rows.slopeChange, model.slopeChange, model.cautious?.slopeChange ?? null),
        row(series.rows.postSlope, model.postSlope, null),
        row(series.rows.endChange(model.endStart), model.endChange, model.cautious?.endChange ?? null),
      ]
    : [];
  const isSynthetic = result.waves.some((wave) => wave.isSynthetic);
  return padded([
    ...notes(isSynthetic, result.privacy.threshold, result.resultSha256, locale),
    [seriesTitle(result, locale)],
    [...names.points],
    ...points,
    ...effects.map((each) => [...each]),
  ]);
}

function effectCells(effect: SeriesEffect, scale: number): CsvCell[] {
  return [
    scaled(effect.estimate, scale),
    scaled(effect.interval?.lower ?? null, scale),
    scaled(effect.interval?.upper ?? null, scale),
    scaled(effect.standardError, scale),
    effect.statistic,
    effect.df,
    effect.p,
  ];
}

/** Those found again and not, the change in three ways, and who the people are; a line each, shares in percent. */
export function panelCsv(result: PanelResult, locale: Locale): CsvCell[][] {
  const { csv: words, panel } = reportBlockWords(locale);
  const nobody: CsvCell[] = Array<null>(4).fill(null);
  const nameOf = (id: string): string => result.composition.find((each) => each.id === id)?.label ?? '';
  const category = (value: string | null, label: string): string =>
    value === null ? panel.unanswered : label;
  const figure = (each: PanelFigure, scale: number): CsvCell[] => figureCells(each, scale, locale);
  const difference = (each: PanelDifference, scale: number): CsvCell[] =>
    differenceCells(each, scale, locale);
  const indicators = result.indicators.map((indicator) => ({
    ...indicator,
    scale: isShareStyle(indicator) ? 100 : 1,
    unit: isShareStyle(indicator) ? exportWords(locale).percent : indicator.unit,
  }));
  const rows = indicators.flatMap(({ id, name, scale, unit }): CsvCell[][] => {
    const lost = result.attrition?.indicators.find(({ indicatorId }) => indicatorId === id);
    const weighted = result.weighting?.changes.find(({ indicatorId }) => indicatorId === id);
    const fixed = result.standardised.find(({ indicatorId }) => indicatorId === id);
    return [
      ...(lost
        ? [
            [
              words.parts.attrition,
              name,
              '',
              unit,
              ...figure(lost.stayed, scale),
              ...figure(lost.left, scale),
              ...difference(lost.difference, scale),
            ],
          ]
        : []),
      ...(weighted
        ? [
            [panel.matched, name, '', unit, ...nobody, ...nobody, ...difference(weighted.unweighted, scale)],
            [panel.weighted, name, '', unit, ...nobody, ...nobody, ...difference(weighted.weighted, scale)],
          ]
        : []),
      ...(fixed
        ? [
            [
              panel.standardised,
              name,
              '',
              unit,
              ...nobody,
              ...nobody,
              ...difference(fixed.standardised, scale),
            ],
          ]
        : []),
    ];
  });
  const percent = exportWords(locale).percent;
  const lostCategories = (result.attrition?.composition ?? []).flatMap(({ variableId, categories }) =>
    categories.map(({ value, label, stayed, left, difference: apart }): CsvCell[] => [
      words.parts.attrition,
      nameOf(variableId),
      category(value, label),
      percent,
      ...figure(stayed, 100),
      ...figure(left, 100),
      ...difference(apart, 100),
    ]),
  );
  const composed = result.compositionChange.flatMap(({ variableId, categories }) =>
    categories.map(({ value, label, baseline, followUp, difference: apart }): CsvCell[] => [
      words.parts.composition,
      nameOf(variableId),
      category(value, label),
      percent,
      ...figure(baseline, 100),
      ...figure(followUp, 100),
      ...difference(apart, 100),
    ]),
  );
  const isSynthetic = result.waves.some((wave) => wave.isSynthetic);
  return padded([
    ...notes(isSynthetic, result.privacy.threshold, result.resultSha256, locale),
    [...words.names.panel],
    ...rows,
    ...lostCategories,
    ...composed,
  ]);
}

function figureCells(
  { status, n, estimate, interval }: PanelFigure,
  scale: number,
  locale: Locale,
): CsvCell[] {
  if (status === 'suppressed') return Array<CsvCell>(4).fill(exportWords(locale).protected);
  return [
    n,
    scaled(estimate, scale),
    scaled(interval?.lower ?? null, scale),
    scaled(interval?.upper ?? null, scale),
  ];
}

function differenceCells(
  { status, change, interval, test, adjustedP, method }: PanelDifference,
  scale: number,
  locale: Locale,
): CsvCell[] {
  if (status === 'suppressed') return Array<CsvCell>(6).fill(exportWords(locale).protected);
  return [
    scaled(change, scale),
    scaled(interval?.lower ?? null, scale),
    scaled(interval?.upper ?? null, scale),
    test?.p ?? null,
    adjustedP,
    change === null ? null : panelMethod(method, locale).name,
  ];
}

function notes(isSynthetic: boolean, threshold: number, sha256: string, locale: Locale): CsvCell[][] {
  const words = exportWords(locale);
  return [
    ...(isSynthetic ? [[words.synthetic]] : []),
    [words.threshold(String(threshold))],
    [words.fingerprint(sha256)],
  ];
}

/** Rows of one length, so that any program reads them as a table. */
function padded(rows: CsvCell[][]): CsvCell[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]);
}

// Twelve digits carry every figure that means anything and leave out the noise of binary fractions.
function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Number((value * scale).toPrecision(12));
}
