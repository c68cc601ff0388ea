import { Resvg } from '@resvg/resvg-js';
import { DOMParser } from 'linkedom';
import {
  buildChart,
  type ChartContext,
  type ChartInput,
  type ChartSpec,
  type DrawOptions,
  drawChart,
  serializeSvg,
  type TextTable,
} from '../../../shared/charts';
import type { ChartKind } from '../../../shared/domain/chart';
import { interFontFiles } from '../fonts';

export type DrawnChart = {
  svg: string;
  width: number;
  height: number;
  title: string;
  subtitle: string;
  alt: string;
  table: TextTable;
  notes: readonly string[];
};

/** One chart of a comparison as SVG text with its words; throws AppError `chart-not-applicable`. */
export function chartToSvg(
  kind: ChartKind,
  input: ChartInput,
  context: ChartContext,
  options: Partial<DrawOptions> = {},
): DrawnChart {
  return drawSpec(buildChart(kind, input, context), options);
}

/** A built chart as SVG text; the same specification gives the same bytes. */
export function drawSpec(spec: ChartSpec, options: Partial<DrawOptions> = {}): DrawnChart {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  );
  const svg = drawChart(spec, document, options);
  return {
    svg: serializeSvg(svg),
    width: Number(svg.getAttribute('width')),
    height: Number(svg.getAttribute('height')),
    title: spec.title,
    subtitle: spec.subtitle,
    alt: spec.alt,
    table: spec.table,
    notes: spec.notes,
  };
}

/** SVG text as PNG bytes with Inter and no other font of the machine; `scale` 2 doubles the pixels. */
export function svgToPng(svg: string, options: { scale: number }): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: options.scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [...interFontFiles],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  return drawing.render().asPng();
}
