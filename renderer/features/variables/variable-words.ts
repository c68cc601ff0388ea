import type { Instrument, Variable, VariableType } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';

/** Waves that answered a variable. */
export function wavesWith(variable: Pick<Variable, 'id'>, waves: readonly Wave[]): Wave[] {
  return waves.filter((wave) => wave.variableIds.includes(variable.id));
}

/** Variables whose question, name or answers hold the words looked for, accents and case aside. */
export function findVariables(instrument: Instrument, search: string): Variable[] {
  const wanted = plain(search);
  if (wanted === '') return instrument.variables;
  return instrument.variables.filter((variable) =>
    plain(
      [variable.label, variable.name, ...variable.options.map((option) => option.label)].join(' '),
    ).includes(wanted),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

/** Types a variable may be given after its data is stored: those that read the stored answers in another way. */
export function typesFor(type: VariableType): VariableType[] {
  if (type === 'single' || type === 'ordinal') return ['single', 'ordinal'];
  return [type];
}

/** True where answers can be counted one by one. */
export function hasDistribution(variable: Pick<Variable, 'type' | 'role'>): boolean {
  return variable.role !== 'identifier' && variable.type !== 'identifier' && variable.type !== 'text';
}
