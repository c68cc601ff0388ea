import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import type { Transport } from '../../shared/client';
import type { Frame } from '../../shared/wire';
import type { EngineHost } from './engine-host';

/** A transport for calls that the main process itself makes. */
export function engineTransport(host: EngineHost): Transport {
  return async function* transport(method, input, signal) {
    const callId = `main:${randomUUID()}`;
    const frames = new EventEmitter<{ frame: [Frame] }>();
    const arriving = on(frames, 'frame');
    signal.addEventListener('abort', () => host.cancel(callId), { once: true });
    host.start(callId, method, input, (frame) => frames.emit('frame', frame));
    if (signal.aborted) host.cancel(callId);
    for await (const [frame] of arriving) {
      yield frame;
      if (frame.type !== 'progress') return;
    }
  };
}
