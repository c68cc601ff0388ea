import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../electron/engine/db/sql';
import { moveInHistory, replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { measurementHandlers } from '../../../electron/engine/measurements/handlers';
import { getInstrument, getWave } from '../../../electron/engine/projects/open-project';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { neverCancelled } from '../../../shared/cancel';
import type { Condition } from '../../../shared/domain/condition';
import { InstrumentId } from '../../../shared/domain/ids';
import type { Measurement } from '../../../shared/domain/measurement';
import type { ReportBlock } from '../../../shared/domain/report';
import { startComparisonProject, variableId, waveId } from '../../support/comparison-project';
import { times } from '../measurements/measured';
import { fileOf } from './designed-project';
import { call, type ReportTools, readPdf, reportTools } from './report-project';

let project: ReportTools;
let measurement: Measurement;
const instrumentId = InstrumentId.parse('ins_first0');
const person = (filed: boolean, recognised: boolean, sex: string) => ({ filed, recognised, sex });

function yes(name: string): Condition {
  return { op: 'is', variableId: variableId(name), values: ['true'] };
}

beforeAll(async () => {
  const people = await startComparisonProject({
    variables: {
      filed: { type: 'boolean' },
      recognised: { type: 'boolean' },
      sex: { type: 'single', label: 'Sexo', options: ['f', 'm'] },
    },
    waves: [
      {
        name: 'Sesiones de 2024',
        rows: [
          ...times(30, person(false, false, 'f')),
          ...times(18, person(true, false, 'f')),
          ...times(12, person(true, true, 'f')),
          ...times(20, person(false, false, 'm')),
          ...times(15, person(true, false, 'm')),
          ...times(5, person(true, true, 'm')),
        ],
      },
    ],
    indicators: [],
  });
  project = await reportTools(people, 100, [0]);
  measurement = await save(null, 'Camino al <reconocimiento>');
});
afterAll(() => project.close());

function save(measurementId: Measurement['id'] | null, name: string, level = 0.95): Promise<Measurement> {
  return measurementHandlers['measurement.save'](
    project.context,
    {
      measurementId,
      measurement: {
        name,
        spec: {
          kind: 'funnel',
          instrumentId,
          waveIds: [],
          filter: null,
          confidenceLevel: level,
          splitId: variableId('sex'),
          stages: [
            { id: 'oriented', label: 'Orientadas', condition: null },
            { id: 'filed', label: 'Con solicitud', condition: yes('filed') },
            { id: 'recognised', label: 'Con título', condition: yes('recognised') },
          ],
        },
      },
    },
    call,
  );
}

function block(more: Partial<Extract<ReportBlock, { kind: 'measurement' }>> = {}): ReportBlock {
  return {
    kind: 'measurement',
    measurementId: measurement.id,
    showTables: true,
    showCharts: true,
    showSentences: true,
    caption: '',
    ...more,
  };
}

describe('a count in a report', () => {
  it('has its tables with n and interval, its method and the same figures as data', async () => {
    const files = await project.render(await project.save([block()]), ['html', 'pdf', 'csv']);
    const html = fileOf(files, '.html');
    expect(html).toContain('Camino al &lt;reconocimiento&gt;: Por etapa');
    // R: prop.test(17, 50, correct = FALSE) gives 0.2243695 to 0.4784617.
    expect(html).toMatch(/34,0\s%.*17 de 50.*22,4\s% a 47,8\s%/s);
    expect(html).toContain('Recuento «Camino al &lt;reconocimiento&gt;»');
    expect(html).toContain('Contado en: Sesiones de 2024.');
    expect(html).toMatch(/<dd>Sesiones de 2024 · [^<]+ · 100\spersonas</);
    const pdf = await readPdf(
      [...files].find(([name]) => name.endsWith('.pdf'))?.[1] ?? Buffer.alloc(0),
      project.context.files.stagingFolder,
    );
    expect(pdf.text).toContain('Con solicitud');
    const csv = fileOf(files, '.csv');
    expect(csv).toMatch(
      /Con título;[^;]*;[^;]*;34;%;17;50;22,436\d+;47,846\d+;[^;]+;from-previous\/stage:recognised/,
    );
  });

  it('tells a small group nowhere, nor what would give it back', async () => {
    const files = await project.render(await project.save([block()]), ['html', 'csv']);
    const lines = fileOf(files, '.csv').split('\r\n');
    const hidden = lines.filter((line) => line.includes('reached/stage:recognised/split:'));
    expect(hidden).toHaveLength(2);
    for (const line of hidden) {
      expect(line.split(';').slice(4, 5)).toEqual(['protegido']);
      expect(line).not.toMatch(/;(12|5);/);
    }
    const html = fileOf(files, '.html');
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*>M<.*?<\/tr>/s.exec(html)?.[0] ?? '';
    expect(row).toContain('protegido');
    expect(html).toContain('Protegido');
  });

  it('leaves out what is not wanted', async () => {
    const bare = block({ showTables: false, showCharts: false, showSentences: false });
    const html = fileOf(await project.render(await project.save([bare]), ['html']), '.html');
    expect(html).not.toContain('Por etapa');
    expect(html).not.toContain('<figure');
    expect(html).toContain('Recuento «');
  });

  it('names rows by what they stand for', async () => {
    const report = await project.save([block()]);
    await project.render(report, ['html']);
    await setRowUnit('institution');
    expect(await project.status(report)).toBe('outdated');
    const html = fileOf(await project.render(report, ['html']), '.html');
    expect(html).toMatch(/<dd>Sesiones de 2024 · [^<]+ · 100\sinstituciones</);
    expect(html).toContain('Las filas de este registro no son personas');
    await setRowUnit('person');
  });

  it('is outdated with the count and with the data, and current again once undone', async () => {
    const report = await project.save([block()]);
    await project.render(report, ['html']);
    expect(await project.status(report)).toBe('current');
    await save(measurement.id, measurement.name, 0.9);
    expect(await project.status(report)).toBe('outdated');
    await project.context.project().write(neverCancelled, (session) => moveInHistory(session, 'undo'));
    expect(await project.status(report)).toBe('current');
    await project.context.project().write(neverCancelled, async (session) => {
      const wave = { ...(await getWave(session, waveId(0))), dataSha256: 'e'.repeat(64) };
      await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${wave.id}`);
    });
    expect(await project.status(report)).toBe('outdated');
  });

  it('says which count is gone', async () => {
    const gone = await save(null, 'Otro');
    const report = await project.save([block({ measurementId: gone.id })]);
    await measurementHandlers['measurement.remove'](project.context, { measurementId: gone.id }, call);
    await expect(
      reportHandlers['report.render'](project.context, { reportId: report.id, formats: ['html'] }, call),
    ).rejects.toMatchObject({ code: 'measurement-missing' });
  });

  it('gives its figures and each chart as files of their own', async () => {
    const asked = { spec: measurement.spec, audience: 'publication', name: 'Camino', locale: 'es' } as const;
    const write = async (format: 'csv' | 'svg' | 'png', chart: number | null) => {
      const input = { ...asked, format, chart };
      const file = await measurementHandlers['measurement.export'](project.context, input, call);
      return { file, content: await readFile(project.context.files.output(file.fileId).path) };
    };
    const csv = await write('csv', null);
    expect(csv.file.name).toBe('camino.csv');
    expect(csv.content.toString('utf8')).toContain(';reached/stage:filed');
    const svg = (await write('svg', 0)).content.toString('utf8');
    expect(svg).toContain('Con solicitud');
    expect((await write('png', 0)).content.subarray(1, 4).toString()).toBe('PNG');
    await expect(write('svg', 99)).rejects.toMatchObject({ code: 'chart-not-applicable' });
  });

  it('gives the same bytes again', async () => {
    const report = await project.save([block()]);
    const first = await project.render(report, ['pdf', 'html', 'csv', 'svg']);
    const again = await project.render(report, ['pdf', 'html', 'csv', 'svg']);
    for (const [name, bytes] of first) expect(again.get(name)?.equals(bytes), name).toBe(true);
  });
});

async function setRowUnit(rowUnit: 'institution' | 'person'): Promise<void> {
  await project.context.project().write(neverCancelled, async (session) => {
    const instrument = await getInstrument(session, instrumentId);
    await replaceDefinition(session, 'instrument', instrumentId, { ...instrument, rowUnit });
  });
}
