import { useEffect } from 'react';

/** While something unfinished would be lost, the browser asks before the page is reloaded or closed. */
export function useLeaveWarning(isUnfinished: boolean): void {
  useEffect(() => {
    if (!isUnfinished) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnfinished]);
}
