import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../electron/engine/db/sql';
import { moveInHistory } from '../../../electron/engine/definitions/definition-store';
import { getWave } from '../../../electron/engine/projects/open-project';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { neverCancelled } from '../../../shared/cancel';
import type { ReportBlock } from '../../../shared/domain/report';
import { startComparisonProject, variableId, waveId } from '../../support/comparison-project';
import { monthRows, monthsFrom } from '../series/register';
import { fileOf } from './designed-project';
import { call, type ReportTools, readPdf, reportTools } from './report-project';

let project: ReportTools;
const months = monthsFrom('2022-01', 24);
/** About 20 a month, 12 more from January 2023 on, and one month of four. */
const counts = months.map((_, index) => (index === 5 ? 4 : 20 + (index % 4) + (index >= 12 ? 12 : 0)));

beforeAll(async () => {
  const register = await startComparisonProject({
    variables: { day: { type: 'date', label: 'Fecha de atención' } },
    waves: [
      {
        name: 'Registro de atenciones',
        rows: months.flatMap((month, index) =>
          monthRows(month, counts[index] ?? 0).map(({ day }) => ({ day })),
        ),
      },
    ],
    indicators: [],
  });
  project = await reportTools(register, 500, [0]);
});
afterAll(() => project.close());

const block: Extract<ReportBlock, { kind: 'series' }> = {
  kind: 'series',
  spec: {
    waveIds: [waveId(0)],
    dateVariableId: variableId('day'),
    period: 'month',
    measure: { kind: 'cases' },
    filter: null,
    cutDate: '2023-01-01',
    from: null,
    to: null,
    lags: null,
    seasonality: 'none',
    includePartial: false,
    confidenceLevel: 0.95,
  },
  showTable: true,
  showSentences: true,
  caption: 'Atenciones de la oficina',
};

describe('a register in a report', () => {
  it('has its figure, what happened at the date, its coefficients and how they were found', async () => {
    const files = await project.render(await project.save([block]), ['html', 'pdf', 'csv', 'svg', 'png']);
    const html = fileOf(files, '.html');
    expect(html).toMatch(/<figcaption><b>Figura 1<\/b> Atenciones de la oficina/);
    expect(html).toMatch(/1 de enero de 2023, el número de casos por mes subió de golpe/);
    expect(html).toContain('Es un cambio observado en esa fecha');
    expect(html).toContain('Cambio de nivel en la fecha');
    expect(html).toContain('Newey y West');
    // One person may come several times: the rows of a register are not people.
    expect(html).toMatch(/<dd>Registro de atenciones · [^<]+ · \d+\scasos</);
    expect(html).toContain('Regresión segmentada de una serie');
    expect(html).toContain('por «Fecha de atención»; fecha de cambio 1 de enero de 2023');
    const pdf = await readPdf(
      [...files].find(([name]) => name.endsWith('.pdf'))?.[1] ?? Buffer.alloc(0),
      project.context.files.stagingFolder,
    );
    expect(pdf.text).toMatch(/Tendencia antes, cada\s+mes/);
    expect(fileOf(files, '.svg')).toContain('Corte: 01-01-2023');
    const csv = fileOf(files, '.csv');
    expect(csv).toMatch(/2022-01-01;antes;20;20;sí/);
    expect(csv).toMatch(/2023-02-01;después;33;33;sí/);
    expect(csv).toContain('Cambio de nivel en la fecha');
  });

  it('never tells the month of four, nor one from which it would follow', async () => {
    const files = await project.render(await project.save([block]), ['html', 'csv']);
    const csv = fileOf(files, '.csv');
    expect(csv).toMatch(/2022-06-01;antes;protegido \(<10\);;/);
    const hidden = csv.split('\r\n').filter((line) => line.includes('protegido'));
    expect(hidden.length).toBeGreaterThan(1);
    for (const line of hidden) expect(line.split(';').slice(2, 4)).toEqual(['protegido (<10)', '']);
    expect(fileOf(files, '.html')).toContain('jun 2022: protegido');
  });

  it('says that there is no before and after without a date, and leaves out what is not wanted', async () => {
    const open = { ...block, spec: { ...block.spec, cutDate: null } };
    const html = fileOf(await project.render(await project.save([open]), ['html']), '.html');
    expect(html).toContain('Se contaron 24 períodos. No se indicó una fecha de cambio');
    expect(html).not.toContain('Cambio de nivel');
    const bare = { ...block, showTable: false, showSentences: false };
    const short = fileOf(await project.render(await project.save([bare]), ['html']), '.html');
    expect(short).not.toMatch(/Tendencia antes|de golpe/);
  });

  it('is outdated with the data and with the block, and current again once undone', async () => {
    const report = await project.save([block]);
    await project.render(report, ['html']);
    const { id, createdAt, updatedAt, rendering, ...draft } = report;
    const later = { ...block, spec: { ...block.spec, cutDate: '2023-02-01' } };
    await reportHandlers['report.save'](
      project.context,
      { reportId: id, report: { ...draft, blocks: [later] } },
      call,
    );
    expect(await project.status(report)).toBe('outdated');
    await project.context.project().write(neverCancelled, (session) => moveInHistory(session, 'undo'));
    expect(await project.status(report)).toBe('current');
    await project.context.project().write(neverCancelled, async (session) => {
      const wave = { ...(await getWave(session, waveId(0))), dataSha256: 'e'.repeat(64) };
      await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${wave.id}`);
    });
    expect(await project.status(report)).toBe('outdated');
  });

  it('gives the same bytes again', async () => {
    const report = await project.save([block]);
    const first = await project.render(report, ['pdf', 'html', 'csv', 'svg']);
    const again = await project.render(report, ['pdf', 'html', 'csv', 'svg']);
    for (const [name, bytes] of first) expect(again.get(name)?.equals(bytes), name).toBe(true);
  });
});
