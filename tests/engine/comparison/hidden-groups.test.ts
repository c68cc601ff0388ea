import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

type Row = Record<string, CellValue> & { person: string; school: string };
const sizes = [38, 31, 24, 35, 29, 19, 5, 11];
const schools = sizes.map((_, index) => `e${index}`);
const scale = ['1', '2', '3', '4', '5'];

/** Eight schools in two zones, two classes each; the last two are hidden. Made up. */
function wave(shift: number): Row[] {
  let position = shift;
  return sizes.flatMap((size, school) =>
    Array.from({ length: size }, (_, index): Row => {
      position = (position * 1103515245 + 12345) % 2147483648;
      const draw = Math.floor(position / 65536);
      return {
        person: `p${school}-${index}`,
        ...placed(`e${school}`, index),
        sex: index % 3 === 0 ? 'm' : 'f',
        weight: 1 + (draw % 3) / 2,
        knows: draw % 10 < 4 + (school % 3),
        score: draw % 50,
        feels: scale[draw % 5] ?? null,
        hours: 1 + (draw % 9),
      };
    }),
  );
}

function placed(school: string, index: number): { school: string; zone: string; class: string } {
  return { school, zone: Number(school.slice(1)) < 4 ? 'n' : 's', class: `${school}-${index % 2}` };
}

/** The same people, of whom three of each of the two small schools are in the other one. */
function exchanged(rows: readonly Row[]): Row[] {
  const other = (school: string): string => (school === 'e6' ? 'e7' : 'e6');
  return rows.map((row) => {
    const [, school = '', index = ''] = /^p(\d)-(\d+)$/.exec(row.person) ?? [];
    const moves = Number(school) >= 6 && Number(index) < 3;
    return moves ? { ...row, ...placed(other(row.school), Number(index)) } : row;
  });
}

const yes = { op: 'is' as const, variableId: variableId('knows'), values: ['true'] };
const score = variableId('score');
const hours = variableId('hours');
const indicators = [
  draft({ kind: 'proportion', condition: yes }, { target: { value: 0.6, rationale: '' } }),
  draft({ kind: 'mean', variableId: score }),
  draft({ kind: 'top-box', variableId: variableId('feels'), boxes: 2 }),
  draft({ kind: 'count', condition: null }),
  draft({ kind: 'total', variableId: score }),
  draft({ kind: 'ratio', numeratorId: score, denominatorId: hours }),
  draft({ kind: 'rate', condition: yes, exposureId: hours, per: 100 }),
];

const [school, zone, group, weight] = [
  variableId('school'),
  variableId('zone'),
  variableId('class'),
  variableId('weight'),
];
const bySchool = schools.map((stratum, index) => ({ waveId: null, stratum, size: 200 + 37 * index }));
const samplings: Record<string, SamplingDesign> = {
  'no design': simpleSampling,
  'schools as clusters': { ...simpleSampling, clusterId: school },
  'schools as clusters in zones': { ...simpleSampling, clusterId: school, stratumId: zone },
  'schools as weighted clusters': { ...simpleSampling, clusterId: school, weightId: weight },
  'classes as clusters': { ...simpleSampling, clusterId: group },
  'classes in schools': {
    ...simpleSampling,
    clusterId: group,
    stratumId: school,
    lonelyStratum: 'average',
  },
  'schools as strata': { ...simpleSampling, stratumId: school },
  'schools as strata with weights': { ...simpleSampling, stratumId: school, weightId: weight },
  'schools as strata of known size': { ...simpleSampling, stratumId: school, populations: bySchool },
};
const breakdowns = [['school'], ['school', 'sex'], ['zone', 'school']];

let own: ComparisonProject;
let other: ComparisonProject;
beforeAll(async () => {
  const start = (before: readonly Row[], after: readonly Row[]) =>
    startComparisonProject({
      variables: {
        person: { type: 'identifier' },
        school: { type: 'single', role: 'group', options: schools },
        zone: { type: 'single', role: 'group', options: ['n', 's'] },
        class: { type: 'text' },
        sex: { type: 'single', role: 'group', options: ['m', 'f'] },
        weight: { type: 'decimal' },
        knows: { type: 'boolean' },
        score: { type: 'integer' },
        feels: { type: 'ordinal', options: scale },
        hours: { type: 'integer' },
      },
      waves: [
        { name: 'Antes', rows: before },
        { name: 'Después', rows: after },
      ],
      indicators,
    });
  own = await start(wave(5), wave(11));
  other = await start(exchanged(wave(5)), exchanged(wave(11)));
});
afterAll(async () => {
  await own.close();
  await other.close();
});

/** All that is published, numbers to ten digits: the order in which rows are added up may change the last ones. */
function told(result: object): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => {
      if (key === 'resultSha256') return null;
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
    }),
  );
}

const cases = Object.entries(samplings).flatMap(([name, sampling]) =>
  (['independent', 'matched'] as const).map((linkage) => ({ name, linkage, sampling })),
);

describe('what is published is the same whichever of two hidden schools gave an answer', () => {
  it.each(cases)('$name, $linkage', async ({ linkage, sampling }) => {
    for (const breakdown of breakdowns) {
      const more: Partial<ComparisonSpec> = {
        breakdown: breakdown.map(variableId),
        linkage,
        sampling,
        audience: 'publication',
      };
      const first = await own.client.call('comparison.compute', own.spec(more));
      const hidden = first.rows.filter(({ key }) => key.some(({ value }) => value === 'e6'));
      expect(hidden.length).toBeGreaterThan(0);
      expect(new Set(hidden.flatMap(({ cells }) => cells.map(({ status }) => status)))).toEqual(
        new Set(['suppressed']),
      );
      const second = await other.client.call('comparison.compute', other.spec(more));
      expect(told(second)).toEqual(told(first));
    }
    for (const name of ['feels', 'knows', 'score']) {
      const spec = {
        variableId: variableId(name),
        baselineWaveId: waveId(0),
        followUpWaveId: waveId(1),
        breakdown: [school],
        linkage,
        sampling,
        coverage: 'sample' as const,
        confidenceLevel: 0.95,
        audience: 'publication' as const,
      };
      const first = await own.client.call('variable.compare', spec);
      expect(first.groups.at(-1)?.status).toBe('suppressed');
      expect(told(await other.client.call('variable.compare', spec))).toEqual(told(first));
    }
  });
});
