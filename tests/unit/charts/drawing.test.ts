import { Resvg } from '@resvg/resvg-js';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg, svgToPng } from '../../../electron/engine/charts/draw';
import { interFontFiles } from '../../../electron/engine/fonts';
import { buildChart, drawChart, serializeSvg } from '../../../shared/charts';
import { chartCases, themes, wide } from './cases';
import { bySchool } from './fixtures';

const dom = new JSDOM('');
const parser = new dom.window.DOMParser();

function parseXml(svg: string): Element {
  const root = parser.parseFromString(svg, 'application/xml').documentElement;
  expect(root.nodeName).toBe('svg');
  return root;
}

describe.each(chartCases())('$name', ({ kind, input }) => {
  it.each(themes)('is well-formed, self-contained and free of broken numbers on %s', (theme) => {
    const { svg } = chartToSvg(kind, input, { ...wide, theme });
    const root = parseXml(svg);
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelectorAll('svg, style, script, image, foreignObject')).toHaveLength(0);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null|currentColor|var\(|aria-hidden/);
  });

  it('names itself to screen readers with its title and its whole alternative text', () => {
    const drawn = chartToSvg(kind, input, wide);
    const root = parseXml(drawn.svg);
    const ids = (root.getAttribute('aria-labelledby') ?? '').split(' ');
    const texts = ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent);
    expect(texts).toEqual([drawn.title, drawn.alt]);
    expect(drawn.alt.startsWith(drawn.title)).toBe(true);
  });

  it('gives the same bytes each time, and the same from another DOM', () => {
    const first = chartToSvg(kind, input, wide).svg;
    expect(chartToSvg(kind, structuredClone(input), wide).svg).toBe(first);
    const other = serializeSvg(drawChart(buildChart(kind, input, wide), dom.window.document));
    expect(other).toBe(first);
  });

  it.each([480, 640, 1100])('keeps every mark and label inside the drawing at %i pixels', (width) => {
    const { svg } = chartToSvg(kind, input, { ...wide, width });
    const box = inkBox(svg);
    expect(box.width).toBeGreaterThan(width * 0.7);
    const [x = 0, y = 0, w = 0, h = 0] = (parseXml(svg).getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(box.x).toBeGreaterThanOrEqual(x);
    expect(box.y).toBeGreaterThanOrEqual(y);
    expect(box.x + box.width).toBeLessThanOrEqual(x + w);
    expect(box.y + box.height).toBeLessThanOrEqual(y + h);
  });

  it('says in a table what it draws, one text for each column', () => {
    const { table } = chartToSvg(kind, input, wide);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('labels synthetic data in the subtitle, the notes and the alternative text', () => {
    const { subtitle, notes, alt } = chartToSvg(kind, input, wide);
    expect(subtitle).toContain('Datos sintéticos');
    expect(notes.join(' ')).toContain('Datos sintéticos');
    expect(alt).toContain('Datos sintéticos');
  });

  it('writes everything in English when asked to', () => {
    const drawn = chartToSvg(kind, input, { ...wide, locale: 'en' });
    expect(drawn.subtitle).toContain('Synthetic data');
    expect(drawn.svg).not.toMatch(/\d,\d [%]|protegido|sin datos|Cambio|Según/);
  });
});

/** The box of everything painted but the surface, in the drawing's own units, as resvg measures it before any clipping. */
function inkBox(svg: string) {
  const root = parseXml(svg);
  const surface = root.querySelector('rect');
  expect(surface?.parentNode).toBe(root);
  surface?.remove();
  const font = { loadSystemFonts: false, fontFiles: [...interFontFiles], defaultFontFamily: 'Inter' };
  const box = new Resvg(root.outerHTML, { font }).getBBox();
  if (!box) throw new Error('nothing is painted');
  return box;
}

describe('the measure of what is painted', () => {
  it('notices a label that runs out of the drawing', () => {
    const { svg, width } = chartToSvg(
      'bars',
      { result: bySchool(2), indicatorId: null, distribution: null },
      wide,
    );
    const long = svg.replace('</svg>', `<text x="${width - 60}" y="50">runs out on the right</text></svg>`);
    const box = inkBox(long);
    expect(box.x + box.width).toBeGreaterThan(width);
  });
});

describe('what is left out of the drawing', () => {
  it('has no title and no notes where the page shows them itself, and keeps the legend', () => {
    const input = { result: bySchool(2), indicatorId: null, distribution: null };
    const bare = chartToSvg('dumbbell', input, wide, { hasTitle: false, hasNotes: false });
    const full = chartToSvg('dumbbell', input, wide);
    const texts = (svg: string) =>
      [...parseXml(svg).querySelectorAll('text')].map((text) => text.textContent);
    expect(texts(full.svg)).toContain(full.title);
    expect(texts(bare.svg)).not.toContain(bare.title);
    expect(texts(bare.svg)).toContain('Ex-post 2024');
    expect(bare.height).toBeLessThan(full.height);
  });

  it('takes the prefix of its identifiers from the page, so that two drawings never share one', () => {
    const input = { result: bySchool(2), indicatorId: null, distribution: null };
    const { svg } = chartToSvg('bars', input, wide, { idPrefix: 'figura-3' });
    expect(svg).toContain('aria-labelledby="figura-3-title figura-3-description"');
  });
});

describe('PNG', () => {
  it('has the size of the drawing times the scale, and the same bytes each time', () => {
    const { svg, width, height } = chartToSvg(
      'dumbbell',
      { result: bySchool(2), indicatorId: null, distribution: null },
      wide,
    );
    const png = Buffer.from(svgToPng(svg, { scale: 2 }));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
    expect(Buffer.from(svgToPng(svg, { scale: 2 })).equals(png)).toBe(true);
  });

  it('sets its texts in the bundled typeface', () => {
    const withText = svgToPng(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15" font-family="Inter">81,2 %</text></svg>',
      { scale: 1 },
    );
    const without = svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"/>', {
      scale: 1,
    });
    expect(Buffer.from(withText).equals(Buffer.from(without))).toBe(false);
  });
});
