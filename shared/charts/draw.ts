import * as Plot from '@observablehq/plot';
import { drawFooter, drawHeader, type Pen } from './frame';
import { palette } from './palette';
import type { ChartSpec, DrawOptions } from './types';

const svgNamespace = 'http://www.w3.org/2000/svg';
const fontFamily = "Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif";
const padding = { framed: 16, bare: 2 } as const;
const everything: DrawOptions = { hasTitle: true, hasNotes: true, idPrefix: null };

/**
 * Draws a chart as one SVG element that stands alone: title and description for screen readers, legend and notes
 * inside, explicit colours and fonts, no style sheet, no script, no identifiers that change from run to run.
 */
export function drawChart(
  spec: ChartSpec,
  document: Document,
  options: Partial<DrawOptions> = {},
): SVGSVGElement {
  const { hasTitle, hasNotes, idPrefix } = { ...everything, ...options };
  const colours = palette(spec.context.theme);
  const pen = makePen(document);
  const id = idPrefix ?? `lb-${hash(`${spec.kind}|${spec.context.theme}|${spec.plot.width}|${spec.alt}`)}`;
  const root = document.createElementNS(svgNamespace, 'svg');
  const marks = drawPlot(spec, document, colours.text);
  const header = drawHeader(spec, pen, hasTitle);
  marks.setAttribute('transform', `translate(0,${header.height})`);
  const footer = drawFooter(spec, pen, header.height + spec.plot.height, hasNotes);
  const around = hasTitle ? padding.framed : padding.bare;
  const width = spec.plot.width + 2 * around;
  const height = Math.ceil(header.height + spec.plot.height + footer.height) + 2 * around;
  const attributes = {
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-description`,
    viewBox: `${-around} ${-around} ${width} ${height}`,
    width: String(width),
    height: String(height),
    'font-family': fontFamily,
    'font-size': '12',
    fill: colours.text,
  };
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  const title = pen('title', { id: `${id}-title` }, spec.title);
  const description = pen('desc', { id: `${id}-description` }, spec.alt);
  const surface = pen('rect', { x: -around, y: -around, width, height, fill: colours.surface });
  root.append(title, description, surface, header.element, marks, footer.element);
  return root;
}

function makePen(document: Document): Pen {
  return (name, attributes, text) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.append(document.createTextNode(text));
    return element;
  };
}

function drawPlot(spec: ChartSpec, document: Document, textColour: string): Element {
  const drawn = Plot.plot({ ...spec.plot, document, className: 'lb', figure: false } as Plot.PlotOptions); // safe: `figure` is read by Plot but missing from its typings
  const group = document.createElementNS(svgNamespace, 'g');
  for (const name of ['text-anchor', 'font-size']) {
    const value = drawn.getAttribute(name);
    if (value !== null) group.setAttribute(name, value);
  }
  for (const child of [...drawn.childNodes]) {
    if (child.nodeName.toLowerCase() !== 'style') group.append(child);
  }
  for (const element of [group, ...group.querySelectorAll('*')]) clean(element, textColour);
  return group;
}

function clean(element: Element, textColour: string): void {
  for (const name of [...element.getAttributeNames()]) {
    if (name.startsWith('aria-') || name === 'class') element.removeAttribute(name);
    else if (element.getAttribute(name) === 'currentColor') element.setAttribute(name, textColour);
  }
}

/** FNV-1a over the text, in base 36: short, and the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
