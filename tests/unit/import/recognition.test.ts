import { describe, expect, it } from 'vitest';
import { textSimilarity } from '../../../electron/engine/import/match';
import { findMissingCodes } from '../../../electron/engine/import/missing-codes';
import { findMultipleAnswers } from '../../../electron/engine/import/multiple-answers';
import { orderByScale } from '../../../electron/engine/import/scales';
import { findIdentity } from '../../../electron/engine/privacy/identity';
import { checkDigit, readRut } from '../../../electron/engine/privacy/rut';

function counted(values: readonly string[], count = 5) {
  return values.map((value) => ({ value, count }));
}

describe('check digits', () => {
  it.each(['12.345.678-5', '15.509.661-6', '12.678.579-8', '123456785', '100.200.300-3'])(
    'accepts %s',
    (text) => {
      expect(readRut(text)?.isValid).toBe(true);
    },
  );

  it('writes 10 as K and 11 as 0', () => {
    // 1·2 = 2, 11 − 2 = 9; 6·2 = 12 mod 11 = 1, 10 is K; 11 has digits 1·2 + 1·3 = 5.
    expect([checkDigit(1), checkDigit(6), checkDigit(11)]).toEqual(['9', 'K', '6']);
    expect(readRut('6.000.006-k')).not.toBeNull();
  });

  it('rejects another digit', () => {
    expect(readRut('12.345.678-6')?.isValid).toBe(false);
    expect(readRut('hola')).toBeNull();
  });
});

describe('answers that mean no answer', () => {
  it('are words and signs in any column', () => {
    const codes = findMissingCodes(counted(['Sí', 'No', 'NS/NR', 's/i', '-', 'No responde', 'N/A']));
    expect(codes.map(({ value }) => value).sort()).toEqual(['-', 'N/A', 'NS/NR', 'No responde', 's/i']);
  });

  it('are 99 and 88 among texts', () => {
    expect(
      findMissingCodes(counted(['De acuerdo', 'En desacuerdo', '99', '88'])).map(({ value }) => value),
    ).toEqual(['99', '88']);
  });

  it('are 99 and 999 beyond the other numbers, not within them', () => {
    const ages = Array.from({ length: 60 }, (_, index) => String(18 + index));
    expect(findMissingCodes(counted([...ages, '99'])).map(({ value }) => value)).toEqual(['99']);
    const weights = Array.from({ length: 90 }, (_, index) => String(30 + index));
    expect(findMissingCodes(counted([...weights, '999'])).map(({ value }) => value)).toEqual(['999']);
    expect(findMissingCodes(counted(weights))).toEqual([]);
  });

  it('are numbers far below years and incomes', () => {
    expect(findMissingCodes(counted(['2019', '2020', '2021', '99'])).map(({ value }) => value)).toEqual([
      '99',
    ]);
    expect(findMissingCodes(counted(['350.000', '420.000', '99'])).map(({ value }) => value)).toEqual(['99']);
  });
});

describe('ordered answers', () => {
  it.each([
    [
      ['De acuerdo', 'Muy en desacuerdo', 'Muy de acuerdo', 'En desacuerdo'],
      ['Muy en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Muy de acuerdo'],
    ],
    [
      ['Siempre', 'Nunca', 'A veces', 'Casi nunca'],
      ['Nunca', 'Casi nunca', 'A veces', 'Siempre'],
    ],
    [
      ['Bueno', 'MUY MALO', 'Regular', 'muy bueno'],
      ['MUY MALO', 'Regular', 'Bueno', 'muy bueno'],
    ],
    [
      ['Alto', 'Bajo', 'Medio'],
      ['Bajo', 'Medio', 'Alto'],
    ],
    [
      ['Mucho', 'Nada', 'Poco'],
      ['Nada', 'Poco', 'Mucho'],
    ],
    [
      ['1° medio', 'Kínder', '8° básico', '2° básico'],
      ['Kínder', '2° básico', '8° básico', '1° medio'],
    ],
    [
      ['2. Malo', '1. Muy malo', '10. Excelente'],
      ['1. Muy malo', '2. Malo', '10. Excelente'],
    ],
  ])('orders %j', (values, ordered) => {
    expect(orderByScale(values)).toEqual(ordered);
  });

  it('leaves answers alone that belong to no scale', () => {
    expect(orderByScale(['Chilena', 'Peruana'])).toBeNull();
    expect(orderByScale(['Nunca', 'Siempre', 'Otra'])).toBeNull();
  });
});

describe('several answers in a cell', () => {
  it('needs answers that combine in several ways', () => {
    const values = counted(['Salud; Vivienda', 'Salud', 'Vivienda; Trabajo', 'Trabajo; Salud']);
    expect(findMultipleAnswers(values)).toMatchObject({ separator: '; ' });
    expect(findMultipleAnswers(counted(['Sí, siempre', 'No, nunca']))).toBeNull();
    expect(
      findMultipleAnswers(counted(['Le gusta, mucho', 'Vive lejos, en cerro', 'Hola, chao'], 1)),
    ).toBeNull();
  });
});

describe('identity by header and content', () => {
  it.each([
    ['Correo electrónico', ['a@b.cl', 'c@d.cl'], 'email'],
    ['x', ['a@b.cl', 'c@d.com'], 'email'],
    ['Celular', ['+56987654321', '987654321'], 'phone'],
    ['Dirección', ['Los Olmos 123', 'Av. Sur 4'], 'address'],
    ['Nombre completo', ['Ana Inventada', 'Luis Supuesto', 'Eva Ficticia', 'Paz Irreal'], 'name'],
    ['Fecha de nacimiento', ['01-02-2010', '03/04/2011'], 'birth-date'],
    ['Pasaporte', ['AB123456', 'C7654321'], 'passport'],
    ['IPE', ['100.200.300-3', '100200300-3'], 'ipe'],
  ])('finds %s', (header, values, kind) => {
    expect(findIdentity(header, counted(values, 1))?.kind).toBe(kind);
  });

  it.each([
    ['Nombre del establecimiento', ['Escuela Uno', 'Escuela Dos', 'Escuela Tres', 'Liceo Cuatro']],
    ['¿Tiene RUN chileno?', ['Sí', 'No']],
    ['Fecha de encuesta', ['01-02-2024', '03-04-2024']],
    ['Ingreso', ['350000', '420000', '510000']],
    ['¿Tiene celular?', ['Sí', 'No']],
  ])('leaves %s alone', (header, values) => {
    expect(findIdentity(header, counted(values, 3))).toBeNull();
  });
});

describe('likeness of wordings', () => {
  it('is 1 for the same words, whatever their case and accents, and falls with each difference', () => {
    expect(textSimilarity('¿Conoce la Oficina?', 'conoce la oficina')).toBe(1);
    expect(textSimilarity('noche', 'nacht')).toBeCloseTo(2 / 8, 12);
    expect(textSimilarity('', 'algo')).toBe(0);
  });
});
