import type { MethodOutput } from '../../../shared/contract';
import { FileId, InstrumentId, ProjectId, VariableId, WaveId } from '../../../shared/domain/ids';
import { type ColumnPlan, ColumnPlan as ColumnPlanSchema, Inspection } from '../../../shared/domain/import';
import { Instrument } from '../../../shared/domain/instrument';
import { ProjectInfo } from '../../../shared/domain/project';
import { Receipt, Wave } from '../../../shared/domain/wave';

export const sha = 'a'.repeat(64);
export const ids = {
  project: ProjectId.parse('prj_aaaaaa'),
  instrument: InstrumentId.parse('ins_aaaaaa'),
  wave: WaveId.parse('wav_aaaaaa'),
  sex: VariableId.parse('var_sexo01'),
  belonging: VariableId.parse('var_perten'),
  file: FileId.parse('fil_staged0001'),
};

export const project = ProjectInfo.parse({
  id: ids.project,
  name: 'Convivencia escolar',
  fileName: 'convivencia.lineabase',
  folder: '/proyectos',
  createdAt: '2024-03-05T12:00:00Z',
  isDemonstration: false,
  settings: {
    linkage: 'matched',
    coverage: 'sample',
    confidenceLevel: 0.95,
    thresholdPublication: 10,
    thresholdInternal: 5,
  },
  counts: { waves: 1, indicators: 0, comparisons: 0, reports: 0, practices: 0 },
});

export const wave = Wave.parse({
  id: ids.wave,
  name: 'Diagnóstico 2023',
  moment: 'ex-ante',
  startDate: '2023-06-05',
  endDate: '2023-10-31',
  isSynthetic: true,
  instrumentId: ids.instrument,
  variableIds: [ids.sex, ids.belonging],
  rows: 605,
  fileName: 'diagnostico-2023.csv',
  fileSha256: sha,
  dataSha256: sha,
  importedAt: '2024-03-05T12:00:00Z',
});

export const instrument = Instrument.parse({
  id: ids.instrument,
  name: 'Diagnóstico',
  version: 1,
  createdAt: '2024-03-05T12:00:00Z',
  variables: [
    {
      id: ids.sex,
      name: 'sexo',
      label: 'Sexo',
      type: 'single',
      role: 'group',
      options: [
        { value: 'F', label: 'Femenino' },
        { value: 'M', label: 'Masculino' },
      ],
      missingCodes: ['99'],
      unit: null,
      identity: null,
    },
    {
      id: ids.belonging,
      name: 'pertenencia',
      label: 'Me siento parte de mi escuela',
      type: 'ordinal',
      role: 'measure',
      options: [
        { value: 'Siempre', label: 'Siempre' },
        { value: 'Nunca', label: 'Nunca' },
        { value: 'A veces', label: 'A veces' },
      ],
      missingCodes: [],
      unit: null,
      identity: null,
    },
  ],
});

export const receipt = Receipt.parse({
  fileName: 'diagnostico-2023.csv',
  sha256: sha,
  bytes: 204_800,
  importedAt: '2024-03-05T12:00:00Z',
  applicationVersion: '0.1.0',
  dialect: {
    encoding: 'windows-1252',
    hasByteOrderMark: false,
    delimiter: ';',
    quote: '"',
    lineEnd: 'crlf',
    headerLine: 4,
    firstDataLine: 5,
    lastDataLine: null,
    decimalMark: ',',
    dateOrder: 'dmy',
  },
  rowsRead: 611,
  rowsKept: 605,
  rowsSetAside: 6,
  rowsSecondCount: 611,
  path: 'tolerant',
  setAsideByReason: [
    { reason: 'short-row', count: 1 },
    { reason: 'blank-row', count: 5 },
  ],
  setAside: [
    { line: 124, reason: 'short-row', column: null, value: null },
    { line: 614, reason: 'blank-row', column: null, value: null },
  ],
  columns: [
    {
      header: 'Edad',
      variableId: null,
      action: 'keep',
      read: 605,
      kept: 600,
      blank: 3,
      missingByCode: [{ code: '99', count: 1 }],
      coerced: [{ from: '7,50', to: '7.5', count: 12, exampleLines: [9, 12] }],
      coercedTotal: 12,
      failedTotal: 1,
    },
  ],
  issues: [
    { line: 169, header: 'Edad', value: '25 años', reason: 'not-a-number' },
    { line: 83, header: 'RUN', value: null, reason: 'check-digit' },
  ],
  issuesTotal: 2,
  matches: [],
  crosswalk: [],
});

