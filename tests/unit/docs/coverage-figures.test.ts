import { describe, expect, it } from 'vitest';
import { readDocument } from './generated';

const guide = readDocument('docs/guia/cobertura.md').replaceAll(/\s+/g, ' ');
const simulation = cellsOf('docs/cobertura.md');
const series = cellsOf('docs/decisions/0013-series.md');

describe('the chapter on coverage', () => {
  it.each([
    ['Media de una variable muy asimétrica, 30 personas', 't de Student', 'acierta 88 de cada 100'],
    ['Media de una variable muy asimétrica, 400 personas', 't de Student', 'Con 400, casi 94'],
    [
      '13 escuelas desiguales, correlación interna 0,05, una proporción de 0,4',
      'Wilson sin escuelas',
      'acertaría 74 de cada 100',
    ],
    [
      '13 escuelas desiguales, correlación interna 0,2, una proporción de 0,4',
      'Wilson sin escuelas',
      'apenas 49',
    ],
  ])('rounds what the simulation found for %s (%s)', (design, interval, words) => {
    const [said = ''] = /\d+(?= de cada 100)|(?<=casi |apenas )\d+/.exec(words) ?? [];
    expect(guide).toContain(words);
    expect(Math.round(coverageOf(design, interval))).toBe(Number(said));
  });

  it('gives the range of figures of 13 unequal schools, and of their prudent changes', () => {
    const linearised = simulation.filter(
      ([design = '', interval = '']) =>
        design.startsWith('13 escuelas desiguales') && interval.includes('(Taylor)'),
    );
    expect(linearised.length).toBe(5);
    expect(guide).toContain('aciertan entre 92 y 93 de cada 100');
    expect(new Set(linearised.map((row) => Math.round(numberOf(row[2]))))).toEqual(new Set([92, 93]));
    const prudent = simulation
      .filter(([, interval]) => interval === 'Cauteloso (CR2)')
      .map((row) => Math.round(numberOf(row[2])));
    expect(guide).toContain('que acierta entre 95 y 97');
    expect([Math.min(...prudent), Math.max(...prudent)]).toEqual([95, 97]);
  });

  it('tells of short series what the decision measured, rounded', () => {
    const told = cellsOf('docs/guia/cobertura.md').map(([periods, likeness = '', ...pairs]) => {
      const [correlation = ''] = /[\d,]+/.exec(likeness) ?? [];
      return [periods, correlation.replace(',', '.'), ...pairs.map((pair) => pair.split(' y ').map(Number))];
    });
    const measured = series
      .filter(([periods]) => periods === '12' || periods === '24')
      .map(([periods, correlation, ...pairs]) => [
        periods,
        correlation,
        ...pairs.map((pair) =>
          pair
            .replace(' %', '')
            .split(', ')
            .map((value) => Math.round(Number(value))),
        ),
      ]);
    expect(told).toEqual(measured);
  });
});

/** The rows of the first table of a document, without its heads. */
function cellsOf(path: string): string[][] {
  const rows = readDocument(path)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/^\|\s*|\s*\|$/g, '').split(/\s*\|\s*/));
  return rows.slice(2);
}

function coverageOf(design: string, interval: string): number {
  const row = simulation.find(([first, second]) => first === design && second === interval);
  if (!row) throw new Error(`no simulation of ${design}, ${interval}`);
  return numberOf(row[2]);
}

function numberOf(cell: string | undefined): number {
  return Number(cell?.replace(',', '.'));
}
