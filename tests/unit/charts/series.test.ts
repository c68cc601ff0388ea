import { Resvg } from '@resvg/resvg-js';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawSpec } from '../../../electron/engine/charts/draw';
import { interFontFiles } from '../../../electron/engine/fonts';
import { buildSeriesChart, drawChart, serializeSvg } from '../../../shared/charts';
import type { ChartContext } from '../../../shared/charts/types';
import type { SeriesResult } from '../../../shared/domain/series';
import { themes, wide } from './cases';
import { series, twoYears } from './series-fixtures';

const dom = new JSDOM('');
const parser = new dom.window.DOMParser();
const nb = '\u00a0';

function draw(result: SeriesResult, context: Partial<ChartContext> = {}) {
  const drawn = drawSpec(buildSeriesChart(result, { ...wide, ...context }));
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  return { ...drawn, root, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}

/** Places of dots with a tooltip, by the period it names. */
function dots(root: Element): Map<string, { x: number; y: number }> {
  return new Map(
    [...root.querySelectorAll('circle')].flatMap((dot) => {
      const name = dot.querySelector('title')?.textContent?.split(':')[0];
      return name === undefined
        ? []
        : [[name, { x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) }]];
    }),
  );
}

const result = series(twoYears());

describe('a series with a cut', () => {
  const { root, texts, alt, table, notes, svg, title, subtitle } = draw(result);

  it('names what it counts and over which months', () => {
    expect(title).toBe('Casos por mes');
    expect(subtitle).toBe('Fecha de atención · ene 2022 → dic 2023 · Datos sintéticos');
  });

  it('puts a dot at each month, hollow before the cut and filled from it on', () => {
    const places = dots(root);
    // 24 months, one protected, one that takes no part and is drawn as a cross.
    expect(places.size).toBe(22);
    const x = (name: string) => places.get(name)?.x ?? Number.NaN;
    expect(x('mar 2022') - x('feb 2022')).toBeCloseTo(x('feb 2022') - x('ene 2022'), 1);
    expect(svg).toMatch(/<g fill="#ffffff" stroke="#4f8fc0" stroke-width="2.25">(?:<circle)/);
  });

  it('marks the cut between the last month before and the first after it', () => {
    expect(texts).toContain('Corte: 01-01-2023');
    const line = [...root.querySelectorAll('g[stroke-width="1.25"] path')].map((path) =>
      /^M([\d.]+),/.exec(path.getAttribute('d') ?? ''),
    );
    const cut = Number(line[0]?.[1]);
    const places = dots(root);
    const middle = ((places.get('dic 2022')?.x ?? 0) + (places.get('ene 2023')?.x ?? 0)) / 2;
    expect(cut).toBeCloseTo(middle, 1);
  });

  it('draws one fitted line for each side of the cut, and the trend of before dashed with its band', () => {
    expect(root.querySelectorAll('g[stroke-width="2.25"][stroke="#1b1f24"] path')).toHaveLength(2);
    expect(root.querySelectorAll('[stroke-dasharray="5 3"]').length).toBeGreaterThan(1);
    expect(svg).toContain('fill-opacity="0.2"');
    expect(notes[0]).toMatch(
      /supone que, sin el corte, habría seguido igual\. La banda es su intervalo de confianza de 95\s%\.$/,
    );
  });

  it('starts the fitted line at 20 and the jump at the cut at 44 on the axis of values', () => {
    // Fixture: level 20 in January 2022; in January 2023 level 20 + 12 months + jump of 12.
    const paths = [...root.querySelectorAll('g[stroke-width="2.25"][stroke="#1b1f24"] path')].map((path) =>
      Number(/^M[\d.]+,([\d.]+)/.exec(path.getAttribute('d') ?? '')?.[1]),
    );
    const tick = (text: string) => {
      const found = [...root.querySelectorAll('text')].find((each) => each.textContent === text);
      return Number(/,([\d.]+)\)/.exec(found?.getAttribute('transform') ?? '')?.[1]);
    };
    const perCase = (tick('20') - tick('40')) / 20;
    expect(tick('20') - (paths[0] ?? 0)).toBeCloseTo(0, 0);
    expect(tick('40') - (paths[1] ?? 0)).toBeCloseTo(4 * perCase, 0);
  });

  it('leaves a gap with the protected sign where a month is protected', () => {
    expect(dots(root).has('jun 2022')).toBe(false);
    expect(table.rows[5]?.slice(0, 4)).toEqual([
      'jun 2022',
      'Antes del corte',
      'protegido (<10)',
      'sí, con un promedio',
    ]);
    expect(alt).toContain('jun 2022: protegido (<10).');
    expect(texts).toContain('protegido (<10)');
  });

  it('says in words which months take no part, and why', () => {
    expect(texts).toContain('Fuera del cálculo');
    expect(table.rows.at(-1)).toEqual([
      'dic 2023',
      'Desde el corte',
      '31',
      'no: el registro termina dentro',
      '–',
      '–',
      '–',
    ]);
  });

  it('gives the line, the prolonged trend and its interval in the table', () => {
    expect(table.columns.map((column) => column.label)).toEqual([
      'Mes',
      'Etapa',
      'Valor',
      'En el cálculo',
      'Línea ajustada',
      'Si hubiera seguido como antes',
      `Intervalo 95${nb}%`,
    ]);
    expect(table.rows[12]?.slice(4)).toEqual(['44,0', '32,0', '28,0 a 36,0']);
  });

  it('tells periods, changes and every shown month in the alternative text', () => {
    expect(alt).toContain('24 períodos: 12 antes del corte y 12 desde el corte.');
    expect(alt).toContain('Cambio de nivel en el corte: +12,0 (intervalo +7,0 a +17,0).');
    expect(alt).toContain('ene 2022: 18.');
    expect(alt).not.toContain('impacto');
  });
});

