import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../electron/loopback/server';
import { startTestEngine, type TestEngine } from '../support/engine';

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Ask = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

let test: TestEngine;
let loopback: Loopback;
let folder = '';
const calls: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-loopback-'));
  await mkdir(join(folder, 'window', 'assets'), { recursive: true });
  await writeFile(join(folder, 'window', 'index.html'), '<!doctype html><title>Línea Base</title>');
  await writeFile(join(folder, 'window', 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for the browser');
  test = await startTestEngine({ host: 'loopback' });
  const engine = {
    ...test.engine,
    call: (...values: Parameters<typeof test.engine.call>) => {
      calls.push(values[0]);
      return test.engine.call(...values);
    },
  };
  loopback = await startLoopback({ engine, staticFolder: join(folder, 'window'), port: 0 });
});
afterAll(async () => {
  await loopback?.close();
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

function goodHeaders(): Record<string, string> {
  return {
    Host: `127.0.0.1:${loopback.port}`,
    Origin: `http://127.0.0.1:${loopback.port}`,
    Authorization: `Bearer ${loopback.token}`,
    'Content-Type': 'application/json',
  };
}

function ask({
  method = 'POST',
  path = '/api/call/system.info',
  headers = goodHeaders(),
  body = '{}',
}: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: loopback.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? body : undefined);
  });
}

function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(goodHeaders()).filter(([key]) => key !== name));
}

function codeIn(answer: Answer): string {
  return /"code":"([a-z-]+)"/.exec(answer.body)?.[1] ?? answer.body;
}

