import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChangeResult, ComparisonResult, ComparisonRow, WaveCell } from '../../shared/domain/comparison';
import type { VariableId } from '../../shared/domain/ids';
import type { ColumnPlan } from '../../shared/domain/import';
import type { Measure } from '../../shared/domain/indicator';
import type { Instrument } from '../../shared/domain/instrument';
import type { Wave } from '../../shared/domain/wave';
import { draft } from '../support/comparison-project';
import { startTestEngine, type TestEngine } from '../support/engine';

const folder = path.join(import.meta.dirname, '../fixtures/real');

const WaveFigures = z.object({
  n: z.number(),
  missing: z.number(),
  x: z.number().optional(),
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
});
const ExpectedCell = z.object({
  group: z.record(z.string(), z.string()),
  baseline: WaveFigures,
  followUp: WaveFigures,
  change: z.number(),
  lower: z.number(),
  upper: z.number(),
  test: z
    .object({
      name: z.string(),
      statistic: z.number().optional(),
      df: z.number().optional(),
      p: z.number(),
    })
    .nullable(),
  effectSize: z.object({ name: z.string(), value: z.number() }),
});
type ExpectedCell = z.infer<typeof ExpectedCell>;
const DataSet = z.object({
  baseline: z.object({ file: z.string(), rows: z.number() }),
  followUp: z.object({ file: z.string(), rows: z.number() }),
  matchedBy: z.string().nullable(),
  indicators: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['mean', 'proportion']),
      linkage: z.enum(['matched', 'independent']),
      definition: z.string(),
      breakdown: z.array(z.string()),
      cells: z.array(ExpectedCell),
    }),
  ),
});
type DataSet = z.infer<typeof DataSet>;
const expected = z
  .object({ apiclus1: DataSet, anorexia: DataSet, gss: DataSet })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));

/** Nine significant digits; a zero may come out as the rounding of numbers around 1. */
function expectClose(ours: number | null | undefined, theirs: number, what: string): void {
  expect(ours, what).toBeTypeOf('number');
  const distance = Math.abs((ours ?? Number.NaN) - theirs);
  const tolerance = theirs === 0 ? 1e-13 : 5e-10 * Math.abs(theirs);
  expect(distance, `${what}: ${ours} against ${theirs}`).toBeLessThanOrEqual(tolerance);
}

async function importWave(
  test: TestEngine,
  file: string,
  moment: 'ex-ante' | 'ex-post',
  dataSet: DataSet,
  instrument: Instrument | null,
): Promise<{ wave: Wave; instrument: Instrument }> {
  const fileId = await test.stage(file, readFileSync(path.join(folder, file)));
  const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
  const proposals = inspection.columns.map(({ proposal }): ColumnPlan => {
    if (proposal.header !== dataSet.matchedBy) return proposal;
    // What the analyst confirms: this column tells who is who.
    return { ...proposal, action: 'pseudonymise', type: 'identifier', role: 'identifier' };
  });
  const columns = instrument
    ? (await test.client.call('import.match', { instrumentId: instrument.id, columns: proposals })).columns
    : proposals;
  const {
    wave,
    instrument: after,
    receipt,
  } = await test.client.call('wave.import', {
    fileId,
    sha256: inspection.sha256,
    dialect: inspection.dialect,
    columns,
    wave: { name: file, moment, startDate: null, endDate: null, isSynthetic: false },
    instrumentId: instrument?.id ?? null,
    instrumentName: 'Datos reales',
    repeatedIdentifiers: 'stop',
  });
  expect(receipt.rowsRead).toBe(receipt.rowsKept + receipt.rowsSetAside);
  return { wave, instrument: after };
}

/** `api >= 700`, `nativeBorn = no` or `mean of weight`, as a measure. */
function measureOf(definition: string, instrument: Instrument): Measure {
  const variable = (header: string) => {
    const found = instrument.variables.find(({ label }) => label === header);
    if (!found) throw new Error(`no variable ${header}`);
    return found;
  };
  const mean = /^mean of (\S+)$/.exec(definition);
  if (mean) return { kind: 'mean', variableId: variable(mean[1] ?? '').id };
  const [, name = '', sign = '', value = ''] = /^(\S+) (>=|=) (\S+)$/.exec(definition) ?? [];
  const { id, type } = variable(name);
  if (sign === '>=') {
    return { kind: 'proportion', condition: { op: 'range', variableId: id, min: Number(value), max: null } };
  }
  const answer = type === 'boolean' ? String(value === 'yes') : value;
  return { kind: 'proportion', condition: { op: 'is', variableId: id, values: [answer] } };
}

