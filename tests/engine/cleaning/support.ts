import type { MethodInput, MethodOutput } from '../../../shared/contract';
import type { VariableId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';

export type Imported = MethodOutput<'wave.import'>;
export type Change = MethodInput<'cleaning.add'>['change'];

/** Synthetic answers: a place spelled two ways, a scale, a number, several needs, a text. */
export const firstFile = [
  'folio;lugar;opinión;edad;nota;necesidades;comentario;fecha;asiste',
  'a1;Valpo;Nunca;8;4,5;Salud, Vivienda;bien;01-03-2024;Sí',
  'a2;Valparaíso;A veces;9;5,5;Salud;mal;02-03-2024;No',
  'a3;Valpo;Siempre;99;6,0;Vivienda, Trabajo;regular;03-03-2024;Sí',
  'a4;Quilpué;Nunca;10;;Trabajo;;04-03-2024;No',
  'a5;Quilpué;Siempre;11;7,0;;bien;05-03-2024;Sí',
  '',
].join('\r\n');

const types: Record<string, Partial<ColumnPlan>> = {
  folio: { type: 'identifier', role: 'identifier', action: 'pseudonymise' },
  lugar: { type: 'single' },
  opinión: { type: 'ordinal' },
  edad: { type: 'integer' },
  nota: { type: 'decimal' },
  necesidades: { type: 'multiple', optionSeparator: ', ' },
  comentario: { type: 'text', options: [] },
  fecha: { type: 'date', dateOrder: 'dmy' },
  asiste: { type: 'boolean' },
};
const lists: Record<string, string[]> = {
  lugar: ['Valpo', 'Valparaíso', 'Quilpué'],
  opinión: ['Nunca', 'A veces', 'Siempre'],
  necesidades: ['Salud', 'Vivienda', 'Trabajo'],
};

/** The column as the synthetic files need it, whatever was detected. */
export function settled(column: ColumnPlan): ColumnPlan {
  const base = {
    ...column,
    ...types[column.header],
    missingCodes: [],
    identity: null,
    recodes: [],
    standard: null,
  };
  const list = lists[column.header];
  if (!list) return { ...base, options: [] };

  return { ...base, options: list.map((value) => ({ value, label: value })) };
}

export async function importFirst(test: TestEngine, content = firstFile): Promise<Imported> {
  return importFile(test, await test.stage('primera.csv', content), { columns: settled });
}

/** The variable of this label. */
export function idOf({ instrument }: Pick<Imported, 'instrument'>, label: string): VariableId {
  const found = instrument.variables.find((variable) => variable.label === label);
  if (!found) throw new Error(`no variable ${label}`);
  return found.id;
}

/** One column of the stored rows, in the order of the lines. */
export async function column(test: TestEngine, imported: Imported, label: string): Promise<unknown[]> {
  return (await storedRows(test, imported)).map((row) => row[label]);
}

/** Adds an entry to the log of the wave. */
export function add(
  test: TestEngine,
  imported: Imported,
  label: string,
  change: Change,
  scope: 'wave' | 'instrument' = 'instrument',
) {
  return test.client.call('cleaning.add', {
    waveId: imported.wave.id,
    variableId: idOf(imported, label),
    scope,
    change,
    who: 'Oficina de Migraciones',
    reason: 'revisado con la escuela',
  });
}

/** A later file of the same instrument, read and matched as the first one was. */
export async function importLater(test: TestEngine, first: Imported, content: string): Promise<Imported> {
  return importFile(test, await test.stage('segunda.csv', content), {
    instrumentId: first.instrument.id,
    wave: { name: 'Segunda', moment: 'ex-post' },
    columns: settled,
  });
}
