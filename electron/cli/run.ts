import { extname } from 'node:path';
import { z } from 'zod';
import type { CancelSignal } from '../../shared/cancel';
import { type Client, createClient } from '../../shared/client';
import { isMethodName, type MethodName, type Progress } from '../../shared/contract';
import { FileId } from '../../shared/domain/ids';
import { AppError, asAppError, type WireError } from '../../shared/errors';
import { errorText } from '../../shared/text/errors';
import { hostTexts } from '../../shared/text/hosts';
import { encodeJson } from '../../shared/wire';
import type { Engine } from '../engine/engine';
import { toBase64 } from '../host/base64';
import { type CommandLine, parseCommandLine } from './arguments';
import { exitCodeOf, exitSuccess, exitUsage } from './exit-codes';
import { errorHelp, generalHelp, methodHelp, similarMethods } from './help';
import { assembleInput } from './input';
import { saveOutputs } from './outputs';
import { methodSchema } from './schema';
import { UsageError } from './usage-error';
import { runVerify, verifyCommand } from './verify';

/** What a run needs from the process around it. */
export type Surroundings = {
  words: readonly string[];
  signal: CancelSignal;
  /** Result, on standard output. */
  write(text: string): void;
  /** Progress and errors, on standard error. */
  tell(text: string): void;
  progress: { show(progress: Progress): void; end(): void };
  startEngine(dataFolder: string | null): Promise<Engine>;
};

/** Runs one command and returns the exit code. Never throws. */
export async function run(around: Surroundings): Promise<number> {
  if (around.words[0] === verifyCommand) return runVerify(around);
  let line: CommandLine;
  try {
    line = parseCommandLine(around.words);
  } catch (error) {
    return misused(around, error);
  }
  if (line.wantsHelp) return help(around, line);
  try {
    return await runMethod(around, line);
  } catch (error) {
    around.progress.end();
    return error instanceof UsageError ? misused(around, error) : failed(around, line, error);
  }
}

async function runMethod(around: Surroundings, line: CommandLine): Promise<number> {
  const method = line.method ?? '';
  if (!isMethodName(method)) {
    const text = hostTexts(line.locale).commandLine;
    const similar = similarMethods(method);
    if (!line.isJson) {
      around.tell(text.unknownMethod(method));
      if (similar.length > 0) around.tell(text.didYouMean(similar.join(', ')));
    }
    throw new AppError('unknown-method', { method });
  }
  const input = await assembleInput(line, methodSchema(method, 'input'));
  const engine = await around.startEngine(line.dataFolder);
  try {
    const client = createClient((name, raw, signal) => engine.call(name, raw, signal));
    const options = {
      signal: around.signal,
      ...(line.isQuiet ? {} : { onProgress: around.progress.show }),
    };
    await openProject(engine, client, line, options);
    const given = await withFile(engine, line, method, input);
    // The engine checks the input against the contract; its shape here is what was typed.
    const result = await client.call(method, given as never, options);
    around.progress.end();
    await writeResult(around, engine, line, method, result);
    return exitSuccess;
  } finally {
    await engine.close();
  }
}

async function openProject(
  engine: Engine,
  client: Client,
  line: CommandLine,
  options: { signal: CancelSignal },
): Promise<void> {
  if (line.opensDemonstration) await client.call('project.openDemonstration', { fresh: false }, options);
  if (line.project === null) return;
  const { fileId } = await engine.files.grantPath(line.project, 'write');
  await client.call('project.openFile', { fileId: FileId.parse(fileId) }, options);
}

async function withFile(
  engine: Engine,
  line: CommandLine,
  method: MethodName,
  input: unknown,
): Promise<unknown> {
  const takesFile = Object.hasOwn(methodSchema(method, 'input').properties ?? {}, 'fileId');
  if (line.file === null) return input;
  if (!takesFile) throw new UsageError(hostTexts(line.locale).commandLine.noFileField);
  const access = extname(line.file).toLowerCase() === '.lineabase' ? 'write' : 'read';
  const { fileId } = await engine.files.grantPath(line.file, access);
  if (typeof input !== 'object') return input;
  return { ...input, fileId, ...(await withMoreFiles(engine, line, method, input)) };
}

/** The further files of one wave: those a plan names, in their order, or labelled after their own names. */
async function withMoreFiles(
  engine: Engine,
  { moreFiles, locale }: CommandLine,
  method: MethodName,
  input: object | null,
): Promise<{ additionalFiles?: { fileId: string; label: string }[] }> {
  const isPossible = Object.hasOwn(methodSchema(method, 'input').properties ?? {}, 'additionalFiles');
  if (moreFiles.length === 0) return {};
  if (!isPossible) throw new UsageError(hostTexts(locale).commandLine.noFileField);
  const given = z.object({ additionalFiles: z.array(z.object({ label: z.string() })) }).safeParse(input);
  const additionalFiles = [];
  for (const [index, path] of moreFiles.entries()) {
    const { fileId, name } = await engine.files.grantPath(path, 'read');
    const label = given.data?.additionalFiles[index]?.label ?? name.replace(/\.[a-z0-9]{1,5}$/i, '');
    additionalFiles.push({ fileId, label });
  }
  return { additionalFiles };
}

async function writeResult(
  around: Surroundings,
  engine: Engine,
  line: CommandLine,
  method: MethodName,
  result: unknown,
): Promise<void> {
  const saved =
    line.out === null ? { result, paths: [] } : await saveOutputs(engine, method, result, line.out);
  const json = encodeJson(saved.result, toBase64);
  around.write(line.isJson ? json : JSON.stringify(JSON.parse(json), null, 2));
  if (line.isQuiet || line.isJson) return;
  const text = hostTexts(line.locale).commandLine;
  for (const path of saved.paths) around.tell(text.saved(path));
}

function help(around: Surroundings, line: CommandLine): number {
  const topic = line.method ?? line.helpTopic;
  if (topic === null) around.write(generalHelp(line.locale));
  else if (topic === 'errors') around.write(errorHelp(line.locale));
  else if (isMethodName(topic)) around.write(methodHelp(topic, line.locale));
  else {
    around.tell(hostTexts(line.locale).commandLine.unknownMethod(topic));
    return exitCodeOf('unknown-method');
  }
  return exitSuccess;
}

function misused(around: Surroundings, error: unknown): number {
  around.tell(error instanceof Error ? error.message : String(error));
  return exitUsage;
}

function failed(around: Surroundings, line: CommandLine, error: unknown): number {
  const wire: WireError = asAppError(error).toWire();
  if (line.isJson) around.write(encodeJson({ error: wire }, toBase64));
  const { title, detail, advice } = errorText(wire, line.locale);
  around.tell([`${title} (${wire.code}).`, detail, advice].filter((part) => part !== '').join(' '));
  return exitCodeOf(wire.code);
}
