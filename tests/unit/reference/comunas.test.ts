import { describe, expect, it } from 'vitest';
import { comunasByProvince } from '../../../shared/reference/comuna-list';
import { comunas, findComuna } from '../../../shared/reference/comunas';
import { findRegion, regions } from '../../../shared/reference/regions';

function codeOf(wording: string): string | null {
  const found = findComuna(wording);
  return found.kind === 'one' ? found.entry.code : null;
}

function regionOf(wording: string): string | null {
  const found = findRegion(wording);
  return found.kind === 'one' ? found.entry.code : null;
}

/** Comunas of each region as the country counts them. */
const perRegion = {
  '01': 7,
  '02': 9,
  '03': 9,
  '04': 15,
  '05': 38,
  '06': 33,
  '07': 30,
  '08': 33,
  '09': 32,
  '10': 30,
  '11': 10,
  '12': 11,
  '13': 52,
  '14': 12,
  '15': 4,
  '16': 21,
};

describe('comunas', () => {
  it('holds 346 comunas in 56 provinces and 16 regions, as many in each region as there are', () => {
    expect(comunas).toHaveLength(346);
    expect(comunasByProvince).toHaveLength(56);
    expect(regions).toHaveLength(16);
    const counted = new Map<string, number>();
    for (const { region } of comunas) counted.set(region, (counted.get(region) ?? 0) + 1);
    expect(Object.fromEntries([...counted].sort())).toEqual(
      Object.fromEntries(Object.entries(perRegion).sort()),
    );
  });

  it('resolves every name, in any case and without accents, and every code to its own code', () => {
    expect(new Set(comunas.map(({ code }) => code)).size).toBe(346);
    for (const { code, name } of comunas) {
      const ascii = name.normalize('NFD').replace(/\p{M}/gu, '');
      for (const wording of [
        name,
        name.toUpperCase(),
        ascii,
        `Municipalidad de ${name}`,
        `I. Municipalidad de ${name}`,
        `Comuna de ${name}`,
        code,
        String(Number(code)),
      ]) {
        expect(`${wording}: ${codeOf(wording)}`).toBe(`${wording}: ${code}`);
      }
    }
  });

  it.each([
    ['Los Andes', '05301'],
    ['Temuco', '09101'],
    ['Coquimbo', '04102'],
    ['SANTIAGO', '13101'],
    ['Chillán', '16101'],
    ['Quirihue', '16201'],
    ['San Carlos', '16301'],
    ['08401', '16101'],
    ['8416', '16301'],
    ['5301', '05301'],
    ['Llay-Llay', '05703'],
    ['Llaillay', '05703'],
    ['LLAY LLAY', '05703'],
    ['Aisén', '11201'],
    ['Aysén', '11201'],
    ['Coyhaique', '11101'],
    ['Coihaique', '11101'],
    ['Ñuñoa', '13120'],
    ['Nunoa', '13120'],
    ['Til Til', '13303'],
    ['Trehuaco', '16207'],
    ['Pto. Montt', '10101'],
    ['Sta. Bárbara', '08311'],
    ['La Calera', '05502'],
    ['Calera de Tango', '13403'],
    ['Alto Bío-Bío', '08314'],
    ["O'Higgins", '11302'],
    ['Padre las Casas', '09112'],
    ['Viña  del mar', '05109'],
    ['Lo Espejo', '13116'],
    ['Macul', '13118'],
    ['Hualqui', '08105'],
    ['Maipú', '13119'],
    ['La Reina', '13113'],
    ['Concepción', '08101'],
  ])('reads %s as %s', (wording, code) => {
    expect(codeOf(wording)).toBe(code);
  });

  it('leaves "San José" open and does not know other texts or codes that do not exist', () => {
    expect(findComuna('San José').kind).toBe('several');
    for (const wording of ['Lima', '99999', '05106', '12', '', 'Población Los Andes']) {
      expect(findComuna(wording).kind).toBe('none');
    }
  });
});

describe('regions', () => {
  it.each([
    ['Región de Valparaíso', '05'],
    ['V Región', '05'],
    ['V', '05'],
    ['5', '05'],
    ['05', '05'],
    ['Metropolitana de Santiago', '13'],
    ['RM', '13'],
    ['Región Metropolitana', '13'],
    ['Región del Maule', '07'],
    ['Región de la Araucanía', '09'],
    ['La Araucanía', '09'],
    ['IX Región de La Araucanía', '09'],
    ['Región del Biobío', '08'],
    ['Bío Bío', '08'],
    ["Región del Libertador General Bernardo O'Higgins", '06'],
    ['Ñuble', '16'],
    ['XIV Región de Los Ríos', '14'],
    ['Región de Los Lagos', '10'],
    ['Región de Magallanes y de la Antártica Chilena', '12'],
    ['Región de Aysén del General Carlos Ibáñez del Campo', '11'],
  ])('reads %s as %s', (wording, code) => {
    expect(regionOf(wording)).toBe(code);
  });

  it('does not know 0, 17 or other texts', () => {
    for (const wording of ['0', '17', 'Norte', '']) expect(regionOf(wording)).toBeNull();
  });
});
