import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asText } from '../../../electron/engine/db/session';
import { sql } from '../../../electron/engine/db/sql';
import { describePanel } from '../../../electron/engine/panel/describe';
import { computeSeries } from '../../../electron/engine/series/compute';
import { computeVariableComparison } from '../../../electron/engine/variable-comparison/compute';
import { neverCancelled } from '../../../shared/cancel';
import type { Comparison } from '../../../shared/domain/comparison';
import type { CrosswalkEntry } from '../../../shared/domain/crosswalk';
import type { ReportBlock } from '../../../shared/domain/report';
import { Receipt } from '../../../shared/domain/wave';
import {
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { fileOf } from './designed-project';
import { call, comparisonBlock, type ReportTools, readPdf, reportTools } from './report-project';

const options = ['nunca', 'a veces', 'siempre'];
const note = 'La directora pidió esta redacción';
const rows = (year: number) =>
  Array.from({ length: 40 }, (_, index) => ({
    run: `p${index}`,
    escuela: index % 2 === 0 ? 'norte' : 'sur',
    gusto: options[(index + year) % 3] ?? '',
    dia: `${year}-${String((index % 12) + 1).padStart(2, '0')}-10`,
  }));

function entry(name: string, header: string, more: Partial<CrosswalkEntry> = {}): CrosswalkEntry {
  return {
    variableId: variableId(name),
    variableName: name,
    variableLabel: name === 'gusto' ? 'Me gusta mi escuela' : 'Escuela',
    header,
    statuses: ['reworded'],
    decision: 'taken',
    decidedBy: 'proposal',
    similarity: 0.7,
    recodes: [],
    isReversed: false,
    isRealigned: true,
    typeInFile: null,
    typeStored: 'single',
    answers: null,
    optionsAdded: [],
    optionsDropped: [],
    note: null,
    ...more,
  };
}

let project: ComparisonProject;
let tools: ReportTools;
let saved: Comparison;

beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      run: { type: 'identifier' },
      escuela: { type: 'single', role: 'group', label: 'Escuela', options: ['norte', 'sur'] },
      gusto: { type: 'ordinal', label: 'Me gusta mi escuela', options },
      dia: { type: 'date', label: 'Día' },
    },
    waves: [
      { name: 'Línea base', rows: rows(2023) },
      { name: 'Seguimiento', rows: rows(2024) },
    ],
    indicators: [
      draft(
        {
          kind: 'proportion',
          condition: { op: 'is', variableId: variableId('gusto'), values: ['siempre'] },
        },
        { name: 'A gusto' },
      ),
    ],
  });
  tools = await reportTools(project, 40);
  const own = [
    [
      entry('gusto', 'Me gusta mi escuela', { statuses: ['same'] }),
      entry('escuela', 'Escuela', { statuses: ['same'] }),
    ],
    [
      entry('gusto', '¿Qué tan a gusto estás en la escuela?', {
        statuses: ['reworded', 'scale-reversed'],
        isReversed: true,
        note,
      }),
      entry('escuela', '¿De qué colegio eres?'),
    ],
  ];
  await project.context.project().write(neverCancelled, async (session) => {
    for (const [position, crosswalk] of own.entries()) {
      const row = await session.first(sql`select receipt from wave where id = ${waveId(position)}`);
      const receipt = Receipt.parse({ ...JSON.parse(asText(row?.receipt ?? '')), crosswalk });
      await session.run(
        sql`update wave set receipt = ${JSON.stringify(receipt)} where id = ${waveId(position)}`,
      );
    }
  });
  saved = await tools.compare('Todas', project.spec({ breakdown: [variableId('escuela')] }));
});
afterAll(() => project.close());

const seriesSpec = {
  waveIds: [waveId(0), waveId(1)],
  dateVariableId: variableId('dia'),
  period: 'month' as const,
  measure: { kind: 'indicator' as const, indicatorId: indicatorId(0) },
  filter: null,
  cutDate: null,
  from: null,
  to: null,
  lags: null,
  seasonality: 'none' as const,
  includePartial: true,
  confidenceLevel: 0.95,
};
const panelSpec = {
  baselineWaveId: waveId(0),
  followUpWaveId: waveId(1),
  indicatorIds: [indicatorId(0)],
  compositionVariableIds: [variableId('escuela')],
  coverage: 'sample' as const,
  confidenceLevel: 0.95,
  audience: 'internal' as const,
};
const turned = {
  statuses: ['reworded', 'scale-reversed'],
  headerBefore: 'Me gusta mi escuela',
  headerAfter: '¿Qué tan a gusto estás en la escuela?',
  isRealigned: true,
  note,
};

describe('questions that were not asked alike', () => {
  it('are told with a series, a panel and a comparison of answers', async () => {
    const series = await computeSeries(project.context, { ...seriesSpec, audience: 'internal' }, call);
    expect(series.differences).toMatchObject([{ indicatorId: indicatorId(0), ...turned }]);
    const panel = await describePanel(project.context, panelSpec, call);
    expect(panel.differences).toMatchObject([
      { indicatorId: null, variableId: variableId('escuela'), statuses: ['reworded'] },
      { indicatorId: indicatorId(0), ...turned },
    ]);
    const { analysis: _analysis, followUpWaveIds: _waves, indicatorIds: _ids, ...spec } = project.spec({});
    const answers = await computeVariableComparison(
      project.context,
      {
        ...spec,
        breakdown: [variableId('escuela')],
        followUpWaveId: waveId(1),
        variableId: variableId('gusto'),
      },
      call,
    );
    expect(answers.differences).toMatchObject([
      { indicatorId: null, variableId: variableId('gusto'), ...turned },
      { indicatorId: null, variableId: variableId('escuela') },
    ]);
  });

  it.each([
    ['comparison', () => comparisonBlock(saved), 'La pregunta que separa los grupos, «Escuela»'],
    [
      'distribution',
      () => ({
        kind: 'distribution' as const,
        comparisonId: saved.id,
        variableId: variableId('gusto'),
        chart: 'likert' as const,
        caption: '',
      }),
      'La pregunta que separa los grupos, «Escuela»',
    ],
    [
      'series',
      () => ({
        kind: 'series' as const,
        spec: seriesSpec,
        showTable: true,
        showSentences: true,
        caption: '',
      }),
      null,
    ],
    [
      'panel',
      () => ({
        kind: 'panel' as const,
        comparisonId: saved.id,
        followUpWaveId: null,
        indicatorIds: [],
        compositionVariableIds: [variableId('escuela')],
        caption: '',
      }),
      'La pregunta que separa los grupos, «Escuela»',
    ],
  ] satisfies [string, () => ReportBlock, string | null][])(
    'are told once in the page and the print of a %s block, with the note of who imported',
    async (_kind, block, groups) => {
      const files = await tools.render(await tools.save([block()]), ['html', 'pdf']);
      const html = fileOf(files, '.html');
      const pdf = await readPdf(
        [...files].find(([name]) => name.endsWith('.pdf'))?.[1] ?? Buffer.alloc(0),
        tools.context.files.stagingFolder,
      );
      for (const text of [html, pdf.text].map((each) => each.replace(/\s+/g, ' '))) {
        expect(text.match(/La pregunta «Me gusta mi escuela» no se hizo igual/g)).toHaveLength(1);
        expect(text).toContain('en «Seguimiento» decía «¿Qué tan a gusto estás en la escuela?»');
        expect(text).toContain('la escala venía en el orden contrario y se dio vuelta');
        expect(text).toContain(`Nota de quien importó: ${note}.`);
        if (groups !== null) expect(text).toContain(groups);
      }
    },
  );
});
