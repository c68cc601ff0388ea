import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import { applicableCharts } from '../../../shared/charts';
import { changeAxis } from '../../../shared/charts/axis';
import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import { ChangeResult as ChangeSchema } from '../../../shared/domain/comparison';
import { wide } from './cases';
import { bySchool, comparisonResult, judged, manyIndicators, schoolKey } from './fixtures';

const parser = new new JSDOM('').window.DOMParser();
const nb = '\u00a0';

function draw(result: ComparisonResult, width = wide.width) {
  const drawn = chartToSvg('forest', { result, indicatorId: null, distribution: null }, { ...wide, width });
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  return { ...drawn, root, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}

function place(element: Element | null | undefined): { x: number; y: number } {
  const [, x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element?.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
}

function placeOf(root: Element, text: string) {
  return place([...root.querySelectorAll('text')].find((each) => each.textContent === text));
}

function withChanges(
  result: ComparisonResult,
  edit: (change: ChangeResult) => Partial<ChangeResult>,
): ComparisonResult {
  return {
    ...result,
    rows: result.rows.map((row) => ({
      ...row,
      changes: row.changes.map((change) => ChangeSchema.parse({ ...change, ...edit(change) })),
    })),
  };
}

// 45,6 % to 61,2 % is 15,6 points; the fixture's interval is 8 points to each side.
const two = comparisonResult({
  waves: 2,
  isSynthetic: false,
  indicators: [{ name: 'Conoce sus derechos' }, { name: 'Fue discriminado', direction: 'lower' }],
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
      indicator: 1,
      key: [],
      cells: [
        { n: 78, estimate: 0.3, half: 0.06 },
        { n: 81, estimate: 0.26, half: 0.05 },
      ],
    },
  ],
});

describe('the changes of several indicators', () => {
  const { root, texts, alt, table, notes, subtitle } = draw(two);

  it('are written with interval, n and direction beside each line', () => {
    for (const text of [`+15,6${nb}pp`, '+7,6 a +23,6', 'mejoró · n = 80 / 82'])
      expect(texts).toContain(text);
    for (const text of [`−4,0${nb}pp`, '−12,0 a +4,0', 'sin cambio claro · n = 78 / 81'])
      expect(texts).toContain(text);
    expect(subtitle).toBe('Cambio desde la línea base · Ex-ante 2023 → Ex-post 2024');
  });

  it('stand on one axis in proportion to their size, around zero', () => {
    const zero = placeOf(root, '0').x;
    const ten = placeOf(root, '+10').x;
    const [up, down] = [...root.querySelectorAll('circle')]
      .slice(-2)
      .map((dot) => Number(dot.getAttribute('cx')));
    expect(((up ?? 0) - zero) / (ten - zero)).toBeCloseTo(1.56, 2);
    expect(((down ?? 0) - zero) / (ten - zero)).toBeCloseTo(-0.4, 2);
  });

  it('draw each interval from its lower to its upper end', () => {
    const zero = placeOf(root, '0').x;
    const point = (placeOf(root, '+10').x - zero) / 10;
    const path = root.querySelector('g[stroke-width="3"][stroke="#12436d"] path')?.getAttribute('d') ?? '';
    const [, from, to] = /^M([\d.]+),[\d.]+L([\d.]+),/.exec(path) ?? [];
    expect((Number(from) - zero) / point).toBeCloseTo(7.6, 1);
    expect((Number(to) - zero) / point).toBeCloseTo(23.6, 1);
  });

  it('are told in full in the alternative text and the table', () => {
    expect(alt).toContain(
      `Conoce sus derechos: +15,6${nb}pp (intervalo +7,6${nb}pp a +23,6${nb}pp, n = 80 / 82), mejoró.`,
    );
    expect(table.columns.map((column) => column.label)).toEqual([
      'Indicador',
      'Cambio',
      `Intervalo 95${nb}%`,
      'n, Ex-ante 2023',
      'n, Ex-post 2024',
      'Sentido',
    ]);
    expect(table.rows[1]).toEqual([
      'Fue discriminado',
      `−4,0${nb}pp`,
      `−12,0${nb}pp a +4,0${nb}pp`,
      '78',
      '81',
      'sin cambio claro',
    ]);
  });

  it('never call a change an impact, nor deny one that is not clear', () => {
    expect(`${alt} ${notes.join(' ')} ${texts.join(' ')}`).not.toMatch(/impacto|no hubo|no cambió/i);
  });
});

