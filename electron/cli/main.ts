import { hostFolders } from '../host/folders';
import { startEngine } from '../host/start-engine';
import { terminalProgress } from '../host/terminal-progress';
import { run } from './run';

const leaving = new AbortController();
process.on('SIGINT', () => leaving.abort());
process.on('SIGTERM', () => leaving.abort());

process.exitCode = await run({
  words: process.argv.slice(2),
  signal: leaving.signal,
  write: (text) => process.stdout.write(`${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  progress: terminalProgress(process.stderr, 'es'),
  startEngine: (dataFolder) => startEngine({ host: 'cli', ...hostFolders(dataFolder) }),
});
