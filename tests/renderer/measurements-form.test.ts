import { describe, expect, it } from 'vitest';
import { countFormOf, emptyCount } from '../../renderer/features/measurements/count-form';
import { readCount } from '../../renderer/features/measurements/count-spec';
import { proposeCount, proposeInstrument } from '../../renderer/features/measurements/propose-count';
import type { Condition } from '../../shared/domain/condition';
import { IndicatorId, InstrumentId, VariableId, WaveId } from '../../shared/domain/ids';
import { Instrument } from '../../shared/domain/instrument';
import { type MeasurementSpec, measurementKinds } from '../../shared/domain/measurement';
import { wave } from './support/fixtures';

const instrumentId = InstrumentId.parse('ins_aaaaaa');
const id = (name: string) => VariableId.parse(`var_${name.padEnd(6, '0')}`);
const is: Condition = { op: 'is', variableId: id('estado'), values: ['si'] };
const shared = { instrumentId, waveIds: [], filter: is, confidenceLevel: 0.9 };

/** One whole specification of each kind. */
const specs: MeasurementSpec[] = [
  { kind: 'figures', ...shared, indicatorIds: [IndicatorId.parse('ind_aaaaaa')], breakdownId: id('sexo') },
  {
    kind: 'cases',
    ...shared,
    dateId: id('fecha'),
    resolvedId: id('cierre'),
    splitIds: [id('canal')],
    standards: [{ id: 'respuesta', label: 'Respuesta escrita', condition: is }],
    cutDate: '2022-12-01',
    period: 'quarter',
  },
  {
    kind: 'meetings',
    ...shared,
    dateId: id('fecha'),
    bodyId: id('mesa'),
    held: is,
    schedule: [{ body: 'inst', label: 'Mesa', every: 'quarter', from: '2024-04-03', to: '2024-10-08' }],
  },
  {
    kind: 'attendance',
    ...shared,
    sessionId: id('taller'),
    dateId: null,
    personId: id('codigo'),
    countId: null,
    attended: is,
    splitIds: [],
  },
  {
    kind: 'funnel',
    ...shared,
    stages: [
      { id: 'oriented', label: 'Orientadas', condition: null },
      { id: 'filed', label: 'Con solicitud', condition: is },
    ],
    splitId: null,
  },
  {
    kind: 'coverage',
    ...shared,
    unitId: id('rbd'),
    inTarget: is,
    covered: is,
    targetShare: 0.8,
    splitId: null,
  },
  {
    kind: 'coding',
    ...shared,
    textId: id('texto'),
    stageId: id('etapa'),
    codes: [{ id: 'salud', label: 'Salud', description: '' }],
  },
  {
    kind: 'ledger',
    ...shared,
    dateId: id('fecha'),
    itemId: id('item'),
    directionId: id('sentido'),
    inValues: ['entra'],
    outValues: ['sale'],
    quantityId: id('kilos'),
    unit: 'kg',
    openings: [{ item: 'Ropa', quantity: 12.5 }],
    period: 'year',
  },
  {
    kind: 'contrast',
    ...shared,
    indicatorIds: [IndicatorId.parse('ind_aaaaaa')],
    groupId: id('grupo'),
    exposedValues: ['con'],
    comparisonValues: ['sin'],
    baselineWaveId: WaveId.parse('wav_aaaaaa'),
    followUpWaveId: null,
    linkage: 'matched',
  },
];

describe('the form of a count', () => {
  it('has a case here for each kind', () => {
    expect(specs.map(({ kind }) => kind)).toEqual([...measurementKinds]);
  });

  it.each(specs)('gives back a saved count of kind $kind unchanged', (spec) => {
    expect(readCount(countFormOf({ name: 'Uno', spec }))).toEqual({ spec, missing: [] });
  });

  it.each(measurementKinds)('names what an empty count of kind %s still lacks', (kind) => {
    const read = readCount(emptyCount(kind, instrumentId));
    expect(read.spec).toBeNull();
    expect(read.missing.length).toBeGreaterThan(0);
  });

  it('keeps the names of figures when a stage is called otherwise or moved', () => {
    const funnel = specs.find(({ kind }) => kind === 'funnel');
    if (!funnel) throw new Error('no funnel');
    const form = countFormOf({ name: 'Uno', spec: funnel });
    const named = [...form.named].reverse().map((line) => ({ ...line, label: `${line.label} (2024)` }));
    const { spec } = readCount({ ...form, named });
    expect(spec?.kind === 'funnel' && spec.stages.map((stage) => [stage.id, stage.label])).toEqual([
      ['filed', 'Con solicitud (2024)'],
      ['oriented', 'Orientadas (2024)'],
    ]);
  });

  it('asks for a calendar whose days are in order', () => {
    const meetings = specs.find(({ kind }) => kind === 'meetings');
    if (!meetings) throw new Error('no meetings');
    const form = countFormOf({ name: 'Uno', spec: meetings });
    const schedule = form.schedule.map((line) => ({ ...line, to: '2024-01-01' }));
    expect(readCount({ ...form, schedule }).missing).toEqual(['schedule']);
  });
});

describe('what is proposed', () => {
  const variable = (name: string, label: string, type: string, options: string[] = []) => ({
    id: id(name),
    name,
    label,
    type,
    role: 'measure',
    options: options.map((value) => ({ value, label: value })),
    missingCodes: [],
    unit: name === 'kilos' ? 'kg' : null,
    identity: null,
  });
  const ledger = Instrument.parse({
    id: instrumentId,
    name: 'Libro de donaciones',
    version: 1,
    rowUnit: 'movement',
    createdAt: '2024-03-05T12:00:00Z',
    variables: [
      variable('edad', 'Antigüedad', 'integer'),
      variable('kilos', 'Cantidad en kilos', 'decimal'),
      variable('fecha', 'Fecha del movimiento', 'date'),
      variable('item', 'Producto', 'text'),
      variable('sentido', 'Tipo de movimiento', 'single', ['Recibido', 'Entregado']),
    ],
  });
  const known = { instruments: [ledger], waves: [wave], indicators: [] };

  it('fills a ledger from the names of its columns and answers', () => {
    const { spec } = readCount(proposeCount('ledger', ledger, known));
    expect(spec).toMatchObject({
      kind: 'ledger',
      dateId: id('fecha'),
      itemId: id('item'),
      quantityId: id('kilos'),
      directionId: id('sentido'),
      inValues: ['Recibido'],
      outValues: ['Entregado'],
      unit: 'kg',
    });
  });

  it('takes the register whose rows are what is counted', () => {
    const people = { ...ledger, id: InstrumentId.parse('ins_people'), rowUnit: 'person' as const };
    const waves = [wave, { ...wave, instrumentId: people.id }];
    const both = { instruments: [people, ledger], waves, indicators: [] };
    expect(proposeInstrument('ledger', both)?.id).toBe(instrumentId);
    expect(proposeInstrument('funnel', both)?.id).toBe(people.id);
  });
});
