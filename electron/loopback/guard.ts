import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../../shared/errors';

export type Admission = { port: number; token: string };

const contentTypes: ReadonlyArray<readonly [prefix: string, contentType: string]> = [
  ['/api/call/', 'application/json'],
  ['/api/stage', 'application/octet-stream'],
];

/**
 * Decides once, before any routing, whether a request may be looked at. Pages of other sites and of other
 * programs on this computer reach 127.0.0.1 too: the Host list stops rebinding, the Origin list stops foreign
 * pages, the token stops foreign programs. Throws `forbidden-host`, `forbidden-origin`, `unauthorised` or
 * `invalid-input`; static files need the Host only.
 */
export function admit(request: IncomingMessage, path: string, admission: Admission): void {
  checkHost(request, admission.port);
  if (!isApi(path)) {
    checkReading(request);
    return;
  }
  checkOrigin(request, admission.port);
  checkToken(request, admission.token);
  checkContentType(request, path);
}

/** True for everything that reaches the engine. */
function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function checkHost(request: IncomingMessage, port: number): void {
  const host = request.headers.host ?? '';
  if (!hostNames(port).includes(host)) throw new AppError('forbidden-host', { host });
}

function checkReading(request: IncomingMessage): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new AppError('invalid-input', { fields: ['method'], value: request.method ?? '' });
  }
}

function checkOrigin(request: IncomingMessage, port: number): void {
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  // Browsers leave Origin out of same-origin reads only; anything that changes state must name its page.
  const isMissingWhereAllowed = origin === undefined && request.method === 'GET';
  const isAllowed = origin !== undefined && hostNames(port).some((host) => origin === `http://${host}`);
  if (!isAllowed && !isMissingWhereAllowed) throw new AppError('forbidden-origin', { origin: origin ?? '' });
  if (site !== undefined && site !== 'same-origin') throw new AppError('forbidden-origin', { origin: site });
}

function checkToken(request: IncomingMessage, token: string): void {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError('unauthorised');
  }
}

function checkContentType(request: IncomingMessage, path: string): void {
  if (request.method === 'GET') return;
  const expected = contentTypes.find(([prefix]) => path.startsWith(prefix))?.[1];
  const given = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (request.method !== 'POST' || expected === undefined || given !== expected) {
    throw new AppError('invalid-input', { fields: ['content-type'], value: given, expected: expected ?? '' });
  }
}

function hostNames(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}
