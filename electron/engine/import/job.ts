import type { CancelSignal } from '../../../shared/cancel';
import type { Progress } from '../../../shared/contract';

/** What a long step of an import is told to stop by, and tells its progress to. */
export type Job = { signal: CancelSignal; report(progress: Progress): void };
