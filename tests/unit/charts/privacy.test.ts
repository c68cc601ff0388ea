import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import type { ChartInput } from '../../../shared/charts';
import type { ComparisonResult, Distribution } from '../../../shared/domain/comparison';
import { chartCases, wide } from './cases';
import { bySchool, distributionOf, schoolKey } from './fixtures';

/** The same result with figures left behind in every cell that is marked as suppressed. */
function leakResult(result: ComparisonResult): ComparisonResult {
  const leak = <C extends ComparisonResult['rows'][number]['cells'][number]>(cell: C): C =>
    cell.status === 'suppressed'
      ? {
          ...cell,
          n: 7,
          missing: 3,
          numerator: 5,
          estimate: 0.7143,
          interval: { lower: 0.3517, upper: 0.9177, level: 0.95 },
        }
      : cell;
  return {
    ...result,
    rows: result.rows.map((row) => ({
      ...row,
      cells: row.cells.map(leak),
      changes: row.changes.map((change) => ({
        ...change,
        baseline: leak(change.baseline),
        followUp: leak(change.followUp),
        ...(change.status === 'suppressed'
          ? { change: 0.3333, interval: { lower: 0.1111, upper: 0.5555, level: 0.95 } }
          : {}),
      })),
    })),
  };
}

function leakAnswers(distribution: Distribution): Distribution {
  return {
    ...distribution,
    groups: distribution.groups.map((group) =>
      group.status === 'suppressed'
        ? { ...group, n: 7, missing: 1, counts: group.counts.map((_, index) => (index === 0 ? 5 : 1)) }
        : group,
    ),
  };
}

function everyWord(kind: Parameters<typeof chartToSvg>[0], input: ChartInput): string {
  const drawn = chartToSvg(kind, input, wide);
  return JSON.stringify([drawn.svg, drawn.alt, drawn.table, drawn.notes, drawn.title, drawn.subtitle]);
}

describe.each(chartCases())('$name', ({ kind, input }) => {
  it('is byte for byte the same whatever a protected figure was', () => {
    const leaked = {
      ...input,
      result: leakResult(input.result),
      distribution: input.distribution && leakAnswers(input.distribution),
    };
    expect(JSON.stringify(leaked)).not.toBe(JSON.stringify(input));
    expect(everyWord(kind, leaked)).toBe(everyWord(kind, input));
  });
});

describe('protected figures', () => {
  const drawn = chartToSvg('dumbbell', { result: bySchool(2), indicatorId: null, distribution: null }, wide);

  it('are named in the drawing, the alternative text and the table', () => {
    expect(drawn.svg).toContain('protegido (&lt;10)');
    expect(drawn.alt).toContain(
      'Escuela Especial Los Supuestos: Ex-ante 2023 protegido (<10); Ex-post 2024 protegido (<10).',
    );
    const row = drawn.table.rows.find(([label]) => label === 'Escuela Especial Los Supuestos');
    expect(row?.slice(1)).toEqual(['protegido (<10)', '–', '–', 'protegido (<10)', '–', '–', '–', '–', '–']);
  });

  it('explain themselves in a note', () => {
    expect(
      drawn.notes.some((note) => note.startsWith('Protegido: la cifra descansa en menos de 10 personas')),
    ).toBe(true);
  });

  it('take the change with them: a school with one protected wave shows none', () => {
    const row = drawn.table.rows.find(([label]) => label === 'Liceo Politécnico Hipótesis');
    expect(row?.slice(-3)).toEqual(['–', '–', '–']);
  });

  it('do not stretch the axis of a mean', () => {
    const result = bySchool(2, { kind: 'mean', unit: 'días', target: null });
    const huge = structuredClone(result);
    for (const row of huge.rows)
      for (const cell of row.cells) if (cell.status === 'suppressed') cell.estimate = 4000;
    const draw = (each: ComparisonResult) =>
      chartToSvg('slope', { result: each, indicatorId: null, distribution: null }, wide).svg;
    expect(draw(huge)).toBe(draw(result));
  });
});

describe('a distribution with one hidden count', () => {
  it('hides the whole group, since the other counts would give it away', () => {
    const distribution = distributionOf(
      ['Sí', 'No', 'No sé'],
      [
        { wave: 0, key: [], counts: [40, 30, 12] },
        { wave: 1, key: [], counts: [41, 33, 12] },
        { wave: 0, key: schoolKey('Escuela A'), counts: [17, 23, 4] },
        { wave: 1, key: schoolKey('Escuela A'), counts: [19, 22, 11] },
      ],
    );
    const hidden = structuredClone(distribution);
    const group = hidden.groups[2];
    if (!group) throw new Error('the fixture has four groups');
    group.counts = [17, 23, null];
    for (const kind of ['likert', 'distribution'] as const) {
      const { alt, table } = chartToSvg(
        kind,
        { result: bySchool(2), indicatorId: null, distribution: hidden },
        wide,
      );
      expect(alt).toContain('Escuela A, Ex-ante 2023: protegido (<10).');
      expect(alt).toContain('Escuela A, Ex-post 2024: n = 52');
      expect(table.rows.find((row) => row[0] === 'Escuela A' && row[1] === 'Ex-ante 2023')).toEqual([
        'Escuela A',
        'Ex-ante 2023',
        'protegido (<10)',
        '–',
        '–',
        '–',
      ]);
    }
  });
});
