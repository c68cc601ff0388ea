import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeXlsForm } from '../../../electron/engine/codebooks/compose-xlsform';
import { checkXlsForm } from '../../../electron/engine/codebooks/xlsform-rules';
import { TemplateVariable } from '../../../shared/domain/template';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { tinyResources } from '../templates/tiny-template';

let resources: string;
let running: TestEngine;

beforeAll(async () => {
  resources = await tinyResources();
  running = await startTestEngine({ resourcesFolder: resources });
  await running.client.call('project.create', { name: 'Formularios', fileId: null });
});
afterAll(async () => {
  await running.close();
  await rm(resources, { recursive: true, force: true });
});

const question = (more: object): TemplateVariable =>
  TemplateVariable.parse({ name: 'q', label: 'Pregunta', type: 'text', ...more });
const compose = (questions: TemplateVariable[], locale: 'es' | 'en' = 'es') =>
  composeXlsForm(
    { title: 'Prueba', titleEnglish: 'Trial', formId: 'prueba', version: '2024030101', questions },
    locale,
  );
const asked = (more: object) => compose([question(more)]).form.survey.rows.at(-1);

describe('a question in a survey form', () => {
  it.each([
    ['integer', 'integer'],
    ['decimal', 'decimal'],
    ['date', 'date'],
    ['datetime', 'dateTime'],
    ['text', 'text'],
    ['identifier', 'text'],
    ['boolean', 'select_one l_q'],
  ])('of type %s is asked as %s', (type, written) => {
    expect(asked({ type })?.type).toBe(written);
  });

  it('keeps the codes of no answer among its choices, with words', () => {
    const options = [
      { value: '1', label: 'Poco' },
      { value: '2', label: 'Mucho' },
    ];
    const { form } = compose([
      question({ type: 'ordinal', options, missingCodes: ['99'], notApplicableCodes: ['88'] }),
    ]);
    expect(form.choices.rows.map((row) => [row.name, row['label::Español (es)']])).toEqual([
      ['1', 'Poco'],
      ['2', 'Mucho'],
      ['99', 'No responde'],
      ['88', 'No corresponde'],
    ]);
  });

  it('has bounds that let its codes of no answer pass', () => {
    expect(asked({ type: 'integer', minimum: 0, maximum: 17, missingCodes: ['99'] })).toMatchObject({
      constraint: '(. >= 0 and . <= 17) or . = 99',
      'constraint_message::Español (es)': 'El número va de 0 a 17.',
      'hint::Español (es)': 'Anota 99 si no hay respuesta.',
    });
  });

  it('asks for a RUT by its form', () => {
    const row = asked({ type: 'identifier', identity: 'rut', role: 'identifier' });
    expect(row?.['hint::Español (es)']).toContain('12345678-5');
    const pattern = /'(.*)'/.exec(row?.constraint ?? '')?.[1] ?? '';
    expect(['12345678-5', '100000000-k'].every((rut) => new RegExp(pattern).test(rut))).toBe(true);
    expect(['12.345.678-5', '123456785', 'x'].some((rut) => new RegExp(pattern).test(rut))).toBe(false);
  });

  it('names choices so that several fit in one cell, and the rule that rests on them follows', () => {
    const several = question({
      name: 'apoyos',
      type: 'multiple',
      options: [
        { value: 'Ropa, abrigo', label: 'Ropa, abrigo' },
        { value: "L'Oréal", label: 'Otra' },
      ],
    });
    const then = question({ name: 'cual', askedIf: { variable: 'apoyos', values: ['Ropa, abrigo'] } });
    const { form, notes } = compose([several, then]);
    expect(form.choices.rows.map(({ name }) => name)).toEqual(['ropa_abrigo', 'l_oreal']);
    expect(form.survey.rows.at(-1)?.relevant).toBe("selected(${apoyos}, 'ropa_abrigo')");
    expect(notes.map(({ code }) => code)).toEqual(['choice-renamed', 'choice-renamed']);
    expect(checkXlsForm(form)).toEqual([]);
  });

  it('takes another name where its own is taken by the form, and stays out where it is not asked', () => {
    const { form, notes } = compose([
      question({ name: 'meta' }),
      question({ name: 'start' }),
      question({ name: 'x', isAsked: false }),
    ]);
    expect(form.survey.rows.map(({ name }) => name)).toEqual(['start_2', 'end', 'meta_1', 'start']);
    expect(notes).toEqual([
      { code: 'renamed', name: 'meta', became: 'meta_1' },
      { code: 'not-asked', name: 'x', became: '' },
    ]);
    expect(checkXlsForm(form)).toEqual([]);
  });

  it('is in both languages throughout as soon as one text is', () => {
    const { form } = compose(
      [question({ name: 'a', labelEnglish: 'Question' }), question({ name: 'b', type: 'boolean' })],
      'en',
    );
    expect(form.survey.rows.at(-1)?.['label::English (en)']).toBe('Pregunta');
    expect(form.choices.rows.map((row) => row['label::English (en)'])).toEqual(['Yes', 'No']);
    expect(form.settings.rows[0]).toMatchObject({ form_title: 'Trial', default_language: 'English (en)' });
    expect(checkXlsForm(form)).toEqual([]);
  });
});