function columnPlan(source: number, header: string, more: Partial<ColumnPlan>): ColumnPlan {
  return ColumnPlanSchema.parse({
    source,
    header,
    action: 'keep',
    variableId: null,
    name: `columna_${source}`,
    label: header,
    type: 'text',
    role: 'measure',
    options: [],
    missingCodes: [],
    decimalMark: ',',
    dateOrder: 'dmy',
    optionSeparator: null,
    identity: null,
    ...more,
  });
}

const likert = ['Nunca', 'A veces', 'Siempre'].map((value) => ({ value, label: value }));

export const inspection = Inspection.parse({
  fileId: ids.file,
  fileName: 'diagnostico_2023.csv',
  sha256: sha,
  bytes: 204_800,
  format: 'text',
  tables: [],
  notices: [],
  platform: null,
  files: [],
  dialect: receipt.dialect,
  evidence: [
    {
      aspect: 'delimiter',
      chosen: ';',
      why: 'field-count-consistent',
      details: { fields: 3, consistentPercent: 99.7 },
      rivals: [{ value: ',', score: 0.6, why: 'field-count-less-consistent' }],
    },
  ],
  rows: 611,
  irregular: [{ line: 124, reason: 'short-row', fields: 2 }],
  irregularTotal: 1,
  preamble: ['Datos sintéticos'],
  headers: ['RUN', 'Edad', 'Me siento parte de mi escuela'],
  preview: [
    { line: 5, cells: ['12.345.678-5', '9', 'Siempre'] },
    { line: 6, cells: ['15.509.661-6', '11', 'Nunca'] },
  ],
  columns: [
    {
      proposal: columnPlan(0, 'RUN', {
        action: 'pseudonymise',
        type: 'identifier',
        role: 'identifier',
        identity: 'rut',
      }),
      filled: 611,
      blank: 0,
      distinct: 611,
      candidates: [{ type: 'identifier', fits: 611, misfits: 0, examples: [] }],
      missingCandidates: [],
      topValues: [],
      standardEvidence: null,
      insideText: [],
      question: null,
      partOf: null,
      writtenAs: null,
      identityEvidence: { kind: 'rut', basis: 'both', sharePercent: 99.8 },
    },
    {
      proposal: columnPlan(1, 'Edad', { type: 'integer', missingCodes: ['99'] }),
      filled: 608,
      blank: 3,
      distinct: 14,
      candidates: [
        { type: 'integer', fits: 607, misfits: 1, examples: [{ line: 169, value: '25 años' }] },
        { type: 'text', fits: 608, misfits: 0, examples: [] },
      ],
      missingCandidates: [{ code: '99', count: 4 }],
      topValues: [{ value: '11', count: 80 }],
      standardEvidence: null,
      insideText: [],
      question: null,
      partOf: null,
      writtenAs: null,
      identityEvidence: null,
    },
    {
      proposal: columnPlan(2, 'Me siento parte de mi escuela', { type: 'ordinal', options: likert }),
      filled: 611,
      blank: 0,
      distinct: 3,
      candidates: [{ type: 'ordinal', fits: 611, misfits: 0, examples: [] }],
      missingCandidates: [],
      topValues: likert.map(({ value }) => ({ value, count: 200 })),
      standardEvidence: null,
      insideText: [],
      question: null,
      partOf: null,
      writtenAs: null,
      identityEvidence: null,
    },
  ],
  saysSynthetic: true,
});

export const currentProject: MethodOutput<'project.current'> = { project };
