import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { computeMeasurement } from '../../../electron/engine/measurements/compute';
import { getInstrument } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import { InstrumentId } from '../../../shared/domain/ids';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import { type ComparisonProject, startComparisonProject, variableId } from '../../support/comparison-project';

const call = { signal: neverCancelled, report: () => undefined };
let project: ComparisonProject;

function movement(dia: string | null, producto: string, sentido: string | null, kilos: number | null) {
  return { dia, producto, sentido, kilos };
}

const rows = [
  ...Array.from({ length: 10 }, () => movement('2018-07-03', 'arroz', 'entra', 0.1)),
  movement('2018-07-20', 'arroz', 'sale', 0.3),
  movement('2018-09-02', 'arroz', 'sale', 0.7),
  movement('2018-07-05', 'leche', 'entra', 12.5),
  movement('2018-08-01', 'leche', 'sale', 20),
  movement('2018-09-15', 'leche', 'entra', 10.25),
  movement(null, 'leche', 'entra', 1),
  movement('2018-08-09', 'leche', 'presta', 4),
  movement('2018-08-10', 'leche', null, 4),
  movement('2018-08-11', 'leche', 'sale', null),
  movement('2018-09-16', 'leche', 'sale', -2),
];

const spec: SpecOf<'ledger'> = {
  kind: 'ledger',
  instrumentId: InstrumentId.parse('ins_first0'),
  waveIds: [],
  filter: null,
  confidenceLevel: 0.95,
  dateId: variableId('dia'),
  itemId: variableId('producto'),
  directionId: variableId('sentido'),
  inValues: ['entra'],
  outValues: ['sale'],
  quantityId: variableId('kilos'),
  unit: 'kg',
  openings: [{ item: 'arroz', quantity: 0.2 }],
  period: 'month',
};

function compute(more: Partial<SpecOf<'ledger'>> = {}): Promise<MeasurementResult> {
  return computeMeasurement(project.context, { spec: { ...spec, ...more }, audience: 'publication' }, call);
}

function figure(result: MeasurementResult, key: string) {
  const found = result.figures.find((one) => one.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
}

async function declareRows(rowUnit: 'movement' | 'person'): Promise<void> {
  await project.context.project().write(neverCancelled, async (session) => {
    const instrument = await getInstrument(session, spec.instrumentId);
    await replaceDefinition(session, 'instrument', instrument.id, { ...instrument, rowUnit });
  });
}

beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      dia: { type: 'date' },
      producto: { type: 'single', options: ['arroz', 'leche'] },
      sentido: { type: 'single', options: ['entra', 'sale'] },
      kilos: { type: 'decimal' },
    },
    waves: [{ name: 'Libro', rows }],
    indicators: [],
  });
  await declareRows('movement');
});
afterAll(() => project.close());

describe('a ledger of quantities', () => {
  it('adds tenths without drift and carries the balance on from the opening', async () => {
    const result = await compute();
    expect(figure(result, 'received/item:arroz')).toMatchObject({ value: 1, unit: 'kg', of: ['ARROZ'] });
    expect(figure(result, 'handed-out/item:arroz').value).toBe(1);
    expect(figure(result, 'balance/item:arroz').value).toBe(0.2);
    expect(
      ['2018-07', '2018-08', '2018-09'].map(
        (period) => figure(result, `balance/item:arroz/period:${period}`).value,
      ),
    ).toEqual([0.9, 0.9, 0.2]);
    expect(figure(result, 'received/item:arroz/period:2018-08')).toMatchObject({ value: 0, n: 0 });
    expect(figure(result, 'received').value).toBe(24.75);
    expect(figure(result, 'lowest-balance/item:arroz')).toMatchObject({ value: 0.2, period: '2018-09' });
  });

  it('keeps a balance below zero and names its item, first month and quantity', async () => {
    const result = await compute();
    expect(figure(result, 'balance/item:leche/period:2018-08')).toMatchObject({
      status: 'shown',
      value: -7.5,
    });
    expect(result.notices.filter(({ code }) => code === 'balance-negative')).toEqual([
      {
        code: 'balance-negative',
        details: { item: 'LECHE', period: '2018-08', quantity: -7.5, unit: 'kg' },
      },
    ]);
  });

  it('tells rows without a date, side or quantity and negative quantities, and counts what it can of them', async () => {
    const result = await compute();
    const told = new Map(result.notices.map(({ code, details }) => [code, details]));
    expect(told.get('undated')).toEqual({ count: 1 });
    expect(told.get('direction-unknown')).toEqual({ count: 2, values: '«presta»' });
    expect(told.get('quantity-missing')).toEqual({ count: 1 });
    expect(told.get('quantity-negative')).toEqual({ count: 1 });
    // 12.5 + 10.25 + 1 in; 20 - 2 out, the negative row as it stands.
    expect(figure(result, 'received/item:leche').value).toBe(23.75);
    expect(figure(result, 'handed-out/item:leche').value).toBe(18);
  });

  it('gives every cell of its tables and series a figure', async () => {
    const result = await compute({ period: 'quarter' });
    const keys = new Set(result.figures.map(({ key }) => key));
    const cells = result.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
    const drawn = result.charts.flatMap((chart) =>
      chart.kind === 'periods' ? chart.series.flatMap((series) => series.keys) : [],
    );
    expect([...cells, ...drawn, ...result.headline].filter((key) => key !== null && !keys.has(key))).toEqual(
      [],
    );
    expect(figure(result, 'balance/item:leche/period:2018-Q3').value).toBe(4.75);
  });

  it('refuses a value that is in and out at once, and a quantity that is no number', async () => {
    await expect(compute({ outValues: ['entra'] })).rejects.toMatchObject({ code: 'measurement-invalid' });
    await expect(compute({ quantityId: variableId('producto') })).rejects.toMatchObject({
      code: 'variable-type',
    });
  });

  it('protects sums of few rows where each row is a person', async () => {
    await declareRows('person');
    const result = await compute();
    await declareRows('movement');
    expect(figure(result, 'received/item:leche')).toMatchObject({ status: 'suppressed', value: null });
    expect(figure(result, 'balance/item:arroz/period:2018-08').status).toBe('suppressed');
    expect(result.notices.some(({ code }) => code === 'balance-negative')).toBe(false);
    expect(result.notices.filter(({ details }) => 'count' in details)).toEqual([]);
  });
});
