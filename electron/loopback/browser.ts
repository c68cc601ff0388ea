import { spawn } from 'node:child_process';

type Opener = { command: string; words: string[] };

/** The command that opens an address in the person's browser, or null where there is no one to look at it. */
export function browserOpener(
  url: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): Opener | null {
  if (environment.CI !== undefined && environment.CI !== '' && environment.CI !== 'false') return null;
  if (platform === 'darwin') return { command: 'open', words: [url] };
  if (platform === 'win32') {
    return { command: 'rundll32', words: ['url.dll,FileProtocolHandler', url] };
  }
  const hasDisplay = Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
  return hasDisplay ? { command: 'xdg-open', words: [url] } : null;
}

/** Opens an address in the browser. Returns false when there is none; never throws. */
export function openBrowser(url: string): Promise<boolean> {
  const opener = browserOpener(url, process.platform, process.env);
  if (opener === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.command, opener.words, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
