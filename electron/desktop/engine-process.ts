import { asAppError } from '../../shared/errors';
import type { Engine } from '../engine/engine';
import { startEngine } from '../host/start-engine';
import type { EngineRequest, EngineStart, FromEngine, ToEngine } from './ipc';

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
};

const parent = parentPort();
const running = new Map<string, AbortController>();
let started: Promise<Engine> | null = null;

// Safe: the only sender is the main process of this same build.
parent.on('message', (event) => receive(event.data as ToEngine));

function parentPort(): ParentPort {
  if (!('parentPort' in process)) throw new Error('This file runs in an Electron utility process only');
  return process.parentPort as ParentPort; // safe: Electron puts it there; Node's own types do not know it
}

function send(message: FromEngine): void {
  parent.postMessage(message);
}

function receive(message: ToEngine): void {
  switch (message.type) {
    case 'start':
      void start(message);
      break;
    case 'call':
      void runCall(message.callId, message.method, message.input);
      break;
    case 'cancel':
      running.get(message.callId)?.abort();
      break;
    case 'request':
      void answer(message.requestId, message.request);
      break;
  }
}

async function start(options: EngineStart): Promise<void> {
  const { dataFolder, projectsFolder, resourcesFolder } = options;
  started = startEngine({
    host: 'desktop',
    dataFolder,
    projectsFolder,
    resourcesFolder,
    hasDialogs: true,
  });
  try {
    await started;
    send({ type: 'ready' });
  } catch (error) {
    send({ type: 'not-started', error: asAppError(error).toWire() });
  }
}

async function runCall(callId: string, method: string, input: unknown): Promise<void> {
  const controller = new AbortController();
  running.set(callId, controller);
  try {
    const engine = await requireEngine();
    for await (const frame of engine.call(method, input, controller.signal)) {
      send({ type: 'frame', callId, frame });
    }
  } catch (error) {
    send({ type: 'frame', callId, frame: { type: 'error', error: asAppError(error).toWire() } });
  } finally {
    running.delete(callId);
  }
}

async function answer(requestId: number, request: EngineRequest): Promise<void> {
  try {
    send({ type: 'reply', requestId, value: await handle(await requireEngine(), request) });
  } catch (error) {
    send({ type: 'failure', requestId, error: asAppError(error).toWire() });
  }
}

async function handle(engine: Engine, request: EngineRequest): Promise<unknown> {
  switch (request.name) {
    case 'grant-path':
      return engine.files.grantPath(request.path, request.access);
    case 'stage-bytes':
      return engine.files.stageStream(request.fileName, once(request.bytes));
    case 'output':
      return engine.files.output(request.fileId);
    case 'close':
      for (const controller of running.values()) controller.abort();
      await engine.close();
      return null;
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function requireEngine(): Promise<Engine> {
  return started ?? Promise.reject(new Error('The engine was used before it was started'));
}
