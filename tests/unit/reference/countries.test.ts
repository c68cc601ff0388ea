import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { countryLabels, findCountry } from '../../../shared/reference/countries';

function codeOf(wording: string): string | null {
  const found = findCountry(wording);
  return found.kind === 'one' ? found.entry.code : null;
}

/** "Guinea" and "Congo" are names of one country and parts of the names of others: the application leaves them as written. */
const leftAsWritten = new Set(['Guinea', 'Congo', 'Sint Maarten']);

describe('countries and nationalities', () => {
  for (const language of ['es', 'en']) {
    it(`resolves every name in ${language} of an independent list to its own code`, () => {
      const names = countries.getNames(language, { select: 'all' });
      const wrong = Object.entries(names).flatMap(([alpha2, wordings]) =>
        wordings
          .filter((wording) => !leftAsWritten.has(wording))
          .map((wording) => [wording, codeOf(wording), countries.alpha2ToAlpha3(alpha2)])
          .filter(([, found, expected]) => found !== expected),
      );
      expect(wrong).toEqual([]);
      expect(Object.keys(names)).toHaveLength(250);
    });
  }

  it('knows every alpha-3 code of the independent list and gives each a Spanish label of its own', () => {
    const codes = Object.keys(countries.getAlpha3Codes()).length;
    expect(countryLabels.size).toBe(codes);
    expect(new Set(countryLabels.values()).size).toBe(codes);
    for (const code of Object.keys(countries.getAlpha3Codes())) expect(codeOf(code)).toBe(code);
  });

  it.each([
    ['venezolana', 'VEN'],
    ['venezolano', 'VEN'],
    ['VENEZUELA', 'VEN'],
    ['Vzla', 'VEN'],
    ['Vzla.', 'VEN'],
    ['República Bolivariana de Venezuela', 'VEN'],
    ['Venezolano/a', 'VEN'],
    ['Venezolano(a)', 'VEN'],
    ['venezolan@', 'VEN'],
    ['haitiano', 'HTI'],
    ['HAITÍ', 'HTI'],
    ['Rep. Dominicana', 'DOM'],
    ['dominicana', 'DOM'],
    ['República Dominicana', 'DOM'],
    ['Dominica', 'DMA'],
    ['EE.UU.', 'USA'],
    ['EEUU', 'USA'],
    ['estadounidense', 'USA'],
    ['colombiana', 'COL'],
    ['Perú', 'PER'],
    ['peru', 'PER'],
    ['peruano', 'PER'],
    ['República del Perú', 'PER'],
    ['Nacionalidad boliviana', 'BOL'],
    ['Chilena', 'CHL'],
    ['CHILENO', 'CHL'],
    ['Chilenos', 'CHL'],
    ['española', 'ESP'],
    ['francesas', 'FRA'],
    ['alemana', 'DEU'],
    ['nigeriana', 'NGA'],
    ['nigerina', 'NER'],
    ['Corea del Sur', 'KOR'],
    ['brasilera', 'BRA'],
    ['Ecuatoriana ', 'ECU'],
  ])('reads %s as %s', (wording, code) => {
    expect(codeOf(wording)).toBe(code);
  });

  it.each(['Guinea', 'Congo', 'coreana', 'congoleño', 'Guayana'])(
    'leaves %s open, which several countries share',
    (wording) => {
      const found = findCountry(wording);
      expect(found.kind).toBe('several');
    },
  );

  it.each(['Otra', 'Extranjero', 'Latina', 'no', 'sí', 'San José', 'chileno-peruano', ''])(
    'does not know %s',
    (wording) => {
      expect(findCountry(wording).kind).toBe('none');
    },
  );
});
