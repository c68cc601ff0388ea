import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../../shared/errors';
import { decodeJson } from '../../shared/wire';
import type { Engine } from '../engine/engine';
import { fromBase64 } from '../host/base64';
import { answerHeaders, frameLine } from './answers';

const callBodyLimitBytes = 16 * 1024 * 1024;

/**
 * Runs one call: JSON body in, one frame a line out. The work is cancelled when the caller goes away.
 * Throws `invalid-input` for a body that is not JSON and `payload-too-large` above the limit.
 */
export async function answerCall(
  engine: Engine,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const input = parseBody(await readBody(request, callBodyLimitBytes));
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  response.writeHead(200, answerHeaders('application/x-ndjson; charset=utf-8'));
  response.flushHeaders();
  for await (const frame of engine.call(method, input, controller.signal)) {
    if (response.destroyed) continue;
    if (!response.write(frameLine(frame))) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  }
  response.end();
}

async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > limitBytes) throw new AppError('payload-too-large', { limitBytes });
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): unknown {
  try {
    return decodeJson(text, fromBase64);
  } catch (cause) {
    throw new AppError('invalid-input', { fields: [] }, { cause });
  }
}
