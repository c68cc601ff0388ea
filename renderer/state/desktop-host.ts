import type { CancelSignal } from '../../shared/cancel';
import type { MethodName } from '../../shared/contract';
import type { DesktopBridge } from '../../shared/desktop-bridge';
import { fromBridgeError } from '../../shared/read-bridge-error';
import { Frame } from '../../shared/wire';
import type { HostBridge } from './host';

declare global {
  interface Window {
    lineaBase?: DesktopBridge<File>;
  }
}

/** The preload's bridge, or null in a plain browser. */
export function findDesktopBridge(): DesktopBridge<File> | null {
  return window.lineaBase ?? null;
}

/** The host inside the desktop window. */
export function desktopHost(bridge: DesktopBridge<File>): HostBridge {
  const listeners = new Map<string, (frame: unknown) => void>();
  bridge.onFrame((callId, frame) => listeners.get(callId)?.(frame));

  async function* transport(method: MethodName, input: unknown, signal: CancelSignal): AsyncGenerator<Frame> {
    const callId = crypto.randomUUID();
    const queue: unknown[] = [];
    let wake = () => {};
    const cancel = () => bridge.cancel(callId);
    listeners.set(callId, (frame) => {
      queue.push(frame);
      wake();
    });
    signal.addEventListener('abort', cancel, { once: true });
    try {
      bridge.start(callId, method, input);
      if (signal.aborted) cancel();
      for (;;) {
        if (queue.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const frame = Frame.parse(queue.shift());
        yield frame;
        if (frame.type !== 'progress') return;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      listeners.delete(callId);
    }
  }

  return {
    kind: 'desktop',
    transport,
    stageFile: (file) => coded(bridge.stageFile(file)),
    saveOutput: (file) => coded(bridge.saveOutput(file.fileId, file.name)),
    dialogs: {
      pickProject: () => coded(bridge.pickProject()),
      pickNewProject: (suggestedName) => coded(bridge.pickNewProject(suggestedName)),
      pickData: () => coded(bridge.pickData()),
    },
    onMenu: (listener) => bridge.onMenu(listener),
    onOpenProject: (listener) => bridge.onOpenProject(listener),
  };
}

/** The answer of the bridge; a failure keeps its error code. */
async function coded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw fromBridgeError(error);
  }
}
