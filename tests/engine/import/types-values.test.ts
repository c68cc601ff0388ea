import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSql, type Sql, sql } from '../../../electron/engine/db/sql';
import { collapsed } from '../../../electron/engine/import/conversion-values';
import { readDate, readDateOrSerial, readDateTime } from '../../../electron/engine/import/date-values';
import { readDecimal, readInteger } from '../../../electron/engine/import/number-values';
import type { DecimalMark } from '../../../shared/domain/dialect';

const text = collapsed(sql`t`);
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

/** What a reading gives for each text, through DuckDB. */
async function read(texts: readonly string[], reading: Sql): Promise<unknown[]> {
  const { text: statement, values } = compileSql(
    sql`select ${reading} as v from (select unnest(${texts}) as t, generate_subscripts(${texts}, 1) as place) order by place`,
  );
  const reader = await connection.runAndReadAll(statement, values);
  return reader.getRowObjectsJS().map((row) => row.v);
}

type Written = { cell: string; value: number };
const digits = fc.integer({ min: 0, max: 999_999_999 });

/** A number in one of the forms that are claimed, and the number it is. */
function writtenNumber(mark: DecimalMark): fc.Arbitrary<Written> {
  const groups = [mark === ',' ? '.' : ',', ' ', "'", '\u00a0', '\u202f', '’', ''];
  return fc
    .record({
      whole: digits,
      decimals: fc.option(fc.stringMatching(/^[0-9]{1,4}$/), { nil: '' }),
      group: fc.constantFrom(...groups),
      sign: fc.constantFrom('', '-', '−', '(', 'after'),
      unit: fc.constantFrom('', '$ ', '$', 'US$ ', 'CLP ', 'UF ', ' %', '%', ' UF', '€ '),
    })
    .map(({ whole, decimals, group, sign, unit }) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
      const bare = decimals === '' ? grouped : `${grouped}${mark}${decimals}`;
      const isAfter = unit.trim() === '%' || unit === ' UF';
      const figure = isAfter ? `${bare}${unit}` : `${unit}${bare}`;
      const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
      if (sign === '' || value === 0) return { cell: figure, value };
      if (sign === '(') return { cell: `(${figure})`, value: -value };
      if (sign === 'after' && !isAfter) return { cell: `${figure}-`, value: -value };
      return { cell: `${sign === 'after' ? '-' : sign}${figure}`, value: -value };
    });
}

describe('numbers as people write them', () => {
  it.each([',', '.'] as const)('come back exactly where the decimal mark is %s', async (mark) => {
    await fc.assert(
      fc.asyncProperty(fc.array(writtenNumber(mark), { minLength: 20, maxLength: 60 }), async (written) => {
        const found = await read(
          written.map(({ cell }) => cell),
          readDecimal(text, mark),
        );
        expect(found).toEqual(written.map(({ value }) => value));
      }),
      { numRuns: 60 },
    );
  });

  it('reads exponents as spreadsheets and R write them', async () => {
    const cells = ['1e+09', '1,2E+05', '1E5', '2,5e-3'];
    expect(await read(cells, readDecimal(text, ','))).toEqual([1e9, 120_000, 100_000, 0.0025]);
    expect(await read(['1e+05', '1,5e0'], readInteger(text, ','))).toEqual([100_000n, null]);
  });

  it('never takes the other mark, a fraction, a range, a date or a telephone for a number', async () => {
    const cells = [
      '7.5',
      '0.435',
      '1/2',
      '3-4',
      '12.34.567',
      '05-03-2024',
      '9 1234 5678',
      '1e400',
      '--5',
      '$',
      '12 34',
    ];
    expect(await read(cells, readDecimal(text, ','))).toEqual(cells.map(() => null));
    expect(await read(cells, readInteger(text, ','))).toEqual(cells.map(() => null));
  });

  it('keeps whole numbers of up to eighteen digits exact', async () => {
    expect(
      await read(['123456789012345678', '1.234.567', '1234567890123456789'], readInteger(text, ',')),
    ).toEqual([123456789012345678n, 1234567n, null]);
  });
});

