import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashJson } from '../../../electron/engine/comparison/result-hash';
import { ident, sql } from '../../../electron/engine/db/sql';
import { measurementRows } from '../../../electron/engine/practices/basis/measurement-basis';
import { waveTable } from '../../../electron/engine/projects/open-project';
import { type ProjectDefinitions, readDefinitions } from '../../../electron/engine/reports/content-hash';
import { neverCancelled } from '../../../shared/cancel';
import { InstrumentId } from '../../../shared/domain/ids';
import { MeasurementSpec } from '../../../shared/domain/measurement';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

/** A synthetic register: lines 2 to 13, one row a month of 2024; odd lines are of the web, even ones in person. */
const rows = Array.from({ length: 12 }, (_, index): Record<string, CellValue> => {
  const month = String(index + 1).padStart(2, '0');
  return {
    persona: `p${index}`,
    dia: `2024-${month}-10`,
    cierre: index < 8 ? `2024-${month}-20` : null,
    canal: index % 2 === 0 ? 'presencial' : 'web',
    aviso: index % 3 === 0,
    firma: index % 4 === 0,
    producto: index % 2 === 0 ? 'arroz' : 'leche',
    sentido: index < 6 ? 'entra' : 'sale',
    kilos: 10 + index,
    puntaje: 3 + (index % 4),
    grupo: index < 4 ? 'taller' : index < 8 ? 'otro' : 'nadie',
  };
});

let project: ComparisonProject;
let definitions: ProjectDefinitions;
beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      persona: { type: 'identifier' },
      dia: { type: 'date' },
      cierre: { type: 'date' },
      canal: { type: 'single', options: ['presencial', 'web'] },
      aviso: { type: 'boolean' },
      firma: { type: 'boolean' },
      producto: { type: 'single', options: ['arroz', 'leche'] },
      sentido: { type: 'single', options: ['entra', 'sale'] },
      kilos: { type: 'decimal' },
      puntaje: { type: 'integer' },
      grupo: { type: 'single', options: ['taller', 'otro', 'nadie'] },
    },
    // The person of line 13 is another one in the second wave.
    waves: [
      { name: 'Antes', rows },
      { name: 'Después', rows: rows.map((row, index) => (index === 11 ? { ...row, persona: 'p99' } : row)) },
    ],
    indicators: [draft({ kind: 'mean', variableId: variableId('puntaje') }, { name: 'Puntaje' })],
  });
  definitions = await project.context.project().read(neverCancelled, readDefinitions);
});
afterAll(() => project.close());

const is = (name: string) => ({ op: 'is', variableId: variableId(name), values: ['true'] });
const source = {
  instrumentId: InstrumentId.parse('ins_first0'),
  waveIds: [],
  filter: null,
  confidenceLevel: 0.95,
};
const specs = {
  cases: {
    kind: 'cases',
    dateId: variableId('dia'),
    resolvedId: variableId('cierre'),
    splitIds: [variableId('canal')],
    standards: [
      { id: 'aviso', label: 'Avisa', condition: is('aviso') },
      { id: 'firma', label: 'Firma', condition: is('firma') },
    ],
    cutDate: '2024-07-01',
    period: 'month',
  },
  ledger: {
    kind: 'ledger',
    dateId: variableId('dia'),
    itemId: variableId('producto'),
    directionId: variableId('sentido'),
    inValues: ['entra'],
    outValues: ['sale'],
    quantityId: variableId('kilos'),
    unit: 'kg',
    openings: [],
    period: 'month',
  },
  meetings: {
    kind: 'meetings',
    dateId: variableId('dia'),
    bodyId: variableId('canal'),
    held: is('aviso'),
    schedule: [
      { body: 'web', label: 'Web', every: 'quarter', from: '2024-01-01', to: '2024-12-31' },
      { body: 'presencial', label: 'Presencial', every: 'quarter', from: '2024-01-01', to: '2024-12-31' },
    ],
  },
  attendance: {
    kind: 'attendance',
    sessionId: variableId('producto'),
    dateId: variableId('dia'),
    personId: variableId('persona'),
    countId: null,
    attended: is('aviso'),
    splitIds: [variableId('canal')],
  },
  coverage: {
    kind: 'coverage',
    unitId: null,
    inTarget: is('firma'),
    covered: is('aviso'),
    targetShare: 0.5,
    splitId: variableId('canal'),
  },
  figures: { kind: 'figures', indicatorIds: [indicatorId(0)], breakdownId: variableId('canal') },
  contrast: {
    kind: 'contrast',
    indicatorIds: [indicatorId(0)],
    groupId: variableId('grupo'),
    exposedValues: ['taller'],
    comparisonValues: ['otro'],
    baselineWaveId: null,
    followUpWaveId: null,
    linkage: 'matched',
  },
};
type Kind = keyof typeof specs;

