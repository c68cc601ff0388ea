import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { hostTexts } from '../shared/text/hosts';
import { buildWindowIfStale } from './build-window';
import { electronRuntime, hasDisplay, isRootOnLinux } from './electron-runtime';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const text = hostTexts(words[words.indexOf('--lang') + 1] === 'en' ? 'en' : 'es').launch;

async function start(): Promise<void> {
  if (!words.includes('--help')) {
    console.log(text.preparing);
    await buildWindowIfStale(() => console.log(text.building));
  }
  const runtime = electronRuntime();
  const obstacle = obstacleToWindow(runtime);
  if (runtime !== null && obstacle === null) {
    console.log(text.desktop);
    return run(runtime, [root, ...words.filter((word) => word !== '--no-open')]);
  }
  if (obstacle !== null && !words.includes('--help')) console.log(obstacle);
  return run(process.execPath, ['--import', 'tsx', join(root, 'electron', 'loopback', 'main.ts'), ...words]);
}

/** Why the window of its own cannot be used, in a sentence; null when it can. Empty when the person chose so. */
function obstacleToWindow(runtime: string | null): string | null {
  if (words.some((word) => ['--browser', '--port', '--help'].includes(word))) return '';
  if (!hasDisplay()) return text.noDisplay;
  if (runtime === null) return text.noRuntime;
  return isRootOnLinux() ? text.rootUser : null;
}

function run(program: string, programWords: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programWords, { cwd: root, stdio: 'inherit' });
    // Ctrl+C reaches the child by itself; a signal sent to this process alone is passed on.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => {
      process.exitCode = code ?? 0;
      resolve();
    });
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(text.buildFailed);
  process.exitCode = 1;
});
