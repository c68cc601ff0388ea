import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { isMethodThatOpens, refreshAfter } from '../state/invalidation';
import { onOtherWindows } from '../state/other-windows';

/**
 * Keeps this window true when another one of the same program changes the project. One project is open at a time for
 * all of them, so a window whose project was replaced goes back to the start before anything is written in the new one.
 */
export function useOtherWindows(): void {
  const answers = useQueryClient();
  const [, navigate] = useLocation();
  useEffect(
    () =>
      onOtherWindows((method) => {
        if (isMethodThatOpens(method)) navigate('/inicio');
        void refreshAfter(method, answers);
      }),
    [answers, navigate],
  );
}