const own = `indicator:${indicatorId(0)}`;
const keys: Record<Kind, string[]> = {
  cases: [
    'cases',
    'cases/split:canal=web',
    'cases/period:2024-02',
    'median-days',
    'case-share/split:canal=web',
    'standard-met/standard:aviso',
    'standard-met/standard:aviso/phase:after',
    'all-standards',
    'change/standard:firma',
  ],
  ledger: [
    'received',
    'received/item:arroz',
    'received/period:2024-03',
    'balance/period:2024-03',
    'balance/item:leche/period:2024-12',
  ],
  meetings: ['kept-share/body:web', 'kept-share/body:presencial', 'meetings-held/body:web/period:2024-Q1'],
  attendance: [
    'attendances',
    'attendances/session:arroz',
    'attendances/split:canal=web',
    'retention/session:leche',
    'people/period:2024',
  ],
  coverage: ['coverage', 'coverage/split:canal=web', `coverage/wave:${waveId(1)}`],
  figures: [
    `indicator/${own}/wave:${waveId(0)}`,
    `indicator/${own}/wave:${waveId(1)}`,
    `indicator/${own}/split:canal=web/wave:${waveId(0)}`,
  ],
  contrast: [`change-exposed/${own}`, `change-comparison/${own}`, `difference-in-changes/${own}`],
};

async function hashes(kind: Kind): Promise<string[]> {
  const spec = MeasurementSpec.parse({ ...source, ...specs[kind] });
  return project.context.project().read(neverCancelled, async (session) => {
    const found: string[] = [];
    for (const key of keys[kind])
      found.push(hashJson((await measurementRows(session, spec, key, definitions)).data));
    return found;
  });
}

function write(wave: 0 | 1, line: number, name: string, value: string | null): Promise<void> {
  return project.context
    .project()
    .write(neverCancelled, (session) =>
      session.run(
        sql`update ${ident(waveTable(waveId(wave)))} set ${ident(variableId(name))} = ${value} where line = ${line}::integer`,
      ),
    );
}

const edits: [kind: Kind, what: string, edit: [0 | 1, number, string, string | null], changed: string[]][] = [
  [
    'cases',
    'the channel of a case',
    [0, 2, 'canal', 'web'],
    ['cases/split:canal=web', 'case-share/split:canal=web'],
  ],
  ['cases', 'the day a case was closed', [0, 2, 'cierre', '2024-01-25'], ['median-days']],
  [
    'cases',
    'whether a case before the protocol got its notice',
    [0, 2, 'aviso', 'false'],
    ['standard-met/standard:aviso', 'all-standards'],
  ],
  [
    'cases',
    'whether a case after it got its notice',
    [0, 10, 'aviso', 'true'],
    ['standard-met/standard:aviso', 'standard-met/standard:aviso/phase:after', 'all-standards'],
  ],
  [
    'cases',
    'whether a case was signed',
    [0, 10, 'firma', 'false'],
    ['all-standards', 'change/standard:firma'],
  ],
  ['cases', 'something a case does not use', [0, 2, 'kilos', '99'], []],
  [
    'ledger',
    'a quantity of March',
    [0, 4, 'kilos', '99'],
    ['received', 'received/item:arroz', 'received/period:2024-03', 'balance/period:2024-03'],
  ],
  [
    'ledger',
    'a quantity of February, of another kind',
    [0, 3, 'kilos', '99'],
    ['received', 'balance/period:2024-03', 'balance/item:leche/period:2024-12'],
  ],
  ['ledger', 'a quantity after March', [0, 12, 'kilos', '99'], ['received', 'received/item:arroz']],
  [
    'meetings',
    'whether a meeting of the web was held',
    [0, 3, 'aviso', 'true'],
    ['kept-share/body:web', 'meetings-held/body:web/period:2024-Q1'],
  ],
  ['meetings', 'whether one of May was', [0, 7, 'aviso', 'true'], ['kept-share/body:web']],
  [
    'attendance',
    'whether somebody came',
    [0, 3, 'aviso', 'true'],
    ['attendances', 'attendances/split:canal=web', 'retention/session:leche', 'people/period:2024'],
  ],
  ['coverage', 'whether a unit is covered', [0, 2, 'aviso', 'false'], ['coverage']],
  [
    'coverage',
    'the same in the second wave, of the web',
    [1, 3, 'aviso', 'true'],
    ['coverage', 'coverage/split:canal=web', `coverage/wave:${waveId(1)}`],
  ],
  ['figures', 'a score of the first wave', [0, 2, 'puntaje', '7'], [`indicator/${own}/wave:${waveId(0)}`]],
  [
    'figures',
    'a score of the web',
    [0, 3, 'puntaje', '7'],
    [`indicator/${own}/wave:${waveId(0)}`, `indicator/${own}/split:canal=web/wave:${waveId(0)}`],
  ],
  [
    'contrast',
    'a score of somebody who took part',
    [1, 2, 'puntaje', '7'],
    [`change-exposed/${own}`, `difference-in-changes/${own}`],
  ],
  [
    'contrast',
    'a score of somebody compared with',
    [0, 7, 'puntaje', '7'],
    [`change-comparison/${own}`, `difference-in-changes/${own}`],
  ],
  ['contrast', 'a score of somebody in neither group', [0, 11, 'puntaje', '7'], []],
  ['contrast', 'who took part', [0, 2, 'grupo', 'otro'], keys.contrast],
];

describe('what a figure of a count rests on', () => {
  it.each(edits)('%s: %s', async (kind, _what, [wave, line, name, value], changed) => {
    const before = await hashes(kind);
    const stored = (wave === 1 && line === 13 ? { persona: 'p99' } : rows[line - 2]) ?? {};
    await write(wave, line, name, value);
    const after = await hashes(kind);
    const original = stored[name];
    await write(wave, line, name, original === null || original === undefined ? null : String(original));
    expect(keys[kind].filter((_, index) => before[index] !== after[index])).toEqual(changed);
    expect(await hashes(kind)).toEqual(before);
  });
});