describe('indicators of different units', () => {
  const { root, texts, table, notes } = draw(manyIndicators(2));

  it('stand in panels of their own, each with its axis, and none is left out', () => {
    expect(texts).toContain('Puntos porcentuales');
    expect(texts).toContain('Días');
    expect(table.rows).toHaveLength(6);
    expect(notes.some((note) => note.startsWith('Cada unidad tiene su propio eje'))).toBe(true);
    expect(placeOf(root, 'Días').y).toBeGreaterThan(placeOf(root, 'Conoce a quién acudir').y);
  });

  it('do not share an axis for want of a unit', () => {
    const scores = comparisonResult({
      waves: 2,
      indicators: [
        { name: 'Puntaje de 1 a 5', kind: 'mean', unit: '' },
        { name: 'Índice de 0 a 100', kind: 'index', unit: '' },
      ],
      rows: [0, 1].map((indicator) => ({
        indicator,
        key: [],
        cells: [
          { n: 40, estimate: 3, half: 0.5 },
          { n: 40, estimate: 4, half: 0.5 },
        ],
      })),
    });
    const drawn = draw(scores);
    expect(drawn.texts).toContain('Promedios');
    expect(drawn.texts).toContain('Índices');
  });
});

describe('one indicator by group', () => {
  const { texts, table, svg } = draw(bySchool(3));

  it('has one line a group, everybody first, with each follow-up in a lane', () => {
    expect(table.rows.slice(0, 3).map(([label, wave]) => [label, wave])).toEqual([
      ['Total', 'Ex-post 2024'],
      ['Total', 'Seguimiento 2025'],
      ['Colegio Ejemplo', 'Ex-post 2024'],
    ]);
    expect(table.rows).toHaveLength(28);
    expect(svg).toContain('stroke="#b4590c"');
    expect(texts.filter((text) => text === 'Total')).toHaveLength(1);
  });

  it('shows a protected change as a sign and nothing else', () => {
    const row = table.rows.find(([label]) => label === 'Escuela Especial Los Supuestos');
    expect(row?.slice(2)).toEqual(['protegido (<10)', '–', '–', '–', '–']);
    expect(texts).toContain('protegido (<10)');
  });

  it('says that there are no data where a wave has none', () => {
    const row = table.rows.find(([label]) => label === 'Escuela Valle de la Demostración');
    expect(row?.[2]).toBe('sin datos');
  });
});

describe('a forest where everything is protected', () => {
  it('has neither axis nor zero line, and says so for every row', () => {
    const { texts, svg, notes } = draw(
      comparisonResult({
        waves: 2,
        indicators: [{ name: 'Uno' }, { name: 'Dos' }],
        rows: [0, 1].map((indicator) => ({ indicator, key: [], cells: ['suppressed', 'suppressed'] })),
      }),
      1100,
    );
    expect(texts.filter((text) => text === 'protegido (<10)')).toHaveLength(3);
    for (const text of ['0', 'Cambio', 'Sentido']) expect(texts).not.toContain(text);
    expect(svg).not.toContain('NaN');
    expect(notes.join(' ')).not.toContain('cero');
  });
});

describe('a census', () => {
  const census = withChanges(two, () => ({ interval: null, test: null, method: 'exact-difference' }));
  census.spec = { ...census.spec, coverage: 'census' };
  const { texts, table, notes, root } = draw(census);

  it('has no interval and says why', () => {
    expect(texts).toContain('censo');
    expect(table.rows[0]?.[2]).toBe('exacto, sin intervalo');
    expect(notes).toContain('Censo: están todas las personas, el cambio es exacto y no lleva intervalo.');
    expect(root.querySelectorAll('g[stroke-width="3"][stroke="#12436d"] path')).toHaveLength(0);
  });
});

describe('a sample without an interval', () => {
  it('names the reason of the method', () => {
    const plain = withChanges(two, () => ({ interval: null, reason: 'single-case' }));
    const { table, notes } = draw(plain);
    expect(table.rows[0]?.[2]).toMatch(/^sin intervalo: .{5,}/);
    expect(table.rows[0]?.[2]).not.toContain('single-case');
    expect(notes.join(' ')).not.toContain('Censo');
  });
});

