import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { readPlatformFile, servesOf, unbalanced } from '../../support/platform-file';

/** Expected cells were written by hand from the files; see the README beside them. */
let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Plataformas', fileId: null });
});
afterAll(() => test.close());

const belonging = '¿Qué tan de acuerdo está?: Me siento parte del barrio';
const neighbours = '¿Qué tan de acuerdo está?: Conozco a mis vecinos';

describe('Google Forms', () => {
  it('keeps options that hold commas whole, counts free answers as other, and reads grids by row', async () => {
    const file = await readPlatformFile(test, 'google-forms.csv');
    expect(file.inspection.platform).toEqual({
      platform: 'google-forms',
      marks: ['Marca temporal', 'Dirección de correo electrónico'],
      hasCodebook: false,
    });
    const table = file.rows.map((row) => [
      row.Recibido,
      row['¿En qué sector vive?'],
      row['¿Qué talleres le interesan?'],
      row[belonging],
      row[neighbours],
      row.Comentario,
    ]);
    expect(table).toEqual([
      [
        '2024-05-03T10:22:33',
        'La Plaza',
        'Cocina · Danza, música y teatro',
        'De acuerdo',
        'En desacuerdo',
        null,
      ],
      [
        '2024-05-03T11:05:01',
        'El Estero',
        'Danza, música y teatro',
        'Muy de acuerdo',
        'De acuerdo',
        'Gracias, muy bueno',
      ],
      ['2024-05-04T09:15:40', 'La Plaza', 'Cocina', 'En desacuerdo', 'De acuerdo', null],
      [
        '2024-05-14T09:16:41',
        'La Plaza',
        'Cocina · Costura · Otra respuesta',
        'De acuerdo',
        'Muy de acuerdo',
        null,
      ],
      [
        '2024-05-15T21:16:41',
        'El Estero',
        'Costura · Danza, música y teatro',
        'Muy de acuerdo',
        'Muy en desacuerdo',
        'Ojalá, de noche',
      ],
      ['2024-05-16T08:00:00', 'La Plaza', null, 'De acuerdo', 'De acuerdo', null],
      [
        '2024-05-17T08:00:00',
        'El Estero',
        'Cocina · Danza, música y teatro',
        'Muy en desacuerdo',
        'En desacuerdo',
        null,
      ],
      ['2024-05-18T08:00:00', 'La Plaza', 'Costura', 'De acuerdo', 'De acuerdo', null],
    ]);
    expect(unbalanced(file)).toEqual([]);
    expect(servesOf(file)).toEqual({ 'Dirección de correo electrónico': 'email' });
    const scale = ['Muy en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Muy de acuerdo'];
    for (const label of [belonging, neighbours]) {
      const variable = file.instrument.variables.find((candidate) => candidate.label === label);
      expect(variable?.type).toBe('ordinal');
      expect(variable?.options.map(({ value }) => value)).toEqual(scale);
    }
  });
});

describe('Microsoft Forms', () => {
  it('reads answers that end with a semicolon and headers with no-break spaces', async () => {
    const file = await readPlatformFile(test, 'microsoft-forms.csv');
    expect(file.rows).toEqual([
      {
        Inicio: '2024-05-03T10:20:01',
        Término: '2024-05-03T10:22:33',
        '¿En qué sector vive?': 'La Plaza',
        '¿Qué trámites hizo?': 'Visa · Salud',
        Explique: null,
      },
      {
        Inicio: '2024-05-03T11:00:00',
        Término: '2024-05-03T11:03:12',
        '¿En qué sector vive?': 'El Estero',
        '¿Qué trámites hizo?': 'Salud',
        Explique: 'Todo fue rápido',
      },
      {
        Inicio: '2024-05-14T09:00:00',
        Término: '2024-05-14T09:08:00',
        '¿En qué sector vive?': 'La Plaza',
        '¿Qué trámites hizo?': null,
        Explique: null,
      },
      {
        Inicio: '2024-05-15T09:00:00',
        Término: '2024-05-15T09:02:00',
        '¿En qué sector vive?': 'La Plaza',
        '¿Qué trámites hizo?': 'Visa · Educación · Salud',
        Explique: null,
      },
      {
        Inicio: '2024-05-16T09:00:00',
        Término: '2024-05-16T09:02:30',
        '¿En qué sector vive?': 'El Estero',
        '¿Qué trámites hizo?': 'Visa',
        Explique: 'Faltó información',
      },
    ]);
    expect(servesOf(file)).toEqual({ ID: 'technical', 'Correo electrónico': 'email', Nombre: 'name' });
    expect(unbalanced(file)).toEqual([]);
  });
});

