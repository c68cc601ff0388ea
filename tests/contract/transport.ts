import { type ErrorDetails, WireError } from '../../shared/errors';

/** How one call ended, the same whatever carried it. */
export type Outcome =
  | { ended: 'result'; value: unknown; sawProgress: boolean }
  | { ended: 'error'; code: string; details: ErrorDetails; sawProgress: boolean };

export type CallRequest = {
  method: string;
  /** Receives the id of the staged file, or '' when the case has none. */
  input: (fileId: string) => unknown;
  /** A file handed over by the host before the call. */
  file: { name: string; content: Uint8Array } | null;
  cancel: 'never' | 'at-once' | 'at-first-progress';
  /** True where the call is to be refused before any handler sees it. */
  isRefused: boolean;
};

/** One way to reach the engine, with the fixture project open behind it. */
export type ContractTransport = {
  name: string;
  call(request: CallRequest): Promise<Outcome>;
  close(): Promise<void>;
};

/** The outcome in a sequence of frames. */
export function outcomeOf(frames: readonly unknown[]): Outcome {
  let sawProgress = false;
  for (const frame of frames) {
    if (typeof frame !== 'object' || frame === null || !('type' in frame)) break;
    if (frame.type === 'progress') sawProgress = true;
    if (frame.type === 'result' && 'value' in frame)
      return { ended: 'result', value: frame.value, sawProgress };
    if (frame.type === 'error' && 'error' in frame) return errorOutcome(frame.error, sawProgress);
  }
  throw new Error(`The call ended without a result or an error: ${JSON.stringify(frames)}`);
}

/** The outcome in an error as it crosses transports. */
export function errorOutcome(error: unknown, sawProgress: boolean): Outcome {
  const { code, details } = WireError.parse(error);
  return { ended: 'error', code, details, sawProgress };
}
