import { afterEach, describe, expect, it } from 'vitest';
import type { VariableComparison, VariableComparisonSpec } from '../../../shared/domain/variable-comparison';
import {
  type CellValue,
  type ComparisonProject,
  startComparisonProject,
  type VariableFixture,
  variableId,
  waveId,
} from '../../support/comparison-project';

type Rows = readonly Record<string, CellValue>[];

let project: ComparisonProject | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

async function compareRows(
  variables: Record<string, VariableFixture>,
  waves: readonly [Rows, Rows],
  name: string,
  more: Partial<VariableComparisonSpec> = {},
): Promise<VariableComparison> {
  await project?.close();
  project = await startComparisonProject({
    variables,
    waves: [
      { name: 'Antes', rows: waves[0] },
      { name: 'Después', rows: waves[1] },
    ],
    indicators: [],
  });
  return project.client.call('variable.compare', {
    variableId: variableId(name),
    baselineWaveId: waveId(0),
    followUpWaveId: waveId(1),
    linkage: 'independent',
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'publication',
    breakdown: [],
    ...more,
  });
}

/** `count` rows alike. */
function times(count: number, row: Record<string, CellValue>): Record<string, CellValue>[] {
  return Array.from({ length: count }, () => row);
}

const scale: VariableFixture = { type: 'ordinal', options: ['baja', 'media', 'alta'] };
const school: VariableFixture = { type: 'single', role: 'group' };

describe('small groups', () => {
  const waves: readonly [Rows, Rows] = [
    [
      ...times(30, { school: 'A', trust: 'baja' }),
      ...times(4, { school: 'B', trust: 'alta' }),
      ...times(12, { school: 'C', trust: 'media' }),
      ...times(15, { school: 'D', trust: 'media' }),
    ],
    [
      ...times(25, { school: 'A', trust: 'alta' }),
      ...times(20, { school: 'B', trust: 'baja' }),
      ...times(14, { school: 'C', trust: 'alta' }),
      ...times(15, { school: 'D', trust: 'media' }),
    ],
  ];
  const breakdown = [variableId('school')];

  it('lose every figure, and take another group of that wave with them', async () => {
    const result = await compareRows({ school, trust: scale }, waves, 'trust', { breakdown });
    const statuses = Object.fromEntries(
      result.groups.map(({ key, status, baseline, followUp }) => [
        key[0]?.value ?? 'all',
        [status, baseline.status, followUp.status],
      ]),
    );
    expect(statuses).toEqual({
      all: ['shown', 'shown', 'shown'],
      A: ['shown', 'shown', 'shown'],
      B: ['suppressed', 'suppressed', 'shown'],
      C: ['suppressed', 'suppressed', 'shown'],
      D: ['shown', 'shown', 'shown'],
    });
    for (const group of result.groups.filter(({ status }) => status === 'suppressed')) {
      expect(group).toMatchObject({
        test: null,
        shift: null,
        effectSize: null,
        topBox: null,
        cautions: [],
        reason: 'protected',
      });
      expect(group.baseline).toMatchObject({
        n: null,
        missing: null,
        shares: null,
        median: null,
        topBox: null,
      });
    }
    const hidden = result.distribution.groups.filter(({ status }) => status === 'suppressed');
    expect(hidden).toHaveLength(2);
    expect(hidden.every(({ counts, n }) => n === null && counts.every((count) => count === null))).toBe(true);
    expect(result.privacy).toEqual({ threshold: 10, suppressedGroups: 2 });
  });

  it('are hidden as in the distribution of the same variable', async () => {
    const result = await compareRows({ school, trust: scale }, waves, 'trust', { breakdown });
    const distribution = await project?.client.call('variable.distribution', {
      variableId: variableId('trust'),
      waveIds: [waveId(0), waveId(1)],
      breakdown,
      audience: 'publication',
    });
    expect(result.distribution).toEqual(distribution);
  });

  it('do not even name the answers of a wave that is too small as a whole', async () => {
    const result = await compareRows(
      { age: { type: 'integer' } },
      [times(4, { age: 97 }), times(40, { age: 12 })],
      'age',
    );
    expect(result.groups[0]).toMatchObject({ status: 'suppressed', followUp: { status: 'shown', n: 40 } });
    expect(result.distribution.options.map(({ value }) => value)).toEqual(['12']);
    expect(JSON.stringify(result)).not.toContain('97');
  });

  it('hide pairs whose group was hidden in either wave, and flows of few people', async () => {
    const identifier: VariableFixture = { type: 'identifier' };
    const people = (from: number, count: number, row: Record<string, CellValue>) =>
      Array.from({ length: count }, (_, index) => ({ ...row, person: `P${from + index}` }));
    const rows: readonly [Rows, Rows] = [
      [
        ...people(0, 40, { school: 'A', trust: 'baja' }),
        ...people(100, 12, { school: 'B', trust: 'alta' }),
        ...people(200, 30, { school: 'C', trust: 'media' }),
      ],
      [
        ...people(0, 40, { school: 'A', trust: 'media' }),
        ...people(100, 6, { school: 'B', trust: 'alta' }),
        ...people(200, 29, { school: 'C', trust: 'alta' }),
      ],
    ];
    const variables = { person: identifier, school, trust: scale };
    const result = await compareRows(variables, rows, 'trust', { linkage: 'matched', breakdown });
    expect(result.groups.map(({ status }) => status)).toEqual(['shown', 'shown', 'suppressed', 'suppressed']);
    expect(result.flow).toMatchObject({ both: 75 });
    const few = await compareRows(
      variables,
      [people(0, 30, { school: 'A', trust: 'baja' }), people(24, 30, { school: 'A', trust: 'alta' })],
      'trust',
      { linkage: 'matched' },
    );
    expect(few.groups[0]?.status).toBe('suppressed');
    expect(few.flow).toBeNull();
  });
});

