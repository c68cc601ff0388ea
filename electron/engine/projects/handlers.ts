import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { neverCancelled } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import type { EngineContext, HandlerMap } from '../context';
import { sql } from '../db/sql';
import { leaveAllFiles } from '../import/abandoned-files';
import { copyVault } from '../privacy/vault';
import { writeMeta } from './open-project';
import { projectExtension } from './project-session';

async function freePath(context: EngineContext, name: string): Promise<string> {
  const wanted = context.projects.defaultPath(name);
  const stem = wanted.slice(0, -projectExtension.length);
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const candidate = attempt === 1 ? wanted : `${stem} ${attempt}${projectExtension}`;
    const isTaken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
  throw new AppError('project-exists', { fileName: path.basename(wanted) });
}

/** Where the person asked for the file to go, or a free name in the projects folder. */
async function targetPath(context: EngineContext, name: string, fileId: string | null): Promise<string> {
  if (fileId === null) return freePath(context, name);
  return context.files.resolve(fileId, 'write').path;
}

/**
 * Opens a project that a browser handed over from a copy in the projects folder: the staged file goes with the
 * engine, and the work done in it would go too.
 */
async function openCopy(context: EngineContext, stagedPath: string, name: string): Promise<void> {
  const target = await freePath(context, path.basename(name, projectExtension));
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(stagedPath, target);
  try {
    await context.projects.openPath(target);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

export const projectHandlers = {
  'project.current': async (context) => ({
    project: context.projects.current() ? await context.projects.info() : null,
  }),
  'project.recent': async (context) => ({ recent: await context.projects.recent() }),
  'project.create': async (context, { name, fileId }) => {
    await context.projects.create(name, await targetPath(context, name, fileId), false);
    return context.projects.info();
  },
  'project.open': async (context, { reference }) => {
    await context.projects.openReference(reference);
    return context.projects.info();
  },
  'project.openFile': async (context, { fileId }) => {
    const { path: filePath, name, isStaged } = context.files.resolve(fileId);
    if (isStaged) await openCopy(context, filePath, name);
    else await context.projects.openPath(filePath);
    return context.projects.info();
  },
  'project.saveAs': async (context, { name, fileId }) => {
    const before = context.project().database.path;
    const target = await context.projects.copyTo(await targetPath(context, name, fileId));
    await copyVault(before, target);
    const project = await context.projects.openPath(target);
    await project.write(neverCancelled, (session) => writeMeta(session, 'name', name));
    await context.projects.remember();
    return context.projects.info();
  },
  'project.exportFile': async (context) => {
    const info = await context.projects.info();
    const scratch = context.files.scratchPath(projectExtension);
    const copy = await context.projects.copyTo(scratch);
    const output = await context.files.copyToOutput(copy, info.fileName, 'application/x-lineabase');
    await rm(copy, { force: true });
    return output;
  },
  'project.rename': async (context, { name }, call) => {
    await context.project().write(call.signal, (session) => writeMeta(session, 'name', name));
    await context.projects.remember();
    return context.projects.info();
  },
  'project.configure': async (context, { settings, reason }, call) => {
    const { settings: before } = await context.projects.info();
    const isLowered =
      settings.thresholdInternal < before.thresholdInternal ||
      settings.thresholdPublication < before.thresholdPublication;
    if (isLowered && !reason?.trim()) throw new AppError('invalid-input', { field: 'reason' });
    await context.project().write(call.signal, async (session) => {
      await writeMeta(session, 'settings', JSON.stringify(settings));
      await session.run(
        sql`insert into audit values (${context.instant()}, 'project.configure', ${reason ?? ''},
            ${JSON.stringify({ before, after: settings })})`,
      );
    });
    return context.projects.info();
  },
  'project.close': async (context) => {
    await leaveAllFiles(context);
    await context.projects.close();
    return { done: true };
  },
} satisfies HandlerMap;
