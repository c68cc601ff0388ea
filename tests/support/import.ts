import { tableFromIPC } from 'apache-arrow';
import type { MethodOutput } from '../../shared/contract';
import type { Dialect } from '../../shared/domain/dialect';
import type { FileId, InstrumentId } from '../../shared/domain/ids';
import type { ColumnPlan, ImportPlan, Inspection } from '../../shared/domain/import';
import { AppError } from '../../shared/errors';
import type { TestEngine } from './engine';

type PlanChanges = {
  wave?: Partial<ImportPlan['wave']>;
  columns?: (column: ColumnPlan) => ColumnPlan;
  instrumentId?: InstrumentId | null;
  rowUnit?: ImportPlan['rowUnit'];
  repeatedIdentifiers?: ImportPlan['repeatedIdentifiers'];
};

/** The plan of an analyst who accepts every proposal, with the changes given. */
export function acceptProposals(inspection: Inspection, changes: PlanChanges = {}): ImportPlan {
  const columns = inspection.columns.map(({ proposal }) => proposal);
  return {
    fileId: inspection.fileId,
    sha256: inspection.sha256,
    dialect: inspection.dialect,
    additionalFiles: [],
    label: null,
    codebookFileId: null,
    matches: [],
    columns: changes.columns ? columns.map(changes.columns) : columns,
    wave: {
      name: 'Medición',
      moment: 'ex-ante',
      startDate: null,
      endDate: null,
      isSynthetic: inspection.saysSynthetic,
      ...changes.wave,
    },
    instrumentId: changes.instrumentId ?? null,
    instrumentName: null,
    rowUnit: changes.rowUnit ?? 'person',
    repeatedIdentifiers: changes.repeatedIdentifiers ?? 'set-aside',
  };
}

/** Inspects and imports a file as proposed; with an instrument its columns are matched first. */
export async function importFile(
  test: TestEngine,
  fileId: FileId,
  changes: PlanChanges & { corrections?: Partial<Dialect> } = {},
): Promise<MethodOutput<'wave.import'> & { inspection: Inspection }> {
  const inspection = await test.client.call('import.inspect', {
    fileId,
    corrections: changes.corrections ?? {},
  });
  const plan = acceptProposals(inspection, changes);
  if (plan.instrumentId) {
    const matched = await test.client.call('import.match', {
      instrumentId: plan.instrumentId,
      columns: plan.columns,
    });
    plan.columns = matched.columns;
  }
  return { ...(await test.client.call('wave.import', plan)), inspection };
}

/** The stored rows of a wave by variable label; days as `yyyy-mm-dd`, missing as null. */
export async function storedRows(
  test: TestEngine,
  { wave, instrument }: Pick<MethodOutput<'wave.import'>, 'wave' | 'instrument'>,
): Promise<Record<string, unknown>[]> {
  const { table } = await test.client.call('wave.rows', { waveId: wave.id, offset: 0, limit: 1000 });
  const arrow = tableFromIPC(table);
  return Array.from({ length: arrow.numRows }, (_, index) => {
    const row = arrow.get(index)?.toJSON() ?? {};
    const named = instrument.variables
      .filter((variable) => wave.variableIds.includes(variable.id))
      .map(({ id, label, type }) => {
        const value: unknown = row[id];
        const isDay = type === 'date' && value !== null;
        return [label, isDay ? new Date(Number(value)).toISOString().slice(0, 10) : value];
      });
    return { line: row.line, ...Object.fromEntries(named) };
  });
}

/** The error a promise is rejected with; fails when it is fulfilled or rejected with anything else. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected a failure');
}
