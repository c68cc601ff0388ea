import { useMemo } from 'react';
import { useTexts } from '../../state/preferences';
import type { ValueWords } from './cell-value';

/** The words for values that are no text of the file: yes, no, none chosen, no data. */
export function useValueWords(): ValueWords {
  const { common, cleaning } = useTexts();
  return useMemo(
    () => ({ ...common.answers, none: cleaning.none, missing: cleaning.missing }),
    [common, cleaning],
  );
}