describe('LimeSurvey', () => {
  it('by codes: ticks are one question, an own answer counts as other, items of a grid stay apart', async () => {
    const file = await readPlatformFile(test, 'limesurvey-codes.csv');
    expect(file.rows).toEqual([
      {
        Enviado: '2024-05-03T10:22:33',
        sector: 1,
        serv: 'SQ001 · SQ002',
        'serv: Otro': null,
        'acuerdo: A1': 4,
        'acuerdo: A2': 2,
      },
      {
        Enviado: '2024-05-03T11:05:01',
        sector: 2,
        serv: 'other',
        'serv: Otro': 'junta de vecinos',
        'acuerdo: A1': 5,
        'acuerdo: A2': 4,
      },
      {
        Enviado: '2024-05-04T09:15:40',
        sector: 1,
        serv: null,
        'serv: Otro': null,
        'acuerdo: A1': 2,
        'acuerdo: A2': 4,
      },
      {
        Enviado: '2024-05-04T10:00:00',
        sector: 1,
        serv: 'SQ002 · SQ003',
        'serv: Otro': null,
        'acuerdo: A1': 3,
        'acuerdo: A2': 5,
      },
    ]);
    expect(servesOf(file)).toMatchObject({
      id: 'technical',
      lastpage: 'technical',
      seed: 'technical',
      'serv[SQ001]': 'part',
    });
    expect(unbalanced(file)).toEqual([]);
  });

  it('by texts: markup and expressions leave the headers, none ticked differs from not shown', async () => {
    const file = await readPlatformFile(test, 'limesurvey-texts.csv');
    const table = file.rows.map((row) => [
      row['¿En qué sector vive?'],
      row['¿Qué servicios usa?'],
      row['¿Qué servicios usa?: Otro'],
      row[belonging],
      row[neighbours],
    ]);
    expect(table).toEqual([
      ['La Plaza', 'Salud · Educación', null, 'De acuerdo', 'En desacuerdo'],
      ['El Estero', 'Otro', 'junta de vecinos', 'Muy de acuerdo', 'De acuerdo'],
      ['La Plaza', '', null, 'En desacuerdo', 'De acuerdo'],
      ['El Estero', null, null, 'De acuerdo', 'Muy de acuerdo'],
    ]);
    expect(unbalanced(file)).toEqual([]);
  });
});

