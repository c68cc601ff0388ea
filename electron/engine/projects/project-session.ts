import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { neverCancelled } from '../../../shared/cancel';
import { ProjectId } from '../../../shared/domain/ids';
import type { ProjectInfo, RecentProject } from '../../../shared/domain/project';
import { AppError } from '../../../shared/errors';
import type { EngineOptions } from '../context';
import { ProjectDatabase } from '../db/project-database';
import { asCount } from '../db/session';
import { sql } from '../db/sql';
import { defaultSettings, type OpenProject, readMeta, readSettings, writeMeta } from './open-project';
import { describeRecent, projectReference, readRecent, rememberProject } from './recent-projects';
import { closeForGood, copyDatabase, holdsDeletedData, replaceFile } from './rewrite-database';
import { dropUnfinished } from './unfinished-waves';

export const projectExtension = '.lineabase';

type SessionOptions = {
  options: Required<EngineOptions>;
  stagingFolder: string;
  newId: (prefix: string) => string;
};

/** The one project that is open, if any, and everything that opens, copies and closes it. */
export class ProjectSession {
  private readonly options: Required<EngineOptions>;
  private readonly stagingFolder: string;
  private readonly newId: (prefix: string) => string;
  private open: OpenProject | null = null;

  constructor({ options, stagingFolder, newId }: SessionOptions) {
    this.options = options;
    this.stagingFolder = stagingFolder;
    this.newId = newId;
  }

  current(): OpenProject | null {
    return this.open;
  }

  /** Where a project of this name goes when the person was not asked: the projects folder, with a free name. */
  defaultPath(name: string): string {
    const clean = name.replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'proyecto';
    return path.join(this.options.projectsFolder, `${clean}${projectExtension}`);
  }

  /** Creates a project file whole or not at all, and opens it. */
  async create(name: string, filePath: string, isDemonstration: boolean): Promise<OpenProject> {
    const target = withExtension(filePath);
    await this.makeFolder(path.dirname(target));
    const database = await ProjectDatabase.create(target, this.stagingFolder);
    try {
      const id = this.newId('prj');
      await database.write(neverCancelled, async (session) => {
        await writeMeta(session, 'project-id', id);
        await writeMeta(session, 'name', name);
        await writeMeta(session, 'created-at', this.options.now().toISOString());
        await writeMeta(session, 'is-demonstration', String(isDemonstration));
        await writeMeta(session, 'settings', JSON.stringify(defaultSettings));
      });
    } catch (error) {
      await database.close();
      await rm(target, { force: true });
      throw error;
    }
    return this.adopt(database);
  }

  /** Opens a project file; the one that was open is closed only once the new one is. */
  async openPath(filePath: string): Promise<OpenProject> {
    const resolved = path.resolve(filePath);
    if (this.open?.database.path === resolved) return this.open;
    let database = await ProjectDatabase.open(resolved, this.stagingFolder);
    await database.write(neverCancelled, dropUnfinished);
    if (await holdsDeletedData(database)) {
      // The program ended before it could write the file anew.
      await this.closeDatabase(database);
      database = await ProjectDatabase.open(resolved, this.stagingFolder);
    }
    return this.adopt(database);
  }

  /** Opens a recent project. Throws `project-missing`. */
  async openReference(reference: string): Promise<OpenProject> {
    const recent = await readRecent(this.options.dataFolder);
    const entry = recent.find((candidate) => projectReference(candidate.path) === reference);
    if (!entry) throw new AppError('project-missing', { fileName: '' });
    return this.openPath(entry.path);
  }

  private async adopt(database: ProjectDatabase): Promise<OpenProject> {
    const id = await database.read(neverCancelled, (session) => readMeta(session, 'project-id'));
    if (!id) {
      await database.close();
      throw new AppError('project-damaged', { fileName: path.basename(database.path) });
    }
    if (this.open) await this.closeDatabase(this.open.database);
    this.open = {
      id,
      database,
      read: (signal, work) => database.read(signal, work),
      write: (signal, work) => database.write(signal, work),
    };
    await this.remember();
    return this.open;
  }

  /** Puts the open project at the top of the recent list under its present name. */
  async remember(): Promise<void> {
    const info = await this.info();
    await rememberProject(this.options.dataFolder, {
      path: this.require().database.path,
      name: info.name,
      openedAt: this.options.now().toISOString(),
    });
  }

  require(): OpenProject {
    if (!this.open) throw new AppError('no-project-open');
    return this.open;
  }

  async info(): Promise<ProjectInfo> {
    const { database } = this.require();
    return database.read(neverCancelled, async (session) => {
      const counts = await session.all(
        sql`select entity, count(*) as size from definition group by all
            union all select 'wave', count(*) from wave`,
      );
      const size = (entity: string): number =>
        asCount(counts.find((row) => row.entity === entity)?.size ?? 0);
      return {
        id: ProjectId.parse(await readMeta(session, 'project-id')),
        name: (await readMeta(session, 'name')) ?? path.basename(database.path),
        fileName: path.basename(database.path),
        folder: path.dirname(database.path),
        createdAt: (await readMeta(session, 'created-at')) ?? '',
        isDemonstration: (await readMeta(session, 'is-demonstration')) === 'true',
        settings: await readSettings(session),
        counts: {
          waves: size('wave'),
          indicators: size('indicator'),
          comparisons: size('comparison'),
          reports: size('report'),
          practices: size('practice'),
        },
      };
    });
  }

  /**
   * Writes a consistent copy of the open project: into a file beside the target first, then renamed, so that a
   * kill leaves either the old file or the new one. The copy is compacted, deleted rows are not in it.
   */
  async copyTo(filePath: string): Promise<string> {
    const target = withExtension(filePath);
    const { database } = this.require();
    if (path.resolve(target) === database.path) {
      throw new AppError('project-exists', { fileName: path.basename(target) });
    }
    await this.makeFolder(path.dirname(target));
    const scratch = this.scratchPath();
    await copyDatabase(database, scratch);
    await replaceFile(scratch, target);
    return target;
  }

  async recent(): Promise<RecentProject[]> {
    const entries = await readRecent(this.options.dataFolder);
    return Promise.all(entries.map(describeRecent));
  }

  async close(): Promise<void> {
    const project = this.open;
    this.open = null;
    if (project) await this.closeDatabase(project.database);
  }

  private closeDatabase(database: ProjectDatabase): Promise<void> {
    return closeForGood(database, this.scratchPath(), this.options.log);
  }

  private scratchPath(): string {
    return path.join(this.stagingFolder, `${this.newId('copy')}${projectExtension}`);
  }

  private async makeFolder(folder: string): Promise<void> {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw new AppError('folder-not-writable', { folder }, { cause: error });
    }
  }
}

function withExtension(filePath: string): string {
  return filePath.endsWith(projectExtension) ? filePath : `${filePath}${projectExtension}`;
}
