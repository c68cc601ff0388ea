import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../../../electron/cli/exit-codes';
import { run } from '../../../electron/cli/run';
import { createEngine } from '../../../electron/engine/engine';
import { fromBase64, toBase64 } from '../../../electron/host/base64';
import { hostFolders } from '../../../electron/host/folders';
import { ErrorCode } from '../../../shared/errors';
import { decodeJson, encodeJson } from '../../../shared/wire';
import { type CallRequest, type ContractTransport, errorOutcome, type Outcome } from '../transport';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Calls the engine through the command line, one process a call. What is refused before any handler sees it, and what is
 * cancelled before it starts, runs in this process: starting the program takes seconds.
 */
export async function commandLineTransport(projectPath: string): Promise<ContractTransport> {
  const folder = await mkdtemp(join(tmpdir(), 'linea-base-cli-'));
  const project = join(folder, 'proyecto.lineabase');
  await copyFile(projectPath, project);

  async function call(request: CallRequest): Promise<Outcome> {
    const words = [request.method, '--json', '--project', project, '--data-folder', folder];
    if (request.file !== null) {
      const path = join(folder, request.file.name);
      await writeFile(path, request.file.content);
      words.push('--file', path);
    }
    words.push('--input', encodeJson(withoutFileId(request.input('')), toBase64));
    const { stdout, stderr, code } =
      request.cancel === 'at-once' || request.isRefused
        ? await runHere(words, request.cancel === 'at-once')
        : await runProcess(words, request.cancel === 'at-first-progress');
    const sawProgress = progressLine.test(stderr);
    const value = decodeJson(stdout, fromBase64);
    if (code === 0) return { ended: 'result', value, sawProgress };
    const outcome = errorOutcome(errorIn(value), sawProgress);
    if (outcome.ended === 'error' && exitCodeOf(ErrorCode.parse(outcome.code)) !== code) {
      throw new Error(`${outcome.code} ended with exit code ${code}`);
    }
    return outcome;
  }

  return { name: 'command line', call, close: () => rm(folder, { recursive: true, force: true }) };
}

const progressLine = /^ {2}\S/m;
type Finished = { stdout: string; stderr: string; code: number | null };

function runProcess(words: readonly string[], cancelsAtFirstProgress: boolean): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'electron', 'cli', 'main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
      if (cancelsAtFirstProgress && progressLine.test(stderr)) child.kill('SIGINT');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ stdout, stderr, code }));
  });
}

/** The command without a process of its own; a Ctrl+C as early as this would end a process before it listens. */
async function runHere(words: readonly string[], isCancelled: boolean): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  const code = await run({
    words,
    signal: isCancelled ? AbortSignal.abort() : new AbortController().signal,
    write: (text) => {
      stdout += text;
    },
    tell: (text) => {
      stderr += text;
    },
    progress: { show: () => undefined, end: () => undefined },
    startEngine: (dataFolder) =>
      createEngine({ host: 'cli', ...hostFolders(dataFolder), log: () => undefined }),
  });
  return { stdout, stderr, code };
}

function withoutFileId(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('fileId' in input) || input.fileId !== '')
    return input;
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'fileId'));
}

function errorIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'error' in value ? value.error : null;
}
