import type { ServerResponse } from 'node:http';
import { asAppError, type ErrorCode } from '../../shared/errors';
import { encodeJson, type Frame } from '../../shared/wire';
import { toBase64 } from '../host/base64';
import { securityHeaders } from '../host/security-headers';

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthorised: 401,
  'forbidden-host': 403,
  'forbidden-origin': 403,
  'invalid-input': 400,
  'unknown-method': 404,
  'file-missing': 404,
  'file-not-granted': 404,
  'payload-too-large': 413,
  internal: 500,
};

/** Headers of every answer: the security headers, and nothing kept by the browser. */
export function answerHeaders(contentType: string): Record<string, string> {
  return { ...securityHeaders, 'cache-control': 'no-store', 'content-type': contentType };
}

/** One frame as a line of NDJSON. */
export function frameLine(frame: Frame): string {
  return `${encodeJson(frame, toBase64)}\n`;
}

/** Refuses a request with the same error frame that a call would end in, under the HTTP status of its code. */
export function refuse(response: ServerResponse, error: unknown): void {
  const appError = asAppError(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(statuses[appError.code] ?? 400, {
    ...answerHeaders('application/x-ndjson; charset=utf-8'),
    // What is left of a refused body is not read.
    connection: 'close',
  });
  response.end(frameLine({ type: 'error', error: appError.toWire() }));
}
