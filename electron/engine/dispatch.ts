import type { CancelSignal } from '../../shared/cancel';
import { contract, isMethodName, type MethodName, type Progress } from '../../shared/contract';
import { AppError, asAppError } from '../../shared/errors';
import type { Frame } from '../../shared/wire';
import type { AllHandlers, EngineContext } from './context';
import { redactText } from './privacy/redact-text';

/**
 * The sole entry to the engine: checks the name, parses the input, runs the handler, parses the output and names
 * every failure. Never throws; the last frame is a result or an error.
 */
export async function* dispatch(
  context: EngineContext,
  handlers: AllHandlers,
  name: string,
  raw: unknown,
  signal: CancelSignal,
): AsyncGenerator<Frame> {
  const waiting: Frame[] = [];
  let wake: () => void = () => undefined;
  const push = (frame: Frame): void => {
    waiting.push(frame);
    wake();
  };
  const report = (progress: Progress): void => push({ type: 'progress', progress });
  void run(context, handlers, name, raw, { signal, report }).then(push);

  for (;;) {
    const frame = waiting.shift();
    if (frame) {
      yield frame;
      if (frame.type !== 'progress') return;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0) resolve();
      });
    }
  }
}

type RunCall = { signal: CancelSignal; report(progress: Progress): void };

async function run(
  context: EngineContext,
  handlers: AllHandlers,
  name: string,
  raw: unknown,
  call: RunCall,
): Promise<Frame> {
  try {
    if (!isMethodName(name)) throw new AppError('unknown-method', { method: name });
    if (call.signal.aborted) throw new AppError('cancelled');
    return { type: 'result', value: await invoke(context, handlers, name, raw, call) };
  } catch (error) {
    const known = asAppError(call.signal.aborted ? new AppError('cancelled', {}, { cause: error }) : error);
    if (known.code === 'internal' || known.code === 'invalid-output') {
      const reference = context.newId('log');
      context.options.log(`${reference} ${name} ${describe(known)}`);
      return { type: 'error', error: { code: known.code, details: { ...known.details, reference } } };
    }
    return { type: 'error', error: known.toWire() };
  }
}

async function invoke<M extends MethodName>(
  context: EngineContext,
  handlers: AllHandlers,
  name: M,
  raw: unknown,
  call: RunCall,
): Promise<unknown> {
  const input = contract[name].input.safeParse(raw);
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new AppError('invalid-input', {
      method: name,
      field: issue?.path.join('.') ?? '',
      problem: issue?.message ?? '',
    });
  }
  // Safe: the handler's input type is this schema's output type.
  const handler = handlers[name] as (
    context: EngineContext,
    input: unknown,
    call: RunCall,
  ) => Promise<unknown>;
  const output = contract[name].output.safeParse(await handler(context, input.data, call));
  if (!output.success) {
    throw new AppError('invalid-output', { method: name, problem: output.error.message });
  }
  return output.data;
}

/** What went wrong and where in the program; never what stood in a cell, which messages of the database may quote. */
function describe(error: Error): string {
  const details = 'details' in error ? JSON.stringify(error.details) : '';
  const cause = error.cause instanceof Error ? framesOf(error.cause) : '';
  return `${framesOf(error)} ${withoutQuotes(details.slice(0, logged))} ${cause}`;
}

const logged = 300;

function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const [first = ''] = error.message.split('\n');
  return [`${error.name}: ${withoutQuotes(first.slice(0, logged))}`, ...frames].join('\n');
}

/** What stands between quotes may come from a cell; the names of errors and of our own fields do not. */
function withoutQuotes(text: string): string {
  return redactText(text.replace(/"(?:[^"\\]|\\.)*"(?!\s*:)|'[^']*'|`[^`]*`|«[^»]*»/g, '"…"'));
}
