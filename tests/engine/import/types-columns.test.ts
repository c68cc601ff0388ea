import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../../shared/domain/import';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';

type Columns = Record<string, readonly string[]>;

/** The cells over and over until there are enough rows to judge. */
function fileOf(columns: Columns, rows = 40): string {
  const names = Object.keys(columns);
  const lines = Array.from({ length: rows }, (_, row) =>
    names.map((name) => columns[name]?.[row % (columns[name]?.length ?? 1)] ?? '').join(';'),
  );
  return `N;${names.join(';')}\n${lines.map((line, row) => `x${row};${line}`).join('\n')}\n`;
}

describe('the type a column is proposed with', () => {
  let test: TestEngine;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Tipos', fileId: null });
  });
  afterAll(() => test.close());

  async function inspect(columns: Columns, rows?: number): Promise<(label: string) => ColumnProfile> {
    const fileId = await test.stage('base.csv', fileOf(columns, rows));
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    return (label) => {
      const profile = inspection.columns.find(({ proposal }) => proposal.header === label);
      if (!profile) throw new Error(`no column ${label}`);
      return profile;
    };
  }
  async function typesOf(columns: Columns, rows?: number): Promise<Record<string, string>> {
    const of = await inspect(columns, rows);
    return Object.fromEntries(Object.keys(columns).map((name) => [name, of(name).proposal.type]));
  }

  it('is text, with both groups shown, where percentages stand beside bare figures', async () => {
    const of = await inspect({
      Asistencia: ['0,85', '85 %', '0,9', '92 %'],
      Nota: ['5,5', '6,1', '4,0', '7,0'],
    });
    expect(of('Asistencia').proposal).toMatchObject({ type: 'text', unit: null });
    expect(of('Asistencia').forms).toEqual([
      { form: 'plain', count: 20, examples: ['0,85', '0,9'] },
      { form: 'percent', count: 20, examples: ['85 %', '92 %'] },
    ]);
    expect(of('Asistencia').candidates.find(({ type }) => type === 'decimal')).toMatchObject({
      fits: 40,
      misfits: 0,
      reason: 'mixed-units',
    });
    expect(of('Nota').proposal.type).toBe('decimal');
  });

  it('keeps the unit of figures that all carry it', async () => {
    const of = await inspect({
      Asistencia: ['85 %', '92 %', '88,5 %'],
      Ingreso: ['$ 350.000', '$ 1.200.000', '420000'],
    });
    expect(of('Asistencia').proposal).toMatchObject({ type: 'decimal', unit: '%' });
    expect(of('Ingreso').proposal).toMatchObject({ type: 'integer', unit: '$' });
  });

  it('stays text where one in thirty is no number, and shows those', async () => {
    const cells = [...Array.from({ length: 29 }, (_, place) => String(20 + place * 7)), 'como 40'];
    const profile = (await inspect({ Monto: cells }, 300))('Monto');
    expect(profile.proposal.type).toBe('text');
    const candidate = profile.candidates.find(({ type }) => type === 'integer');
    expect(candidate).toMatchObject({ fits: 290, misfits: 10, reason: 'some-do-not-fit' });
    expect(candidate?.examples).toEqual([31, 61, 91, 121, 151].map((line) => ({ line, value: 'como 40' })));
  });

  it('is no number where a single code in a thousand has a leading zero', async () => {
    const codes = Array.from({ length: 999 }, (_, place) => String(1000 + ((place * 37) % 200)));
    const profile = (await inspect({ Sector: [...codes, '0405'] }, 1000))('Sector');
    expect(['text', 'single']).toContain(profile.proposal.type);
    expect(profile.candidates.find(({ type }) => type === 'integer')?.reason).toBe('fixed-width-codes');
  });

  it('decides "1.234" by the whole column and shows the other reading', async () => {
    const gasto = (await inspect({ Gasto: ['1.234', '2.500', '3.100'] }))('Gasto');
    expect(gasto.proposal).toMatchObject({ type: 'integer', decimalMark: ',' });
    expect(gasto.candidates).toContainEqual(
      expect.objectContaining({ type: 'decimal', decimalMark: '.', reason: 'thousands-or-decimals' }),
    );
    const razon = (await inspect({ Razón: ['1.234', '2.5', '0.435'] }))('Razón');
    expect(razon.proposal).toMatchObject({ type: 'decimal', decimalMark: '.' });
    expect(razon.candidates.some(({ reason }) => reason === 'thousands-or-decimals')).toBe(false);
  });

  it('is a day or a moment in many forms, and text where day numbers of a spreadsheet stand', async () => {
    const types = await typesOf({
      Visita: ['5 de marzo de 2024', '6 de marzo de 2024', '31 de enero de 2023'],
      'Marca temporal': ['2024/03/05 3:04:05 p. m. GMT-3', '2024/03/06 11:04:05 a. m. GMT-3'],
      'Fecha de taller': ['45356', '45357', '45390'],
      Plazo: ['05-mar-24', '06-abr-24', '07-dic-24'],
      Inicio: ['2024-03-05 00:00:00', '2024-03-06 00:00:00'],
    });
    expect(types).toMatchObject({
      Visita: 'date',
      'Marca temporal': 'datetime',
      'Fecha de taller': 'text',
      Plazo: 'date',
      Inicio: 'date',
    });
  });

  it('offers the day numbers of a spreadsheet as days, and says that a zone was left aside', async () => {
    const of = await inspect({
      'Fecha de taller': ['45356', '45357', '45390'],
      Registro: ['2024-03-05T10:11:12-03:00', '2024-03-06T11:11:12-03:00'],
    });
    expect(of('Fecha de taller').candidates).toContainEqual(
      expect.objectContaining({ type: 'date', fits: 40, reason: 'spreadsheet-days' }),
    );
    expect(of('Registro').forms).toContainEqual(expect.objectContaining({ form: 'with-zone', count: 40 }));
  });

  it('shows that days are written in two orders', async () => {
    const profile = (await inspect({ Fecha: ['13-05-2024', '05-13-2024', '14-05-2024', '01-02-2024'] }))(
      'Fecha',
    );
    expect(profile.proposal.type).not.toBe('date');
    expect(profile.forms?.map(({ form, count }) => [form, count])).toEqual([
      ['day-first', 20],
      ['month-first', 10],
    ]);
  });

  it('is yes or no in its spellings, and not where a yes says more', async () => {
    const types = await typesOf({
      a: ['Sí', 'NO', 'si', 'No.', 'SÍ'],
      b: ['S', 'N'],
      c: ['Verdadero', 'Falso'],
      d: ['yes', 'no'],
      e: ['1', '0'],
      f: ['Sí, siempre', 'No'],
      g: ['-1', '0', '1'],
    });
    expect(types).toEqual({
      a: 'boolean',
      b: 'boolean',
      c: 'boolean',
      d: 'boolean',
      e: 'boolean',
      f: 'single',
      g: 'integer',
    });
  });

  it.each([
    [
      [
        'Muy de acuerdo',
        'En desacuerdo',
        'De acuerdo',
        'Totalmente en desacuerdo',
        'Totalmente de acuerdo',
        'Muy en desacuerdo',
        'Ni de acuerdo ni en desacuerdo',
      ],
    ],
    [['Siempre', 'Nunca', 'De vez en cuando']],
    [['Todos los días', 'Una vez a la semana', 'Nunca', 'Una vez al mes']],
    [['Muy satisfecho/a', 'Insatisfecho/a', 'Satisfecho/a']],
    [['12 o más', '0 a 5', '6-11']],
    [['18 y más', 'Menos de 6', '6 a 17']],
    [['Más de $1.000.000', 'Menos de $300.000', '$300.000 a $500.000', '$500.001 a $1.000.000']],
    [['5 (Muy bien)', '2', '3', '1 (Muy mal)', '4']],
    [['4° medio', 'Pre-kínder', 'NT2', '1° básico']],
    [['Strongly agree', 'Disagree', 'Agree', 'Strongly disagree']],
    [['Difícil', 'Muy fácil', 'Fácil']],
  ])('orders the scale %j', async (shuffled) => {
    const ranks = new Map([
      ['Totalmente en desacuerdo', 0],
      ['Muy en desacuerdo', 1],
      ['En desacuerdo', 2],
      ['Ni de acuerdo ni en desacuerdo', 3],
      ['De acuerdo', 4],
      ['Muy de acuerdo', 5],
      ['Totalmente de acuerdo', 6],
      ['Nunca', 0],
      ['De vez en cuando', 1],
      ['Siempre', 2],
      ['Una vez al mes', 1],
      ['Una vez a la semana', 2],
      ['Todos los días', 3],
      ['Insatisfecho/a', 0],
      ['Satisfecho/a', 1],
      ['Muy satisfecho/a', 2],
      ['0 a 5', 0],
      ['6-11', 1],
      ['12 o más', 2],
      ['Menos de 6', 0],
      ['6 a 17', 1],
      ['18 y más', 2],
      ['Menos de $300.000', 0],
      ['$300.000 a $500.000', 1],
      ['$500.001 a $1.000.000', 2],
      ['Más de $1.000.000', 3],
      ['1 (Muy mal)', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5 (Muy bien)', 5],
      ['Pre-kínder', 0],
      ['NT2', 1],
      ['1° básico', 2],
      ['4° medio', 3],
      ['Strongly disagree', 0],
      ['Disagree', 1],
      ['Agree', 2],
      ['Strongly agree', 3],
      ['Difícil', 0],
      ['Fácil', 1],
      ['Muy fácil', 2],
    ]);
    const { proposal } = (await inspect({ Pregunta: [...shuffled, 'No sabe'] }, 60))('Pregunta');
    expect(proposal).toMatchObject({ type: 'ordinal', missingCodes: ['No sabe'] });
    const expected = [...shuffled].sort((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0));
    expect(proposal.options.map(({ value }) => value)).toEqual(expected);
  });

  it('proposes missing codes with their counts, and spares values that people may have', async () => {
    const of = await inspect(
      {
        Edad: ['88', '91', '95', '97', '99', '93', '85', '79'],
        Escala: ['-1', '0', '1'],
        Puntaje: ['0', '50', '99', '100', '88', '72', '31'],
        Hijos: ['1', '2', '3', '99'],
        Idiomas: ['Ninguno', 'Inglés', 'None', 's/i'],
        Grado: ['3', '-99', '5', 'NS/NR'],
      },
      200,
    );
    const codesOf = (label: string) => of(label).missingCandidates;
    expect(codesOf('Edad')).toEqual([]);
    expect(codesOf('Escala')).toEqual([]);
    expect(codesOf('Puntaje')).toEqual([]);
    expect(codesOf('Hijos')).toEqual([{ code: '99', count: 50 }]);
    expect(codesOf('Idiomas')).toEqual([{ code: 's/i', count: 50 }]);
    expect(
      codesOf('Grado')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['-99', 'NS/NR']);
  });

  it('stores countries, comunas and schools in all their spellings as one code, and ambiguous ones as written', async () => {
    const columns = {
      Nacionalidad: [
        'venezolana',
        'Venezolano/a',
        'VENEZUELA',
        'Vzla',
        'haitiano',
        'Rep. Dominicana',
        'Congo',
        'Chilena',
      ],
      Comuna: [
        'Los Andes',
        'LOS ANDES',
        '5301',
        'Llay-Llay',
        'Llaillay',
        'I. Municipalidad de Ñuñoa',
        'Nunoa',
        'San José',
      ],
      RBD: ['0405-7', '405', '000405-7', '405', '405-7', '405', '405', '405'],
    };
    const fileId = await test.stage('publicas.csv', fileOf(columns, 40));
    const imported = await importFile(test, fileId);
    const [first] = imported.inspection.columns.filter(({ proposal }) => proposal.header === 'Nacionalidad');
    expect(first?.standardEvidence).toEqual({
      kind: 'nationality',
      recognised: 35,
      unrecognised: 5,
      examples: ['Congo'],
    });
    expect(first?.proposal.options).toContainEqual({ value: 'VEN', label: 'Venezuela' });
    const rows = (await storedRows(test, imported)).slice(0, 8);
    expect(rows.map((row) => row.Nacionalidad)).toEqual([
      'VEN',
      'VEN',
      'VEN',
      'VEN',
      'HTI',
      'DOM',
      'Congo',
      'CHL',
    ]);
    expect(rows.map((row) => row.Comuna)).toEqual([
      '05301',
      '05301',
      '05301',
      '05703',
      '05703',
      '13120',
      '13120',
      'San José',
    ]);
    expect(new Set(rows.map((row) => row.RBD))).toEqual(new Set(['405']));
    const receipt = imported.receipt.columns.find(({ header }) => header === 'Nacionalidad');
    expect(receipt).toMatchObject({ kept: 40, failedTotal: 0, recodedTotal: 35 });
  });

  it('keeps sex and gender as recorded and never forces another answer', async () => {
    const of = await inspect({ Sexo: ['H', 'M', 'H'], Género: ['Femenino', 'Masculino', 'No binario'] });
    expect(of('Sexo').proposal).toMatchObject({ standard: 'sex', recodes: [] });
    expect(of('Sexo').proposal.options).toEqual([
      { value: 'H', label: 'Hombre' },
      { value: 'M', label: 'Mujer' },
    ]);
    expect(of('Género').proposal.options.map(({ value }) => value)).toContain('No binario');
  });

  it('proposes to leave out the places of homes', async () => {
    const of = await inspect({ Ubicación: ['-33.4489 -70.6693 570.2 4.5', '-33.45 -70.66 0 0'] });
    expect(of('Ubicación').proposal).toMatchObject({ action: 'drop', identity: 'location' });
  });

  it('reads answers as recoded, and counts those recoded to nothing as missing by what was written', async () => {
    const fileId = await test.stage(
      'recodes.csv',
      fileOf({ Color: ['rojo', 'roja', 'azul', 'borrado'] }, 40),
    );
    const imported = await importFile(test, fileId, {
      columns: (column) =>
        column.header === 'Color'
          ? {
              ...column,
              options: ['rojo', 'azul'].map((value) => ({ value, label: value })),
              recodes: [
                { from: 'roja', to: 'rojo' },
                { from: 'borrado', to: null },
              ],
            }
          : column,
    });
    const rows = await storedRows(test, imported);
    expect(rows.slice(0, 4).map(({ Color }) => Color)).toEqual(['rojo', 'rojo', 'azul', null]);
    expect(imported.receipt.columns.find(({ header }) => header === 'Color')).toMatchObject({
      kept: 30,
      missingByCode: [{ code: 'borrado', count: 10 }],
    });
  });

  it('keeps the answers of a multiple choice that are none of its options, and lists them', async () => {
    const cells = ['Salud| Vivienda', 'Salud', 'Vivienda| Trabajo', 'Trabajo| Salud', 'Salud| Otra cosa'];
    const fileId = await test.stage('varias.csv', fileOf({ Temas: cells }, 50));
    const imported = await importFile(test, fileId, {
      columns: (column) =>
        column.header === 'Temas'
          ? {
              ...column,
              type: 'multiple',
              optionSeparator: '|',
              options: ['Salud', 'Vivienda', 'Trabajo'].map((value) => ({ value, label: value })),
            }
          : column,
    });
    const rows = await storedRows(test, imported);
    expect(rows[4]?.Temas).toBe('Salud · Otra cosa');
    expect(imported.receipt.issuesTotal).toBe(10);
    expect(imported.receipt.issues[0]).toMatchObject({ header: 'Temas', reason: 'not-an-option', line: 6 });
    expect(imported.receipt.columns.find(({ header }) => header === 'Temas')).toMatchObject({
      kept: 50,
      failedTotal: 0,
    });
  });
});
