import { describe, expect, it } from 'vitest';
import { applicableCharts, buildChart, isWholeChart } from '../../../shared/charts';
import { wide } from './cases';
import { bySchool, fourAxes, manyIndicators } from './fixtures';

const input = { indicatorId: null, distribution: null };

describe('an index on several axes', () => {
  it('is offered where two indices or more share a scale', () => {
    expect(applicableCharts(fourAxes(2))).toContain('axes');
    expect(applicableCharts(manyIndicators(2))).not.toContain('axes');
    const [first, second, ...others] = fourAxes(2).indicators;
    if (!first || !second) throw new Error('four axes');
    const apart = { ...fourAxes(2), indicators: [first, { ...second, indexScale: 'items' as const }] };
    expect(applicableCharts(apart)).not.toContain('axes');
    expect(others).toHaveLength(3);
    expect(isWholeChart('axes')).toBe(true);
  });

  it('draws each axis on the whole scale from 0 to 100 and names what has no place on it', () => {
    const spec = buildChart('axes', { ...input, result: fourAxes(2) }, wide);
    expect(spec.plot.x?.domain).toEqual([0, 100]);
    expect(spec.table.rows.map(([axis]) => axis)).toEqual(
      expect.arrayContaining(['Participación', 'Interculturalidad']),
    );
    expect(spec.table.rows.flat()).not.toContain('Recibe apoyo en español');
    expect(spec.notes.some((note) => note.includes('Recibe apoyo en español'))).toBe(true);
    expect(spec.title).toBe('4 ejes en la misma escala');
    expect(spec.alt).toContain('eje');
  });

  it('tells nothing of a protected axis', () => {
    const spec = buildChart('axes', { ...input, result: fourAxes(2) }, wide);
    const row = spec.table.rows.filter(([axis]) => axis === 'Interculturalidad').flat();
    expect(row.some((cell) => cell.includes('74'))).toBe(false);
  });

  it('refuses a comparison without axes', () => {
    expect(() => buildChart('axes', { ...input, result: bySchool(2) }, wide)).toThrow(
      expect.objectContaining({ code: 'chart-not-applicable' }),
    );
  });
});
