import { type CancelSignal, neverCancelled } from './cancel';
import { contract, type MethodInput, type MethodName, type MethodOutput, type Progress } from './contract';
import { AppError, WireError } from './errors';
import type { Frame } from './wire';

export type CallOptions = { signal?: CancelSignal; onProgress?: (progress: Progress) => void };

/**
 * Carries one call. Yields frames in order and ends after a result or an error; aborting the signal must cancel
 * the work on the other side.
 */
export type Transport = (method: MethodName, input: unknown, signal: CancelSignal) => AsyncIterable<Frame>;

export type Client = {
  call<M extends MethodName>(
    method: M,
    input: MethodInput<M>,
    options?: CallOptions,
  ): Promise<MethodOutput<M>>;
};

/** A typed client over any transport. Rejects with AppError; a cancelled call rejects with code `cancelled`. */
export function createClient(transport: Transport): Client {
  return { call: (method, input, options) => callOver(transport, method, input, options ?? {}) };
}

async function callOver<M extends MethodName>(
  transport: Transport,
  method: M,
  input: MethodInput<M>,
  options: CallOptions,
): Promise<MethodOutput<M>> {
  const signal = options.signal ?? neverCancelled;
  for await (const frame of transport(method, input, signal)) {
    if (frame.type === 'progress') options.onProgress?.(frame.progress);
    else if (frame.type === 'error') {
      const error = WireError.parse(frame.error);
      throw new AppError(error.code, error.details);
    } else {
      const parsed = contract[method].output.parse(frame.value);
      return parsed as MethodOutput<M>; // safe: parsed by this method's own schema
    }
  }
  throw new AppError(signal.aborted ? 'cancelled' : 'engine-stopped');
}
