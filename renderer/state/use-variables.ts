import { useMemo } from 'react';
import type { InstrumentId, VariableId } from '../../shared/domain/ids';
import type { Variable } from '../../shared/domain/instrument';
import type { AppError } from '../../shared/errors';
import { useQueryMethod } from './use-query-method';

/** A variable with the instrument it belongs to. */
export type KnownVariable = Variable & { instrumentId: InstrumentId; instrumentName: string };

export type Variables = {
  all: readonly KnownVariable[];
  byId: ReadonlyMap<VariableId, KnownVariable>;
  isLoading: boolean;
  error: AppError | null;
  retry: () => void;
};

/** Every variable of the project, in the order of its questionnaires. */
export function useVariables(): Variables {
  const answer = useQueryMethod('instrument.list', {});
  const instruments = answer.data?.instruments;
  const all = useMemo(
    () =>
      (instruments ?? []).flatMap((instrument) =>
        instrument.variables.map((variable) => ({
          ...variable,
          instrumentId: instrument.id,
          instrumentName: instrument.name,
        })),
      ),
    [instruments],
  );
  const byId = useMemo(() => new Map(all.map((variable) => [variable.id, variable])), [all]);
  return { all, byId, isLoading: answer.isLoading, error: answer.error, retry: answer.retry };
}
