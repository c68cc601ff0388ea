import { type UtilityProcess, utilityProcess } from 'electron';
import { AppError } from '../../shared/errors';
import type { Frame } from '../../shared/wire';
import type { EngineReply, EngineRequest, EngineStart, FromEngine, ToEngine } from './ipc';

type Waiting = { resolve(value: unknown): void; reject(error: AppError): void };
type FrameListener = (frame: Frame) => void;
type RunningCall = { listener: FrameListener; startedAt: number };

export type EngineHostOptions = {
  modulePath: string;
  folders: Omit<EngineStart, 'type'>;
  /** Told after the engine died and a new one was started. */
  onRestart(): void;
};

/** Starts the engine in a process of its own, and starts it anew when it dies. */
export class EngineHost {
  private readonly options: EngineHostOptions;
  private readonly calls = new Map<string, RunningCall>();
  private readonly waiting = new Map<number, Waiting>();
  private process: UtilityProcess;
  private lastRequestId = 0;
  private isClosing = false;
  private startFailure: AppError | null = null;
  private recentStarts: number[] = [];

  constructor(options: EngineHostOptions) {
    this.options = options;
    this.process = this.spawn();
  }

  /** True when a call has been running for longer than this. */
  hasCallOlderThan(ageMs: number): boolean {
    const now = Date.now();
    return [...this.calls.values()].some((call) => now - call.startedAt > ageMs);
  }

  /** Starts a call; the listener gets its frames, the last one a result or an error. */
  start(callId: string, method: string, input: unknown, listener: FrameListener): void {
    if (this.startFailure !== null) {
      listener({ type: 'error', error: this.startFailure.toWire() });
      return;
    }
    this.calls.set(callId, { listener, startedAt: Date.now() });
    this.post({ type: 'call', callId, method, input });
  }

  cancel(callId: string): void {
    if (this.calls.has(callId)) this.post({ type: 'cancel', callId });
  }

  /** Cancels whatever a window that is gone had asked for. */
  cancelAll(belongs: (callId: string) => boolean): void {
    for (const callId of this.calls.keys()) if (belongs(callId)) this.cancel(callId);
  }

  /** Asks for something outside the contract. Rejects with AppError. */
  request<N extends EngineRequest['name']>(
    request: Extract<EngineRequest, { name: N }>,
  ): Promise<EngineReply[N]> {
    this.lastRequestId += 1;
    const requestId = this.lastRequestId;
    return new Promise((resolve, reject) => {
      // Safe: the engine's process of this build answers each request with its own reply type.
      this.waiting.set(requestId, { resolve: (value) => resolve(value as EngineReply[N]), reject });
      this.post({ type: 'request', requestId, request });
    });
  }

  /** Cancels what runs, lets the engine close its project and ends its process. */
  async close(timeoutMs: number): Promise<void> {
    if (this.isClosing) return;
    this.isClosing = true;
    const closed = this.request({ name: 'close' }).catch(() => null);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
    this.process.kill();
  }

  private spawn(): UtilityProcess {
    const child = utilityProcess.fork(this.options.modulePath, [], { serviceName: 'linea-base-engine' });
    // Safe: the only sender is the engine's process of this same build.
    child.on('message', (message: unknown) => this.receive(message as FromEngine));
    child.once('exit', () => this.exited(child));
    child.postMessage({ type: 'start', ...this.options.folders } satisfies EngineStart);
    return child;
  }

  private post(message: ToEngine): void {
    this.process.postMessage(message);
  }

  private receive(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        break;
      case 'frame': {
        const listener = this.calls.get(message.callId)?.listener;
        if (message.frame.type !== 'progress') this.calls.delete(message.callId);
        listener?.(message.frame);
        break;
      }
      case 'reply':
        this.waiting.get(message.requestId)?.resolve(message.value);
        this.waiting.delete(message.requestId);
        break;
      case 'failure':
        this.waiting.get(message.requestId)?.reject(new AppError(message.error.code, message.error.details));
        this.waiting.delete(message.requestId);
        break;
      case 'not-started':
        this.startFailure = new AppError(message.error.code, message.error.details);
        this.endEverything(this.startFailure);
        break;
    }
  }

  private exited(child: UtilityProcess): void {
    if (child !== this.process) return;
    this.endEverything(new AppError('engine-stopped'));
    if (this.isClosing) return;
    if (this.diesAtOnce()) {
      this.startFailure = new AppError('engine-stopped');
      return;
    }
    this.process = this.spawn();
    this.options.onRestart();
  }

  /** True when the engine was started five times within a minute: then it is not started again. */
  private diesAtOnce(): boolean {
    const now = Date.now();
    this.recentStarts = [...this.recentStarts.filter((time) => now - time < 60_000), now];
    return this.recentStarts.length >= 5;
  }

  private endEverything(error: AppError): void {
    const listeners = [...this.calls.values()].map((call) => call.listener);
    const waiting = [...this.waiting.values()];
    this.calls.clear();
    this.waiting.clear();
    for (const listener of listeners) listener({ type: 'error', error: error.toWire() });
    for (const { reject } of waiting) reject(error);
  }
}