describe('variables of other kinds', () => {
  it('give options that can be chosen together as shares apart', async () => {
    const help: VariableFixture = { type: 'multiple', options: ['beca', 'salud', 'otro'] };
    const result = await compareRows(
      { help },
      [
        [
          ...times(20, { help: ['beca', 'salud'] }),
          ...times(20, { help: ['salud'] }),
          ...times(5, { help: null }),
        ],
        [...times(30, { help: ['beca'] }), ...times(10, { help: ['otro', 'otro'] })],
      ],
      'help',
    );
    expect(result.variable.scale).toBe('multiple');
    const [group] = result.groups;
    expect(group).toMatchObject({ method: 'options-apart', test: null, reason: 'options-not-exclusive' });
    expect(group?.baseline).toMatchObject({ n: 40, missing: 5, shares: [0.5, 1, 0], median: null });
    expect(group?.followUp).toMatchObject({ n: 40, missing: 0, shares: [0.75, 0, 0.25] });
    expect(result.distribution).toMatchObject({ isMultiple: true });
    expect(result.distribution.groups[0]?.counts).toEqual([20, 40, 0]);
  });

  it('compare days by ranks, in classes of months', async () => {
    const day = (index: number, month: string): string =>
      `2024-${month}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const rows = (month: string) => Array.from({ length: 28 }, (_, index) => ({ seen: day(index, month) }));
    const result = await compareRows({ seen: { type: 'date' } }, [rows('03'), rows('04')], 'seen');
    const [group] = result.groups;
    expect(group?.shift?.value).toBe(31);
    expect(group?.baseline.median?.value).toBe(Date.UTC(2024, 2, 14) / 86_400_000 + 0.5);
    expect(result.distribution.options.map(({ value }) => value)).toEqual(['2024-03', '2024-04']);
    expect(result.distribution.groups.map(({ counts }) => counts)).toEqual([
      [28, 0],
      [0, 28],
    ]);
  });

  it('put decimals in classes of one round width, each value in one', async () => {
    const rows = Array.from({ length: 101 }, (_, index) => ({ kilos: index / 10 }));
    const result = await compareRows({ kilos: { type: 'decimal' } }, [rows, rows], 'kilos');
    expect(result.distribution.options.map(({ value }) => value)).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index)),
    );
    expect(result.distribution.groups[0]?.counts).toEqual([...Array.from({ length: 10 }, () => 10), 1]);
    expect(result.groups[0]).toMatchObject({ effectSize: { value: 0 }, test: { p: 1 } });
  });

  it('leave answers outside a scale in the distribution and out of its ranks', async () => {
    const result = await compareRows(
      { trust: scale },
      [
        [...times(20, { trust: 'baja' }), ...times(20, { trust: 'alta' }), ...times(12, { trust: 'no sé' })],
        [...times(10, { trust: 'baja' }), ...times(30, { trust: 'alta' })],
      ],
      'trust',
    );
    const [group] = result.groups;
    expect(result.distribution.options.map(({ value }) => value)).toEqual(['baja', 'media', 'alta', 'no sé']);
    expect(group?.cautions).toEqual(['unscored-answers']);
    expect(group?.baseline).toMatchObject({ n: 52, topBox: { value: 0.5 } });
    // Of the 40 × 40 pairs 600 rise and 200 fall.
    expect(group?.effectSize?.value).toBeCloseTo(0.25, 12);
  });

  it.each([
    ['text', { type: 'text' as const }, 'x'],
    ['an identifier', { type: 'identifier' as const }, 'x'],
  ])('refuse %s', async (_what, fixture, value) => {
    const rows = times(12, { note: value });
    await expect(compareRows({ note: fixture }, [rows, rows], 'note')).rejects.toMatchObject({
      code: 'variable-type',
    });
  });
});

describe('degenerate answers', () => {
  it('name the reason where everybody gave the same answer', async () => {
    const rows = times(20, { trust: 'alta' });
    const { groups } = await compareRows({ trust: scale }, [rows, rows], 'trust');
    expect(groups[0]).toMatchObject({
      status: 'shown',
      test: null,
      effectSize: null,
      reason: 'no-variation',
    });
    expect(groups[0]?.shift).toEqual({ value: 0, interval: null, reason: 'no-variation' });
    expect(groups[0]?.baseline.median).toEqual({ value: 3, interval: null, reason: 'no-variation' });
  });

  it('name the reason where nobody of the same people changed', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      person: `P${index}`,
      trust: index % 2 ? 'alta' : 'baja',
      way: index % 2 ? 'bus' : 'auto',
    }));
    const variables: Record<string, VariableFixture> = {
      person: { type: 'identifier' },
      trust: scale,
      way: { type: 'single', options: ['bus', 'auto'] },
    };
    for (const name of ['trust', 'way']) {
      const { groups } = await compareRows(variables, [rows, rows], name, { linkage: 'matched' });
      expect(groups[0]).toMatchObject({ status: 'shown', test: null, reason: 'no-discordant-pairs' });
    }
  });

  it('name the reason where a wave has no answers', async () => {
    const { groups } = await compareRows(
      { trust: scale },
      [times(20, { trust: null }), times(20, { trust: 'alta' })],
      'trust',
    );
    expect(groups[0]).toMatchObject({ status: 'empty', reason: 'no-answers', test: null });
    expect(groups[0]?.followUp).toMatchObject({ status: 'shown', n: 20, shares: [0, 0, 1] });
  });

  it('compare waves without an answer in common', async () => {
    const single: VariableFixture = { type: 'single' };
    const { groups, distribution } = await compareRows(
      { way: single },
      [times(20, { way: 'bus' }), times(30, { way: 'auto' })],
      'way',
    );
    expect(groups[0]?.effectSize).toMatchObject({ name: 'cramers-v', value: 1 });
    expect(groups[0]?.test?.p).toBeLessThan(1e-9);
    expect(distribution.options).toHaveLength(2);
  });

  it('warn where a chi-square has few expected', async () => {
    const rows = (counts: readonly number[]) =>
      counts.flatMap((count, index) => times(count, { way: `m${index}` }));
    const { groups } = await compareRows(
      { way: { type: 'single' } },
      [rows([9, 2, 1, 1]), rows([6, 4, 2, 0])],
      'way',
    );
    expect(groups[0]).toMatchObject({ test: { name: 'chi-square' }, cautions: ['few-expected'] });
  });
});

describe('specifications that cannot be', () => {
  const rows = times(20, { trust: 'alta', school: 'A' });
  it.each([
    ['a variable by itself', { breakdown: [variableId('trust')] }, 'comparison-invalid'],
    ['a wave with itself', { followUpWaveId: waveId(0) }, 'comparison-invalid'],
    ['an unknown wave', { followUpWaveId: waveId(7) }, 'wave-missing'],
    ['an unknown variable', { variableId: variableId('nothing') }, 'variable-missing'],
    ['people without identifier', { linkage: 'matched' as const }, 'waves-without-identifier'],
  ])('refuse %s', async (_what, more, code) => {
    await expect(compareRows({ trust: scale, school }, [rows, rows], 'trust', more)).rejects.toMatchObject({
      code,
    });
  });

  it('refuse a variable one wave did not ask', async () => {
    await expect(
      compareRows({ trust: scale, school }, [rows, times(20, { school: 'A' })], 'trust'),
    ).rejects.toMatchObject({ code: 'waves-share-no-variable' });
  });

  it('say that a wave did not ask what forms the groups', async () => {
    const { groups } = await compareRows(
      { trust: scale, school },
      [rows, times(20, { trust: 'baja' })],
      'trust',
      { breakdown: [variableId('school')] },
    );
    expect(groups[1]).toMatchObject({
      status: 'empty',
      baseline: { status: 'shown' },
      followUp: { status: 'empty', reason: 'breakdown-not-in-wave', n: null },
    });
  });

  it('have a hash that follows the specification', async () => {
    const first = await compareRows({ trust: scale, school }, [rows, rows], 'trust');
    const again = await compareRows({ trust: scale, school }, [rows, rows], 'trust');
    const other = await compareRows({ trust: scale, school }, [rows, rows], 'trust', {
      confidenceLevel: 0.9,
    });
    expect(again.resultSha256).toBe(first.resultSha256);
    expect(other.resultSha256).not.toBe(first.resultSha256);
  });
});
