import { describe, expect, it } from 'vitest';
import { MeasurementFigure, MeasurementTable } from '../../shared/domain/measurement-result';
import { columnNames, groupedRows } from '../../shared/text/measurement-rows';

function figure(key: string, phase: 'before' | 'after' | null): MeasurementFigure {
  return MeasurementFigure.parse({
    key,
    measure: 'cases',
    of: [],
    period: null,
    phase,
    waveId: null,
    status: 'shown',
    value: 1,
    n: null,
    numerator: null,
    interval: null,
    scale: 'count',
    unit: '',
    decimals: 0,
    method: null,
    reason: null,
  });
}
const cases = { measure: 'cases', label: null, phase: null };
const row = (labels: string[], cell: string, period: string | null = null) => ({
  labels,
  period,
  cells: [cell],
});
const table = (rows: unknown[], columns: unknown[] = [cases]) =>
  MeasurementTable.parse({ id: 'by-split', subject: null, columns, rows });
const figures = [figure('all', null), figure('before', 'before'), figure('after', 'after')];

describe('rows of a count as they are read', () => {
  it('tells the whole from before and after', () => {
    const read = groupedRows(table([row([], 'all'), row([], 'before'), row([], 'after')]), { figures }, 'es');
    expect(read.flatMap(({ rows }) => rows.map(({ name, isWhole }) => [name, isWhole]))).toEqual([
      ['Total', true],
      ['Antes', false],
      ['Después', false],
    ]);
  });

  it('puts rows of one thing under its name, once', () => {
    const rows = [row(['Ropa'], 'all', '2024-03'), row(['Ropa'], 'all', '2024-Q2'), row(['Pan'], 'all')];
    expect(
      groupedRows(table(rows), { figures }, 'es').map(({ name, rows: own }) => [
        name,
        own.map((each) => each.name),
      ]),
    ).toEqual([
      ['Ropa', ['Mar 2024', 'Trim. 2 2024']],
      [null, ['Pan']],
    ]);
  });

  it('writes days as they are read', () => {
    const rows = [row(['2024-04-03'], 'all'), row(['Taller 2024-04-03'], 'all')];
    const read = groupedRows(table(rows), { figures }, 'es').flatMap((group) => group.rows);
    expect(read.map(({ name }) => name)).toEqual(['03-04-2024', 'Taller 2024-04-03']);
  });

  it('gives each column a head of its own', () => {
    const columns = [
      { ...cases, label: 'Primera etapa' },
      { ...cases, measure: 'case-share', label: 'Primera etapa' },
      { ...cases, phase: 'before' },
    ];
    const heads = columnNames(table([], columns), 'es');
    expect(new Set(heads).size).toBe(3);
    expect(heads).toEqual(['Primera etapa: casos', 'Primera etapa: parte de los casos', 'Casos, antes']);
  });
});
