import { readFile } from 'node:fs/promises';
import type { Engine } from '../../../electron/engine/engine';
import { fromBase64, toBase64 } from '../../../electron/host/base64';
import { startLoopback } from '../../../electron/loopback/server';
import { decodeJson, encodeJson, type Frame } from '../../../shared/wire';
import { startTestEngine } from '../../support/engine';
import { type CallRequest, type ContractTransport, type Outcome, outcomeOf } from '../transport';

/** Calls the engine through HTTP, as a page of the loopback host does. */
export async function loopbackTransport(projectPath: string): Promise<ContractTransport> {
  const test = await startTestEngine({ host: 'loopback' });
  const idle = trackCalls(test.engine);
  const loopback = await startLoopback({ engine: idle.engine, staticFolder: null, port: 0 });
  const origin = `http://127.0.0.1:${loopback.port}`;
  const headers = { Authorization: `Bearer ${loopback.token}`, Origin: origin };

  async function stage(name: string, content: Uint8Array): Promise<string> {
    const response = await fetch(`${origin}/api/stage?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
    const staged: unknown = await response.json();
    return typeof staged === 'object' && staged !== null && 'fileId' in staged ? String(staged.fileId) : '';
  }

  async function call(request: CallRequest): Promise<Outcome> {
    const fileId = request.file === null ? '' : await stage(request.file.name, request.file.content);
    const controller = new AbortController();
    if (request.cancel === 'at-once') controller.abort();
    const frames: unknown[] = [];
    try {
      const response = await fetch(`${origin}/api/call/${encodeURIComponent(request.method)}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: encodeJson(request.input(fileId), toBase64),
        signal: controller.signal,
      });
      for await (const line of linesOf(response)) {
        const frame = decodeJson(line, fromBase64);
        frames.push(frame);
        if (request.cancel === 'at-first-progress' && /^\{"type":"progress"/.test(line)) controller.abort();
      }
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      frames.push({ type: 'error', error: { code: 'cancelled', details: {} } });
    }
    // A page that goes away does not see the engine stop; the next case must.
    await idle.reached();
    return outcomeOf(frames);
  }

  const opened = await call({
    method: 'project.openFile',
    input: (fileId) => ({ fileId }),
    file: { name: 'proyecto.lineabase', content: await readFile(projectPath) },
    cancel: 'never',
    isRefused: false,
  });
  if (opened.ended === 'error')
    throw new Error(`The fixture project did not open: ${JSON.stringify(opened)}`);
  return {
    name: 'loopback HTTP',
    call,
    async close() {
      await loopback.close();
      await test.close();
    },
  };
}

/** The engine with a way to wait until none of its calls runs. */
function trackCalls(engine: Engine): { engine: Engine; reached(): Promise<void> } {
  let running = 0;
  async function* call(...values: Parameters<Engine['call']>): AsyncGenerator<Frame> {
    running += 1;
    try {
      yield* engine.call(...values);
    } finally {
      running -= 1;
    }
  }
  async function reached(): Promise<void> {
    while (running > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { engine: { call, files: engine.files, close: () => engine.close() }, reached };
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  if (response.body === null) return;
  for await (const chunk of response.body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}
