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

describe('KoboToolbox by XML names', () => {
  it('stores each question once, keeps groups apart, and tells none chosen from not answered', async () => {
    const file = await readPlatformFile(test, 'kobo-names.csv');
    expect(file.rows).toEqual([
      {
        Inicio: '2024-05-03T10:01:12',
        Término: '2024-05-03T10:22:33',
        Día: '2024-05-03',
        'Vivienda: Sector': 'la_plaza',
        Servicios: 'agua · luz',
        'Salud: Sector': 'el_estero',
        'Tiene control': true,
        Idiomas: 'es · ht',
        'Recibido (hora universal)': '2024-05-03T14:23:10',
      },
      {
        Inicio: '2024-05-03T11:00:00',
        Término: '2024-05-03T11:12:00',
        Día: '2024-05-03',
        'Vivienda: Sector': 'el_estero',
        Servicios: '',
        'Salud: Sector': 'la_plaza',
        'Tiene control': false,
        Idiomas: 'es',
        'Recibido (hora universal)': '2024-05-03T15:30:00',
      },
      {
        Inicio: '2024-05-04T09:10:00',
        Término: '2024-05-04T09:31:00',
        Día: '2024-05-04',
        'Vivienda: Sector': 'la_plaza',
        Servicios: null,
        'Salud: Sector': 'la_plaza',
        'Tiene control': true,
        Idiomas: 'es · ht · en',
        'Recibido (hora universal)': '2024-05-04T13:31:40',
      },
      {
        Inicio: '2024-05-04T10:00:00',
        Término: '2024-05-04T10:20:00',
        Día: '2024-05-04',
        'Vivienda: Sector': 'la_plaza',
        Servicios: 'luz · internet',
        'Salud: Sector': 'la_plaza',
        'Tiene control': false,
        Idiomas: 'ht',
        'Recibido (hora universal)': '2024-05-04T14:20:40',
      },
      {
        Inicio: '2024-05-05T10:00:00',
        Término: '2024-05-05T10:18:00',
        Día: '2024-05-05',
        'Vivienda: Sector': 'el_estero',
        Servicios: 'agua',
        'Salud: Sector': 'el_estero',
        'Tiene control': true,
        Idiomas: 'es · en',
        'Recibido (hora universal)': '2024-05-05T14:19:02',
      },
    ]);
    const services = file.receipt.columns.find(
      ({ header, action }) => header === 'vivienda/servicios' && action === 'keep',
    );
    expect(services).toMatchObject({ read: 5, kept: 4, blank: 1, failedTotal: 0, coercedTotal: 0 });
    expect(unbalanced(file)).toEqual([]);
  });

  it('says what each technical column serves and proposes to leave it out', async () => {
    const file = await readPlatformFile(test, 'kobo-names.csv');
    expect(file.inspection.platform).toEqual({
      platform: 'kobotoolbox',
      marks: [
        '_id',
        '_uuid',
        '_submission_time',
        '_validation_status',
        '_notes',
        '_status',
        '_submitted_by',
        '__version__',
        '_tags',
        'meta/rootUuid',
        '_index',
      ],
      hasCodebook: false,
    });
    expect(file.receipt.platform).toEqual(file.inspection.platform);
    expect(servesOf(file)).toEqual({
      deviceid: 'device',
      'vivienda/servicios': 'combined',
      'vivienda/servicios/agua': 'part',
      'vivienda/servicios/luz': 'part',
      'vivienda/servicios/internet': 'part',
      ubicacion: 'location',
      _ubicacion_latitude: 'location',
      _ubicacion_longitude: 'location',
      _ubicacion_altitude: 'location',
      _ubicacion_precision: 'location',
      foto: 'media',
      foto_URL: 'media',
      _id: 'technical',
      _uuid: 'technical',
      _validation_status: 'technical',
      _notes: 'technical',
      _status: 'technical',
      _submitted_by: 'name',
      __version__: 'technical',
      _tags: 'technical',
      'meta/rootUuid': 'technical',
      _index: 'technical',
    });
    const left = file.inspection.columns.filter(({ writtenAs }) => writtenAs !== null);
    expect(left.map(({ proposal }) => proposal.action)).toEqual(left.map(() => 'drop'));
  });
});

