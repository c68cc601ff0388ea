import { describe, expect, it } from 'vitest';
import { raoScottTest } from '../../../../shared/stats/design/rao-scott';
import type { DesignSample } from '../../../../shared/stats/design/types';
import { chiSquareUpperTail } from '../../../../shared/stats/distributions';
import { expectDigits } from '../support';
import { dataset, golden, type Row, rowsOf, sampleOf, sampleOfRows } from './support';

type Table = (typeof golden.tables)[number];

function groupsOf({ data: name, by, domain, group, answer }: Table, originValue = 0): DesignSample[] {
  const data = dataset(name);
  const groupColumn = data[group] ?? [];
  const answerColumn = data[answer] ?? [];
  const answers = [...new Set(answerColumn.filter((value) => value !== null))];
  const origin = answers.map(() => originValue);
  return [...new Set(groupColumn)].map((value) => {
    const indicators = (row: number) =>
      answerColumn[row] === null ? null : answers.map((given) => (given === answerColumn[row] ? 1 : 0));
    // A wave is a sample of its own; a group is the part of the sample where the column has its value.
    if (group === 'wave') {
      const only = { column: 'wave', value: Number(value) };
      return sampleOf(data, { by, y: [], domain, only, makeY: indicators }, { origin });
    }
    const makeY = (row: number) => (groupColumn[row] === value ? indicators(row) : null);
    return sampleOf(data, { by, y: [], domain, makeY }, { origin });
  });
}

describe('Rao-Scott tests agree with svychisq', () => {
  it.each(golden.tables)('$group by $answer in $data, $by, domain $domain', (expected) => {
    for (const origin of [0, 0.3]) {
      const actual = raoScottTest(groupsOf(expected, origin), expected.relation);
      expect(actual.reason).toBeNull();
      expectDigits(actual.f?.statistic, expected.f);
      expectDigits(actual.f?.numeratorDf, expected.ndf);
      expectDigits(actual.f?.denominatorDf, expected.ddf);
      expectDigits(actual.f?.p, expected.fP, 7);
      expect(actual.test).toMatchObject({ name: 'rao-scott', df: expected.df });
      expectDigits(actual.test?.p, expected.chisqP, 7);
    }
  });
});

/** A row that gave answer `given` of `count`. */
function answered(given: number, count: number): Row {
  return {
    stratum: null,
    cluster: null,
    weight: 1,
    y: Array.from({ length: count }, (_, answer) => (answer === given ? 1 : 0)),
  };
}

function repeat(times: number, row: Row): Row[] {
  return Array.from({ length: times }, () => row);
}

describe('Rao-Scott tests at the edges', () => {
  it('come close to the plain chi-square in two simple samples', () => {
    // 56 of 70 against 48 of 80: prop.test without correction gives X² = 7.0330.
    const waves = [
      [...repeat(56, answered(0, 2)), ...repeat(14, answered(1, 2))],
      [...repeat(48, answered(0, 2)), ...repeat(32, answered(1, 2))],
    ].map((rows) => sampleOfRows(rows));
    const { test } = raoScottTest(waves, 'waves');
    expect(test?.df).toBe(1);
    expect(Math.abs((test?.statistic ?? 0) / 7.033 - 1)).toBeLessThan(0.06);
    expect(test?.p).toBeCloseTo(chiSquareUpperTail(test?.statistic ?? 0, 1), 12);
  });

  it('leave out an answer that nobody gave', () => {
    const rows = (count: number) => [
      [...repeat(5, answered(0, count)), ...repeat(9, answered(1, count))],
      [...repeat(8, answered(0, count)), ...repeat(4, answered(1, count))],
    ];
    const [two, three] = [2, 3].map((count) =>
      raoScottTest(
        rows(count).map((wave) => sampleOfRows(wave)),
        'waves',
      ),
    );
    expect(three).toEqual(two);
  });

  it.each([
    ['no-cases', [[{ ...answered(0, 2), y: null }], [{ ...answered(0, 2), y: null }]]],
    ['no-variation', [repeat(4, answered(0, 2)), repeat(6, answered(0, 2))]],
    ['no-variation', [repeat(4, answered(0, 2)), repeat(1, { ...answered(0, 2), y: null })]],
    ['no-degrees-of-freedom', [repeat(1, answered(0, 2)), repeat(1, answered(1, 2))]],
  ] as const)('say %s', (reason, waves) => {
    const samples = waves.map((rows) => sampleOfRows(rows, { origin: [0, 0] }));
    expect(raoScottTest(samples, 'waves')).toEqual({ f: null, test: null, reason });
  });

  it('say single-cluster where everyone comes from one', () => {
    const rows = [0, 1, 0, 1].map((given) => ({ ...answered(given, 2), cluster: 'only' }));
    const groups = [rows.slice(0, 2), rows.slice(2)].map((part) => sampleOfRows(part));
    expect(raoScottTest(groups, 'same-sample')).toMatchObject({ reason: 'single-cluster' });
  });

  it('do not change with the scale of the weights', () => {
    const table = golden.tables.find(({ data }) => data === 'apistrat');
    if (table === undefined) throw new Error('apistrat');
    const data = dataset('apistrat');
    const column = data[table.answer] ?? [];
    const scaled = (factor: number) =>
      [0, 1].map((value) =>
        sampleOfRows(
          rowsOf(data, {
            by: table.by,
            y: [],
            makeY: (row) =>
              data.high?.[row] === value ? [Number(column[row]), 1 - Number(column[row])] : null,
          }).map((row) => ({ ...row, weight: row.weight * factor })),
          { origin: [0, 0] },
        ),
      );
    const [plain, doubled] = [1, 1000].map((factor) => raoScottTest(scaled(factor), 'same-sample'));
    expectDigits(doubled?.f?.statistic, plain?.f?.statistic ?? null);
    expectDigits(doubled?.f?.p, plain?.f?.p ?? null, 7);
  });
});
