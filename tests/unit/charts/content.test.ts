import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import {
  applicableCharts,
  applicableDistributionCharts,
  buildChart,
  buildDistributionChart,
} from '../../../shared/charts';
import { orderedWaves } from '../../../shared/charts/rows';
import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { AppError } from '../../../shared/errors';
import { wide } from './cases';
import {
  bySchool,
  comparisonResult,
  distributionOf,
  likertBySchool,
  manyIndicators,
  needs,
  schoolKey,
} from './fixtures';

const parser = new new JSDOM('').window.DOMParser();

function draw(
  kind: ChartKind,
  result: ComparisonResult,
  distribution: Parameters<typeof buildChart>[1]['distribution'] = null,
) {
  const drawn = chartToSvg(kind, { result, indicatorId: null, distribution }, wide);
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  const texts = [...root.querySelectorAll('text')].map((text) => text.textContent ?? '');
  return { ...drawn, root, texts };
}

const two = comparisonResult({
  waves: 2,
  isSynthetic: false,
  indicators: [{ name: 'Conoce sus derechos', target: 0.75 }],
  rows: [
    {
      indicator: 0,
      key: [],
      cells: [
        { n: 80, estimate: 0.456, half: 0.06 },
        { n: 82, estimate: 0.612, half: 0.05 },
      ],
    },
    {
      indicator: 0,
      key: schoolKey('Escuela 10'),
      cells: [
        { n: 40, estimate: 0.5, half: 0.1 },
        { n: 41, estimate: 0.4, half: 0.1 },
      ],
    },
    {
      indicator: 0,
      key: schoolKey('Escuela 9'),
      cells: [
        { n: 40, estimate: 0.4, half: 0.1 },
        { n: 41, estimate: 0.5, half: 0.1 },
      ],
    },
  ],
});
const nb = '\u00a0';