function expectWave(cell: WaveCell | undefined, figures: z.infer<typeof WaveFigures>, what: string): void {
  expect(cell, what).toMatchObject({ status: 'shown', n: figures.n, missing: figures.missing });
  if (figures.x !== undefined) expect(cell?.numerator, what).toBe(figures.x);
  expectClose(cell?.estimate, figures.value, `${what} value`);
  expectClose(cell?.interval?.lower, figures.lower, `${what} lower`);
  expectClose(cell?.interval?.upper, figures.upper, `${what} upper`);
}

function expectChange(change: ChangeResult | undefined, cell: ExpectedCell, what: string): void {
  expectWave(change?.baseline, cell.baseline, `${what} baseline`);
  expectWave(change?.followUp, cell.followUp, `${what} follow-up`);
  expectClose(change?.change, cell.change, `${what} change`);
  expectClose(change?.interval?.lower, cell.lower, `${what} lower`);
  expectClose(change?.interval?.upper, cell.upper, `${what} upper`);
  expectClose(change?.effectSize?.value, cell.effectSize.value, `${what} effect`);
  expect(change?.effectSize?.name, what).toBe(cell.effectSize.name);
  expect(change?.test?.name, what).toBe(cell.test?.name);
  if (!cell.test) return;
  expectClose(change?.test?.p, cell.test.p, `${what} p`);
  if (cell.test.statistic !== undefined)
    expectClose(change?.test?.statistic, cell.test.statistic, `${what} statistic`);
  if (cell.test.df !== undefined) expectClose(change?.test?.df, cell.test.df, `${what} df`);
}

function findRow(
  result: ComparisonResult,
  instrument: Instrument,
  group: Record<string, string>,
): ComparisonRow | undefined {
  const wanted = Object.entries(group).map(([header, value]) => {
    const variable = instrument.variables.find(({ label }) => label === header);
    return { id: variable?.id, value: variable?.type === 'boolean' ? String(value === 'yes') : value };
  });
  return result.rows.find(
    ({ key }) =>
      key.length === wanted.length &&
      wanted.every(({ id, value }) => key.some((part) => part.variableId === id && part.value === value)),
  );
}

describe.each(Object.entries(expected))('the figures of %s are R’s', (_name, dataSet) => {
  let test: TestEngine;
  let instrument: Instrument;
  let waves: [Wave, Wave];

  beforeAll(async () => {
    test = await startTestEngine();
    const project = await test.client.call('project.create', { name: 'Datos reales', fileId: null });
    await test.client.call('project.configure', {
      settings: { ...project.settings, thresholdInternal: 1 },
      reason: 'Datos publicados, sin personas identificables.',
    });
    const first = await importWave(test, dataSet.baseline.file, 'ex-ante', dataSet, null);
    const second = await importWave(test, dataSet.followUp.file, 'ex-post', dataSet, first.instrument);
    instrument = second.instrument;
    waves = [first.wave, second.wave];
  });
  afterAll(() => test.close());

  it('keeps every row', () => {
    expect(waves.map(({ rows }) => rows)).toEqual([dataSet.baseline.rows, dataSet.followUp.rows]);
  });

  it('proposes the linkage', async () => {
    expect(await test.client.call('comparison.propose', {})).toMatchObject({
      baselineWaveId: waves[0].id,
      followUpWaveIds: [waves[1].id],
      linkage: dataSet.matchedBy ? 'matched' : 'independent',
      sharedPeople: dataSet.matchedBy ? dataSet.baseline.rows : 0,
    });
  });

  it.each(
    dataSet.indicators.map(
      (one) => [`${one.id} by ${one.breakdown.join(' and ') || 'everybody'}, ${one.linkage}`, one] as const,
    ),
  )('%s', async (_what, indicator) => {
    const saved = await test.client.call('indicator.save', {
      indicatorId: null,
      indicator: draft(measureOf(indicator.definition, instrument), { name: indicator.id }),
    });
    const breakdown = indicator.breakdown.map((header): VariableId => {
      const variable = instrument.variables.find(({ label }) => label === header);
      if (!variable) throw new Error(`no variable ${header}`);
      return variable.id;
    });
    const result = await test.client.call('comparison.compute', {
      baselineWaveId: waves[0].id,
      followUpWaveIds: [waves[1].id],
      indicatorIds: [saved.id],
      breakdown,
      linkage: indicator.linkage,
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'internal',
    });
    for (const cell of indicator.cells) {
      const what = JSON.stringify(cell.group);
      const row = findRow(result, instrument, cell.group);
      expectChange(row?.changes[0], cell, what);
      if (indicator.linkage === 'independent') {
        expectWave(row?.cells[0], cell.baseline, `${what} first wave`);
        expectWave(row?.cells[1], cell.followUp, `${what} second wave`);
      }
    }
  });
});
