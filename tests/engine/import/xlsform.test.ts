import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsForm } from '../../../electron/engine/import/platforms/xlsform';
import type { FileId } from '../../../shared/domain/ids';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf } from '../../support/import';

const folder = path.resolve(import.meta.dirname, '../../fixtures/import/xlsform');

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Formularios', fileId: null });
});
afterAll(() => test.close());

async function stage(name: string): Promise<FileId> {
  return test.stage(name, await readFile(path.join(folder, name)));
}

describe('XLSForm as codebook', () => {
  it('reads types, Spanish labels, options in the order of the form, groups and rules', async () => {
    const described = await test.client.call('codebook.describe', { fileId: await stage('acogida.xlsx') });
    expect(described).toMatchObject({
      origin: 'xlsform',
      title: 'Encuesta de acogida',
      languages: ['Español (es)', 'English (en)'],
    });
    const find = (name: string) => described.questions.find((question) => question.name === name);
    expect(find('edad')).toMatchObject({
      path: 'persona/edad',
      label: 'Edad en años',
      kind: 'integer',
      isRequired: true,
      constraint: '. >= 0 and . <= 110',
    });
    expect(find('sexo')?.options).toEqual([
      { value: 'm', label: 'Mujer' },
      { value: 'h', label: 'Hombre' },
    ]);
    expect(find('pais')).toMatchObject({
      kind: 'single',
      relevant: "${migrante} = 'si'",
      options: [
        { value: 'VEN', label: 'Venezuela' },
        { value: 'HTI', label: 'Haití' },
        { value: 'other', label: 'Otro' },
      ],
    });
    expect(find('pais_other')).toMatchObject({ kind: 'text', isRequired: false });
    expect(find('tramites')).toMatchObject({
      kind: 'multiple',
      relevant: "(${migrante} = 'si') and (selected(${pais}, 'VEN') or ${anios} > 3)",
    });
    expect(find('conforme')).toMatchObject({
      kind: 'ordinal',
      options: [
        { value: '1', label: 'Muy en desacuerdo' },
        { value: '2', label: 'En desacuerdo' },
        { value: '3', label: 'De acuerdo' },
        { value: '4', label: 'Muy de acuerdo' },
      ],
      missingCodes: ['88'],
      notApplicableCodes: ['97'],
    });
    expect(find('nota')?.kind).toBe('decimal');
    expect(find('lugar')?.kind).toBe('location');
    expect(find('edad_hijo')?.repeat).toBe('hijos');
    expect(described.ignored).toEqual(
      expect.arrayContaining([
        { kind: 'calculate', count: 1 },
        { kind: 'note', count: 1 },
        { kind: 'audit', count: 1 },
        { kind: 'options-in-file', count: 1 },
        { kind: 'rank-order', count: 1 },
      ]),
    );
  });

  it('knows every spelling of the columns and the types', () => {
    const codebook = readXlsForm(
      [
        {
          name: 'Survey',
          rows: [
            [' Type', 'NAME', 'label:Español', 'Relevance', 'Required'],
            ['begin group', 'g', 'G', '', ''],
            ['select one from lista', 'q1', 'Una', '', 'true()'],
            ['select all that apply from lista or specify other', 'q2', 'Varias', "${q1} = 'a'", ''],
            ['end group', '', '', '', ''],
            ['begin repeat', 'r', 'R', '', ''],
            ['int', 'n', '<b>Cuántos</b>', '', ''],
            ['end repeat', '', '', '', ''],
          ],
        },
        {
          name: 'choices',
          rows: [
            ['list name', 'name', 'label:Español'],
            ['lista', 'a', 'Á'],
            ['lista', 'b', 'Bé'],
          ],
        },
      ],
      'formulario.xlsx',
    );
    expect(codebook.questions.map(({ path, kind, label }) => [path, kind, label])).toEqual([
      ['g/q1', 'single', 'Una'],
      ['g/q2', 'multiple', 'Varias'],
      ['g/q2_other', 'text', 'Varias (otro)'],
      ['r/n', 'integer', 'Cuántos'],
    ]);
    expect(codebook.questions[0]).toMatchObject({
      isRequired: true,
      options: [
        { value: 'a', label: 'Á' },
        { value: 'b', label: 'Bé' },
      ],
    });
    expect(codebook.questions[1]?.relevant).toBe("${q1} = 'a'");
  });

  it('names a workbook or a text that is no form', async () => {
    for (const [name, content] of [
      ['no-es-formulario.xlsx', null],
      ['datos.csv', 'a;b\n1;2\n'],
    ] as const) {
      const fileId = content === null ? await stage(name) : await test.stage(name, content);
      const failure = await failureOf(test.client.call('codebook.describe', { fileId }));
      expect(failure).toMatchObject({ code: 'codebook-unrecognised', details: { fileName: name } });
    }
  });

  it('drafts an instrument without data, once for each question that keeps an answer', async () => {
    const instrument = await test.client.call('instrument.draft', {
      codebookFileId: await stage('acogida.xlsx'),
      name: null,
    });
    expect(instrument.name).toBe('Encuesta de acogida');
    const labels = instrument.variables.map(({ label }) => label);
    expect(labels).toContain('País de origen');
    expect(labels).not.toContain('Edad del hijo');
    expect(labels).not.toContain('Lugar');
    const { instruments } = await test.client.call('instrument.list', {});
    expect(instruments.map(({ id }) => id)).toContain(instrument.id);
  });
});
