import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportChart } from '../../../electron/engine/charts/export';
import { neverCancelled } from '../../../shared/cancel';
import type { ParsedInput } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
} from '../../support/comparison-project';

const scale = ['nunca', 'a veces', 'siempre'];
const call = { signal: neverCancelled, report: () => undefined };
const nb = '\u00a0';

/** People of a school, of whom the first `yes` say yes; their answers to the scale go round. */
function people(school: string, count: number, yes: number): Record<string, CellValue>[] {
  return Array.from({ length: count }, (_, index) => ({
    school,
    belongs: index < yes,
    feels: scale[index % 3] ?? null,
  }));
}

describe('the export of a chart', () => {
  let project: ComparisonProject;
  const belongs = variableId('belongs');

  beforeAll(async () => {
    project = await startComparisonProject({
      variables: {
        school: {
          type: 'single',
          role: 'group',
          label: 'Escuela',
          options: ['andes', 'bosque', 'costa', 'duna'],
        },
        belongs: { type: 'boolean' },
        feels: { type: 'ordinal', label: 'Me siento bien aquí', options: scale },
      },
      waves: [
        {
          name: 'Ex-ante 2023',
          rows: [
            ...people('andes', 40, 20),
            ...people('bosque', 30, 12),
            ...people('costa', 4, 3),
            ...people('duna', 25, 5),
          ],
        },
        {
          name: 'Ex-post 2024',
          rows: [
            ...people('andes', 40, 30),
            ...people('bosque', 30, 18),
            ...people('costa', 4, 3),
            ...people('duna', 25, 10),
          ],
        },
      ],
      indicators: [
        draft(
          { kind: 'proportion', condition: { op: 'is', variableId: belongs, values: ['true'] } },
          { name: 'Se siente parte' },
        ),
      ],
    });
  });
  afterAll(() => project.close());

  async function run(
    more: Partial<ParsedInput<'chart.export'>>,
    audience: 'internal' | 'publication' = 'publication',
  ) {
    const spec = project.spec({ breakdown: [variableId('school')], audience });
    const file = await exportChart(
      project.context,
      { spec, chart: 'dumbbell', variableId: null, format: 'svg', locale: 'es', ...more },
      call,
    );
    return { file, bytes: await readFile(project.context.files.output(file.fileId).path) };
  }

  it('writes an SVG with the counted shares of each school, named after the indicator', async () => {
    const { file, bytes } = await run({});
    const svg = bytes.toString('utf8');
    expect([file.name, file.mediaType, file.bytes]).toEqual([
      'se-siente-parte.svg',
      'image/svg+xml',
      bytes.length,
    ]);
    // andes 20 and 30 of 40; bosque 12 and 18 of 30.
    for (const text of [
      `50,0${nb}%`,
      `75,0${nb}%`,
      `+25,0${nb}pp`,
      `40,0${nb}%`,
      `60,0${nb}%`,
      'n = 40 / 40',
      'n = 30 / 30',
    ])
      expect(svg).toContain(text);
    expect(svg).toContain('Según Escuela');
    expect(svg).toContain('Datos sintéticos');
  });

  it('names the small school and writes nothing of its figures', async () => {
    const svg = (await run({})).bytes.toString('utf8');
    expect(svg).toContain('COSTA: Ex-ante 2023 protegido (&lt;10); Ex-post 2024 protegido (&lt;10).');
    expect(svg).not.toMatch(/n = 4\b/);
    expect(svg).not.toContain(`75,0${nb}% (intervalo 30,1`);
  });

  it('gives the same bytes each time', async () => {
    const first = await run({ chart: 'heatmap' });
    const second = await run({ chart: 'heatmap' });
    expect(second.file.sha256).toBe(first.file.sha256);
  });

  it('writes a PNG of twice the size of the drawing', async () => {
    const svg = (await run({})).bytes.toString('utf8');
    const { file, bytes } = await run({ format: 'png' });
    expect([file.name, file.mediaType]).toEqual(['se-siente-parte.png', 'image/png']);
    expect(bytes.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
  });

  it.each(['likert', 'distribution'] as const)('draws the answers to a variable as %s', async (chart) => {
    const { file, bytes } = await run({ chart, variableId: variableId('feels') });
    expect(file.name).toBe('me-siento-bien-aqui.svg');
    // andes: 14, 13 and 13 of 40.
    expect(bytes.toString('utf8')).toContain(
      `ANDES, Ex-ante 2023: n = 40; NUNCA 35,0${nb}%; A VECES 32,5${nb}%; SIEMPRE 32,5${nb}%.`,
    );
  });

  it('refuses a chart of answers without a variable, and a scale without order', async () => {
    await expect(run({ chart: 'likert' })).rejects.toThrow(
      new AppError('chart-not-applicable', { chart: 'likert', reason: 'no-variable' }),
    );
    await expect(run({ chart: 'likert', variableId: variableId('school') })).rejects.toThrow(
      'chart-not-applicable',
    );
  });
});
