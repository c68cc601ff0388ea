import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { emptyUnRecord } from '../../../shared/domain/practice';

/**
 * A practice with a template as small as one can be, and a folder of resources that holds it. Counted by hand: 12 people
 * before, of whom 5 are satisfied and 12 came; 12 after, of whom 11 are satisfied; 24 registered, 18 came back.
 */

export const record = {
  schemaVersion: 2,
  slug: 'prueba',
  kind: 'municipal',
  title: 'Práctica de prueba',
  titleEnglish: 'Practice for trials',
  municipality: 'Los Andes',
  region: 'Valparaíso',
  units: ['Oficina de prueba'],
  collaborators: [],
  selloLines: [],
  targetPopulation: '',
  dates: { text: '', ranges: [], months: [] },
  funding: '',
  sustainability: '',
  description: [],
  innovation: '',
  lessons: '',
  gcmObjectives: { stated: [], proposed: [] },
  sdgs: { stated: [], proposed: [] },
  un: emptyUnRecord,
  source: { document: 'prueba', place: '' },
  claims: [
    { key: 'inscritas', text: 'Se inscribieron 24 personas.', stated: { text: '24', source: '' } },
    { key: 'mejora', text: 'La satisfacción subió.', stated: null },
  ],
};

export const template = {
  schemaVersion: 1,
  slug: 'prueba',
  instruments: [
    {
      key: 'encuesta',
      name: 'Encuesta de prueba',
      nameEnglish: 'Trial survey',
      rowUnit: 'person',
      variables: [
        {
          name: 'grupo',
          label: 'Grupo',
          labelEnglish: 'Group',
          type: 'single',
          role: 'group',
          options: [
            { value: 'a', label: 'Mañana' },
            { value: 'b', label: 'Tarde' },
          ],
          section: 'Quién responde',
        },
        { name: 'satisfecho', label: '¿Está satisfecho?', type: 'boolean', section: 'Opinión' },
        {
          name: 'volvio',
          label: '¿Volvió a la oficina?',
          type: 'boolean',
          section: 'Opinión',
          askedIf: { variable: 'grupo', values: ['a'] },
        },
        {
          name: 'visitas',
          label: 'Número de visitas',
          type: 'integer',
          minimum: 0,
          maximum: 20,
          missingCodes: ['99'],
        },
      ],
      design: { coverage: 'census', linkage: 'independent' },
    },
  ],
  indicators: [
    {
      key: 'satisfaccion',
      body: {
        name: 'Personas satisfechas',
        measure: {
          kind: 'proportion',
          condition: { op: 'is', variableId: '@variable:encuesta/satisfecho', values: ['true'] },
        },
        direction: 'higher',
        target: { value: 0.8, rationale: 'Meta de la oficina' },
      },
    },
  ],
  measurements: [
    {
      key: 'etapas',
      name: 'De la inscripción a la vuelta',
      body: {
        kind: 'funnel',
        instrumentId: '@instrument:encuesta',
        stages: [
          { id: 'inscrita', label: 'Inscrita', condition: null },
          {
            id: 'volvio',
            label: 'Volvió',
            condition: { op: 'is', variableId: '@variable:encuesta/volvio', values: ['true'] },
          },
        ],
      },
    },
  ],
  comparisons: [
    {
      key: 'cambio',
      name: 'Antes y después',
      body: {
        baselineWaveId: '@wave:antes',
        followUpWaveIds: ['@wave:despues'],
        indicatorIds: ['@indicator:satisfaccion'],
      },
    },
  ],
  report: {
    title: 'Informe de prueba',
    subtitle: '',
    blocks: [
      { kind: 'heading', text: 'Etapas' },
      { kind: 'measurement', measurementId: '@measurement:etapas' },
      { kind: 'heading', text: 'Cambio' },
      { kind: 'text', text: 'Se compara a todas las personas.' },
      { kind: 'comparison', comparisonId: '@comparison:cambio' },
    ],
  },
  samples: [
    {
      key: 'antes',
      file: 'prueba/antes.csv',
      instrument: 'encuesta',
      wave: { name: 'Antes', moment: 'ex-ante', startDate: '2023-03-01', endDate: '2023-03-31' },
      shape: 'Planilla con punto y coma.',
    },
    {
      key: 'despues',
      file: 'prueba/despues.csv',
      instrument: 'encuesta',
      wave: { name: 'Después', moment: 'ex-post', startDate: '2024-03-01', endDate: '2024-03-31' },
      shape: 'La misma planilla, un año después.',
    },
  ],
  figures: [
    {
      key: 'inscritas',
      what: 'Personas inscritas',
      stated: '24',
      agrees: { rule: 'equal', value: 24 },
      place: { kind: 'measurement', measurement: 'etapas', figureKey: 'reached/stage:inscrita' },
    },
    {
      key: 'vueltas',
      what: 'Personas que volvieron',
      stated: 'más de 30',
      agrees: { rule: 'above', value: 30 },
      place: { kind: 'measurement', measurement: 'etapas', figureKey: 'reached/stage:volvio' },
    },
    {
      key: 'mejora',
      what: 'Cambio de la satisfacción',
      stated: 'subió',
      agrees: { rule: 'positive' },
      place: {
        kind: 'comparison',
        comparison: 'cambio',
        indicator: 'satisfaccion',
        group: [],
        what: 'change',
      },
    },
  ],
  claims: [
    { claim: 'inscritas', figure: 'inscritas' },
    { claim: 'mejora', figure: 'mejora' },
  ],
};

function rows(satisfied: number, returned: number): string {
  const lines = Array.from({ length: 12 }, (_, at) =>
    [
      at % 2 === 0 ? 'Mañana' : 'Tarde',
      at < satisfied ? 'Sí' : 'No',
      at < returned ? 'Sí' : 'No',
      at + 1,
    ].join(';'),
  );
  return `Grupo;¿Está satisfecho?;¿Volvió a la oficina?;Número de visitas\n${lines.join('\n')}\n`;
}

/** A folder of resources with the one record, its template and its two files. */
export async function tinyResources(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-resources-'));
  for (const part of ['seeds/practices', 'seeds/templates', 'sample-data/prueba']) {
    await mkdir(path.join(folder, part), { recursive: true });
  }
  await writeFile(path.join(folder, 'seeds/practices/prueba.json'), JSON.stringify(record));
  await writeFile(path.join(folder, 'seeds/templates/prueba.json'), JSON.stringify(template));
  await writeFile(path.join(folder, 'sample-data/prueba/antes.csv'), rows(5, 8));
  await writeFile(path.join(folder, 'sample-data/prueba/despues.csv'), rows(11, 10));
  return folder;
}