describe('SurveyMonkey', () => {
  it('reads both header rows, options in columns of their own, months before days', async () => {
    const file = await readPlatformFile(test, 'surveymonkey.csv');
    expect(file.inspection.dialect).toMatchObject({ headerLine: 1, headerLines: 2, firstDataLine: 3 });
    expect(file.receipt.rowsRead).toBe(4);
    expect(file.rows).toEqual([
      {
        Inicio: '2024-05-03T10:20:01',
        Término: '2024-05-03T10:22:33',
        '¿En qué sector vive?': 'La Plaza',
        '¿Qué servicios usa?': 'Salud · Educación',
        '¿Qué servicios usa?: Otro (especifique)': null,
        [belonging]: 'De acuerdo',
        [neighbours]: 'En desacuerdo',
        '¿Algo más?': null,
      },
      {
        Inicio: '2024-05-13T15:00:00',
        Término: '2024-05-13T15:05:01',
        '¿En qué sector vive?': 'El Estero',
        '¿Qué servicios usa?': 'Otro (especifique)',
        '¿Qué servicios usa?: Otro (especifique)': 'junta de vecinos',
        [belonging]: 'Muy de acuerdo',
        [neighbours]: 'De acuerdo',
        '¿Algo más?': 'Volvería a responder',
      },
      {
        Inicio: '2024-05-14T09:10:00',
        Término: '2024-05-14T09:15:40',
        '¿En qué sector vive?': 'La Plaza',
        '¿Qué servicios usa?': null,
        '¿Qué servicios usa?: Otro (especifique)': null,
        [belonging]: 'En desacuerdo',
        [neighbours]: 'De acuerdo',
        '¿Algo más?': null,
      },
      {
        Inicio: '2024-05-15T12:00:00',
        Término: '2024-05-15T12:06:00',
        '¿En qué sector vive?': 'El Estero',
        '¿Qué servicios usa?': 'Ninguno',
        '¿Qué servicios usa?: Otro (especifique)': null,
        [belonging]: 'De acuerdo',
        [neighbours]: 'De acuerdo',
        '¿Algo más?': null,
      },
    ]);
    expect(servesOf(file)).toMatchObject({
      'Respondent ID': 'technical',
      'IP Address': 'device',
      'Email Address': 'email',
    });
    expect(unbalanced(file)).toEqual([]);
  });
});

describe("the ministry's enrolment file", () => {
  it('has labels, published codes, comunas with their zero, countries by code, and nobody by number', async () => {
    const file = await readPlatformFile(test, 'mineduc-matricula.csv');
    expect(file.inspection.platform?.platform).toBe('mineduc');
    const table = file.rows.map((row) => [
      row['Año escolar'],
      row['RBD del establecimiento'],
      row['Comuna del establecimiento (código)'],
      row.Dependencia,
      row['Tipo de enseñanza'],
      row['Letra del curso'],
      row['Género registrado'],
      row['Edad al 30 de junio'],
      row['País de origen'],
    ]);
    expect(table).toEqual([
      [2024, '99001', '05301', '2', '110', 'A', '1', 7, 'CHL'],
      [2024, '99001', '05301', '2', '110', 'A', '2', 7, 'HTI'],
      [2024, '99001', '05301', '2', '110', 'B', '2', 8, 'VEN'],
      [2024, '99002', '05302', '3', '310', 'A', '1', 15, 'CHL'],
      [2024, '99002', '05302', '3', '310', 'A', null, 14, 'CHL'],
      [2024, '99002', '05302', '3', '999', 'A', '2', 14, 'VEN'],
    ]);
    const labels = (label: string) =>
      Object.fromEntries(
        file.instrument.variables
          .find((variable) => variable.label === label)
          ?.options.map((option) => [option.value, option.label]) ?? [],
      );
    expect(labels('Dependencia')).toMatchObject({ 2: 'Municipal DAEM', 3: 'Particular subvencionado' });
    // A code nobody published stays as it is.
    expect(labels('Tipo de enseñanza')).toMatchObject({ 110: 'Enseñanza básica', 999: '999' });
    expect(labels('Comuna del establecimiento (código)')).toEqual({
      '05301': 'Los Andes',
      '05302': 'Calle Larga',
    });
    const people = file.rows.map((row) => String(row['Estudiante (MRUN)']));
    expect(people.every((person) => /^P-[0-9A-F]{16}$/.test(person))).toBe(true);
    expect(new Set(people).size).toBe(6);
    expect(servesOf(file)).toMatchObject({ FEC_NAC_ALU: 'birth-date', DGV_RBD: 'technical' });
    const gender = file.receipt.columns.find(({ header }) => header === 'GEN_ALU');
    expect(gender).toMatchObject({ kept: 5, missingByCode: [{ code: '0', count: 1 }] });
    expect(unbalanced(file)).toEqual([]);
  });
});
