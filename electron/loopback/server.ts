import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../shared/errors';
import type { Engine } from '../engine/engine';
import { listStaticFiles, type StaticFiles } from '../host/static-files';
import { refuse } from './answers';
import { answerCall } from './call-route';
import { answerOutput, answerStage, answerStatic } from './file-routes';
import { admit } from './guard';

export type LoopbackOptions = {
  engine: Engine;
  /** Folder of the built window, or null to serve the interface of calls alone. */
  staticFolder: string | null;
  /** 0 takes any free port. */
  port: number;
};

export type Loopback = {
  port: number;
  token: string;
  /** Where to point a browser; the token stands in the fragment, which browsers never send. */
  launchUrl: string;
  close(): Promise<void>;
};

/**
 * Serves the window and the engine on 127.0.0.1, with a new token for each launch. Rejects with Node's own
 * EADDRINUSE or EACCES when the port cannot be had.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const token = randomBytes(32).toString('base64url');
  const files: StaticFiles =
    options.staticFolder === null ? new Map() : await listStaticFiles(options.staticFolder);
  const server = createServer();
  // A large file may take its time; the address is not reachable from outside.
  server.requestTimeout = 0;
  const port = await listen(server, options.port);
  server.on('request', (request, response) => {
    answer(options.engine, files, { port, token }, request, response).catch((error: unknown) =>
      refuse(response, error),
    );
  });
  return {
    port,
    token,
    launchUrl: `http://127.0.0.1:${port}/#token=${token}`,
    close: () => closeServer(server),
  };
}

async function answer(
  engine: Engine,
  files: StaticFiles,
  admission: { port: number; token: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseTarget(request.url ?? '/');
  admit(request, url.pathname, admission);
  const [, area, route, rest, ...more] = url.pathname.split('/');
  if (area !== 'api') return answerStatic(files, decodePath(url.pathname), response);
  if (more.length === 0) {
    const isPost = request.method === 'POST';
    if (isPost && route === 'call' && rest !== undefined) {
      return answerCall(engine, decodePath(rest), request, response);
    }
    if (isPost && route === 'stage' && rest === undefined) {
      return answerStage(engine, url.searchParams.get('name'), request, response);
    }
    if (request.method === 'GET' && route === 'file' && rest !== undefined) {
      return answerOutput(engine, decodePath(rest), response);
    }
  }
  throw new AppError('unknown-method', { method: url.pathname });
}

function parseTarget(target: string): URL {
  // A target such as `//other/x` or `http://other/x` would otherwise name another host.
  if (!target.startsWith('/') || target.startsWith('//'))
    throw new AppError('file-missing', { fileName: target });
  try {
    return new URL(`http://127.0.0.1${target}`);
  } catch (cause) {
    throw new AppError('file-missing', { fileName: target }, { cause });
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new AppError('file-missing', { fileName: path }, { cause });
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const address = server.address() as AddressInfo; // safe: a listening TCP server has one
      resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