describe('KoboToolbox by labels', () => {
  it('reads columns of options without a joined one, joined labels with spaces, and labels that collide', async () => {
    const file = await readPlatformFile(test, 'kobo-labels.csv');
    const answers = file.rows.map((row) => [
      row['¿Cuántas personas viven aquí?'],
      row['¿Qué servicios usa?'],
      row['¿Sabe leer y/o escribir?'],
      row['¿Por qué?'],
      row['¿Participa en talleres?'],
      row['¿Por qué? (2)'],
      row['¿Qué idiomas habla?'],
      row['Estado de validación'],
    ]);
    expect(answers).toEqual([
      [
        3,
        'Agua potable · Luz eléctrica',
        true,
        'Aprendió en la escuela rural',
        false,
        'Queda lejos de su casa',
        'Español · Criollo haitiano',
        'Aprobado',
      ],
      [5, 'Agua y/o luz del vecino', false, null, true, 'Le gusta conversar', 'Español', 'Aprobado'],
      [2, null, true, 'Estudió de noche', true, null, 'Criollo haitiano', 'No aprobado'],
      [4, 'Agua potable', true, null, false, null, 'Español · Lengua de señas', 'Aprobado'],
      [
        3,
        'Agua potable · Luz eléctrica',
        false,
        null,
        false,
        'Trabaja los sábados',
        'Español · Criollo haitiano · Lengua de señas',
        'No aprobado',
      ],
      [1, 'Luz eléctrica', true, null, true, null, 'Lengua de señas', 'Aprobado'],
    ]);
    expect(unbalanced(file)).toEqual([]);
    const services = file.inspection.columns.find(({ proposal }) => proposal.parts.length > 0);
    expect(services?.proposal).toMatchObject({
      header: 'Vivienda/¿Qué servicios usa?',
      type: 'multiple',
      options: [
        { value: 'Agua potable', label: 'Agua potable' },
        { value: 'Luz eléctrica', label: 'Luz eléctrica' },
        { value: 'Agua y/o luz del vecino', label: 'Agua y/o luz del vecino' },
      ],
    });
  });

  it('reads a repeated group as answers of its own, with the number of the form they belong to', async () => {
    const file = await readPlatformFile(test, 'kobo-repeat.csv');
    expect(file.rows).toEqual([
      {
        Edad: 34,
        Parentesco: 'jefatura',
        'Formulario al que pertenece': '1',
        'Recibido (hora universal)': '2024-05-03T14:23:10',
      },
      {
        Edad: 8,
        Parentesco: 'hijo',
        'Formulario al que pertenece': '1',
        'Recibido (hora universal)': '2024-05-03T14:23:10',
      },
      {
        Edad: 41,
        Parentesco: 'jefatura',
        'Formulario al que pertenece': '2',
        'Recibido (hora universal)': '2024-05-03T15:30:00',
      },
      {
        Edad: 12,
        Parentesco: 'hijo',
        'Formulario al que pertenece': '2',
        'Recibido (hora universal)': '2024-05-03T15:30:00',
      },
    ]);
    const parent = file.instrument.variables.find(({ label }) => label === 'Formulario al que pertenece');
    expect(parent).toMatchObject({ role: 'group', type: 'text', identity: null, missingCodes: [] });
  });
});

describe('columns of ticks without one that joins them', () => {
  it('stay questions of their own where somebody answered all of them with no', async () => {
    const file = await readPlatformFile(test, 'kobo-yes-no.csv');
    expect(file.rows.map((row) => [row['Tiene fonasa'], row['Tiene isapre']])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [true, null],
    ]);
    expect(servesOf(file)).toEqual({ _id: 'technical', _uuid: 'technical' });
  });
});