describe('a series of shares', () => {
  const { texts, table } = draw(series(twoYears(), { share: true }));

  it('writes percentages, with n in the table', () => {
    expect(texts).toContain(`20${nb}%`);
    expect(table.columns[3]?.label).toBe('n');
    expect(table.rows[0]?.slice(2, 4)).toEqual([`18,0${nb}%`, '200']);
  });

  it('never draws below nothing or above everything', () => {
    const high = draw(series(twoYears(), { share: true, half: 90 }));
    const ticks = high.texts.filter((text) => /^\d+\s%$/.test(text)).map((text) => Number.parseInt(text, 10));
    expect(Math.max(...ticks)).toBeLessThanOrEqual(100);
    expect(Math.min(...ticks)).toBe(0);
    expect(high.table.rows[12]?.at(-1)).toBe(`−58,0${nb}% a 122,0${nb}%`);
  });
});

describe('a series without a model', () => {
  it('has no lines and says so', () => {
    const { notes, table, svg, texts } = draw(series(twoYears(), { hasModel: false }));
    expect(notes).toContain(
      'No se ajustó una línea: los datos no alcanzan para comparar el antes y el después.',
    );
    expect(table.columns).toHaveLength(3);
    expect(svg).not.toContain('stroke-dasharray');
    expect(texts).not.toContain('Fuera del cálculo');
  });

  it('has neither stages nor excuses where no cut was set', () => {
    const { notes, table, texts } = draw(series(twoYears(), { cutMonth: null }));
    expect(table.columns.map((column) => column.label)).toEqual(['Mes', 'Valor']);
    expect(texts.some((text) => text.startsWith('Corte'))).toBe(false);
    expect(notes.some((note) => note.startsWith('No se ajustó'))).toBe(false);
  });

  it('draws only signs where every month is protected', () => {
    const hidden = series(
      Array.from({ length: 14 }, () => 'suppressed' as const),
      { hasModel: false },
    );
    const { root, svg } = draw(hidden);
    expect(dots(root).size).toBe(0);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('refuses a series without a period', () => {
    expect(() => draw(series([], { hasModel: false }))).toThrow('chart-not-applicable');
  });
});

describe('what a protected month was', () => {
  it('changes nothing in the drawing, the words or the table', () => {
    const leaked = structuredClone(result);
    for (const point of leaked.points)
      if (point.status === 'suppressed') {
        point.value = 4000;
        point.n = 7;
      }
    expect(JSON.stringify(leaked)).not.toBe(JSON.stringify(result));
    const { svg, alt, table, notes } = draw(leaked);
    const clean = draw(result);
    expect([svg, alt, table, notes]).toEqual([clean.svg, clean.alt, clean.table, clean.notes]);
  });
});

describe.each(themes)('a series on %s', (theme) => {
  it('gives the same bytes from another DOM', () => {
    const context = { ...wide, theme };
    const other = serializeSvg(drawChart(buildSeriesChart(result, context), dom.window.document));
    expect(draw(result, { theme }).svg).toBe(other);
  });

  it.each([480, 720, 1100])('keeps everything inside at %i pixels', (width) => {
    const { root } = draw(result, { theme, width });
    const [x = 0, y = 0, w = 0, h = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
    root.querySelector('rect')?.remove();
    const font = { loadSystemFonts: false, fontFiles: [...interFontFiles], defaultFontFamily: 'Inter' };
    const box = new Resvg(root.outerHTML, { font }).getBBox();
    if (!box) throw new Error('nothing is painted');
    expect(box.x).toBeGreaterThanOrEqual(x);
    expect(box.y).toBeGreaterThanOrEqual(y);
    expect(box.x + box.width).toBeLessThanOrEqual(x + w);
    expect(box.y + box.height).toBeLessThanOrEqual(y + h);
  });
});

describe('the names of periods', () => {
  it('never run into each other on the axis', () => {
    const long = series([...twoYears(), ...twoYears(), ...twoYears()]);
    for (const width of [480, 720, 1100]) {
      const { root } = draw(long, { width });
      const names = [...root.querySelectorAll('text')].filter((text) =>
        /^\w{3} 20\d\d$/.test(text.textContent ?? ''),
      );
      const xs = names.map((text) =>
        Number(/translate\(([\d.]+),/.exec(text.getAttribute('transform') ?? '')?.[1]),
      );
      expect(xs.length).toBeGreaterThan(2);
      for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThan(55);
    }
  });

  it('follow the language, weeks and quarters included', () => {
    expect(draw(result, { locale: 'en' }).table.rows[0]?.[0]).toBe('Jan 2022');
    const weekly = structuredClone(result);
    weekly.spec.period = 'week';
    for (const [index, point] of weekly.points.entries())
      point.label = `2022-W${String(index + 1).padStart(2, '0')}`;
    expect(draw(weekly).table.rows[8]?.[0]).toBe('sem. 9, 2022');
    weekly.spec.period = 'quarter';
    for (const point of weekly.points) point.label = '2022-Q4';
    expect(draw(weekly).table.rows[8]?.[0]).toBe('trim. 4, 2022');
  });
});
