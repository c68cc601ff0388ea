import { describe, expect, it } from 'vitest';
import { isCoordinates } from '../../../shared/reference/coordinates';
import { sexLetterLabels, sexOf } from '../../../shared/reference/people-words';
import { checkDigit, findRbd } from '../../../shared/reference/schools';

function rbdOf(wording: string): string | null {
  const found = findRbd(wording);
  return found.kind === 'one' ? found.entry.code : null;
}

describe('schools', () => {
  it.each(['0405-7', '405', '000405-7', '405-7', 'RBD 405', ' 405 ', 'RBD: 0405-7'])(
    'reads %s as the school 405',
    (wording) => {
      expect(rbdOf(wording)).toBe('405');
    },
  );
  it('does not read a number whose check digit is another, nor other texts', () => {
    expect(rbdOf('405-8')).toBeNull();
    expect(rbdOf('Liceo 405')).toBeNull();
    expect(rbdOf('0')).toBeNull();
  });
  it('computes the check digits of known numbers', () => {
    expect(['12345678', '15509661', '12678579'].map(checkDigit)).toEqual(['5', '6', '8']);
  });
});

describe('sex and gender as recorded', () => {
  it('reads M by the letter beside it and never where words stand beside it', () => {
    expect(sexLetterLabels(['H', 'M'])?.get('m')).toBe('Mujer');
    expect(sexLetterLabels(['F', 'M'])?.get('m')).toBe('Masculino');
    expect(sexLetterLabels(['M'])).toBeNull();
    expect(sexLetterLabels(['M', 'Mujer'])).toBeNull();
    expect(sexLetterLabels(['F', 'M', 'H'])).toBeNull();
  });
  it('knows the usual answers and no numbers', () => {
    expect(['Mujer', 'FEMENINO', 'Hombre', 'm', 'No binario'].map(sexOf)).toEqual([
      'woman',
      'woman',
      'man',
      'either',
      'other',
    ]);
    expect(['1', '2', 'Chilena'].map(sexOf)).toEqual([null, null, null]);
  });
});

describe('coordinates', () => {
  it.each([
    '-33,45 -70,66',
    '-33.45,-70.66',
    '-33.4489 -70.6693 570.2 4.5',
    '-33.45; -70.66',
    '(-33.45, -70.66)',
  ])('knows %s', (cell) => {
    expect(isCoordinates(cell)).toBe(true);
  });
  it.each(['1,5 2,5', '12 34', '-133.45 -70.66', 'Los Andes', '2024-03-05 10:00', '1.234.567'])(
    'does not take %s for a place',
    (cell) => {
      expect(isCoordinates(cell)).toBe(false);
    },
  );
});