describe('a KoboToolbox workbook', () => {
  it('opens with the forms, though a repeat is longer, and knows whose children its repeats are', async () => {
    const file = await readPlatformFile(test, 'kobo-repeats.xlsx');
    expect(file.inspection.dialect.tableId).toBe('Hogares de prueba');
    expect(file.inspection.tables.map(({ name, kind, parent }) => [name, kind, parent])).toEqual([
      ['Hogares de prueba', 'sheet', null],
      ['integrantes', 'repeat', { tableId: 'Hogares de prueba', key: '_index', parentKey: '_parent_index' }],
    ]);
    const answers = file.rows.map((row) => [row.Sector, row.Ayudas, row['Número del formulario']]);
    expect(answers).toEqual([
      ['plaza', 'bono · caja', '1'],
      ['estero', '', '2'],
      ['plaza', null, '3'],
      ['estero', 'caja', '4'],
    ]);
    expect(unbalanced(file)).toEqual([]);
  });

  it('gives the repeat a wave of an instrument of its own, with the number of its form to group by', async () => {
    const forms = await readPlatformFile(test, 'kobo-repeats.xlsx');
    const people = await readPlatformFile(test, 'kobo-repeats.xlsx', 'integrantes');
    expect(people.instrument.id).not.toBe(forms.instrument.id);
    const answers = people.rows.map((row) => [row.Edad, row.Parentesco, row['Formulario al que pertenece']]);
    expect(answers).toEqual([
      [34, 'jefatura', '1'],
      [8, 'hijo', '1'],
      [41, 'jefatura', '2'],
      [12, 'hijo', '2'],
      [70, 'jefatura', '3'],
    ]);
    expect(people.instrument.variables.find(({ role }) => role === 'group')?.label).toBe(
      'Formulario al que pertenece',
    );
    expect(unbalanced(people)).toEqual([]);
  });
});

describe('ODK Central', () => {
  it('reads groups, options in columns of their own and moments; position and people stay out', async () => {
    const file = await readPlatformFile(test, 'odk-main.csv');
    expect(file.inspection.platform?.platform).toBe('odk-central');
    expect(file.rows).toEqual([
      {
        'Recibido (hora universal)': '2024-05-03T14:23:10',
        'Hogar: Sector': 'la_plaza',
        'Agua caliente': true,
        'Salud: Sector': 'el_estero',
        Servicios: 'fonasa · posta',
        'Estado de revisión': 'approved',
      },
      {
        'Recibido (hora universal)': '2024-05-03T15:30:00',
        'Hogar: Sector': 'el_estero',
        'Agua caliente': false,
        'Salud: Sector': 'la_plaza',
        Servicios: '',
        'Estado de revisión': 'approved',
      },
      {
        'Recibido (hora universal)': '2024-05-04T13:31:40',
        'Hogar: Sector': 'la_plaza',
        'Agua caliente': true,
        'Salud: Sector': 'la_plaza',
        Servicios: null,
        'Estado de revisión': 'hasIssues',
      },
      {
        'Recibido (hora universal)': '2024-05-04T14:20:40',
        'Hogar: Sector': 'el_estero',
        'Agua caliente': false,
        'Salud: Sector': 'el_estero',
        Servicios: 'farmacia',
        'Estado de revisión': 'hasIssues',
      },
    ]);
    expect(unbalanced(file)).toEqual([]);
    const serves = servesOf(file);
    expect(serves).toMatchObject({
      KEY: 'technical',
      SubmitterName: 'name',
      DeviceID: 'device',
      'lugar-Latitude': 'location',
    });
    expect(serves).toMatchObject({ 'salud-servicios': 'combined', 'salud-servicios/posta': 'part' });
  });

  it('keeps the key of the parent in a repeat under a pseudonym, the same for the same parent', async () => {
    const file = await readPlatformFile(test, 'odk-repeat.csv');
    expect(file.rows.map((row) => [row.Edad, row.Estudia])).toEqual([
      [34, false],
      [8, true],
      [41, false],
    ]);
    const keys = file.rows.map((row) => String(row['Formulario al que pertenece']));
    expect(keys.every((key) => /^P-[0-9A-F]{16}$/.test(key))).toBe(true);
    expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
    const parent = file.instrument.variables.find(({ label }) => label === 'Formulario al que pertenece');
    expect(parent?.role).toBe('group');
  });
});
