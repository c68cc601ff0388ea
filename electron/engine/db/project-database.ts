import { access, constants, open as openFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type CancelSignal, neverCancelled } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import { registerRedaction } from '../privacy/redact-function';
import { migrate } from './migrate';
import { createSession, type Session, translateDatabaseError, type WriteSession } from './session';
import { compileSql, literal, type Sql, sql } from './sql';

/** DuckDB's own lock stops other processes only, so this process remembers what it holds. */
const openPaths = new Set<string>();

/** The database file of one project: reads side by side, writes one at a time, each in a transaction. */
export class ProjectDatabase {
  readonly path: string;
  private readonly instance: DuckDBInstance;
  private readonly idle: DuckDBConnection[] = [];
  private writeQueue: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  private constructor(filePath: string, instance: DuckDBInstance) {
    this.path = filePath;
    this.instance = instance;
  }

  /**
   * Opens an existing project file and brings it to the current schema. Only `stagingFolder` stays readable from
   * SQL. Throws `project-missing`, `project-locked`, `project-foreign`, `project-damaged`, `project-newer`,
   * `folder-not-writable`.
   */
  static async open(filePath: string, stagingFolder: string): Promise<ProjectDatabase> {
    const resolved = await realpath(filePath).catch(() => path.resolve(filePath));
    // Before the file is touched: closing any descriptor of it would drop this process's POSIX lock.
    refuseIfOpen(resolved);
    await checkFile(resolved);
    return ProjectDatabase.start(resolved, stagingFolder);
  }

  /** Creates a new project file. Throws `project-exists`, `folder-not-writable`, `disk-full`. */
  static async create(filePath: string, stagingFolder: string): Promise<ProjectDatabase> {
    const resolved = path.resolve(filePath);
    if (await exists(resolved)) throw new AppError('project-exists', { fileName: path.basename(resolved) });
    await checkFolder(path.dirname(resolved));
    return ProjectDatabase.start(resolved, stagingFolder);
  }

  private static async start(filePath: string, stagingFolder: string): Promise<ProjectDatabase> {
    const fileName = path.basename(filePath);
    refuseIfOpen(filePath);
    openPaths.add(filePath);
    let instance: DuckDBInstance | undefined;
    try {
      instance = await DuckDBInstance.create(filePath, { temp_directory: path.join(stagingFolder, 'spill') });
      const database = new ProjectDatabase(filePath, instance);
      const connection = await database.take();
      try {
        registerRedaction(connection);
        await migrate(connection, fileName);
      } finally {
        // A connection left open keeps the file locked after the project is closed.
        connection.closeSync();
      }
      await database.harden(stagingFolder);
      return database;
    } catch (error) {
      instance?.closeSync();
      openPaths.delete(filePath);
      throw translateOpenError(error, fileName);
    }
  }

  private async harden(stagingFolder: string): Promise<void> {
    const connection = await this.take();
    const statements: Sql[] = [
      sql`set autoinstall_known_extensions = false`,
      sql`set autoload_known_extensions = false`,
      sql`set allowed_directories = [${literal(stagingFolder)}]`,
      sql`set enable_external_access = false`,
      sql`set lock_configuration = true`,
    ];
    for (const statement of statements) await connection.run(compileSql(statement).text);
    this.give(connection);
  }

  private async take(): Promise<DuckDBConnection> {
    if (this.isClosed) throw new AppError('no-project-open');
    return this.idle.pop() ?? (await this.instance.connect());
  }

  private give(connection: DuckDBConnection): void {
    if (this.isClosed) connection.closeSync();
    else this.idle.push(connection);
  }

  /** Runs queries on a connection of their own. */
  async read<T>(signal: CancelSignal, work: (session: Session) => Promise<T>): Promise<T> {
    const connection = await this.take();
    try {
      return await work(createSession(connection, signal));
    } finally {
      this.give(connection);
    }
  }

  /** Runs one transaction; whatever throws inside, a cancel included, leaves the file as it was. */
  write<T>(signal: CancelSignal, work: (session: WriteSession) => Promise<T>): Promise<T> {
    const result = this.writeQueue.then(() => this.transaction(signal, work));
    this.writeQueue = result.catch(() => undefined);
    return result;
  }

  private async transaction<T>(
    signal: CancelSignal,
    work: (session: WriteSession) => Promise<T>,
  ): Promise<T> {
    const connection = await this.take();
    try {
      await connection.run('begin transaction');
      try {
        const session: WriteSession = {
          ...createSession(connection, signal),
          async commitSoFar() {
            if (signal.aborted) throw new AppError('cancelled');
            await connection.run('commit');
            await connection.run('begin transaction');
          },
        };
        const result = await work(session);
        if (signal.aborted) throw new AppError('cancelled');
        await connection.run('commit');
        return result;
      } catch (error) {
        await connection.run('rollback').catch(() => undefined);
        throw translateDatabaseError(error, signal);
      }
    } finally {
      this.give(connection);
    }
  }

  /** Moves what is in the write-ahead log into the file. */
  async checkpoint(): Promise<void> {
    await this.writeQueue;
    await this.read(neverCancelled, (session) => session.run(sql`checkpoint`));
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    await this.checkpoint().catch(() => undefined);
    this.isClosed = true;
    for (const connection of this.idle.splice(0)) connection.closeSync();
    this.instance.closeSync();
    openPaths.delete(this.path);
  }
}

function refuseIfOpen(filePath: string): void {
  if (openPaths.has(filePath)) throw new AppError('project-locked', { fileName: path.basename(filePath) });
}

async function exists(filePath: string): Promise<boolean> {
  return stat(filePath).then(
    () => true,
    () => false,
  );
}

async function checkFolder(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new AppError('folder-not-writable', { folder }, { cause: error });
  }
}

async function checkFile(filePath: string): Promise<void> {
  const fileName = path.basename(filePath);
  if (!(await exists(filePath))) throw new AppError('project-missing', { fileName });
  const handle = await openFile(filePath, 'r');
  try {
    const header = Buffer.alloc(12);
    const { bytesRead } = await handle.read(header, 0, 12, 0);
    // A DuckDB file has its mark after an eight-byte checksum.
    if (bytesRead < 12 || header.toString('latin1', 8, 12) !== 'DUCK') {
      throw new AppError('project-foreign', { fileName });
    }
  } finally {
    await handle.close();
  }
  try {
    await access(filePath, constants.W_OK);
  } catch (error) {
    throw new AppError('folder-not-writable', { folder: filePath }, { cause: error });
  }
  await checkFolder(path.dirname(filePath));
}

function translateOpenError(error: unknown, fileName: string): unknown {
  const translated = translateDatabaseError(error);
  if (translated instanceof AppError) return translated;
  const message = error instanceof Error ? error.message : String(error);
  if (/set lock|conflicting lock|used by another process|already open/i.test(message))
    return new AppError('project-locked', { fileName }, { cause: error });
  if (/permission denied|read-only/i.test(message)) {
    return new AppError('folder-not-writable', { folder: fileName }, { cause: error });
  }
  if (/newer|storage version|version number/i.test(message)) {
    return new AppError('project-newer', { fileName }, { cause: error });
  }
  return new AppError('project-damaged', { fileName }, { cause: error });
}