describe('matched people', () => {
  it('are counted once', () => {
    const matched = withChanges(two, (change) => ({
      baseline: { ...change.baseline, n: 61 },
      followUp: { ...change.followUp, n: 61 },
    }));
    matched.spec = { ...matched.spec, linkage: 'matched' };
    const { texts, notes } = draw(matched);
    expect(texts).toContain('mejoró · n = 61');
    expect(notes.some((note) => note.startsWith('Mismas personas'))).toBe(true);
  });
});

describe('p-values', () => {
  const test = { name: 'two-proportion-z', statistic: 2.1, df: null, p: 0.0364 };
  const adjusted = { p: 0.0728, procedure: 'holm', family: 'declared', tests: 2 } as const;

  it('stand in the table as they are and corrected, named by the procedure', () => {
    const { table, notes } = draw(withChanges(two, () => ({ test, adjusted })));
    expect(table.columns.slice(-2).map((column) => column.label)).toEqual(['p', 'p corregida']);
    expect(table.rows[0]?.slice(-2)).toEqual(['p = 0,036', 'p = 0,073 (Holm)']);
    expect(notes.some((note) => note.includes('por Holm (pruebas: 2)'))).toBe(true);
  });

  it('of exploration say so', () => {
    const exploration = {
      p: 0.05,
      procedure: 'benjamini-hochberg',
      family: 'exploration',
      tests: 12,
    } as const;
    const { table, notes } = draw(withChanges(two, () => ({ test, adjusted: exploration })));
    expect(table.rows[0]?.at(-1)).toBe('p = 0,050 (Benjamini-Hochberg)');
    expect(notes.some((note) => note.includes('exploración') && note.includes('pruebas: 12'))).toBe(true);
  });

  it('take a clear direction back in drawing, text and table where the corrected one is not clear', () => {
    const taken = withChanges(two, () => ({ test, adjusted }));
    const { table, texts, alt } = draw(taken);
    expect(table.rows.map((row) => row[5])).toEqual(['mejoró, no claro al corregir', 'sin cambio claro']);
    expect(alt).toMatch(/mejoró, no claro al corregir\./);
    expect(texts.join(' ')).toContain('no claro al corregir');
    expect(draw(taken, 420).texts).toContain('no claro al corregir · n = 80 / 82');
    const kept = draw(withChanges(two, () => ({ test, adjusted: { ...adjusted, p: 0.04 } })));
    expect(kept.table.rows[0]?.[5]).toBe('mejoró');
  });

  it('are absent where nothing was tested', () => {
    expect(draw(two).table.columns.some((column) => column.label.startsWith('p'))).toBe(false);
  });
});

describe('the cautious interval for few clusters', () => {
  it('stands beside the main one in the table', () => {
    const careful = withChanges(two, () => ({
      cautious: {
        method: 'cluster-robust-independent',
        interval: { lower: 0.02, upper: 0.292, level: 0.95 },
        test: null,
      },
    }));
    const { table } = draw(careful);
    expect(table.columns.at(-1)?.label).toBe('Intervalo con pocos conglomerados');
    expect(table.rows[0]?.at(-1)).toBe(`+2,0${nb}pp a +29,2${nb}pp`);
    expect(table.rows[0]?.[2]).toBe(`+7,6${nb}pp a +23,6${nb}pp`);
  });
});

describe('an interval many times as wide as the others', () => {
  const means = comparisonResult({
    waves: 2,
    indicators: [0, 1, 2].map((index) => ({ name: `Días ${index}`, kind: 'mean' as const, unit: 'días' })),
    rows: [0, 1, 2].map((indicator) => ({
      indicator,
      key: [],
      cells: [
        { n: 40, estimate: 10, half: 1 },
        { n: 40, estimate: 11, half: 1 },
      ],
    })),
  });
  const wideOne = structuredClone(means);
  const change = wideOne.rows[2]?.changes[0];
  if (!change) throw new Error('the fixture has three changes');
  change.interval = { lower: -60, upper: 62, level: 0.95 };

  it('is cut with arrowheads that a note explains, and given in full in words', () => {
    const { notes, texts, table } = draw(wideOne);
    expect(notes.some((note) => note.startsWith('Las puntas de flecha'))).toBe(true);
    expect(texts).toContain('−60,0 a +62,0');
    expect(table.rows[2]?.[2]).toBe(`−60,0${nb}días a +62,0${nb}días`);
    expect(draw(means).notes.some((note) => note.startsWith('Las puntas de flecha'))).toBe(false);
  });
});

