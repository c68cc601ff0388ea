import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asAppError } from '../../shared/errors';
import type { Locale } from '../../shared/text/catalogue';
import { errorText } from '../../shared/text/errors';
import { type HostTexts, hostTexts } from '../../shared/text/hosts';
import type { Engine } from '../engine/engine';
import { applicationFolder, hostFolders } from '../host/folders';
import { openFirstProject } from '../host/open-first-project';
import { startEngine } from '../host/start-engine';
import { terminalProgress } from '../host/terminal-progress';
import { openBrowser } from './browser';
import { type LaunchOptions, parseLaunchOptions } from './options';
import { type Loopback, startLoopback } from './server';

async function main(): Promise<void> {
  const { options, problem } = parseLaunchOptions(process.argv.slice(2));
  const text = hostTexts(options.locale).launch;
  if (options.wantsHelp) return say(text.usage);
  if (problem !== null) return stop(`${problem}\n\n${text.usage}`);
  const staticFolder = join(applicationFolder(), 'dist', 'renderer');
  if (!existsSync(join(staticFolder, 'index.html'))) return stop(text.notBuilt);

  const engine = await startEngine({ host: 'loopback', ...hostFolders(options.dataFolder) });
  let loopback: Loopback;
  try {
    loopback = await startLoopback({ engine, staticFolder, port: options.port });
  } catch (error) {
    await engine.close();
    return stop(portProblem(error, String(options.port), text));
  }
  const leaving = new AbortController();
  closeOnSignal(engine, loopback, leaving, text);
  if (options.demonstration !== 'never') await prepareDemonstration(engine, options, leaving.signal);
  if (leaving.signal.aborted) return;
  say(`\n${text.ready(loopback.launchUrl)}\n${text.private}`);
  if (options.opensBrowser && (await openBrowser(loopback.launchUrl))) say(text.opened);
  say(text.howToStop);
}

/** A demonstration that cannot be made is told, and does not keep the application closed. */
async function prepareDemonstration(
  engine: Engine,
  options: LaunchOptions,
  signal: AbortSignal,
): Promise<void> {
  const text = hostTexts(options.locale).launch;
  const progress = terminalProgress(process.stderr, options.locale);
  try {
    const project = await openFirstProject((method, input, call) => engine.call(method, input, call), {
      fresh: options.demonstration === 'fresh',
      signal,
      onPreparing: () => say(text.demonstration),
      onProgress: progress.show,
    });
    progress.end();
    if (project !== null) say(text.demonstrationReady(project.name));
  } catch (error) {
    progress.end();
    if (!signal.aborted) console.error(`${text.demonstrationFailed}\n  ${words(error, options.locale)}`);
  }
}

function words(error: unknown, locale: Locale): string {
  const { title, detail, advice } = errorText(asAppError(error).toWire(), locale);
  return `${title}. ${detail} ${advice}`;
}

function closeOnSignal(
  engine: Engine,
  loopback: Loopback,
  leaving: AbortController,
  text: HostTexts['launch'],
): void {
  async function close(): Promise<void> {
    if (leaving.signal.aborted) return;
    leaving.abort();
    say(`\n${text.closing}`);
    await loopback.close();
    await engine.close();
    say(text.closed);
    process.exit(0);
  }
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

function portProblem(error: unknown, port: string, text: HostTexts['launch']): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return text.portBusy(port);
  if (code === 'EACCES') return text.portForbidden(port);
  throw error;
}

function say(line: string): void {
  console.log(line);
}

function stop(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  const technical =
    asAppError(error).code === 'internal' && error instanceof Error ? `\n\n${error.stack}` : '';
  stop(`${words(error, 'es')}${technical}`);
});
