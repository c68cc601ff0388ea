import { protectedText } from '../../../shared/charts/describe';
import { chartWords } from '../../../shared/charts/words';
import type { PanelDifference, PanelFigure } from '../../../shared/domain/panel';
import type { Locale } from '../../../shared/text/catalogue';
import {
  type FigureStyle,
  formatChange,
  formatChangeRange,
  formatInterval,
  formatNumber,
  formatP,
  formatValue,
  noFigure,
} from '../../../shared/text/format';
import { reportBlockWords } from '../../../shared/text/reports';
import { bareP } from './comparison-tables';
import type { TableCell } from './document';

export type CellContext = { style: FigureStyle; threshold: number; locale: Locale };

export function quiet(text: string): TableCell {
  return { text, notes: [], tone: 'quiet' };
}

function plain(text: string, ...notes: string[]): TableCell {
  return { text, notes: notes.filter((note) => note !== ''), tone: 'plain' };
}

/** n and the figure with its interval. */
export function figureCells(figure: PanelFigure, { style, threshold, locale }: CellContext): TableCell[] {
  if (figure.status === 'suppressed') return [quiet(noFigure), quiet(protectedText(threshold, locale))];
  if (figure.status === 'empty') {
    return [quiet(formatNumber(figure.n, 0, locale)), quiet(chartWords(locale).noData)];
  }
  const bare = { ...style, unit: '' };
  return [
    plain(formatNumber(figure.n, 0, locale)),
    plain(
      formatValue(figure.estimate, bare, locale),
      figure.interval ? formatInterval(figure.interval, bare, locale) : '',
    ),
  ];
}

/** A difference with its interval and what else stands below it. */
export function differenceCell(
  difference: PanelDifference,
  { style, threshold, locale }: CellContext,
  ...notes: string[]
): TableCell {
  if (difference.status === 'suppressed') return quiet(protectedText(threshold, locale));
  if (difference.change === null) return quiet(noFigure);
  const bare = { ...style, unit: '' };
  const range = difference.interval ? formatChangeRange(difference.interval, bare, locale) : '';
  return plain(formatChange(difference.change, bare, locale), range, ...notes);
}

/** The p value and, below, the one corrected for the whole list. */
export function testCell({ status, test, adjustedP }: PanelDifference, locale: Locale): TableCell {
  const p = test?.p ?? null;
  if (status !== 'shown' || p === null) return quiet(noFigure);
  const { panel: words } = reportBlockWords(locale);
  return plain(formatP(p, locale), adjustedP === null ? '' : words.corrected(bareP(adjustedP, locale)));
}
