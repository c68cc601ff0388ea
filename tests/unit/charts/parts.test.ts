import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { interFontFiles } from '../../../electron/engine/fonts';
import { valueAxis } from '../../../shared/charts/axis';
import { elide, textWidth, wrap } from '../../../shared/charts/measure';
import { spreadApart } from '../../../shared/charts/spread-apart';

const days = { kind: 'mean', unit: 'días', decimals: 1 } as const;
const people = { kind: 'count', unit: '', decimals: 0 } as const;

describe('the width of a text', () => {
  it.each([
    'Liceo Bicentenario de Artes, Ciencias y Oficios',
    'ÑANDÚ Niñez, 81,2 % (n = 1.270) – ¿qué?',
    'Wwmm iill 0123456789',
  ])('is what resvg sets in Inter, at most 2 % short and 6 % long: %s', (text) => {
    for (const weight of [400, 600] as const) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="10" y="60" font-family="Inter" font-size="40" font-weight="${weight}">${text}</text></svg>`;
      const font = { loadSystemFonts: false, fontFiles: [...interFontFiles] };
      const box = new Resvg(svg, { font }).getBBox();
      const ratio = textWidth(text, 40, weight) / (box?.width ?? 0);
      expect(ratio).toBeGreaterThan(0.98);
      expect(ratio).toBeLessThan(1.06);
    }
  });
});

describe('labels', () => {
  it('break at spaces and keep every word when there is room', () => {
    const lines = wrap('Escuela Básica Cerro Ficticio de la Costa', 120, 13);
    expect(lines.join(' ')).toBe('Escuela Básica Cerro Ficticio de la Costa');
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(120);
  });
  it('hyphenate a word that is wider than its line where a syllable begins', () => {
    expect(wrap('discriminación', 70, 11)).toEqual(['discrimina-', 'ción']);
  });
  it('never part N° from its number', () => {
    for (let width = 40; width < 300; width += 7) {
      expect(wrap('Escuela República N° 10', width, 13).some((line) => line.endsWith('N°'))).toBe(false);
    }
  });
  it('end with an ellipsis where lines run out, and never exceed the width', () => {
    const lines = wrap('Liceo Bicentenario de Artes, Ciencias y Oficios Inventados', 110, 13, 400, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith('…')).toBe(true);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(110);
  });
  it('stay whole where they fit', () => {
    expect(elide('Total', 200, 13)).toBe('Total');
  });
});

describe('an axis of values', () => {
  it('goes from 0 to 100 % for shares, whatever is shown', () => {
    const axis = valueAxis([0.4, 0.5], { kind: 'proportion', unit: '%', decimals: 1 }, 'es', {
      includesZero: false,
      ticks: 5,
    });
    expect(axis.domain).toEqual([0, 1]);
    expect(axis.ticks.map(axis.format)).toEqual(
      ['0', '20', '40', '60', '80', '100'].map((n) => `${n}\u00a0%`),
    );
  });
  it('has round ends around means and starts at zero only when told to', () => {
    expect(valueAxis([15.2, 19.8], days, 'es', { includesZero: false, ticks: 5 }).domain).toEqual([15, 20]);
    expect(valueAxis([15.2, 19.8], days, 'es', { includesZero: true, ticks: 5 }).domain).toEqual([0, 20]);
  });
  it('covers negative values', () => {
    const { domain } = valueAxis([-3.2, 4.1], days, 'es', { includesZero: true, ticks: 5 });
    expect(domain[0]).toBeLessThanOrEqual(-3.2);
    expect(domain[1]).toBeGreaterThanOrEqual(4.1);
  });
  it('never marks a fraction of a person', () => {
    const { ticks } = valueAxis([1, 2], people, 'es', { includesZero: true, ticks: 5 });
    expect(ticks).toEqual([0, 1, 2]);
  });
  it('stands up to nothing shown and to a single value', () => {
    for (const values of [[], [0], [7.25], [Number.NaN]]) {
      const { domain, ticks } = valueAxis(values, days, 'es', { includesZero: false, ticks: 5 });
      expect(domain[1]).toBeGreaterThan(domain[0]);
      expect(ticks.every(Number.isFinite)).toBe(true);
    }
  });
  it('writes ticks without the noise of binary fractions', () => {
    const axis = valueAxis([0, 0.3], { kind: 'ratio', unit: '', decimals: 2 }, 'es', {
      includesZero: true,
      ticks: 3,
    });
    expect(axis.ticks.map(axis.format)).toEqual(['0,0', '0,1', '0,2', '0,3']);
  });
});

describe('labels spread apart', () => {
  it('stay where they are when there is room', () => {
    expect(spreadApart([10, 60, 110], 20, 0, 200)).toEqual([10, 60, 110]);
  });
  it('share the shift when they touch, and keep their order', () => {
    expect(spreadApart([50, 50, 50], 20, 0, 200)).toEqual([30, 50, 70]);
    expect(spreadApart([55, 50], 20, 0, 200)).toEqual([62.5, 42.5]);
  });
  it('stay within the ends', () => {
    const placed = spreadApart([198, 199, 200], 20, 0, 200);
    expect(placed).toEqual([160, 180, 200]);
    expect(spreadApart([0, 1, 2], 20, 0, 200)).toEqual([0, 20, 40]);
  });
});
