import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { comparisonHandlers } from '../../../electron/engine/comparison/handlers';
import type { EngineContext } from '../../../electron/engine/context';
import { sql } from '../../../electron/engine/db/sql';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { neverCancelled } from '../../../shared/cancel';
import type { Call } from '../../../shared/contract';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import type {
  Report,
  ReportBlock,
  ReportDraft,
  ReportFormat,
  ReportStatus,
} from '../../../shared/domain/report';
import { Receipt } from '../../../shared/domain/wave';
import {
  at,
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { resourcesFolder } from '../../support/engine';
import { ensurePoppler } from '../../support/ensure-poppler';

export const call: Call = { signal: neverCancelled, report: () => undefined };

/** A project that can save comparisons and reports and render them. */
export type ReportTools = {
  context: EngineContext;
  compare(name: string, spec: ComparisonSpec): Promise<Comparison>;
  /** Saves a report of the given blocks and returns it. */
  save(blocks: readonly ReportBlock[], more?: Partial<ReportDraft>): Promise<Report>;
  /** Renders and returns the bytes of each file by name. */
  render(
    report: Report,
    formats: readonly ReportFormat[],
    context?: EngineContext,
  ): Promise<Map<string, Buffer>>;
  status(report: Report): Promise<ReportStatus>;
  close(): Promise<void>;
};

export type ReportProject = ReportTools & { bySchool: Comparison; everybody: Comparison };

/** Pupils of three schools in two waves; the third has six, whose mean mark would be 3,77 if it were shown. */
const schools = [
  { name: 'norte', pupils: 30, knew: [12, 21], mark: [5, 6] },
  { name: 'sur', pupils: 25, knew: [10, 13], mark: [4.5, 4.75] },
  { name: 'este', pupils: 24, knew: [8, 9], mark: [5.5, 5.25] },
  { name: 'mini', pupils: 6, knew: [1, 5], mark: [3.77, 3.77] },
];

function waveRows(wave: 0 | 1) {
  return schools.flatMap(({ name, pupils, knew, mark }) =>
    Array.from({ length: pupils }, (_, index) => ({
      run: `${name}-${index}`,
      escuela: name,
      conoce: index < (knew[wave] ?? 0),
      nota:
        (mark[wave] ?? 0) +
        (index % 2 === 0 ? 0.5 : -0.5) * (pupils % 2 === 1 && index === pupils - 1 ? 0 : 1),
    })),
  );
}

/** A project with data, two indicators and two saved comparisons; nothing of it is mocked. */
export async function startReportProject(more: { indicatorName?: string } = {}): Promise<ReportProject> {
  const project: ComparisonProject = await startComparisonProject({
    variables: {
      run: { type: 'identifier' },
      escuela: { type: 'single', role: 'group', label: 'Escuela', options: schools.map(({ name }) => name) },
      conoce: { type: 'boolean', label: '¿Conoce la oficina?' },
      nota: { type: 'decimal', label: 'Nota de bienestar' },
    },
    waves: [
      { name: 'Ex-ante 2023', rows: waveRows(0) },
      { name: 'Ex-post 2024', rows: waveRows(1) },
    ],
    indicators: [
      draft(
        { kind: 'proportion', condition: { op: 'is', variableId: variableId('conoce'), values: ['true'] } },
        { name: more.indicatorName ?? 'Conoce la oficina' },
      ),
      draft(
        { kind: 'mean', variableId: variableId('nota') },
        { name: 'Bienestar', decimals: 2, unit: 'puntos' },
      ),
    ],
  });
  const tools = await reportTools(project, 85);
  const bySchool = project.spec({ breakdown: [variableId('escuela')] });
  return {
    ...tools,
    everybody: await tools.compare('Todos', project.spec({ breakdown: [] })),
    bySchool: await tools.compare('Según escuela', bySchool),
  };
}

/** What a report of a project needs: receipts of its waves (of so many rows), and the ways to save and render it. */
export async function reportTools(
  project: ComparisonProject,
  rows: number,
  waves: readonly number[] = [0, 1],
): Promise<ReportTools> {
  const context: EngineContext = {
    ...project.context,
    options: { ...project.context.options, resourcesFolder },
  };
  await context.project().write(neverCancelled, async (session) => {
    for (const position of waves) {
      const body = JSON.stringify(receipt(rows));
      await session.run(sql`update wave set receipt = ${body} where id = ${waveId(position)}`);
    }
  });
  return {
    context,
    compare: (name, spec) =>
      comparisonHandlers['comparison.save'](context, { comparisonId: null, name, spec }, call),
    save: (blocks, fields = {}) =>
      reportHandlers['report.save'](
        context,
        { reportId: null, report: { ...blankReport, blocks: [...blocks], ...fields } },
        call,
      ),
    async render(report, formats, other = context) {
      const input = { reportId: report.id, formats: [...formats] };
      const { files } = await reportHandlers['report.render'](other, input, call);
      const contents = files.map(
        async ({ fileId, name }): Promise<[string, Buffer]> => [
          name,
          await readFile(context.files.output(fileId).path),
        ],
      );
      return new Map(await Promise.all(contents));
    },
    async status(report) {
      const { reports } = await reportHandlers['report.list'](context, {}, call);
      const found = reports.find((each) => each.report.id === report.id);
      if (!found) throw new Error(`no report ${report.id}`);
      return found.status;
    },
    close: project.close,
  };
}

export const blankReport: ReportDraft = {
  title: 'Informe de prueba',
  subtitle: '',
  municipality: 'Los Andes',
  unit: 'Oficina',
  practiceId: null,
  audience: 'publication',
  locale: 'es',
  blocks: [],
};

/** A comparison with figure, sentences and table. */
export function comparisonBlock(
  comparison: Comparison,
  more: Partial<Extract<ReportBlock, { kind: 'comparison' }>> = {},
): ReportBlock {
  return {
    kind: 'comparison',
    comparisonId: comparison.id,
    indicatorIds: [],
    chart: 'dumbbell',
    showTable: true,
    showSentences: true,
    caption: '',
    ...more,
  };
}

export const indicatorIds = [indicatorId(0), indicatorId(1)];

function receipt(rows: number): Receipt {
  return Receipt.parse({
    fileName: 'prueba.csv',
    sha256: 'a'.repeat(64),
    bytes: 1000,
    importedAt: at,
    applicationVersion: '0.1.0',
    dialect: {
      encoding: 'utf-8',
      hasByteOrderMark: false,
      delimiter: ';',
      quote: '"',
      lineEnd: 'crlf',
      headerLine: 1,
      firstDataLine: 2,
      lastDataLine: null,
      decimalMark: ',',
      dateOrder: 'dmy',
    },
    rowsRead: rows + 2,
    rowsKept: rows,
    rowsSetAside: 2,
    rowsSecondCount: rows + 2,
    path: 'fast',
    setAsideByReason: [{ reason: 'blank-row', count: 2 }],
    setAside: [],
    columns: [],
    issues: [],
    issuesTotal: 0,
    matches: [],
    crosswalk: [],
  });
}

const run = promisify(execFile);

/** What poppler, which had no part in making the file, says of a PDF. */
export async function readPdf(
  bytes: Buffer,
  folder: string,
): Promise<{ text: string; pages: string[]; info: string; structure: string }> {
  ensurePoppler();
  const file = path.join(folder, 'read.pdf');
  await writeFile(file, bytes);
  const options = { maxBuffer: 1 << 26 };
  const { stdout: text } = await run('pdftotext', ['-layout', file, '-'], options);
  const { stdout: info } = await run('pdfinfo', [file], options);
  const { stdout: structure } = await run('pdfinfo', ['-struct-text', file], options);
  return { text, pages: text.split('\f').slice(0, -1), info, structure };
}
