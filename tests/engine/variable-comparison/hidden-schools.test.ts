import { afterEach, describe, expect, it } from 'vitest';
import { simpleSampling } from '../../../shared/domain/design';
import type { VariableComparison } from '../../../shared/domain/variable-comparison';
import {
  type CellValue,
  type ComparisonProject,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

type Rows = Record<string, CellValue>[];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

const scale = ['1', '2', '3', '4', '5'];
const sizes = [30, 25, 40, 28, 33, 22, 4, 8];
const schools = sizes.map((_, index) => `e${index}`);

/** Eight schools, the last two of 4 and 8 people; `small` are the answers of these twelve. Made up. */
function wave(shift: number, small: readonly string[]): Rows {
  let position = 0;
  return sizes.flatMap((size, school) =>
    Array.from({ length: size }, (_, index): Rows[number] => {
      const own = scale[(index * 7 + school + shift) % 5] ?? '1';
      const answer = school >= 6 ? (small[position++] ?? '1') : own;
      return { person: `p${school}-${index}`, school: `e${school}`, answer, mode: answer };
    }),
  );
}

// The same twelve answers, given by other people of the two schools.
const oneWay = ['5', '5', '5', '4', '1', '1', '2', '1', '2', '3', '1', '2'];
const otherWay = [...oneWay].reverse();

async function published(small: readonly string[], more: object): Promise<VariableComparison> {
  const project = await startComparisonProject({
    variables: {
      person: { type: 'identifier' },
      school: { type: 'single', role: 'group', options: schools },
      answer: { type: 'ordinal', options: scale },
      mode: { type: 'single', options: scale },
    },
    waves: [
      { name: 'Antes', rows: wave(0, small) },
      { name: 'Después', rows: wave(3, [...small].reverse()) },
    ],
    indicators: [],
  });
  open.push(project);
  return project.client.call('variable.compare', {
    variableId: variableId('answer'),
    baselineWaveId: waveId(0),
    followUpWaveId: waveId(1),
    linkage: 'independent',
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'publication',
    breakdown: [variableId('school')],
    ...more,
  });
}

const clusters = { ...simpleSampling, clusterId: variableId('school') };
const strata = { ...simpleSampling, stratumId: variableId('school') };

describe('answers of two small schools', () => {
  it.each([
    ['clusters', 'independent', 'answer', clusters],
    ['clusters', 'independent', 'mode', clusters],
    ['clusters', 'matched', 'answer', clusters],
    ['strata', 'independent', 'answer', strata],
    ['strata', 'matched', 'answer', strata],
  ] as const)(
    'do not follow from the errors of everybody: %s, %s, %s',
    async (_, linkage, name, sampling) => {
      const more = { linkage, sampling, variableId: variableId(name) };
      const first = await published(oneWay, more);
      expect(first.groups.slice(-2).map(({ status }) => status)).toEqual(['suppressed', 'suppressed']);
      expect(first.groups[0]).toMatchObject({ status: 'shown', reason: 'error-would-tell', test: null });
      // Whichever of the two schools gave them, what is published is the same.
      const second = await published(otherWay, more);
      expect(second.groups).toEqual(first.groups);
      expect(second.distribution).toEqual(first.distribution);
    },
  );

  it('leave the errors of the schools that are shown', async () => {
    const { groups } = await published(oneWay, { sampling: clusters });
    expect(groups[1]?.topBox?.interval).not.toBeNull();
    expect(groups[1]?.test).not.toBeNull();
  });
});
