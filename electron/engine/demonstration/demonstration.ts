import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type CancelSignal, neverCancelled } from '../../../shared/cancel';
import type { Call } from '../../../shared/contract';
import { FileId, type InstrumentId } from '../../../shared/domain/ids';
import type { WaveDraft } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import type { EngineContext, HandlerMap } from '../context';
import { importWave } from '../import/import-wave';
import { inspectFile } from '../import/inspect';
import { matchColumns } from '../import/match';
import { fileKeyStore } from '../privacy/key-store';
import { vaultPath } from '../privacy/vault';
import { getInstrument, readMeta, writeMeta } from '../projects/open-project';
import { addDemonstrationDefinitions } from './definitions';

const projectName = 'Demostración Los Andes';
const readyMark = 'demonstration-ready';

type Source = { file: string; wave: Omit<WaveDraft, 'isSynthetic'> };

const sources: readonly Source[] = [
  {
    file: 'sample-data/los-andes/diagnostico-nna-2023-ex-ante.csv',
    wave: { name: 'Ex-ante 2023', moment: 'ex-ante', startDate: '2023-06-01', endDate: '2023-10-27' },
  },
  {
    file: 'sample-data/los-andes/diagnostico-nna-2024-ex-post.csv',
    wave: { name: 'Ex-post 2024', moment: 'ex-post', startDate: '2024-08-01', endDate: '2024-10-25' },
  },
];

/** Imports one file as an analyst would who accepts every proposal. */
async function importSource(
  context: EngineContext,
  { file, wave }: Source,
  instrument: { id: InstrumentId } | null,
  call: Call,
): Promise<{ id: InstrumentId }> {
  const { fileId } = await context.files.grantPath(path.join(context.options.resourcesFolder, file), 'read');
  const inspection = await inspectFile(
    context,
    { fileId: FileId.parse(fileId), corrections: {}, additionalFiles: [], label: null, codebookFileId: null },
    call,
  );
  const proposals = inspection.columns.map(({ proposal }) => proposal);
  const columns = instrument ? await matched(context, instrument.id, proposals, call.signal) : proposals;
  const imported = await importWave(
    context,
    {
      fileId: inspection.fileId,
      sha256: inspection.sha256,
      dialect: inspection.dialect,
      additionalFiles: [],
      label: null,
      codebookFileId: null,
      matches: [],
      columns,
      wave: { ...wave, isSynthetic: inspection.saysSynthetic },
      instrumentId: instrument?.id ?? null,
      instrumentName: 'Diagnóstico comunal de NNA',
      rowUnit: 'person',
      repeatedIdentifiers: 'stop',
    },
    call,
  );
  return imported.instrument;
}

async function matched(
  context: EngineContext,
  instrumentId: InstrumentId,
  columns: Parameters<typeof matchColumns>[1],
  signal: CancelSignal,
): Promise<ReturnType<typeof matchColumns>['columns']> {
  const instrument = await context.project().read(signal, (session) => getInstrument(session, instrumentId));
  return matchColumns(instrument, columns).columns;
}

/** Makes the project from the sample data; a failure or a cancel leaves no file behind. */
async function build(context: EngineContext, filePath: string, call: Call): Promise<void> {
  const project = await context.projects.create(projectName, filePath, true);
  try {
    let instrument: { id: InstrumentId } | null = null;
    for (const source of sources) instrument = await importSource(context, source, instrument, call);
    await addDemonstrationDefinitions(context, call);
    await project.write(call.signal, (session) => writeMeta(session, readyMark, 'true'));
  } catch (error) {
    await removeProject(context, filePath);
    throw error;
  }
}

/** Closes the project if it is open and deletes its file, its log, its vault and the vault's key. */
async function removeProject(context: EngineContext, filePath: string): Promise<void> {
  const open = context.projects.current();
  if (open?.database.path === path.resolve(filePath)) {
    await fileKeyStore(context.options.dataFolder).remove(open.id);
    await context.projects.close();
  }
  for (const target of [filePath, `${filePath}.wal`, vaultPath(filePath)]) await rm(target, { force: true });
}

/** True when the project was finished; one that a kill interrupted is made again. */
async function isReady(context: EngineContext): Promise<boolean> {
  return (await context.project().read(neverCancelled, (session) => readMeta(session, readyMark))) === 'true';
}

async function openOrBuild(
  context: EngineContext,
  filePath: string,
  isFresh: boolean,
  call: Call,
): Promise<void> {
  const exists = await stat(filePath).then(
    () => true,
    () => false,
  );
  if (exists) {
    try {
      await context.projects.openPath(filePath);
      if (!isFresh && (await isReady(context))) return;
    } catch (error) {
      const isBroken = error instanceof AppError && error.code === 'project-damaged';
      if (!isBroken) throw error;
    }
    await removeProject(context, filePath);
  }
  await build(context, filePath, call);
}

/** After a failure or a cancel the project that was open before is open again. */
async function reopen(context: EngineContext, filePath: string | undefined): Promise<void> {
  if (filePath === undefined || context.projects.current() !== null) return;
  // What went wrong first is what the person is told.
  await context.projects.openPath(filePath).catch(() => undefined);
}

export const demonstrationHandlers = {
  'project.openDemonstration': async (context, { fresh }, call) => {
    const before = context.projects.current()?.database.path;
    try {
      await openOrBuild(context, context.projects.defaultPath(projectName), fresh, call);
    } catch (error) {
      await reopen(context, before);
      throw error;
    }
    return context.projects.info();
  },
} satisfies HandlerMap;
