import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import { worstReliability } from '../../../shared/charts/reliability';
import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { wide } from './cases';
import { bySchool, judged, manyIndicators } from './fixtures';

const parser = new new JSDOM('').window.DOMParser();
const nb = '\u00a0';

function draw(kind: ChartKind, result: ComparisonResult) {
  const drawn = chartToSvg(kind, { result, indicatorId: null, distribution: null }, wide);
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  return { ...drawn, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}

// In the fixture Colegio Ejemplo has 39 answers (unreliable), then 42 (less reliable); everybody 580 (reliable).
const result = judged(bySchool(2));

describe.each(['dumbbell', 'bars', 'slope', 'small-multiples', 'heatmap'] as const)('a %s', (kind) => {
  const drawn = draw(kind, result);

  it('marks a doubtful figure with a sign beside its value', () => {
    expect(drawn.texts.some((text) => text.includes(`94,0${nb}%†`))).toBe(true);
    expect(drawn.texts.some((text) => text.includes(`51,0${nb}%`) && !/[†‡]/.test(text))).toBe(true);
  });

  it('names the signs in the legend and the standard in a note', () => {
    expect(drawn.texts).toContain('poco fiable');
    expect(drawn.texts).toContain('†');
    expect(drawn.notes).toContain('† Estimación poco fiable según el estándar del INE de Chile.');
  });

  it('says it in words in the alternative text', () => {
    expect(drawn.alt).toMatch(/Colegio Ejemplo: [^.]*94,0\s% \(intervalo [^)]*, n = 42, poco fiable\)/);
  });

  it('looks as before where nothing is judged, or everything is reliable', () => {
    const plain = draw(kind, bySchool(2));
    expect(plain.svg).not.toMatch(/[†‡]|fiable/);
    const reliable = judged(manyIndicators(2));
    const all = JSON.parse(
      JSON.stringify(reliable)
        .replaceAll('"less-reliable"', '"reliable"')
        .replaceAll('"unreliable"', '"reliable"'),
    );
    expect(draw(kind, all).svg).not.toMatch(/[†‡]/);
  });
});

describe('the table of a judged comparison', () => {
  it('has a column of words for each wave and leaves the figures clean', () => {
    const { table } = draw('dumbbell', result);
    const labels = table.columns.map((column) => column.label);
    const row = table.rows.find(([label]) => label === 'Colegio Ejemplo') ?? [];
    expect(row[labels.indexOf('Fiabilidad, Ex-ante 2023')]).toBe('no fiable');
    expect(row[labels.indexOf('Fiabilidad, Ex-post 2024')]).toBe('poco fiable');
    expect(row[labels.indexOf('Ex-post 2024')]).toBe(`94,0${nb}%`);
    const total = table.rows[0] ?? [];
    expect(total[labels.indexOf('Fiabilidad, Ex-ante 2023')]).toBe('fiable');
  });

  it('says nothing of the reliability of a protected figure', () => {
    const { table } = draw('dumbbell', result);
    const row = table.rows.find(([label]) => label === 'Escuela Especial Los Supuestos') ?? [];
    expect(row.slice(1)).not.toContain('fiable');
    expect(row.some((cell) => /fiable/.test(cell))).toBe(false);
  });

  it('warns where more than half of its estimates are unreliable', () => {
    const warning = /^Más de la mitad de las estimaciones/;
    if (!result.reliability) throw new Error('the fixture is judged');
    const unfit = { ...result, reliability: { ...result.reliability, isPublishable: false } };
    for (const kind of ['dumbbell', 'bars', 'slope', 'small-multiples', 'heatmap', 'forest'] as const) {
      expect(draw(kind, unfit).notes.some((note) => warning.test(note))).toBe(true);
      expect(draw(kind, result).notes.some((note) => warning.test(note))).toBe(false);
    }
  });

  it('names the standard that was chosen', () => {
    if (!result.reliability) throw new Error('the fixture is judged');
    const other = { ...result, reliability: { ...result.reliability, standard: 'cepal-2023' as const } };
    expect(draw('bars', other).notes.join(' ')).toContain('CEPAL (2023)');
  });
});

describe('the worse of two labels', () => {
  it('decides for a change', () => {
    expect(worstReliability(['reliable', 'unreliable'])).toBe('unreliable');
    expect(worstReliability(['less-reliable', 'reliable'])).toBe('less-reliable');
    expect(worstReliability([null, 'reliable'])).toBe('reliable');
    expect(worstReliability([null, null])).toBeNull();
  });
});
