import type { IdentityKind } from '../../../shared/domain/instrument';
import { firstIpe, readRut } from './rut';

export type IdentityFinding = {
  kind: IdentityKind;
  basis: 'header' | 'content' | 'both';
  /** Share of the filled cells whose content looks like it. */
  sharePercent: number;
};

type Value = { value: string; count: number };
type Rule = {
  kind: IdentityKind;
  header: RegExp;
  content: RegExp | ((value: string) => boolean);
  /** Share of cells from which the content alone is enough; null when it never is. */
  alone: number | null;
  /** Share of cells that the header needs to be believed. */
  withHeader: number;
};

const institution =
  /establecimiento|escuela|colegio|liceo|jard[ií]n|curso|programa|comuna|regi[oó]n|municip|instituci|organizaci|servicio|taller|proyecto|sede|oficina|calle donde|pa[ií]s/i;

const rules: readonly Rule[] = [
  {
    kind: 'email',
    header: /correo|e-?mail|mail\b/i,
    content: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    alone: 0.5,
    withHeader: 0.1,
  },
  {
    kind: 'birth-date',
    header: /nacimiento|fecha\s*(de\s*)?nac|birth/i,
    content: /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/,
    alone: null,
    withHeader: 0.5,
  },
  {
    kind: 'phone',
    header: /tel[eé]fono|celular|whats?app|\bfono\b|phone|m[oó]vil/i,
    content: /^(\+?56[\s-]?)?[29][\s-]?\d{4}[\s-]?\d{4}$|^\+\d{8,14}$/,
    alone: 0.8,
    withHeader: 0.3,
  },
  {
    kind: 'passport',
    header: /pasaporte|passport|documento\s*(de\s*)?(identidad|extranjero|viaje)|\bdni\b/i,
    content: /^(?=.*\d)[A-Z0-9.-]{5,15}$/i,
    alone: null,
    withHeader: 0.3,
  },
  {
    kind: 'address',
    header: /direcci[oó]n|domicilio|address/i,
    content: /\p{L}{3,}.*\d|\d.*\p{L}{3,}/u,
    alone: null,
    withHeader: 0.2,
  },
  {
    kind: 'name',
    header: /nombre|apellido|\bname\b/i,
    content: /^\p{L}[\p{L}'.-]*(\s+[\p{L}\d][\p{L}\d'.-]*){0,6}$/u,
    alone: null,
    withHeader: 0.5,
  },
  {
    // Headed by who answers, with cells of several words with capitals.
    kind: 'name',
    header:
      /^(alumn[oa]|estudiante|apoderad[oa]|participante|encuestad[oa]|entrevistad[oa]|niñ[oa]|tutora?|docente|profesora?|madre|padre|responsable)s?([/(]?-?[oa]s?\)?)?$/i,
    content: /^\p{Lu}[\p{L}'.-]*,?(\s+(de|del|la|las|los|y))*(\s+\p{Lu}[\p{L}'.-]*,?){1,5}$/u,
    alone: null,
    withHeader: 0.5,
  },
];

/** Distinct values from which a column headed "name" holds people rather than a short list. */
const fewNames = 3;

/**
 * Looks for a personal detail in a column, by its header and by what its cells look like. `values` are distinct
 * values with their counts (all of them, or the most frequent).
 */
export function findIdentity(header: string, values: readonly Value[]): IdentityFinding | null {
  const filled = values.reduce((sum, { count }) => sum + count, 0);
  if (filled === 0) return null;
  const share = (fits: (value: string) => boolean): number =>
    values.reduce((sum, { value, count }) => sum + (fits(value.trim()) ? count : 0), 0) / filled;

  const rut = findRut(header, share);
  if (rut) return rut;
  for (const rule of rules) {
    const { content } = rule;
    const fits = share(content instanceof RegExp ? (value) => content.test(value) : content);
    const hasHeader = rule.header.test(header.trim()) && !(rule.kind === 'name' && institution.test(header));
    const isAlone = rule.alone !== null && fits >= rule.alone;
    if (rule.kind === 'name' && values.length <= fewNames && filled > values.length) continue;
    if (hasHeader && fits >= rule.withHeader) {
      return {
        kind: rule.kind,
        basis: isAlone || rule.alone === null ? 'both' : 'header',
        sharePercent: percent(fits),
      };
    }
    if (isAlone) return { kind: rule.kind, basis: 'content', sharePercent: percent(fits) };
  }
  return null;
}

function findRut(
  header: string,
  share: (fits: (value: string) => boolean) => number,
): IdentityFinding | null {
  const hasHeader = /\b(rut|run|ipe)\b|rol [uú]nico|c[eé]dula/i.test(header);
  // One check digit in eleven fits by chance, so bare numbers need nearly all of them to fit.
  const valid = share((value) => readRut(value)?.isValid === true);
  const hyphened = share((value) => /-/.test(value) && readRut(value) !== null);
  const isContent = valid >= 0.7 && (hyphened >= 0.3 || valid >= 0.9);
  if (!isContent && !(hasHeader && (hyphened >= 0.3 || valid >= 0.3))) return null;
  const ipe = share((value) => (readRut(value)?.body ?? 0) >= firstIpe);
  const kind = ipe > 0.5 ? 'ipe' : 'rut';
  return {
    kind,
    basis: hasHeader ? (isContent ? 'both' : 'header') : 'content',
    sharePercent: percent(valid),
  };
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
