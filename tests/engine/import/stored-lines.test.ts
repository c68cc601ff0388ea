import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../support/engine';

const rows = 120_000;
const schools = Array.from({ length: 13 }, (_, index) => `Escuela Ñ ${index + 1}`);
const countries = ['Chile', 'chileno', 'Venezuela', 'venezolana', 'Haití', 'haitiano', 'Perú', 'Bolivia', ''];
const answers = ['Sí', 'No', ' sí ', ''];
const questions = Array.from({ length: 20 }, (_, index) => `P${index + 1}`);

/** Row numbers from 0 in the first column, and columns whose conversions look values up in lists. */
function table(): string {
  const lines = [`Medida;Escuela;Nacionalidad;Asiste;${questions.join(';')}`];
  for (let row = 0; row < rows; row += 1) {
    const school = schools[(row * 7) % schools.length];
    const country = countries[(row * 5) % countries.length];
    lines.push(
      `${row};${school};${country};${answers[row % 4]};${questions.map((_, index) => schools[(row * 3 + index) % 13]).join(';')}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

test('each stored row tells the line of the file it came from, however many lists its columns are compared with', async () => {
  const engine = await startTestEngine();
  try {
    await engine.client.call('project.create', { name: 'Orden', fileId: null });
    const fileId = await engine.stage('orden.csv', table());
    const inspection = await engine.client.call('import.inspect', { fileId, corrections: {} });
    const { wave, receipt } = await engine.client.call('wave.import', {
      fileId,
      sha256: inspection.sha256,
      dialect: inspection.dialect,
      columns: inspection.columns.map(({ proposal }) =>
        proposal.source === 0
          ? { ...proposal, type: 'integer', role: 'measure', action: 'keep', identity: null }
          : proposal,
      ),
      wave: { name: 'Antes', moment: 'ex-ante', startDate: null, endDate: null, isSynthetic: true },
      instrumentId: null,
      instrumentName: 'Orden',
      repeatedIdentifiers: 'set-aside',
    });
    expect(receipt.path).toBe('fast');
    await engine.engine.close();
    const database = await DuckDBInstance.create(path.join(engine.folder, 'projects', 'Orden.lineabase'), {
      access_mode: 'READ_ONLY',
    });
    const connection = await database.connect();
    const result = await connection.runAndReadAll(
      `select count(*)::integer, count(*) filter ("${wave.variableIds[0]}" + 2 <> line)::integer from "data_${wave.id}"`,
    );
    connection.closeSync();
    database.closeSync();
    expect(result.getRows()).toEqual([[rows, 0]]);
  } finally {
    await engine.close();
  }
}, 120_000);
