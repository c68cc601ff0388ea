import { type Answer, useQueryMethod } from '../../state/use-query-method';
import type { ReviewScope } from './review-scopes';

const limit = 100;

/** The pairs to be reviewed in a place; null asks nothing. */
export function usePairs(
  scope: ReviewScope | null,
): Answer<'people.candidates'> | Answer<'people.nearDuplicates'> {
  const between = useQueryMethod(
    'people.candidates',
    scope?.kind === 'between'
      ? { baselineWaveId: scope.baselineWaveId, followUpWaveId: scope.followUpWaveId, limit }
      : null,
  );
  const within = useQueryMethod(
    'people.nearDuplicates',
    scope?.kind === 'within' ? { waveId: scope.waveId, limit } : null,
  );
  return scope?.kind === 'within' ? within : between;
}