describe('a dumbbell', () => {
  const { root, texts, alt, table, svg, notes, subtitle } = draw('dumbbell', two);

  it('writes every value, its n and the change as Chile writes them', () => {
    for (const text of [`45,6${nb}%`, `61,2${nb}%`, 'n = 80 / 82', `+15,6${nb}pp`, '+7,6 a +23,6'])
      expect(texts).toContain(text);
  });

  it('puts everybody first and 9 before 10', () => {
    expect(table.rows.map(([label]) => label)).toEqual(['Total', 'Escuela 9', 'Escuela 10']);
    const order = ['Total', 'Escuela 9', 'Escuela 10'].map((label) => {
      const text = [...root.querySelectorAll('text')].find((each) => each.textContent === label);
      return Number(/,([\d.]+)\)/.exec(text?.getAttribute('transform') ?? '')?.[1]);
    });
    expect(order.every((y) => y > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('tells the whole of it in the alternative text', () => {
    expect(alt).toContain(
      `Total: Ex-ante 2023 45,6${nb}% (intervalo 39,6${nb}% a 51,6${nb}%, n = 80); Ex-post 2024 61,2${nb}% (intervalo 56,2${nb}% a 66,2${nb}%, n = 82); cambio +15,6${nb}pp (intervalo +7,6${nb}pp a +23,6${nb}pp).`,
    );
  });

  it('has one outlined dot and one filled dot a row, each with its interval', () => {
    expect(svg.match(/<circle /g)).toHaveLength(6);
    const hollow =
      /<g fill="#ffffff" stroke="#4f8fc0" stroke-width="2.25">(?:<circle[^>]*>.*?<\/circle>){3}<\/g>/;
    expect(svg).toMatch(hollow);
    const intervals = [...root.querySelectorAll('g[stroke-width="3"]')];
    expect(intervals.map((group) => group.getAttribute('stroke'))).toEqual(['#4f8fc0', '#12436d']);
    for (const group of intervals) expect(group.querySelectorAll('path')).toHaveLength(3);
  });

  it('marks the target and names it', () => {
    expect(texts).toContain(`Meta 75,0${nb}%`);
    expect(notes[0]).toBe(`La línea de segmentos marca la meta: 75,0${nb}%.`);
  });

  it('calls data synthetic only when they are', () => {
    expect(subtitle).toBe('Según Establecimiento · Ex-ante 2023 → Ex-post 2024');
    expect(svg).not.toContain('sintéticos');
  });

  it('draws no interval where there is none', () => {
    const census = structuredClone(two);
    for (const row of census.rows) {
      for (const cell of [
        ...row.cells,
        ...row.changes.flatMap((change) => [change.baseline, change.followUp]),
      ])
        cell.interval = null;
      for (const change of row.changes) change.interval = null;
    }
    const bare = draw('dumbbell', census);
    expect(bare.svg).not.toContain('stroke-width="3"');
    expect(bare.texts).not.toContain(`intervalo de confianza de 95${nb}%`);
    expect(bare.table.columns.map((column) => column.label)).not.toContain(
      `Intervalo 95${nb}%, Ex-ante 2023`,
    );
  });
});

describe('matched people', () => {
  it('are drawn with the answers valid in both waves, and a note says so', () => {
    const matched = comparisonResult({
      waves: 2,
      linkage: 'matched',
      indicators: [{ name: 'Asiste' }],
      rows: [
        {
          indicator: 0,
          key: [],
          cells: [
            { n: 80, estimate: 0.4 },
            { n: 82, estimate: 0.5 },
          ],
        },
      ],
    });
    const change = matched.rows[0]?.changes[0];
    if (!change) throw new Error('the fixture has a change');
    change.baseline = { ...change.baseline, n: 61, estimate: 0.411 };
    change.followUp = { ...change.followUp, n: 61, estimate: 0.522 };
    const { texts, notes } = draw('bars', matched);
    expect(texts).toContain('n = 61 / 61');
    expect(texts).toContain(`41,1${nb}%`);
    expect(texts).not.toContain(`40,0${nb}%`);
    expect(notes).toContain(
      'Mismas personas: solo cuentan quienes tienen respuesta válida en ambas mediciones.',
    );
  });
});

describe('several indicators', () => {
  it('share a chart only where they share a unit; the others are named', () => {
    const { table, notes } = draw('dumbbell', manyIndicators(2));
    expect(table.rows).toHaveLength(5);
    expect(notes).toContain('Se miden en otra unidad y no se dibujan aquí: Asistencia media en el mes.');
  });

  it('all stand in the heat map, each cell with value, change and, in the table, interval and n', () => {
    const { texts, table } = draw('heatmap', manyIndicators(2));
    expect(texts).toContain(`16,5${nb}días`);
    expect(texts).toContain(`+1,0${nb}días`);
    expect(table.columns).toHaveLength(13);
    expect(table.rows[0]?.[7]).toBe(`16,5${nb}días (intervalo 15,6${nb}días a 17,4${nb}días, n = 40)`);
  });

  it('keep their rows in the heat map where one indicator lacks a group', () => {
    const result = manyIndicators(2);
    const dropped = {
      ...result,
      rows: result.rows.filter(
        (row) => row.indicatorId !== result.indicators[0]?.id || row.key[0]?.label !== 'Colegio Ejemplo',
      ),
    };
    const { table } = draw('heatmap', dropped);
    const full = draw('heatmap', result).table;
    expect(table.rows.find(([label]) => label === 'Colegio Ejemplo')?.[1]).toBe('sin datos');
    expect(table.rows.map((row) => row.slice(3))).toEqual(full.rows.map((row) => row.slice(3)));
  });
});

describe('a slope over three waves', () => {
  it('writes the values of each line at its end and gives each wave its own shape', () => {
    const { texts, svg } = draw('slope', bySchool(3));
    expect(texts.some((text) => text.startsWith(`58,0${nb}% → 51,0${nb}% → 44,0${nb}%`))).toBe(true);
    expect(svg).toContain('stroke="#b4590c"');
    expect(svg.match(/<circle /g)).toHaveLength(24);
  });
});

describe('a diverging scale', () => {
  const counts = [10, 20, 30, 25, 15];
  const set = distributionOf(
    ['Nunca', 'Casi nunca', 'A veces', 'Casi siempre', 'Siempre'],
    [
      { wave: 0, key: [], counts },
      { wave: 1, key: [], counts: [5, 10, 15, 40, 30] },
    ],
  );
  const { root, texts, notes, table } = draw('likert', two, set);

  it('gives the middle answer half to each side', () => {
    const middle = [...root.querySelectorAll('rect')].filter(
      (rect) => rect.parentElement?.getAttribute('fill') === '#d9dce0' && rect.querySelector('title'),
    );
    const centres = middle.map(
      (rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')) / 2,
    );
    expect(centres).toHaveLength(2);
    expect(centres[0]).toBeCloseTo(centres[1] ?? 0, 1);
    expect(notes[0]).toBe('Las barras se centran en la respuesta intermedia.');
  });

  it('draws widths in proportion to the answers', () => {
    const widths = [...root.querySelectorAll('rect')]
      .filter((rect) => rect.querySelector('title')?.textContent?.includes('Ex-ante'))
      .map((rect) => Number(rect.getAttribute('width')));
    const [first = 1] = widths;
    for (const [index, count] of counts.entries()) expect(widths[index]).toBeCloseTo((first * count) / 10, 0);
  });

  it('adds up each half at its end', () => {
    for (const text of [`30${nb}%`, `40${nb}%`, `15${nb}%`, `70${nb}%`]) expect(texts).toContain(text);
    expect(table.rows[0]).toEqual([
      'Total',
      'Ex-ante 2023',
      '100',
      ...['10,0', '20,0', '30,0', '25,0', '15,0'].map((each) => `${each}${nb}%`),
    ]);
  });

  it('refuses answers without an order', () => {
    expect(() => draw('likert', two, needs(2))).toThrow('chart-not-applicable');
  });
});

describe('a distribution', () => {
  it('divides by the people who answered, also where each chose several answers', () => {
    const { table, notes } = draw('distribution', two, needs(2));
    expect(table.rows[0]?.[2]).toBe('1.005');
    expect(table.rows[0]?.[3]).toBe(`11,9${nb}%`);
    expect(notes[0]).toContain('varias respuestas');
  });

  it('draws a single follow-up as a follow-up, not as a baseline', () => {
    const only = distributionOf(['Sí', 'No'], [{ wave: 1, key: [], counts: [30, 20] }]);
    const { svg } = draw('distribution', two, only);
    expect(svg).toContain('fill="#12436d"');
    expect(svg).not.toContain('#4f8fc0');
  });

  it('needs nothing but its waves on the page of variables', () => {
    const spec = buildDistributionChart(
      'distribution',
      { distribution: likertBySchool(2), waves: orderedWaves(two), threshold: null },
      wide,
    );
    expect(spec.alt).toContain('protegido.');
    expect(spec.alt).not.toContain('(<');
  });
});

describe('which charts apply', () => {
  it('puts the slope first over three waves and the dumbbell first over two', () => {
    expect(applicableCharts(bySchool(3))[0]).toBe('slope');
    expect(applicableCharts(bySchool(2))[0]).toBe('dumbbell');
  });
  it('offers panels and heat map only where there is more than one row', () => {
    const single = comparisonResult({
      waves: 2,
      indicators: [{ name: 'Asiste' }],
      rows: [
        {
          indicator: 0,
          key: [],
          cells: [
            { n: 80, estimate: 0.4 },
            { n: 82, estimate: 0.5 },
          ],
        },
      ],
    });
    expect(applicableCharts(single)).toEqual(['dumbbell', 'bars', 'slope', 'forest']);
    expect(applicableCharts(manyIndicators(2))).toContain('heatmap');
  });
  it('offers the diverging scale for ordered answers only', () => {
    expect(applicableDistributionCharts(likertBySchool(2))).toEqual(['likert', 'distribution']);
    expect(applicableDistributionCharts(needs(2))).toEqual(['distribution']);
  });
  it('draws every chart it offers', () => {
    for (const result of [two, bySchool(3), manyIndicators(2)]) {
      for (const kind of applicableCharts(result))
        expect(() => buildChart(kind, { result, indicatorId: null, distribution: null }, wide)).not.toThrow();
    }
  });
  it('refuses what it cannot draw with its own error', () => {
    const empty = { ...two, rows: [] };
    expect(applicableCharts(empty)).toEqual([]);
    expect(() => buildChart('bars', { result: empty, indicatorId: null, distribution: null }, wide)).toThrow(
      AppError,
    );
    expect(() => buildChart('likert', { result: two, indicatorId: null, distribution: null }, wide)).toThrow(
      AppError,
    );
  });
});
