import { afterEach, describe, expect, it } from 'vitest';
import { simpleSampling } from '../../../shared/domain/design';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

type Rows = Record<string, CellValue>[];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

const sizes = [30, 25, 40, 28, 33, 22, 4, 8];
const populations = [137, 251, 305, 199, 283, 177, 31, 59];
const towns = sizes.map((_, index) => `t${index}`);

/** Eight towns, the last two of 4 and 8 people, of whom `small` say yes. Made up. */
function wave(shift: number, small: (town: number, index: number) => boolean): Rows {
  return sizes.flatMap((size, town) =>
    Array.from({ length: size }, (_, index): Rows[number] => {
      const own = (index * 7 + town + shift) % 3 === 0;
      return {
        person: `p${town}-${index}`,
        town: `t${town}`,
        zone: town < 3 ? 'a' : 'b',
        knows: town >= 6 ? small(town, index) : own,
      };
    }),
  );
}

const oneWay = (town: number, index: number): boolean => town === 6 && index < 3;
const otherWay = (town: number, index: number): boolean => town === 7 && index < 3;
const yes = { op: 'is' as const, variableId: variableId('knows'), values: ['true'] };
const sampling = {
  ...simpleSampling,
  stratumId: variableId('town'),
  populations: populations.map((size, index) => ({ waveId: null, stratum: `t${index}`, size })),
};

async function start(small: (town: number, index: number) => boolean): Promise<ComparisonProject> {
  const project = await startComparisonProject({
    variables: {
      person: { type: 'identifier' },
      town: { type: 'single', role: 'group', options: towns },
      zone: { type: 'single', role: 'group', options: ['a', 'b'] },
      knows: { type: 'boolean' },
    },
    waves: [
      { name: 'Antes', rows: wave(0, small) },
      { name: 'Después', rows: wave(1, small) },
    ],
    indicators: [draft({ kind: 'proportion', condition: yes })],
  });
  open.push(project);
  return project;
}

/** Yes in the two hidden towns, found by trying every whole number that gives the published figure of everybody. */
function search(everybody: number, shown: readonly { size: number; share: number }[], people: number) {
  const whole = populations.reduce((sum, size) => sum + size, 0);
  const rest = everybody * whole - shown.reduce((sum, { size, share }) => sum + size * share, 0);
  const found: string[] = [];
  for (let first = 1; first < people; first += 1) {
    for (let x = 0; x <= first; x += 1) {
      for (let y = 0; y <= people - first; y += 1) {
        const sum = (31 * x) / first + (59 * y) / (people - first);
        if (Math.abs(sum - rest) < 1e-8) found.push(`${x} of ${first}, ${y} of ${people - first}`);
      }
    }
  }
  return found;
}

describe('figures weighted by the sizes of strata', () => {
  it.each(['independent', 'matched'] as const)('give no small stratum back, %s', async (linkage) => {
    const published = async (small: typeof oneWay, breakdown: string[]) => {
      const project = await start(small);
      const spec = { linkage, sampling, breakdown: breakdown.map(variableId) };
      const result = await project.client.call(
        'comparison.compute',
        project.spec({ ...spec, audience: 'publication' }),
      );
      return result.rows;
    };
    for (const breakdown of [['town'], [], ['zone']]) {
      const rows = await published(oneWay, breakdown);
      expect(rows[0]?.cells.map(({ status, estimate }) => [status, estimate])).toEqual([
        ['suppressed', null],
        ['suppressed', null],
      ]);
      expect(rows[0]?.changes[0]).toMatchObject({ status: 'suppressed', change: null });
      if (breakdown[0] === 'zone') {
        // The small towns are in the second zone with all of their people.
        expect(rows.slice(1).map(({ cells }) => cells[0]?.status)).toEqual(['shown', 'suppressed']);
      }
      if (breakdown[0] !== 'town') continue;
      expect(rows.slice(1).map(({ cells }) => cells[0]?.status)).toEqual([
        ...Array(6).fill('shown'),
        'suppressed',
        'suppressed',
      ]);
      expect(await published(otherWay, breakdown)).toEqual(rows);
    }
  });

  it('would give it back: one town said no, three quarters of the other said yes', async () => {
    const project = await start(oneWay);
    const spec = project.spec({ sampling, breakdown: [variableId('town')], audience: 'publication' });
    const shown = (await project.client.call('comparison.compute', spec)).rows
      .slice(1, 7)
      .map(({ cells }, index) => ({ size: populations[index] ?? 0, share: cells[0]?.estimate ?? 0 }));
    const whole = populations.reduce((sum, size) => sum + size, 0);
    const withheld = (shown.reduce((sum, { size, share }) => sum + size * share, 0) + 31 * 0.75) / whole;
    expect(search(withheld, shown, 12)).toEqual(['3 of 4, 0 of 8', '6 of 8, 0 of 4']);
  });

  it('are shown where no stratum is small, or all weigh the same', async () => {
    const project = await start(oneWay);
    const compute = async (more: object) =>
      (
        await project.client.call(
          'comparison.compute',
          project.spec({ sampling, audience: 'publication', ...more }),
        )
      ).rows[0];
    expect((await compute({ audience: 'internal' }))?.cells[0]?.status).toBe('suppressed');
    const even = sampling.populations.map((population, index) => ({
      ...population,
      size: (sizes[index] ?? 0) * 5,
    }));
    expect((await compute({ sampling: { ...sampling, populations: even } }))?.cells[0]?.status).toBe('shown');
    const plain = { ...simpleSampling, stratumId: variableId('town') };
    expect((await compute({ sampling: plain }))?.cells[0]?.status).toBe('shown');
  });

  it.each(['independent', 'matched'] as const)(
    'nor the answers to one variable, beside their counts, %s',
    async (linkage) => {
      const project = await start(oneWay);
      for (const breakdown of [[variableId('town')], []]) {
        const { groups, distribution } = await project.client.call('variable.compare', {
          variableId: variableId('knows'),
          baselineWaveId: waveId(0),
          followUpWaveId: waveId(1),
          linkage,
          coverage: 'sample',
          sampling,
          confidenceLevel: 0.95,
          audience: 'publication',
          breakdown,
        });
        expect(groups[0]).toMatchObject({ status: 'suppressed', baseline: { shares: null, n: null } });
        expect(distribution.groups[0]?.counts.every((count) => count === null)).toBe(true);
        if (breakdown.length > 0) expect(groups[1]?.status).toBe('shown');
      }
    },
  );
});
