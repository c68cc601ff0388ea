import { describe, expect, it } from 'vitest';
import { applyCodebook } from '../../../electron/engine/import/platforms/apply-codebook';
import type { Codebook, CodebookQuestion } from '../../../electron/engine/import/platforms/codebook';
import { resolveJoined } from '../../../electron/engine/import/platforms/joined-answers';
import { readPlatform } from '../../../electron/engine/import/platforms/read-platform';
import { noReading, type RawColumn, type RawTable } from '../../../electron/engine/import/platforms/reading';

function question(changes: Partial<CodebookQuestion> & Pick<CodebookQuestion, 'path'>): CodebookQuestion {
  return {
    name: changes.path.split('/').at(-1) ?? changes.path,
    label: null,
    kind: 'text',
    options: [],
    missingCodes: [],
    isRequired: false,
    relevant: null,
    constraint: null,
    repeat: null,
    notApplicableCodes: [],
    parts: [],
    ...changes,
  };
}

/** As an XLSForm writes it. */
const adults = ['$', '{edad} > 17'].join('');

const codebook: Codebook = {
  origin: 'xlsform',
  title: 'Hogares de prueba',
  languages: ['Español (es)'],
  ignored: [],
  questions: [
    question({ path: 'hogar/edad', label: '¿Qué edad tiene?', kind: 'integer', constraint: '. < 120' }),
    question({
      path: 'hogar/acuerdo',
      label: '¿Está de acuerdo?',
      kind: 'single',
      options: [
        { value: '1', label: 'Nada' },
        { value: '2', label: 'Algo' },
        { value: '3', label: 'Mucho' },
        { value: '88', label: 'No sabe' },
      ],
      missingCodes: ['88'],
    }),
    question({
      path: 'salud/servicios',
      label: '¿Qué servicios usa?',
      kind: 'multiple',
      relevant: adults,
      options: [
        { value: 'fonasa', label: 'Fonasa' },
        { value: 'posta', label: 'Posta rural' },
        { value: 'farmacia', label: 'Farmacia' },
      ],
    }),
    question({ path: 'salud/motivo', label: '¿Por qué?' }),
    question({ path: 'barrio/motivo', label: '¿Por qué?' }),
  ],
};

function table(columns: Record<string, string[]> | [string, string[]][]): RawTable {
  const entries = Array.isArray(columns) ? columns : Object.entries(columns);
  return {
    columns: entries.map(([header, cells], source): RawColumn => {
      const counts = new Map<string, number>();
      for (const cell of cells.filter((text) => text !== '')) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      const values = [...counts].map(([value, count]) => ({ value, count }));
      const filled = cells.filter((cell) => cell !== '').length;
      return { source, header, filled, distinct: values.length, isUnlisted: false, values };
    }),
    rows: Math.max(...entries.map(([, cells]) => cells.length)),
    headerRows: [entries.map(([header]) => header)],
    tables: [],
    tableId: null,
    codebook,
  };
}