describe('the guard of the loopback host', () => {
  it('lets a call of its own page through', async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('"host":"loopback"');
  });

  const refusals: [string, () => Ask, number, string][] = [
    [
      'a wrong token',
      () => ({ headers: { ...goodHeaders(), Authorization: `Bearer ${'x'.repeat(43)}` } }),
      401,
      'unauthorised',
    ],
    [
      'a token cut short',
      () => ({ headers: { ...goodHeaders(), Authorization: `Bearer ${loopback.token.slice(0, -1)}` } }),
      401,
      'unauthorised',
    ],
    ['no token', () => ({ headers: without('Authorization') }), 401, 'unauthorised'],
    [
      'the token in the address',
      () => ({ path: `/api/call/system.info?token=${loopback.token}`, headers: without('Authorization') }),
      401,
      'unauthorised',
    ],
    [
      'a Host of another name (rebinding)',
      () => ({ headers: { ...goodHeaders(), Host: `evil.example:${loopback.port}` } }),
      403,
      'forbidden-host',
    ],
    [
      'a Host of another port',
      () => ({ headers: { ...goodHeaders(), Host: '127.0.0.1:1' } }),
      403,
      'forbidden-host',
    ],
    [
      'a Host without port',
      () => ({ headers: { ...goodHeaders(), Host: '127.0.0.1' } }),
      403,
      'forbidden-host',
    ],
    [
      'the Origin of another site',
      () => ({ headers: { ...goodHeaders(), Origin: 'https://evil.example' } }),
      403,
      'forbidden-origin',
    ],
    [
      'the Origin of another local program',
      () => ({ headers: { ...goodHeaders(), Origin: 'http://127.0.0.1:1' } }),
      403,
      'forbidden-origin',
    ],
    [
      'the Origin of a page without one',
      () => ({ headers: { ...goodHeaders(), Origin: 'null' } }),
      403,
      'forbidden-origin',
    ],
    ['a call without Origin', () => ({ headers: without('Origin') }), 403, 'forbidden-origin'],
    [
      'a cross-site fetch',
      () => ({ headers: { ...goodHeaders(), 'Sec-Fetch-Site': 'cross-site' } }),
      403,
      'forbidden-origin',
    ],
    [
      'a form content type',
      () => ({ headers: { ...goodHeaders(), 'Content-Type': 'text/plain' } }),
      400,
      'invalid-input',
    ],
    ['no content type', () => ({ headers: without('Content-Type') }), 400, 'invalid-input'],
    ['a call by GET', () => ({ method: 'GET' }), 404, 'unknown-method'],
    [
      'a preflight of another site',
      () => ({ method: 'OPTIONS', headers: { ...goodHeaders(), Origin: 'https://evil.example' } }),
      403,
      'forbidden-origin',
    ],
    ['a body that is not JSON', () => ({ body: '{' }), 400, 'invalid-input'],
    [
      'a file without token',
      () => ({ method: 'GET', path: '/api/file/fil_aaaaaaaa', headers: without('Authorization') }),
      401,
      'unauthorised',
    ],
    [
      'an upload without token',
      () => ({
        path: '/api/stage?name=a.csv',
        headers: { ...without('Authorization'), 'Content-Type': 'application/octet-stream' },
      }),
      401,
      'unauthorised',
    ],
    ['an upload as JSON', () => ({ path: '/api/stage?name=a.csv' }), 400, 'invalid-input'],
    ['an unknown route', () => ({ path: '/api/admin', headers: { ...goodHeaders() } }), 400, 'invalid-input'],
    [
      'an unknown route without token',
      () => ({ path: '/api/admin', headers: without('Authorization') }),
      401,
      'unauthorised',
    ],
  ];
  it.each(refusals)('refuses %s before the engine hears of it', async (_name, request_, status, code) => {
    const before = calls.length;
    const answer = await ask(request_());
    expect({ status: answer.status, code: codeIn(answer) }).toEqual({ status, code });
    expect(calls.length).toBe(before);
  });

  it('refuses a body above the limit without keeping it', async () => {
    const body = JSON.stringify({ filler: 'x'.repeat(17 * 1024 * 1024) });
    const answer = await ask({ body }).catch((error: Error) => error.message);
    expect(typeof answer === 'string' ? answer : codeIn(answer)).toMatch(
      /payload-too-large|ECONNRESET|EPIPE/,
    );
  });

  it('names no other site as allowed to read its answers', async () => {
    const answers = await Promise.all([
      ask({}),
      ask({ method: 'OPTIONS' }),
      ask({ method: 'GET', path: '/' }),
    ]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('has a new token for each launch', async () => {
    const other = await startLoopback({ engine: test.engine, staticFolder: null, port: 0 });
    await other.close();
    expect(other.token).not.toBe(loopback.token);
    expect(loopback.token).toMatch(/^[\w-]{43}$/);
    expect(new URL(loopback.launchUrl).search).toBe('');
  });

  it('cannot be reached from another interface of this computer', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal);
    const host = outside?.address ?? '127.0.0.2';
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port: loopback.port });
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

describe('the files of the loopback host', () => {
  const host = () => ({ Host: `127.0.0.1:${loopback.port}` });

  it('serves the window without a token, under a strict policy', async () => {
    const answer = await ask({ method: 'GET', path: '/', headers: host() });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['x-frame-options']).toBe('DENY');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('serves a file of the window by its path', async () => {
    const answer = await ask({ method: 'GET', path: '/assets/app.js', headers: host() });
    expect(answer).toMatchObject({ status: 200, body: 'export {};' });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets',
    '/%00',
    '/%',
    '/secret.txt',
  ])('has no file at %s', async (path) => {
    const answer = await ask({ method: 'GET', path, headers: host() });
    expect({ status: answer.status, code: codeIn(answer) }).toEqual({ status: 404, code: 'file-missing' });
  });

  it('refuses the window itself to another name', async () => {
    expect((await ask({ method: 'GET', path: '/', headers: { Host: 'evil.example' } })).status).toBe(403);
  });

  it('takes no uploads outside its routes', async () => {
    expect((await ask({ method: 'POST', path: '/', headers: host() })).status).toBe(400);
  });

  it('hands out a file the engine wrote, under its own name', async () => {
    await test.client.call('project.create', { name: 'Año 2024', fileId: null });
    const file = await test.client.call('project.exportFile', {});
    const answer = await ask({ method: 'GET', path: `/api/file/${file.fileId}` });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe(String(file.bytes));
    expect(
      decodeURIComponent(
        /filename\*=UTF-8''([^;]+)/.exec(answer.headers['content-disposition'] ?? '')?.[1] ?? '',
      ),
    ).toBe(file.name);
  });

  it('hands out nothing that was only staged under another id', async () => {
    const answer = await ask({ method: 'GET', path: '/api/file/fil_aaaaaaaa' });
    expect(codeIn(answer)).toBe('file-not-granted');
  });
});

describe('a caller that goes away', () => {
  it('cancels its work in the engine', async () => {
    let wasAborted = () => {};
    const aborted = new Promise<void>((resolve) => {
      wasAborted = resolve;
    });
    const slow = await startLoopback({
      engine: {
        ...test.engine,
        call: async function* (_name, _raw, signal) {
          yield {
            type: 'progress' as const,
            progress: { stage: 'reading' as const, share: null, done: null, total: null },
          };
          await new Promise<void>((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          wasAborted();
          yield { type: 'error' as const, error: { code: 'cancelled' as const, details: {} } };
        },
      },
      staticFolder: null,
      port: 0,
    });
    const headers = {
      ...goodHeaders(),
      Host: `127.0.0.1:${slow.port}`,
      Origin: `http://127.0.0.1:${slow.port}`,
      Authorization: `Bearer ${slow.token}`,
    };
    const sent = request(
      { host: '127.0.0.1', port: slow.port, method: 'POST', path: '/api/call/system.info', headers },
      (response) => {
        response.once('data', () => sent.destroy());
      },
    );
    sent.on('error', () => undefined);
    sent.end('{}');
    await aborted;
    await slow.close();
    expect(sent.destroyed).toBe(true);
  });
});
