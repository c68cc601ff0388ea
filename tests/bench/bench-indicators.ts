import type { Measured } from '../../electron/engine/indicators/indicator-sql';
import type { Variable } from '../../shared/domain/instrument';

/** The 30 indicators of the bench: a share of each yes/no question, top two of each agreement, mean of each number. */
export function benchIndicators(variables: readonly Variable[]): Measured[] {
  return variables.flatMap((variable): Measured[] => {
    const rest = { filter: null, missingRule: 'exclude' as const };
    if (variable.label.startsWith('Pregunta')) {
      const value = variable.type === 'boolean' ? 'true' : 'Sí';
      const condition = { op: 'is' as const, variableId: variable.id, values: [value] };
      return [{ ...rest, measure: { kind: 'proportion', condition } }];
    }
    if (variable.label.startsWith('Afirmación')) {
      return [{ ...rest, measure: { kind: 'top-box', variableId: variable.id, boxes: 2 } }];
    }
    if (variable.label.startsWith('Medida')) {
      return [{ ...rest, measure: { kind: 'mean', variableId: variable.id } }];
    }
    return [];
  });
}
