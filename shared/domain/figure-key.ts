import type { FigureMeasure } from './measurement-result';

/**
 * What a figure of a measurement is of; absent parts belong to the whole. `splits` are variable names and values as the
 * data holds them, with an empty value for rows without an answer. `period` is `2024`, `2024-Q2`, `2024-03` or `2024-W09`.
 */
export type FigureParts = {
  indicator?: string | null;
  standard?: string | null;
  stage?: string | null;
  body?: string | null;
  session?: string | null;
  code?: string | null;
  coder?: string | null;
  item?: string | null;
  unit?: string | null;
  splits?: readonly { name: string; value: string | null }[];
  group?: string | null;
  wave?: string | null;
  period?: string | null;
  phase?: 'before' | 'after' | null;
};

const order = [
  'indicator',
  'standard',
  'stage',
  'body',
  'session',
  'code',
  'coder',
  'item',
  'unit',
  'split',
  'group',
  'wave',
  'period',
  'phase',
] as const;

/**
 * The lasting name of a figure: its measure and then its parts, always in the same order, as in
 * `reached/stage:filed/split:sexo=m/wave:wav_1`. Inside values `%` and `/` are written `%25` and `%2F`. The scheme, kind by
 * kind: docs/decisions/0022-measurements.md.
 */
export function figureKey(measure: FigureMeasure, parts: FigureParts = {}): string {
  const written = order.flatMap((part): string[] => {
    if (part === 'split') {
      return (parts.splits ?? []).map(({ name, value }) => `split:${name}=${escapePart(value ?? '')}`);
    }
    const value = parts[part];
    return value === undefined || value === null ? [] : [`${part}:${escapePart(value)}`];
  });
  return [measure, ...written].join('/');
}

function escapePart(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('/', '%2F');
}
