import { copyFile } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { StagedFile } from '../../shared/desktop-bridge';
import { AppError, asAppError, type WireError } from '../../shared/errors';
import type { HostTexts } from '../../shared/text/hosts';
import { writeProblem } from '../host/write-problem';
import type { EngineHost } from './engine-host';
import { channels, stageBytesLimit } from './ipc';
import { checkSender } from './security';

export const projectExtension = '.lineabase';

export type Answer = { ok: true; value: unknown } | { ok: false; error: WireError };

type FileChannelOptions = {
  engine: EngineHost;
  text: HostTexts['dialogs'];
  window: () => BrowserWindow | null;
};

const AbsolutePath = z.string().min(1).refine(isAbsolute);
const FileName = z.string().min(1).max(255);

/** Names under which tables arrive; what a file is, its contents tell. */
const dataExtensions = [
  'xlsx',
  'xlsm',
  'xls',
  'ods',
  'fods',
  'csv',
  'txt',
  'tsv',
  'tab',
  'sav',
  'zsav',
  'html',
  'htm',
  'xml',
];

/** Answers what the window asks about files: native dialogs, and files put within the engine's reach. */
export function answerFileChannels({ engine, text, window }: FileChannelOptions): void {
  const projectFilter = { name: text.projectFiles, extensions: [projectExtension.slice(1)] };
  const dataFilter = { name: text.dataFiles, extensions: dataExtensions };
  const anyFilter = { name: text.allFiles, extensions: ['*'] };

  handle(channels.stagePath, z.tuple([AbsolutePath]), ([path]) => grant(engine, path));

  handle(channels.stageBytes, z.tuple([FileName, z.instanceof(Uint8Array)]), ([fileName, bytes]) => {
    if (bytes.byteLength > stageBytesLimit) {
      throw new AppError('payload-too-large', { fileName, limitBytes: stageBytesLimit });
    }
    return engine.request({ name: 'stage-bytes', fileName, bytes });
  });

  handle(channels.pickProject, z.tuple([]), async () => {
    const path = await pick(window(), text.openProject, [projectFilter, anyFilter]);
    return path === null
      ? null
      : (await engine.request({ name: 'grant-path', path, access: 'write' })).fileId;
  });

  handle(channels.pickData, z.tuple([]), async () => {
    const path = await pick(window(), text.openData, [dataFilter, anyFilter]);
    return path === null ? null : engine.request({ name: 'grant-path', path, access: 'read' });
  });

  handle(channels.pickNewProject, z.tuple([FileName]), async ([suggestedName]) => {
    const defaultPath = join(app.getPath('documents'), withExtension(fileSafe(suggestedName)));
    const path = await pickTarget(window(), text.newProject, defaultPath, [projectFilter]);
    if (path === null) return null;
    const { fileId } = await engine.request({
      name: 'grant-path',
      path: withExtension(path),
      access: 'write',
    });
    return fileId;
  });

  handle(channels.saveOutput, z.tuple([z.string(), FileName]), async ([fileId, suggestedName]) => {
    const output = await engine.request({ name: 'output', fileId });
    const defaultPath = join(app.getPath('documents'), fileSafe(suggestedName));
    const path = await pickTarget(window(), text.saveOutput, defaultPath, [anyFilter]);
    if (path === null) return false;
    await copyFile(output.path, path).catch((error: unknown) => {
      throw writeProblem(error, dirname(path));
    });
    return true;
  });
}

/** Puts a file within the engine's reach; a project also for writing. */
export function grant(engine: EngineHost, path: string): Promise<StagedFile> {
  const access = extname(path).toLowerCase() === projectExtension ? 'write' : 'read';
  return engine.request({ name: 'grant-path', path, access });
}

function handle<Values>(
  channel: string,
  schema: z.ZodType<Values>,
  answer: (values: Values) => unknown,
): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...raw: unknown[]): Promise<Answer> => {
    try {
      checkSender(event);
      const values = schema.safeParse(raw);
      if (!values.success) throw new AppError('invalid-input', { method: channel });
      return { ok: true, value: await answer(values.data) };
    } catch (error) {
      return { ok: false, error: asAppError(error).toWire() };
    }
  });
}

type Filter = { name: string; extensions: string[] };

async function pick(parent: BrowserWindow | null, title: string, filters: Filter[]): Promise<string | null> {
  const options = { title, filters, properties: ['openFile' as const] };
  const chosen = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

async function pickTarget(
  parent: BrowserWindow | null,
  title: string,
  defaultPath: string,
  filters: Filter[],
): Promise<string | null> {
  const options = { title, defaultPath, filters };
  const chosen = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

function withExtension(path: string): string {
  return extname(path).toLowerCase() === projectExtension ? path : `${path}${projectExtension}`;
}

function fileSafe(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '-');
}
