import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { securityHeaders } from '../host/security-headers';
import { listStaticFiles } from '../host/static-files';

const windowScheme = 'app';
export const windowOrigin = `${windowScheme}://linea-base`;
export const windowUrl = `${windowOrigin}/index.html`;

/** Must run before the application is ready: Chromium learns its schemes when it starts. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window, and nothing else, under `app://linea-base/`. */
export async function serveWindow(folder: string): Promise<void> {
  const files = await listStaticFiles(folder);
  protocol.handle(windowScheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'linea-base' ? files.get(decodedPath(url)) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response('', { status: 404, headers: securityHeaders });
    }
    const bytes = await readFile(file.path);
    return new Response(new Uint8Array(bytes), {
      headers: { ...securityHeaders, 'content-type': file.mediaType },
    });
  });
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return '';
  }
}
