import type { PlotOptions } from '@observablehq/plot';
import type { ChartKind } from '../domain/chart';
import type { ComparisonResult, Distribution } from '../domain/comparison';
import type { IndicatorId } from '../domain/ids';
import type { Locale } from '../text/catalogue';

/** `print` is for paper: the colours of `light` on pure white, hairlines a little darker. */
export type ChartTheme = 'light' | 'dark' | 'print';

/** `width` in pixels of the whole drawing; builders need nothing of a document. */
export type ChartContext = { locale: Locale; width: number; theme: ChartTheme };

/** What a chart needs to know of a wave; both `Wave` and the waves of a `ComparisonResult` fit it. */
export type ChartWave = Pick<ComparisonResult['waves'][number], 'id' | 'name' | 'moment' | 'isSynthetic'>;

/**
 * `indicatorId` picks one indicator by group; null draws the indicators of everybody side by side where the
 * comparison has several. `distribution` is needed by `likert` and `distribution` only.
 */
export type ChartInput = {
  result: ComparisonResult;
  indicatorId: IndicatorId | null;
  distribution: Distribution | null;
};

/** `threshold` is the privacy threshold for the words of a protected group; null leaves the number out. */
export type DistributionInput = {
  distribution: Distribution;
  waves: readonly ChartWave[];
  threshold: number | null;
};

/** A mark of the legend: how a wave is drawn, a colour of a scale, or the sign of a protected figure. */
export type LegendItem =
  | { kind: 'wave'; index: number; label: string }
  | { kind: 'swatch'; colour: string; label: string }
  | { kind: 'line'; colour: string; label: string }
  | { kind: 'dashes'; colour: string; label: string }
  | { kind: 'ramp'; colours: readonly string[]; from: string; to: string }
  | { kind: 'sign'; sign: string; label: string }
  | { kind: 'protected'; label: string };

export type TextTable = {
  columns: readonly { label: string; isNumeric: boolean }[];
  rows: readonly (readonly string[])[];
};

/** Every drawing there is: the charts of a comparison, and those of results of their own. */
export type DrawnKind = ChartKind | 'series' | 'measurement';

/**
 * Everything a chart says, ready to be drawn anywhere. `alt` is a full alternative text with the figures, `table`
 * the same figures as text, `notes` what a reader must know (synthetic data, protected figures, intervals).
 * `plot.height` is the height of the marks alone; header, legend and notes are added when drawing.
 */
export type ChartSpec = {
  kind: DrawnKind;
  context: ChartContext;
  title: string;
  subtitle: string;
  alt: string;
  legend: readonly LegendItem[];
  plot: PlotOptions & { width: number; height: number };
  table: TextTable;
  notes: readonly string[];
};

/** What is written around the marks; a page that shows title and notes itself leaves them out of the drawing. */
export type DrawOptions = {
  hasTitle: boolean;
  hasNotes: boolean;
  /** Prefix of the identifiers inside the drawing; null derives one from the content. */
  idPrefix: string | null;
};