describe('the texts of a forest', () => {
  it('stand in columns with headers where there is room', () => {
    const { texts } = draw(two, 1100);
    for (const header of ['Cambio', `Intervalo 95${nb}%`, 'Sentido']) expect(texts).toContain(header);
    expect(texts).toContain('mejoró');
    expect(texts).not.toContain('mejoró · n = 80 / 82');
  });

  it('keep every word of an indicator of 80 letters at 480 pixels', () => {
    const name = 'Niñas, niños y adolescentes que declaran haber sido acompañados por un adulto hoy';
    expect(name.length).toBeGreaterThanOrEqual(80);
    const long = structuredClone(two);
    for (const indicator of long.indicators.slice(0, 1)) indicator.name = name;
    const { texts } = draw(long, 480);
    expect(texts.join(' ')).not.toContain('…');
    for (const word of name.split(' ')) expect(texts.some((text) => text.includes(word))).toBe(true);
  });
});

describe('changes that rest on doubtful estimates', () => {
  it('carry the sign of the worse of their two figures', () => {
    const drawn = draw(judged(bySchool(2)));
    // Colegio Ejemplo: 39 answers before (unreliable in the fixture), 42 after (less reliable).
    expect(drawn.texts).toContain(`+21,0${nb}pp‡`);
    const row = drawn.table.rows.find(([label]) => label === 'Colegio Ejemplo');
    expect(row?.at(-1)).toBe('no fiable');
    expect(row?.[1]).toBe(`+21,0${nb}pp`);
    expect(drawn.notes).toContain(
      '‡ El cambio descansa en una estimación no fiable según el estándar del INE de Chile.',
    );
  });
});

describe('where a forest is offered', () => {
  it('is any comparison with a follow-up', () => {
    expect(applicableCharts(two)).toContain('forest');
    expect(applicableCharts(bySchool(3))).toContain('forest');
    const alone = { ...two, spec: { ...two.spec, followUpWaveIds: [] } };
    expect(applicableCharts(alone)).not.toContain('forest');
    expect(() => draw(alone)).toThrow('chart-not-applicable');
  });

  it('has two lines by school where two schools are compared', () => {
    const key = schoolKey('Escuela 9');
    const result = comparisonResult({
      waves: 2,
      indicators: [{ name: 'Asiste' }],
      rows: [[], key].map((each) => ({
        indicator: 0,
        key: each,
        cells: [
          { n: 40, estimate: 0.4, half: 0.1 },
          { n: 40, estimate: 0.5, half: 0.1 },
        ],
      })),
    });
    expect(draw(result).table.rows.map(([label]) => label)).toEqual(['Total', 'Escuela 9']);
  });
});

describe('the axis of changes', () => {
  const share = { kind: 'proportion', unit: '%', decimals: 1 } as const;
  const ticks = (values: number[], most: number) => {
    const axis = changeAxis(values, share, 'es', most);
    return axis.ticks.map(axis.format);
  };

  it('counts in percentage points with a sign, and includes zero', () => {
    expect(ticks([0.05, 0.236], 5)).toEqual(['0', '+5', '+10', '+15', '+20']);
    expect(ticks([-0.38, 0.48], 3)).toEqual(['−25', '0', '+25']);
  });

  it('keeps to as many ticks as there is room for', () => {
    for (const most of [2, 3, 5, 9])
      for (const end of [0.003, 0.07, 0.4, 0.99])
        expect(ticks([-end / 3, end], most).length).toBeLessThanOrEqual(most);
  });

  it('stands up to no change at all and to nothing shown', () => {
    for (const values of [[], [0], [0, 0], [Number.NaN]]) {
      const { domain, ticks: made } = changeAxis(values, share, 'es', 5);
      expect(domain[1]).toBeGreaterThan(domain[0]);
      expect(made.every(Number.isFinite)).toBe(true);
    }
  });
});
