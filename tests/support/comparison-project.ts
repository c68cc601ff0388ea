import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { comparisonHandlers } from '../../electron/engine/comparison/handlers';
import type { AllHandlers, EngineContext } from '../../electron/engine/context';
import type { Session } from '../../electron/engine/db/session';
import { ident, join, type Sql, sql } from '../../electron/engine/db/sql';
import { replaceDefinition } from '../../electron/engine/definitions/definition-store';
import { historyHandlers } from '../../electron/engine/definitions/handlers';
import { designHandlers } from '../../electron/engine/design/handlers';
import { dispatch } from '../../electron/engine/dispatch';
import { FileStore } from '../../electron/engine/files/file-store';
import { indicatorHandlers } from '../../electron/engine/indicators/handlers';
import { waveTable, writeMeta } from '../../electron/engine/projects/open-project';
import { ProjectSession } from '../../electron/engine/projects/project-session';
import { variableComparisonHandlers } from '../../electron/engine/variable-comparison/handlers';
import { neverCancelled } from '../../shared/cancel';
import { type Client, createClient } from '../../shared/client';
import type { ComparisonSpec } from '../../shared/domain/comparison';
import { IndicatorId, InstrumentId, VariableId, WaveId } from '../../shared/domain/ids';
import type { IndicatorDraft, Measure } from '../../shared/domain/indicator';
import { Indicator } from '../../shared/domain/indicator';
import { Instrument, type Variable, type VariableType } from '../../shared/domain/instrument';
import type { ProjectSettings } from '../../shared/domain/project';
import { Wave } from '../../shared/domain/wave';

export const at = '2024-11-20T12:00:00.000Z';
export type CellValue = string | number | boolean | readonly string[] | null;
export type WaveFixture = {
  name: string;
  moment?: Wave['moment'];
  instrument?: string;
  /** One object a row, by the variable's name; a name no row has is a question the wave did not ask. */
  rows: readonly Record<string, CellValue>[];
};
export type VariableFixture = {
  type: VariableType;
  role?: Variable['role'];
  label?: string;
  options?: readonly string[];
};

export function variableId(name: string): VariableId {
  return VariableId.parse(`var_${name.replaceAll(/[^a-z0-9]/g, '').padEnd(6, '0')}`);
}

export function waveId(position: number): WaveId {
  return WaveId.parse(`wav_wave00${position}`);
}

export function indicatorId(position: number): IndicatorId {
  return IndicatorId.parse(`ind_indicator${position}`);
}

const columnTypes: Record<VariableType, Sql> = {
  integer: sql`bigint`,
  decimal: sql`double`,
  date: sql`date`,
  datetime: sql`timestamp`,
  boolean: sql`boolean`,
  single: sql`varchar`,
  ordinal: sql`varchar`,
  multiple: sql`varchar[]`,
  text: sql`varchar`,
  identifier: sql`varchar`,
};

export function makeVariable(name: string, fixture: VariableFixture): Variable {
  return {
    id: variableId(name),
    name,
    label: fixture.label ?? name,
    type: fixture.type,
    role: fixture.role ?? (fixture.type === 'identifier' ? 'identifier' : 'measure'),
    options: (fixture.options ?? []).map((value) => ({ value, label: `${value.toUpperCase()}` })),
    missingCodes: [],
    unit: null,
    identity: null,
    standard: null,
    notApplicableCodes: [],
  };
}

export function draft(measure: Measure, more: Partial<IndicatorDraft> = {}): IndicatorDraft {
  return {
    name: 'Indicador',
    definition: '',
    measure,
    filter: null,
    missingRule: 'exclude',
    direction: 'higher',
    unit: '',
    decimals: 1,
    target: null,
    justification: '',
    verification: '',
    responsible: '',
    ...more,
  };
}

export async function makeWaveTable(
  session: Session,
  id: string,
  variables: readonly Variable[],
  rows: WaveFixture['rows'],
): Promise<void> {
  const columns = variables.map((variable) => sql`${ident(variable.id)} ${columnTypes[variable.type]}`);
  await session.run(sql`create table ${ident(waveTable(id))} (${join([sql`line integer`, ...columns])})`);
  for (let start = 0; start < rows.length; start += 200) {
    const tuples = rows.slice(start, start + 200).map((row, index) => {
      const values = variables.map(
        (variable) => sql`cast(${row[variable.name] ?? null} as ${columnTypes[variable.type]})`,
      );
      return sql`(${join([sql`${start + index + 2}`, ...values])})`;
    });
    await session.run(sql`insert into ${ident(waveTable(id))} values ${join(tuples)}`);
  }
}