describe('a codebook beside an export by names', () => {
  const raw = table({
    'hogar/edad': ['34', '8'],
    'hogar/acuerdo': ['3', '88'],
    'salud/servicios': ['fonasa posta', ''],
    'salud/servicios/posta': ['1', ''],
    'salud/servicios/fonasa': ['1', ''],
    'salud/servicios/farmacia': ['0', ''],
    'salud/motivo': ['cerca', ''],
    'barrio/motivo': ['lejos', ''],
  });
  const reading = applyCodebook(noReading(), raw, codebook);

  it('gives labels, types, rules, and options in the order of the form, without codes of no answer', () => {
    expect(reading.columns.get(0)).toMatchObject({
      label: '¿Qué edad tiene?',
      plan: {
        type: 'integer',
        form: { name: 'edad', relevant: null, constraint: '. < 120', isRequired: false },
      },
    });
    expect(reading.columns.get(1)?.plan).toMatchObject({
      type: 'single',
      options: [
        { value: '1', label: 'Nada' },
        { value: '2', label: 'Algo' },
        { value: '3', label: 'Mucho' },
      ],
      missingCodes: ['88'],
    });
  });

  it('makes one question of the columns of its options, whatever their order in the file', () => {
    expect(reading.compositions).toHaveLength(1);
    expect(reading.compositions[0]).toMatchObject({
      header: 'salud/servicios',
      label: '¿Qué servicios usa?',
      options: [
        { value: 'fonasa', label: 'Fonasa' },
        { value: 'posta', label: 'Posta rural' },
        { value: 'farmacia', label: 'Farmacia' },
      ],
      parts: [
        { source: 4, value: 'fonasa' },
        { source: 3, value: 'posta' },
        { source: 5, value: 'farmacia' },
      ],
      combined: 2,
      form: { name: 'servicios', relevant: adults },
    });
    expect(reading.columns.get(3)).toMatchObject({ reason: 'part', partOf: 8 });
  });

  it('tells apart questions of one name by their groups', () => {
    expect(reading.columns.get(6)).toMatchObject({ label: '¿Por qué?', group: 'salud' });
    expect(reading.columns.get(7)).toMatchObject({ label: '¿Por qué?', group: 'barrio' });
  });
});

describe('a codebook beside an export by labels', () => {
  const raw = table([
    ['¿Qué edad tiene?', ['34', '8', '20']],
    ['¿Está de acuerdo?', ['Mucho', 'No sabe', 'Un poco']],
    ['¿Qué servicios usa?', ['Fonasa Posta rural', 'Posta rural', '']],
    ['¿Por qué?', ['cerca', '', '']],
    ['¿Por qué?', ['lejos', '', '']],
  ]);
  const reading = applyCodebook(noReading(), raw, codebook);

  it('keeps an answer that the form does not know, after those it does', () => {
    expect(reading.columns.get(1)?.plan?.options?.map(({ value }) => value)).toEqual([
      '1',
      '2',
      '3',
      'Un poco',
    ]);
  });

  it('reads answers joined by spaces though labels hold spaces themselves', () => {
    expect(reading.columns.get(2)?.plan).toMatchObject({ type: 'multiple', optionSeparator: ' ' });
    expect(reading.columns.get(2)?.plan?.options).toHaveLength(3);
  });

  it('pairs columns of one label with the questions in their order', () => {
    expect(reading.columns.get(3)).toMatchObject({ group: 'salud' });
    expect(reading.columns.get(4)).toMatchObject({ group: 'barrio' });
  });
});

describe('answers joined in a cell', () => {
  const counted = (cells: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count }));
  };

  it('keeps a wording that recurs as a whole though it holds the separator, in the order of the form', () => {
    const cells = [
      'Pan, té',
      'Arroz, porotos y choclo',
      'Pan, Arroz, porotos y choclo',
      'Pan, Arroz, porotos y choclo, té',
      'té',
      'Pan',
    ];
    expect(resolveJoined(counted(cells), ', ')).toEqual({
      options: ['Pan', 'Arroz, porotos y choclo', 'té'],
      free: [],
    });
  });

  it('tells the answers of somebody only from those that recur', () => {
    const cells = ['Pan, té', 'Pan', 'té', 'Pan, té', 'Pan, sopaipillas con pebre'];
    expect(resolveJoined(counted(cells), ', ')).toEqual({
      options: ['Pan', 'té'],
      free: [{ cell: 'Pan, sopaipillas con pebre', known: ['Pan'] }],
    });
  });
});

describe('ticks that only look like one question', () => {
  it('are left in doubt where no column joins them, for the rows to decide', () => {
    const raw = table({
      'salud/tiene_fonasa': ['1', '0', '0'],
      'salud/tiene_isapre': ['0', '1', '0'],
      _id: ['1', '2', '3'],
      _uuid: ['a', 'b', 'c'],
      _submission_time: ['2024-05-03T10:00:00', '2024-05-03T10:00:01', '2024-05-03T10:00:02'],
    });
    const reading = readPlatform({ ...raw, codebook: null });
    expect(reading.compositions.map(({ isDoubtful }) => isDoubtful)).toEqual([true]);
  });
});
