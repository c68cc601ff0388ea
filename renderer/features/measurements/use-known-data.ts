import { useMemo } from 'react';
import type { AppError } from '../../../shared/errors';
import { useQueryMethod } from '../../state/use-query-method';
import type { KnownData } from './propose-count';

/** What a count can be made of; `known` is null until all of it is there. */
export function useKnownData(): { known: KnownData | null; error: AppError | null; retry: () => void } {
  const instruments = useQueryMethod('instrument.list', {});
  const waves = useQueryMethod('wave.list', {});
  const indicators = useQueryMethod('indicator.list', {});
  const known = useMemo<KnownData | null>(
    () =>
      instruments.data && waves.data && indicators.data
        ? {
            instruments: instruments.data.instruments,
            waves: waves.data.waves,
            indicators: indicators.data.indicators,
          }
        : null,
    [instruments.data, waves.data, indicators.data],
  );
  return {
    known,
    error: instruments.error ?? waves.error ?? indicators.error,
    retry() {
      for (const answer of [instruments, waves, indicators]) if (answer.error) answer.retry();
    },
  };
}
