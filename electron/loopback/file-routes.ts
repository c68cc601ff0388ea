import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/errors';
import type { Engine } from '../engine/engine';
import type { StaticFiles } from '../host/static-files';
import { answerHeaders } from './answers';

const stageLimitBytes = 8 * 1024 ** 3;

/** Copies an uploaded file into staging and answers with its StagedFile. */
export async function answerStage(
  engine: Engine,
  name: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (name === null || name === '') throw new AppError('invalid-input', { fields: ['name'] });
  const staged = await engine.files.stageStream(name, limited(request));
  response.writeHead(200, answerHeaders('application/json; charset=utf-8'));
  response.end(JSON.stringify(staged));
}

async function* limited(request: IncomingMessage): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > stageLimitBytes) throw new AppError('payload-too-large', { limitBytes: stageLimitBytes });
    yield buffer;
  }
}

/** Sends a file that the engine wrote, as a download. Throws `file-not-granted` for an unknown id. */
export async function answerOutput(engine: Engine, fileId: string, response: ServerResponse): Promise<void> {
  const output = engine.files.output(fileId);
  const { size } = await stat(output.path);
  const plainName = output.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  response.writeHead(200, {
    ...answerHeaders(output.mediaType),
    'content-length': String(size),
    'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(output.name)}`,
  });
  await pipeline(createReadStream(output.path), response);
}

/** Sends a file of the built window. Throws `file-missing`. */
export async function answerStatic(
  files: StaticFiles,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const file = files.get(path);
  if (file === undefined) throw new AppError('file-missing', { fileName: path });
  const bytes = await readFile(file.path);
  response.writeHead(200, { ...answerHeaders(file.mediaType), 'content-length': String(bytes.length) });
  response.end(bytes);
}
