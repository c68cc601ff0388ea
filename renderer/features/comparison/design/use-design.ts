import { useMemo } from 'react';
import type { DeclaredDesign, DesignHint } from '../../../../shared/domain/design';
import type { InstrumentId, VariableId } from '../../../../shared/domain/ids';
import type { Wave } from '../../../../shared/domain/wave';
import type { AppError } from '../../../../shared/errors';
import { useQueryMethod } from '../../../state/use-query-method';
import { type KnownVariable, useVariables } from '../../../state/use-variables';
import type { DesignDraft } from './design-draft';

export type KnownDesign = {
  /** Null until somebody declares it. */
  declared: DeclaredDesign | null;
  proposal: DesignDraft | null;
  hints: readonly DesignHint[];
  instrumentName: string;
  variables: readonly KnownVariable[];
  waves: readonly Wave[];
  labelOf: (id: VariableId) => string | null;
  isLoading: boolean;
  error: AppError | null;
  retry: () => void;
};

/** The declared design of an instrument, what the data propose for it, and the columns it can be declared from. */
export function useDesign(instrumentId: InstrumentId | null): KnownDesign {
  const answer = useQueryMethod('design.get', instrumentId === null ? null : { instrumentId });
  const known = useVariables();
  const waves = useQueryMethod('wave.list', {}).data?.waves;
  return useMemo(() => {
    const variables = known.all.filter((variable) => variable.instrumentId === instrumentId);
    return {
      declared: answer.data?.declared ?? null,
      proposal: answer.data?.proposal ?? null,
      hints: answer.data?.hints ?? [],
      instrumentName: variables[0]?.instrumentName ?? '',
      variables,
      waves: (waves ?? []).filter((wave) => wave.instrumentId === instrumentId),
      labelOf: (id) => known.byId.get(id)?.label ?? null,
      isLoading: answer.isLoading,
      error: answer.error,
      retry: answer.retry,
    };
  }, [answer, known, waves, instrumentId]);
}

/** True for a column that says to which group a person belongs: a list of answers, or any the data speak for. */
export function canGroup(variable: KnownVariable, hints: readonly DesignHint[]): boolean {
  if (variable.identity !== null) return false;
  if (variable.type === 'single' || variable.type === 'ordinal' || variable.type === 'boolean') return true;
  const isCode = variable.type === 'text' || variable.type === 'integer' || variable.type === 'identifier';
  return isCode && (variable.role === 'group' || hints.some((hint) => hint.variableId === variable.id));
}

/** True for a column that can hold weights. */
export function canWeigh(variable: KnownVariable): boolean {
  const isNumber = variable.type === 'integer' || variable.type === 'decimal';
  return variable.identity === null && isNumber && variable.role !== 'identifier';
}
