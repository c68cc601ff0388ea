import type { Texts } from '../../../shared/text';

export type StepKey = keyof Texts['import']['steps'];
const stepSlugs = {
  file: 'archivo',
  dialect: 'escritura',
  columns: 'columnas',
  match: 'coincidencias',
  identity: 'identidad',
  confirm: 'confirmar',
} as const satisfies Record<StepKey, string>;

/** The steps in order; matching is one only where there is an instrument to match with. */
export function stepsOf(hasInstrument: boolean): StepKey[] {
  const all: StepKey[] = ['file', 'dialect', 'columns', 'match', 'identity', 'confirm'];
  return hasInstrument ? all : all.filter((step) => step !== 'match');
}

/** The step named in an address; the first one for any other text. */
export function stepOfSlug(slug: string | undefined, steps: readonly StepKey[]): StepKey {
  return steps.find((step) => stepSlugs[step] === slug) ?? 'file';
}

/** The last part of a step's address. */
export function slugOf(step: StepKey): string {
  return stepSlugs[step];
}

/** The address of a step. */
export function stepAddress(step: StepKey): string {
  return `/mediciones/importar/${stepSlugs[step]}`;
}
