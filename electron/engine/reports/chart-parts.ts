import {
  buildChart,
  type ChartContext,
  type ChartInput,
  type ChartSpec,
  isWholeChart,
  type TextTable,
} from '../../../shared/charts';
import { chartWords } from '../../../shared/charts/words';
import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { AppError } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { reportWords } from '../../../shared/text/reports';
import { drawSpec } from '../charts/draw';
import type { FigurePart } from './document';
import { figurePages } from './figure-pages';
import type { Numbering } from './numbering';

type Indicator = ComparisonResult['indicators'][number];
type DrawnFigure = Omit<FigurePart, 'number' | 'stem' | 'caption'>;

/** Width of a drawing in pixels; at 166 mm on paper its texts come out at about their nominal size. */
export const figureWidth = 640;

/** The figures of a comparison: one of all indicators, or one an indicator where there are groups. */
export function comparisonFigures(
  kind: ChartKind,
  caption: string,
  result: ComparisonResult,
  numbering: Numbering,
  locale: Locale,
): FigurePart[] {
  return figureIndicators(kind, result).flatMap((indicator) =>
    figurePages(kind, result, indicator, locale).flatMap((page, index, pages) => {
      const drawn = tryChart(
        kind,
        { result: page, indicatorId: indicator?.id ?? null, distribution: null },
        { id: `f${numbering.figures + 1}`, locale },
      );
      if (!drawn) return [];
      const whole = figureCaption(kind, caption, indicator, result, locale);
      const part = pages.length === 1 ? '' : chartWords(locale).part(index + 1, pages.length);
      return [{ ...drawn.figure, caption: `${whole}${part}`, ...numbering.nextFigure() }];
    }),
  );
}

function figureIndicators(kind: ChartKind, result: ComparisonResult): (Indicator | null)[] {
  if (kind === 'panel-flow') return [null];
  const isAllInOne = isWholeChart(kind) || result.breakdown.length === 0;
  return isAllInOne && result.indicators.length > 1 ? [null] : result.indicators;
}

function figureCaption(
  kind: ChartKind,
  given: string,
  indicator: Indicator | null,
  result: ComparisonResult,
  locale: Locale,
): string {
  const words = reportWords(locale);
  const breakdown = result.breakdown.map((variable) => inSentence(variable.label)).join(words.and);
  if (given.trim() === '') {
    if (kind === 'panel-flow') return chartWords(locale).flow.title;
    return words.figures.comparison(indicator?.name ?? words.tables.indicators, breakdown);
  }
  const detail = indicator && result.indicators.length > 1 ? indicator.name : '';
  return words.figures.numbered(given.trim(), detail);
}

type Drawing = { figure: DrawnFigure; table: TextTable };

/** A chart of a comparison with its figures as a table, or null where this chart cannot show this result. */
export function tryChart(
  kind: ChartKind,
  input: ChartInput,
  names: { id: string; locale: Locale },
): Drawing | null {
  return tryDraw((context) => buildChart(kind, input, context), names);
}

/** The drawing that `build` makes, or null where it says that there is nothing to draw. */
export function tryDraw(
  build: (context: ChartContext) => ChartSpec,
  { id, locale }: { id: string; locale: Locale },
): Drawing | null {
  try {
    const spec = build({ locale, width: figureWidth, theme: 'print' });
    const bare = { hasTitle: false, hasNotes: false, idPrefix: id };
    const { svg, width, height, alt, notes, table } = drawSpec(spec, bare);
    const standalone = drawSpec(spec, { idPrefix: id }).svg;
    return { figure: { kind: 'figure', svg, standalone, width, height, alt, notes }, table };
  } catch (error) {
    if (error instanceof AppError && error.code === 'chart-not-applicable') return null;
    throw error;
  }
}

/** A label as it stands inside a sentence: `Sexo` becomes `sexo`; acronyms and questions stay as they are. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