const months = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

function forms(day: Date): string[] {
  const [year, month, date] = day.toISOString().slice(0, 10).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const two = (value: number): string => String(value).padStart(2, '0');
  const es = months.es[month - 1] ?? '';
  const en = months.en[month - 1] ?? '';
  return [
    `${two(date)}-${two(month)}-${year}`,
    `${date}/${month}/${year}`,
    `${two(date)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(date)}`,
    `${two(date)}-${two(month)}-${two(year % 100)}`,
    `${date} de ${es} de ${year}`,
    `${date} de ${es.toUpperCase()} del ${year}`,
    `${two(date)}-${es.slice(0, 3)}-${year}`,
    `${two(date)}-${es.slice(0, 3)}-${two(year % 100)}`,
    `${date} ${es.slice(0, 3)}. ${year}`,
    `${en} ${date}, ${year}`,
    `${date} ${en} ${year}`,
    `${two(date)}-${two(month)}-${year} 14:30`,
    `${year}-${two(month)}-${two(date)}T08:15:00-03:00`,
  ];
}

describe('days as people write them', () => {
  it('come back whatever the form, for any day of the hundred years that end with 2039', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.date({ min: new Date('1940-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        async (day) => {
          const iso = day.toISOString().slice(0, 10);
          const cells = forms(day);
          const found = await read(cells, sql`${readDate(text, 'dmy')}::varchar`);
          expect(Object.fromEntries(cells.map((cell, place) => [cell, found[place]]))).toEqual(
            Object.fromEntries(cells.map((cell) => [cell, iso])),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are not read where the calendar has no such day, or no month with its year is given', async () => {
    const cells = [
      '31-02-2024',
      '30 de febrero de 2023',
      '00-01-2024',
      '29-02-2023',
      'marzo',
      '2024',
      '5-3',
      '45356',
    ];
    expect(await read(cells, readDate(text, 'dmy'))).toEqual(cells.map(() => null));
  });

  it('reads the day numbers of a spreadsheet', async () => {
    // Day 25569 is 1 January 1970 in every spreadsheet of the 1900 system; 45356 is 19787 days later.
    const found = await read(['45356', '25569', '45356,75'], sql`${readDateOrSerial(text, 'dmy')}::varchar`);
    expect(found).toEqual(['2024-03-05', '1970-01-01', '2024-03-05']);
  });
});

describe('moments as forms write them', () => {
  it.each([
    ['2024/03/05 3:04:05 p. m. GMT-3', '2024-03-05 15:04:05'],
    ['2024/03/05 12:04:05 a. m. GMT-3', '2024-03-05 00:04:05'],
    ['5/3/2024 12:30:00 p.m.', '2024-03-05 12:30:00'],
    ['05-03-2024 8:15', '2024-03-05 08:15:00'],
    ['2024-03-05T10:11:12Z', '2024-03-05 10:11:12'],
    ['2024-03-05T10:11:12.250-03:00', '2024-03-05 10:11:12.25'],
    ['2024-03-05 23:59:59', '2024-03-05 23:59:59'],
    ['martes, 5 de marzo de 2024, 10:30', '2024-03-05 10:30:00'],
    ['05-03-2024', '2024-03-05 00:00:00'],
    ['45356,5', '2024-03-05 12:00:00'],
  ])('reads %s by the clock as written', async (cell, moment) => {
    expect(await read([cell], sql`${readDateTime(text, 'dmy')}::varchar`)).toEqual([moment]);
  });

  it('does not read hours that no clock shows', async () => {
    expect(await read(['05-03-2024 24:30', '05-03-2024 10:75'], readDateTime(text, 'dmy'))).toEqual([
      null,
      null,
    ]);
  });
});
