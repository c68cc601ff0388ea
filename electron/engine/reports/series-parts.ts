import { buildSeriesChart } from '../../../shared/charts';
import { levelText } from '../../../shared/charts/describe';
import { seriesTitle } from '../../../shared/charts/series-words';
import type { ReportBlock } from '../../../shared/domain/report';
import type { SeriesEffect, SeriesModel, SeriesResult } from '../../../shared/domain/series';
import type { Locale } from '../../../shared/text/catalogue';
import {
  formatChange,
  formatChangeRange,
  formatDate,
  formatInterval,
  formatNumber,
  formatP,
  formatValue,
  isShareStyle,
} from '../../../shared/text/format';
import { reportBlockWords, reportMethodWords, reportWords } from '../../../shared/text/reports';
import {
  cautionText,
  periodInText,
  seriesFigureStyle,
  seriesMethodLine,
  seriesSentences,
} from '../../../shared/text/series-sentences';
import { tryDraw } from './chart-parts';
import { differenceNotes, type PartContext } from './comparison-parts';
import { bareP } from './comparison-tables';
import type { DocumentPart, TableCell, TablePart, TableRow } from './document';
import type { MethodItem } from './method-items';
import type { Numbering } from './numbering';

export type SeriesBlock = Extract<ReportBlock, { kind: 'series' }>;

/** The parts of a register by period: what happened at the date, the figure, and the coefficients. */
export function seriesParts(
  block: SeriesBlock,
  result: SeriesResult,
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const drawn = tryDraw((context) => buildSeriesChart(result, context), {
    id: `f${numbering.figures + 1}`,
    locale,
  });
  const caption = block.caption.trim() || seriesTitle(result, locale);
  const figure = drawn ? [{ ...drawn.figure, caption, ...numbering.nextFigure() }] : [];
  return [
    ...figure,
    ...(block.showSentences ? sentenceParts(result, locale) : []),
    ...differenceNotes(result, locale),
    ...(block.showTable && result.model ? [effectTable(result, result.model, numbering, locale)] : []),
  ];
}

function sentenceParts(result: SeriesResult, locale: Locale): DocumentPart[] {
  const { series: words } = reportBlockWords(locale);
  const counted = formatNumber(result.points.length, 0, locale);
  const sentences = result.spec.cutDate === null ? [words.noCut(counted)] : seriesSentences(result, locale);
  const items = [...sentences, ...result.cautions.map((caution) => cautionText(caution, locale))];
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

const changes = ['levelChange', 'slopeChange', 'endChange'] as const;

function effectTable(
  result: SeriesResult,
  model: SeriesModel,
  numbering: Numbering,
  locale: Locale,
): TablePart {
  const { series: words } = reportBlockWords(locale);
  const { rows: names, per } = words;
  const period = per[result.spec.period];
  const slope = (name: string): string => `${name}, ${period}`;
  const end = names.endChange(periodInText(model.endStart, result.spec.period, locale));
  const row = (
    label: string,
    effect: SeriesEffect,
    cautious: SeriesEffect | null,
    isMain: boolean,
  ): TableRow => ({
    kind: 'plain',
    cells: effectCells(label, effect, cautious, { result, model, isMain, locale }),
  });
  const prudent = (name: (typeof changes)[number]): SeriesEffect | null => model.cautious?.[name] ?? null;
  const correlation = model.cautious ? formatNumber(model.cautious.autocorrelation, 2, locale) : null;
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption: words.effects(seriesTitle(result, locale)),
    groups: [],
    columns: [
      { label: words.effect, align: 'text', share: 2.7 },
      { label: words.estimate, align: 'number', share: 1.7 },
      { label: words.standardError, align: 'number', share: 1 },
      { label: words.statistic, align: 'number', share: 1 },
      { label: words.p, align: 'number', share: 0.9 },
      ...(correlation === null ? [] : [{ label: words.cautious, align: 'number' as const, share: 1.7 }]),
    ],
    rows: [
      row(names.intercept, model.intercept, null, false),
      row(slope(names.preSlope), model.preSlope, null, false),
      row(names.levelChange, model.levelChange, prudent('levelChange'), true),
      row(slope(names.slopeChange), model.slopeChange, prudent('slopeChange'), true),
      row(slope(names.postSlope), model.postSlope, null, false),
      row(end, model.endChange, prudent('endChange'), true),
    ],
    notes: [
      words.intervalNote(levelText(result.spec.confidenceLevel, locale)),
      ...(correlation === null ? [] : [words.cautiousNote(correlation)]),
      seriesMethodLine(result, locale),
    ],
    warning: null,
  };
}

type EffectContext = { result: SeriesResult; model: SeriesModel; isMain: boolean; locale: Locale };

function effectCells(
  label: string,
  effect: SeriesEffect,
  cautious: SeriesEffect | null,
  { result, model, isMain, locale }: EffectContext,
): TableCell[] {
  const style = seriesFigureStyle(result, locale);
  const bare = { ...style, unit: '' };
  const plain = (text: string, ...notes: string[]): TableCell => ({
    text,
    notes: notes.filter((note) => note !== ''),
    tone: 'plain',
  });
  const isLevel = effect === model.intercept;
  const write = isLevel ? formatValue : formatChange;
  const range = (each: SeriesEffect): string => {
    if (!each.interval) return '';
    return (isLevel ? formatInterval : formatChangeRange)(each.interval, bare, locale);
  };
  const scale = isShareStyle(style) ? 100 : 1;
  const error = effect.standardError === null ? null : effect.standardError * scale;
  const degrees =
    effect.df === null ? '' : reportMethodWords(locale).annex.df(formatNumber(effect.df, 0, locale));
  return [
    { text: label, notes: [], tone: isMain ? 'strong' : 'plain' },
    plain(write(effect.estimate, bare, locale), range(effect)),
    plain(formatNumber(error, style.decimals + 1, locale)),
    plain(formatNumber(effect.statistic, 2, locale), degrees),
    plain(bareP(effect.p, locale)),
    ...(model.cautious
      ? [
          cautious
            ? plain(
                formatChange(cautious.estimate, bare, locale),
                range(cautious),
                cautious.p === null ? '' : formatP(cautious.p, locale),
              )
            : plain(''),
        ]
      : []),
  ];
}

/** How the registers of a report were followed, for its section on methods; empty without one. */
export function seriesMethodItems(results: readonly SeriesResult[], locale: Locale): MethodItem[] {
  if (results.length === 0) return [];
  const { series: words } = reportBlockWords(locale);
  const { list, method } = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  const registers = results.flatMap((result) => {
    const { waves, dateLabel, spec, undated, outsideDates } = result;
    const cut = spec.cutDate === null ? '' : formatDate(spec.cutDate, locale);
    return [
      `${seriesTitle(result, locale)}. ${words.design(waves.map(({ name }) => name).join(list), dateLabel, cut)}.`,
      ...(undated === null || undated === 0 ? [] : [words.undated(number(undated))]),
      ...(outsideDates === null || outsideDates === 0 ? [] : [words.outside(number(outsideDates))]),
    ];
  });
  const hasModel = results.some(({ model }) => model !== null);
  const names = [...new Set(results.map((result) => seriesTitle(result, locale)))];
  return [
    {
      term: words.methodTerm,
      texts: [
        ...new Set([
          ...(hasModel ? [words.methodWhy, words.assumes] : []),
          ...registers,
          method.usedFor(names.join(list)),
        ]),
      ],
    },
  ];
}
