import type { CancelSignal } from '../../shared/cancel';

/** A browser AbortSignal that follows one of the contract's signals. */
export function toAbortSignal(signal: CancelSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}
