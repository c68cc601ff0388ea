import { protectedSign } from './marks';
import { textWidth, wrap } from './measure';
import { palette, waveStyle } from './palette';
import type { ChartSpec, LegendItem } from './types';

/** Makes an SVG element with attributes and, where given, a text. */
export type Pen = (name: string, attributes: Record<string, string | number>, text?: string) => Element;
export type DrawnPart = { element: Element; height: number };

const title = { size: 18, line: 24 } as const;
const subtitle = { size: 13, line: 18 } as const;
const note = { size: 11, line: 15 } as const;
const legend = { size: 12, line: 22, wrapped: 15, gap: 20 } as const;

/** Title, subtitle and legend above the marks. */
export function drawHeader(spec: ChartSpec, pen: Pen, hasTitle: boolean): DrawnPart {
  const colours = palette(spec.context.theme);
  const width = spec.plot.width;
  const element = pen('g', { 'text-anchor': 'start' });
  let y = 0;
  if (hasTitle) {
    for (const line of wrap(spec.title, width, title.size, 600)) {
      element.append(
        pen(
          'text',
          { x: 0, y: y + 18, 'font-size': title.size, 'font-weight': 600, fill: colours.text },
          line,
        ),
      );
      y += title.line;
    }
    for (const line of spec.subtitle === '' ? [] : wrap(spec.subtitle, width, subtitle.size)) {
      element.append(pen('text', { x: 0, y: y + 13, 'font-size': subtitle.size, fill: colours.muted }, line));
      y += subtitle.line;
    }
    y += 10;
  }
  if (spec.legend.length > 0) {
    const drawn = drawLegend(spec, pen, y);
    element.append(drawn.element);
    y += drawn.height + 8;
  }
  return { element, height: y };
}

/** Notes below the marks. */
export function drawFooter(spec: ChartSpec, pen: Pen, top: number, hasNotes: boolean): DrawnPart {
  const colours = palette(spec.context.theme);
  const element = pen('g', { 'text-anchor': 'start' });
  if (!hasNotes || spec.notes.length === 0) return { element, height: 4 };
  let y = top + 12;
  for (const text of spec.notes) {
    for (const line of wrap(text, spec.plot.width, note.size)) {
      element.append(pen('text', { x: 0, y: y + 11, 'font-size': note.size, fill: colours.muted }, line));
      y += note.line;
    }
    y += 2;
  }
  return { element, height: y - top + 4 };
}

function drawLegend(spec: ChartSpec, pen: Pen, top: number): DrawnPart {
  const element = pen('g', { 'font-size': legend.size });
  let x = 0;
  let y = top;
  for (const item of spec.legend) {
    const sign = signWidth(item);
    const texts = legendTexts(item, spec.plot.width - sign - 6);
    const widest = Math.max(...texts.map((text) => textWidth(text.text, legend.size)));
    const width = sign + 6 + widest;
    if (x > 0 && x + width > spec.plot.width) {
      x = 0;
      y += legend.line;
    }
    const group = pen('g', { transform: `translate(${round(x)},${y + legend.line / 2})` });
    group.append(...drawSign(item, spec, pen));
    for (const text of texts) {
      const at = { x: round(text.x), y: text.line === 0 ? '0.35em' : text.line * legend.wrapped + 4.2 };
      group.append(pen('text', { ...at, fill: palette(spec.context.theme).text }, text.text));
    }
    element.append(group);
    const more = Math.max(...texts.map((text) => text.line));
    x += more === 0 ? width + legend.gap : spec.plot.width;
    y += more * legend.wrapped;
  }
  return { element, height: y + legend.line - top };
}

const rampStep = 24;

function signWidth(item: LegendItem): number {
  switch (item.kind) {
    case 'wave':
      return 14;
    case 'swatch':
      return 14;
    case 'line':
    case 'dashes':
      return 22;
    case 'sign':
      return Math.ceil(textWidth(item.sign, legend.size, 600));
    case 'protected':
      return protectedSign.width;
    case 'ramp':
      return textWidth(item.from, legend.size) + 6 + item.colours.length * rampStep;
  }
}

type LegendText = { x: number; line: number; text: string };

/** The words of an entry; a label wider than the drawing goes on below. */
function legendTexts(item: LegendItem, room: number): LegendText[] {
  const x = signWidth(item) + 6;
  if (item.kind === 'ramp') {
    return [
      { x: 0, line: 0, text: item.from },
      { x, line: 0, text: item.to },
    ];
  }
  return wrap(item.label, room, legend.size).map((text, line) => ({ x, line, text }));
}

function drawSign(item: LegendItem, spec: ChartSpec, pen: Pen): Element[] {
  const theme = spec.context.theme;
  const colours = palette(theme);
  switch (item.kind) {
    case 'wave': {
      const style = waveStyle(theme, item.index);
      const paint = {
        fill: style.isHollow ? colours.surface : style.colour,
        stroke: style.colour,
        'stroke-width': style.isHollow ? 2.25 : 1,
      };
      return [pen('path', { ...paint, d: symbolPath(style.symbol), transform: 'translate(7,0)' })];
    }
    case 'swatch':
      return [
        pen('rect', {
          x: 0,
          y: -7,
          width: 14,
          height: 14,
          rx: 2,
          fill: item.colour,
          stroke: colours.axis,
          'stroke-width': 0.5,
        }),
      ];
    case 'line':
      return [
        pen('path', {
          d: 'M0,0H22',
          stroke: item.colour,
          'stroke-width': 3,
          'stroke-opacity': 0.55,
          fill: 'none',
        }),
      ];
    case 'dashes':
      return [
        pen('path', {
          d: 'M0,0H22',
          stroke: item.colour,
          'stroke-width': 2,
          'stroke-dasharray': '5 3',
          fill: 'none',
        }),
      ];
    case 'sign':
      return [pen('text', { y: '0.35em', 'font-weight': 600, fill: colours.text }, item.sign)];
    case 'ramp': {
      const start = textWidth(item.from, legend.size) + 6;
      return item.colours.map((colour, index) =>
        pen('rect', { x: round(start + index * rampStep), y: -7, width: rampStep, height: 14, fill: colour }),
      );
    }
    case 'protected': {
      const d = 'M0,-5H16V5H0ZM0,1L4,-5M1,5L8,-5M5,5L12,-5M9,5L16,-5M13,5L16,0.5';
      return [pen('path', { d, fill: 'none', stroke: colours.protectedStroke, 'stroke-width': 1 })];
    }
  }
}

function symbolPath(symbol: string): string {
  switch (symbol) {
    case 'circle':
      return 'M5.5,0A5.5,5.5,0,1,1,-5.5,0A5.5,5.5,0,1,1,5.5,0Z';
    case 'diamond':
      return 'M0,-7L4.5,0L0,7L-4.5,0Z';
    case 'square':
      return 'M-5,-5H5V5H-5Z';
    case 'triangle':
      return 'M0,-6.5L5.8,4L-5.8,4Z';
    default:
      return 'M-6,0H6M0,-6V6M-4,-4L4,4M4,-4L-4,4';
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
