import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** `npm run demo`: starts with the demonstration made anew, in a folder of its own beside the program. */
const child = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    join(root, 'scripts', 'start.ts'),
    '--data-folder',
    join(root, '.cache', 'demo'),
    '--fresh-demo',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code) => {
  process.exitCode = code ?? 0;
});