describe('a survey form written and read again', () => {
  it('has the same questions, answers, sections and skips', async () => {
    const { call } = running.client;
    const { file } = await call('instrument.exportXlsForm', {
      source: { slug: 'prueba', instrument: 'encuesta' },
      locale: 'es',
    });
    expect(file.name).toBe('prueba_encuesta.xlsx');
    const path = running.engine.files.output(file.fileId).path;
    const read = await call('codebook.describe', { fileId: await running.grant(path) });
    expect(read).toMatchObject({ title: 'Encuesta de prueba', languages: ['Español (es)', 'English (en)'] });
    const questions = read.questions.filter(({ kind }) => kind !== 'metadata');
    expect(questions.map(({ name, label, kind }) => [name, label, kind])).toEqual([
      ['grupo', 'Grupo', 'single'],
      ['satisfecho', '¿Está satisfecho?', 'single'],
      ['volvio', '¿Volvió a la oficina?', 'single'],
      ['visitas', 'Número de visitas', 'integer'],
    ]);
    expect(questions[0]?.options).toEqual([
      { value: 'a', label: 'Mañana' },
      { value: 'b', label: 'Tarde' },
    ]);
    expect(questions[2]?.relevant).toBe("${grupo} = 'a'");
    expect(questions[1]?.path).toBe('seccion_2/satisfecho');
    expect(questions[3]?.constraint).toBe('(. >= 0 and . <= 20) or . = 99');
  });

  it('collects data that answers the instrument it came from', async () => {
    const { call } = running.client;
    await call('project.create', { name: 'Recogido', fileId: null });
    await call('template.use', { slug: 'prueba', practiceId: null });
    // As KoboToolbox writes XML names: groups before the question, choices by name, columns of its own.
    const head =
      'start;end;seccion_1/grupo;seccion_2/satisfecho;seccion_2/volvio;visitas;_id;_uuid;_submission_time;__version__;_index';
    const lines = Array.from({ length: 12 }, (_, at) =>
      [
        '2025-03-03T10:00:00.000-03:00',
        '2025-03-03T10:05:00.000-03:00',
        at % 2 === 0 ? 'a' : 'b',
        at % 3 === 0 ? 'no' : 'si',
        at % 2 === 0 ? 'si' : '',
        at === 5 ? 99 : at,
        1000 + at,
        `f${at}`,
        '2025-03-03T10:06:00',
        'vX',
        at + 1,
      ].join(';'),
    );
    const fileId = await running.stage('recogido.csv', `${head}\n${lines.join('\n')}\n`);
    const { plan } = await call('import.propose', { fileId, corrections: {} });
    const { receipt, instrument } = await call('wave.import', plan);
    const questions = instrument.variables.slice(0, 4);
    expect(questions.map(({ name }) => name)).toEqual(['grupo', 'satisfecho', 'volvio', 'visitas']);
    const kept = questions.map(({ id }) => receipt.columns.find(({ variableId }) => variableId === id)?.kept);
    // Six were not asked whether they came back, and one number is the code of no answer.
    expect(kept).toEqual([12, 12, 6, 11]);
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it('of an instrument of the project takes hints and skips from its template', async () => {
    const { call } = running.client;
    await call('template.use', { slug: 'prueba', practiceId: null });
    const [instrument] = (await call('instrument.list', {})).instruments;
    if (!instrument) throw new Error('no instrument');
    const { file } = await call('instrument.exportXlsForm', {
      source: { instrumentId: instrument.id },
      locale: 'es',
    });
    const path = running.engine.files.output(file.fileId).path;
    const read = await call('codebook.describe', { fileId: await running.grant(path) });
    expect(read.questions.find(({ name }) => name === 'volvio')?.relevant).toBe("${grupo} = 'a'");
  });
});
