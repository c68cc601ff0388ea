import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/**
 * Something half done that survives leaving the screen. It lives as long as the window and is forgotten when
 * another project is opened. `change` takes a function of the draft as it is then.
 */
export function useSharedDraft<Draft>(
  name: string,
  initial: Draft,
): [Draft, (change: (draft: Draft) => Draft) => void] {
  const answers = useQueryClient();
  const { data } = useQuery<Draft>({
    queryKey: ['draft', name],
    queryFn: () => initial,
    enabled: false,
    initialData: initial,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const change = useCallback(
    (step: (draft: Draft) => Draft) => {
      answers.setQueryData<Draft>(['draft', name], (draft) => step(draft ?? initial));
    },
    [answers, name, initial],
  );
  return [data ?? initial, change];
}