export type ComparisonProject = {
  client: Client;
  context: EngineContext;
  variables: Record<string, Variable>;
  spec(more?: Partial<ComparisonSpec>): ComparisonSpec;
  close(): Promise<void>;
};

/** A project with one instrument (or one for each name in `instrument`), its waves and indicators, written straight into its tables. */
export async function startComparisonProject(fixture: {
  variables: Record<string, VariableFixture>;
  waves: readonly WaveFixture[];
  indicators: readonly IndicatorDraft[];
  settings?: Partial<ProjectSettings>;
}): Promise<ComparisonProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-comparison-'));
  let counter = 0;
  const newId = (prefix: string): string => {
    counter += 1;
    return `${prefix}_test${String(counter).padStart(6, '0')}`;
  };
  const options: EngineContext['options'] = {
    host: 'memory',
    dataFolder: folder,
    projectsFolder: folder,
    resourcesFolder: folder,
    hasDialogs: false,
    keyStore: null,
    now: () => new Date(at),
    randomBytes: (size) => new Uint8Array(size),
    log: (line) => process.stderr.write(`${line}\n`),
  };
  const files = new FileStore(path.join(folder, 'staging'), newId);
  await files.prepare();
  const projects = new ProjectSession({ options, stagingFolder: files.stagingFolder, newId });
  const project = await projects.create('Prueba', path.join(folder, 'prueba.lineabase'), false);
  const context: EngineContext = {
    options,
    files,
    projects,
    project: () => projects.require(),
    newId,
    instant: () => at,
  };
  const variables = Object.entries(fixture.variables).map(([name, one]) => makeVariable(name, one));
  await project.write(neverCancelled, async (session) => {
    for (const name of new Set(fixture.waves.map(({ instrument = 'first0' }) => instrument))) {
      const instrument = Instrument.parse({
        id: `ins_${name}`,
        name,
        version: 1,
        variables,
        createdAt: at,
      });
      await replaceDefinition(session, 'instrument', instrument.id, instrument);
    }
    for (const [position, wave] of fixture.waves.entries())
      await storeWave(session, position, wave, variables);
    for (const [position, indicator] of fixture.indicators.entries()) {
      const stored = Indicator.parse({
        ...indicator,
        id: indicatorId(position),
        createdAt: at,
        updatedAt: at,
      });
      await replaceDefinition(session, 'indicator', stored.id, stored);
    }
    const settings = {
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      thresholdPublication: 10,
      thresholdInternal: 5,
      ...fixture.settings,
    };
    await writeMeta(session, 'settings', JSON.stringify(settings));
  });
  // Only the methods of indicators, designs and comparisons are called.
  const handlers = {
    ...comparisonHandlers,
    ...designHandlers,
    ...historyHandlers,
    ...indicatorHandlers,
    ...variableComparisonHandlers,
  } as unknown as AllHandlers;
  return {
    client: createClient((method, input, signal) => dispatch(context, handlers, method, input, signal)),
    context,
    variables: Object.fromEntries(variables.map((variable) => [variable.name, variable])),
    spec: (more = {}) => ({
      baselineWaveId: waveId(0),
      followUpWaveIds: fixture.waves.slice(1).map((_, position) => waveId(position + 1)),
      indicatorIds: fixture.indicators.map((_, position) => indicatorId(position)),
      breakdown: [],
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'internal',
      ...more,
    }),
    async close() {
      await projects.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function storeWave(
  session: Session,
  position: number,
  fixture: WaveFixture,
  variables: readonly Variable[],
): Promise<void> {
  const id = waveId(position);
  const asked = new Set(fixture.rows.flatMap((row) => Object.keys(row)));
  const answered = variables.filter(({ name }) => asked.has(name));
  await makeWaveTable(session, id, answered, fixture.rows);
  const wave = Wave.parse({
    id,
    name: fixture.name,
    moment: fixture.moment ?? (position === 0 ? 'ex-ante' : 'ex-post'),
    startDate: `${2022 + position}-06-01`,
    endDate: null,
    isSynthetic: true,
    instrumentId: InstrumentId.parse(`ins_${fixture.instrument ?? 'first0'}`),
    variableIds: answered.map((variable) => variable.id),
    rows: fixture.rows.length,
    fileName: 'prueba.csv',
    fileSha256: 'a'.repeat(64),
    dataSha256: String(position).repeat(64),
    importedAt: at,
  });
  await session.run(sql`insert into wave values (${id}, ${JSON.stringify(wave)}, '{}')`);
}
