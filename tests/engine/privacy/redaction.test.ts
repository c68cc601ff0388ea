import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSql, literal, type Sql, sql } from '../../../electron/engine/db/sql';
import { registerRedaction } from '../../../electron/engine/privacy/redact-function';
import { redacted, withoutNames } from '../../../electron/engine/privacy/redact-sql';
import { detailsIn, redactText } from '../../../electron/engine/privacy/redact-text';

/** Invented people; numbers with right check digits were worked out by hand or are those of the product's description. */
const hidden: readonly [text: string, secrets: readonly string[]][] = [
  ['Mi RUT es 12.345.678-5, gracias', ['345']],
  ['rut 12345678-5', ['345']],
  ['12345678-9 aunque esté mal escrito', ['345']],
  ['RUN: 123456785', ['345']],
  ['El run del niño: 12 345 678-5.', ['345', '678']],
  ['anotar 12,345,678-5', ['345']],
  ['anotar 12.345.678–5 y 15.509.661-6 15509661-6', ['345', '509']],
  ['anotar 123456785', ['345']],
  ['anotar 012345678-5', ['345']],
  ['anotar 12.345.678 - 5 hoy', ['345']],
  ['anotar 6.000.006-k y 6000006K', ['000', '006']],
  ['IPE 100.200.300-3', ['200']],
  ['es el 100200300-3', ['200']],
  ['cédula 12.345.678 vencida', ['345']],
  ['anotó 12.345.678 sin guion', ['345']],
  ['pasaporte AB1234567 y DNI 45678912', ['1234567', '456789']],
  ['cédula colombiana 1.020.304.050', ['020', '304']],
  ['la venezolana V-12345678', ['1234']],
  ['V12.345.678 es su cédula', ['345']],
  ['escribir a ana.supuesta+1@ejemplo.cl hoy', ['ana', 'ejemplo']],
  ['ana arroba ejemplo punto cl', ['ana', 'ejemplo']],
  ['sígueme en @ana_supuesta', ['supuesta']],
  ['ver https://www.instagram.com/ana.supuesta', ['supuesta']],
  ['llamar al +56 9 8765 4321', ['8765', '4321']],
  ['mi cel 987654321', ['98765']],
  ['fono 22 345 6789', ['345', '678']],
  ['9 8765 4321 en la tarde', ['8765']],
  ['wsp +509 3412 3456', ['3412']],
  ['+58 412-1234567', ['1234']],
  ['0414-1234567', ['1234']],
  ['mi teléfono es 2345678', ['2345']],
  ['Vivo en Los Aromos 1234, depto 56', ['Aromos', '1234']],
  ['vive en calle las rosas 452', ['rosas', '452']],
  ['queda en Av. Libertador O’Higgins N° 1234', ['Higgins', '1234']],
  ['Pje. El Roble 12 block 4 depto 23', ['Roble', '23']],
  ['Villa Los Copihues 345', ['Copihues', '345']],
  ['nací el 12-05-2010', ['2010']],
  ['nacida el 12 de mayo de 2010', ['mayo', '2010']],
  ['está en -33.45694, -70.64827', ['4569', '6482']],
  ['Me llamo Ana Supuesta y tengo 12 años', ['Ana', 'Supuesta']],
  ['me llamo ana supuesta', ['ana ']],
  ['Mi hijo Pedro Inventado no va', ['Pedro', 'Inventado']],
  ['la Sra. Juana Ficticia ayuda', ['Juana', 'Ficticia']],
  ['Profesora Marisol de la Fuente Irreal', ['Marisol', 'Fuente', 'Irreal']],
  ['mi hermana se llama Wideline', ['Wideline']],
  ['mi hijo maximiliano está enfermo', ['maximiliano']],
  ['Ayer José Muñoz Pérez me pegó', ['José', 'Muñoz', 'Pérez']],
  ['ayer jose munoz me pegó', ['jose', 'munoz']],
  ['PÉREZ SOTO, JUANA fue inscrita', ['PÉREZ', 'SOTO', 'JUANA']],
  ['Jean-Baptiste Pierre-Louis', ['Baptiste', 'Louis']],
];

const kept: readonly string[] = [
  'Gastamos 12.000.000 de pesos en 2023',
  'Cuesta $12.345.678 al año',
  'Tengo 14 años y llegué en 2019',
  'De 1.000.000 a 2.000.000 según la ley 21.430',
  'La Ley N° 20.609 y el Decreto 3.737',
  'RBD 000405-7 y RBD 405-7',
  'Curso 8° básico B, 35 alumnos',
  'Me gusta la escuela. Los profesores ayudan.',
  'En la calle hay mucho ruido',
  'El 12-05-2024 hubo reunión a las 10:30',
  'Ingreso de 350000 mensuales',
  'El 45,5 % de las familias',
  'La Oficina de Migrantes de Los Andes',
  'Nos gusta Chile y Venezuela',
  'Mi hijo va contento a clases',
  'La niña juega con sus amigas',
  'Queremos más talleres; el profesor falta mucho',
  'Escuela República de Haití, 2024',
  'Código postal 2100000',
  'Folio 2024-000123',
];

describe('personal details inside free text', () => {
  let database: DuckDBInstance;
  beforeAll(async () => {
    database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    registerRedaction(connection);
    connection.closeSync();
  });
  afterAll(() => database.closeSync());

  async function evaluate(expression: Sql): Promise<unknown> {
    const connection = await database.connect();
    const { text, values } = compileSql(sql`select ${expression} as result`);
    const rows = (await connection.runAndReadAll(text, values)).getRowObjectsJS();
    connection.closeSync();
    return rows[0]?.result;
  }

  it.each(hidden)('are replaced in «%s»', async (text, secrets) => {
    const result = redactText(text);
    expect(secrets.filter((secret) => result.includes(secret)).map((secret) => [result, secret])).toEqual([]);
    expect(detailsIn(text)).not.toEqual([]);
    expect(await evaluate(redacted(literal(text)))).toBe(result);
  });

  it.each(kept)('are not seen where there are none: «%s»', async (text) => {
    expect(redactText(text)).toBe(text);
    expect(await evaluate(redacted(literal(text)))).toBe(text);
  });

  it('leave an empty answer empty', async () => {
    expect(await evaluate(redacted(sql`null::varchar`))).toBeNull();
  });

  it('of the same row are replaced wherever the text repeats them', async () => {
    const names = [literal('SUPUESTA DE LA ROCA'), literal('Anaís'), sql`null::varchar`];
    const text = literal('A anais la molestan; Anaís Supuesta de la Roca no quiere ir a la escuela');
    expect(await evaluate(withoutNames(text, names))).toBe(
      'A [nombre] la molestan; [nombre] no quiere ir a la escuela',
    );
    expect(await evaluate(withoutNames(literal('Todo bien'), names))).toBe('Todo bien');
  });
});
