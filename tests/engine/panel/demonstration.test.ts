import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PanelResult, PanelSpec } from '../../../shared/domain/panel';
import type { ScaleResult } from '../../../shared/domain/scale';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { expectDigits, expectFiniteThroughout } from '../../unit/stats/support';

const expectedFile = path.join(resourcesFolder, 'sample-data/los-andes/expected.json');
const { linkage } = z
  .object({ linkage: z.object({ pairsByIdentifier: z.number() }) })
  .parse(JSON.parse(readFileSync(expectedFile, 'utf8')));

let test: TestEngine;
let panel: PanelResult;
let scale: ScaleResult;
let rows: Record<string, unknown>[];

beforeAll(async () => {
  test = await startTestEngine();
  const { client } = test;
  await client.call('project.openDemonstration', { fresh: true });
  const { waves } = await client.call('wave.list', {});
  const { indicators } = await client.call('indicator.list', {});
  const { instruments } = await client.call('instrument.list', {});
  const variables = instruments.flatMap((instrument) => instrument.variables);
  const [baseline, followUp] = waves;
  if (!baseline || !followUp) throw new Error('the demonstration has two waves');
  const spec: PanelSpec = {
    baselineWaveId: baseline.id,
    followUpWaveId: followUp.id,
    indicatorIds: indicators.map(({ id }) => id),
    compositionVariableIds: variables
      .filter(({ name }) => name === 'sexo' || name === 'establecimiento')
      .map(({ id }) => id),
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
  };
  panel = await client.call('panel.describe', spec);
  const index = indicators.map(({ measure }) => measure).find(({ kind }) => kind === 'index');
  if (index?.kind !== 'index') throw new Error('the demonstration has an index');
  const { items, minimumAnswered } = index;
  scale = await client.call('scale.analyse', {
    items,
    minimumAnswered,
    filter: null,
    waveIds: waves.map(({ id }) => id),
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'publication',
  });
  const stored = await client.call('wave.rows', { waveId: baseline.id, offset: 0, limit: 1000 });
  rows = tableFromIPC(stored.table)
    .toArray()
    .map((row: { toJSON(): Record<string, unknown> }) => row.toJSON());
});
afterAll(() => test.close());

/** The items of everybody who answered all of them, scored by the order of the options, turned where reversed. */
function completeScores(
  options: ReadonlyMap<string, readonly string[]>,
  items: ScaleResult['spec']['items'],
): number[][] {
  return rows.flatMap((row) => {
    const scores = items.map(({ variableId, isReversed }) => {
      const scaleOf = options.get(variableId) ?? [];
      const place = scaleOf.indexOf(String(row[variableId]));
      if (place < 0) return null;
      return isReversed ? scaleOf.length - place : place + 1;
    });
    return scores.every((score) => score !== null) ? [scores] : [];
  });
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

describe('the demonstration as a panel', () => {
  it('finds the people that the sample data says both waves share', () => {
    expectFiniteThroughout(panel);
    expect(panel.flow).toMatchObject({ status: 'shown', both: linkage.pairsByIdentifier });
    const [baseline, followUp] = panel.waves;
    expect((panel.flow?.both ?? 0) + (panel.flow?.onlyBaseline ?? 0)).toBe(baseline?.rows);
    expect((panel.flow?.both ?? 0) + (panel.flow?.onlyFollowUp ?? 0)).toBe(followUp?.rows);
  });

  it('weighs by sex and school, though one school was found again as a whole', () => {
    expect(panel.weighting).toMatchObject({
      status: 'shown',
      separated: [{ label: 'Escuela Sintética 13', side: 'all' }],
      // Of some schools fewer than five of one sex were lost, which the chances would tell.
      model: null,
      weights: null,
    });
    for (const { unweighted, weighted } of panel.weighting?.changes ?? []) {
      if (weighted.change === null || unweighted.interval === null) continue;
      // Nothing in how the data was made ties being found again to the answers.
      expect(weighted.change).toBeGreaterThan(unweighted.interval.lower);
      expect(weighted.change).toBeLessThan(unweighted.interval.upper);
    }
  });

  it('parts every observed change into the standardised one and composition', () => {
    const shown = panel.standardised.filter(({ status }) => status === 'shown');
    expect(shown.length).toBeGreaterThan(5);
    for (const { observed, standardised, compositionPart } of shown) {
      expect((standardised.change ?? 0) + (compositionPart ?? 0)).toBeCloseTo(observed ?? Number.NaN, 12);
    }
  });
});

describe('the index of the demonstration as a scale', () => {
  it('has the alpha that the stored rows give by its definition', async () => {
    const { instruments } = await test.client.call('instrument.list', {});
    const options = new Map(
      instruments.flatMap(({ variables }) =>
        variables.map(({ id, options: list }) => [id as string, list.map(({ value }) => value)] as const),
      ),
    );
    const { items } = scale.spec;
    const scores = completeScores(options, items);
    const [wave] = scale.waves;
    expect(wave?.complete).toBe(scores.length);
    const own = items.reduce((sum, _, index) => sum + varianceOf(scores.map((row) => row[index] ?? 0)), 0);
    const whole = varianceOf(scores.map((row) => row.reduce((sum, score) => sum + score, 0)));
    expectDigits(wave?.alpha.value, (items.length / (items.length - 1)) * (1 - own / whole));
    expect(wave?.items.every(({ warning }) => warning === null)).toBe(true);
  });
});
