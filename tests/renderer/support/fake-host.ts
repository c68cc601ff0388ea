import type { HostBridge } from '../../../renderer/state/host';
import type { CancelSignal } from '../../../shared/cancel';
import type { MethodInput, MethodName, MethodOutput, Progress } from '../../../shared/contract';
import type { ErrorCode } from '../../../shared/errors';
import type { Frame } from '../../../shared/wire';

export type FakeCall = { method: MethodName; input: unknown; signal: CancelSignal };
export type FakeAnswers = {
  [M in MethodName]?: (input: MethodInput<M>, signal: CancelSignal) => Frame[] | AsyncIterable<Frame>;
};

/** The last frame of a call that went well. */
export function result<M extends MethodName>(_method: M, value: MethodOutput<M>): Frame[] {
  return [{ type: 'result', value }];
}

/** The last frame of a call that failed. */
export function failure(code: ErrorCode, details: Record<string, string | number> = {}): Frame[] {
  return [{ type: 'error', error: { code, details } }];
}

/** Reports progress and then works on until it is cancelled. */
export async function* worksUntilCancelled(progress: Progress, signal: CancelSignal): AsyncGenerator<Frame> {
  yield { type: 'progress', progress };
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  yield { type: 'error', error: { code: 'cancelled', details: {} } };
}

/** A host whose transport answers with the frames given; a method without an answer fails as unknown. */
export function fakeHost(answers: FakeAnswers): { host: HostBridge; calls: FakeCall[]; saved: string[] } {
  const calls: FakeCall[] = [];
  const saved: string[] = [];
  const host: HostBridge = {
    kind: 'loopback',
    async *transport(method, input, signal) {
      calls.push({ method, input, signal });
      const answer = answers[method] as
        | ((input: unknown, signal: CancelSignal) => Frame[] | AsyncIterable<Frame>)
        | undefined; // safe: looked up by the same name
      yield* answer ? answer(input, signal) : failure('unknown-method', { method });
    },
    stageFile: async (file) => ({ fileId: 'fil_staged0001', name: file.name, bytes: file.size }),
    async saveOutput(file) {
      saved.push(file.name);
      return true;
    },
    dialogs: null,
    onMenu: () => () => undefined,
    onOpenProject: () => () => undefined,
  };
  return { host, calls, saved };
}
