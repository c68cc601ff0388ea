import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeMeasurement } from '../../../electron/engine/measurements/compute';
import { neverCancelled } from '../../../shared/cancel';
import { InstrumentId } from '../../../shared/domain/ids';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import {
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
} from '../../support/comparison-project';
import { expectDigits } from '../../unit/stats/support';

const call = { signal: neverCancelled, report: () => undefined };
let project: ComparisonProject;

/** `yes` of `n` pupils of a school who trust somebody; `first` numbers them for both waves. */
function pupils(escuela: string | null, n: number, yes: number, first: number) {
  return Array.from({ length: n }, (_, index) => ({
    codigo: `p${first + index}`,
    escuela,
    confia: index < yes,
    curso: '5a',
  }));
}

const waves = [
  {
    name: 'Antes',
    rows: [
      ...pupils('norte', 25, 8, 0),
      ...pupils('sur', 15, 4, 100),
      ...pupils('plaza', 40, 14, 200),
      ...pupils('cerro', 30, 15, 300),
      ...pupils('isla', 4, 2, 400),
      ...pupils('costa', 8, 4, 500),
    ],
  },
  {
    name: 'Después',
    rows: [
      ...pupils('norte', 25, 20, 0),
      ...pupils('sur', 15, 8, 100),
      ...pupils('plaza', 40, 18, 200),
      ...pupils('cerro', 30, 20, 300),
      ...pupils('isla', 4, 3, 400),
      ...pupils('costa', 8, 5, 500),
    ],
  },
];

const spec: SpecOf<'contrast'> = {
  kind: 'contrast',
  instrumentId: InstrumentId.parse('ins_first0'),
  waveIds: [],
  filter: null,
  confidenceLevel: 0.95,
  indicatorIds: [indicatorId(0)],
  groupId: variableId('escuela'),
  exposedValues: ['norte', 'sur'],
  comparisonValues: ['plaza'],
  baselineWaveId: null,
  followUpWaveId: null,
  linkage: 'independent',
};

function compute(more: Partial<SpecOf<'contrast'>> = {}): Promise<MeasurementResult> {
  return computeMeasurement(project.context, { spec: { ...spec, ...more }, audience: 'publication' }, call);
}

function figure(result: MeasurementResult, measure: string) {
  const found = result.figures.find(({ key }) => key === `${measure}/indicator:${indicatorId(0)}`);
  if (!found) throw new Error(`no ${measure}`);
  return found;
}

beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      codigo: { type: 'identifier' },
      escuela: { type: 'single', options: ['norte', 'sur', 'plaza', 'cerro', 'isla', 'costa', 'valle'] },
      confia: { type: 'boolean' },
      curso: { type: 'single', options: ['5a'] },
    },
    waves,
    indicators: [
      draft({
        kind: 'proportion',
        condition: { op: 'is', variableId: variableId('confia'), values: ['true'] },
      }),
    ],
  });
});
afterAll(() => project.close());

describe('the changes of two groups beside each other', () => {
  it('merges the answers of each group and gives the difference and interval of R', async () => {
    const text = readFileSync(
      new URL('../../fixtures/golden/stats/difference-in-changes.json', import.meta.url),
      'utf8',
    );
    const witness = JSON.parse(text).contrasts[0];
    const result = await compute();
    const exposed = figure(result, 'change-exposed');
    expectDigits(exposed.value, witness.exposed[0]);
    expectDigits(exposed.interval?.lower, witness.exposed[1]);
    expect(exposed).toMatchObject({ n: 80, method: 'newcombe-independent', scale: 'share-change' });
    expectDigits(figure(result, 'change-comparison').interval?.upper, witness.comparison[2]);
    const difference = figure(result, 'difference-in-changes');
    expectDigits(difference.value, witness.difference);
    expectDigits(difference.interval?.lower, witness.lower);
    expectDigits(difference.interval?.upper, witness.upper);
    expect(difference.n).toBe(160);
  });

  it('keeps the method of matched people, and counts each of them once', async () => {
    const result = await compute({ linkage: 'matched' });
    expect(figure(result, 'change-exposed')).toMatchObject({ n: 40, method: 'newcombe-paired' });
    expectDigits(figure(result, 'difference-in-changes').value, 0.3);
  });

  it('tells the share of each group in each wave beside the changes', async () => {
    const result = await compute();
    const byGroup = result.tables.find(({ id }) => id === 'by-group');
    expect(byGroup?.rows.map(({ labels }) => labels[1])).toEqual(['NORTE, SUR', 'PLAZA']);
    const values = byGroup?.rows.map(({ cells }) =>
      cells.map((key) => result.figures.find((one) => one.key === key)?.numerator),
    );
    expect(values).toEqual([
      [12, 28],
      [14, 18],
    ]);
  });

  it('suppresses the difference with a group that is too small', async () => {
    const result = await compute({ comparisonValues: ['isla'] });
    expect(figure(result, 'change-comparison').status).toBe('suppressed');
    expect(figure(result, 'difference-in-changes')).toMatchObject({ status: 'suppressed', value: null });
  });

  it('suppresses a merged group that would tell the few people of one of its answers', async () => {
    // A table by school tells «plaza»: its 40 pupils taken from the 44 of both would leave those of «isla».
    const result = await compute({ comparisonValues: ['plaza', 'isla'] });
    expect(figure(result, 'change-comparison').status).toBe('suppressed');
    expect(figure(result, 'difference-in-changes').status).toBe('suppressed');
  });

  it('suppresses everything where what is left of everybody would be a few people', async () => {
    const result = await compute({
      exposedValues: ['norte', 'sur'],
      comparisonValues: ['plaza', 'cerro', 'costa'],
    });
    expect(figure(result, 'difference-in-changes').status).toBe('suppressed');
  });

  it('says which group is in neither wave, and which wave is missing', async () => {
    const absent = await compute({ comparisonValues: ['valle'] });
    expect(absent.notices).toContainEqual({
      code: 'group-absent',
      details: { group: 'VALLE', side: 'comparison', wave: 'Antes' },
    });
    expect(figure(absent, 'difference-in-changes')).toMatchObject({
      status: 'empty',
      reason: 'group-not-in-wave',
    });
    const [first] = (await compute()).waves;
    const alone = await compute({ waveIds: first ? [first.id] : [] });
    expect(alone.notices).toEqual([{ code: 'waves-absent', details: {} }]);
  });

  it('keeps the declared clusters, also where the groups are made of them', async () => {
    const { client } = project;
    const clusters = { stratumId: null, clusterId: variableId('escuela'), weightId: null, populations: [] };
    await client.call('design.save', {
      instrumentId: spec.instrumentId,
      linkage: 'independent',
      coverage: 'sample',
      sampling: { ...clusters, lonelyStratum: 'adjust' },
    });
    const result = await compute({ comparisonValues: ['plaza', 'cerro'] });
    const exposed = figure(result, 'change-exposed');
    expect(exposed.method).toMatch(/^(design|cluster-robust)-independent$/);
    expectDigits(exposed.value, 0.4);
    expectDigits(figure(result, 'difference-in-changes').value, 0.4 - (38 / 70 - 29 / 70));
  });

  it('refuses an answer that is in both groups', async () => {
    await expect(compute({ comparisonValues: ['norte'] })).rejects.toMatchObject({
      code: 'measurement-invalid',
    });
  });
});
