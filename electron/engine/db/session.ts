import type { DuckDBConnection, JS } from '@duckdb/node-api';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import { compileSql, type Sql } from './sql';

export type Row = Record<string, JS>;

/** One connection in use by one call. Each statement stops when the call is cancelled. */
export type Session = {
  /** For appenders and streamed results; prefer `run` and `all`. */
  readonly connection: DuckDBConnection;
  readonly signal: CancelSignal;
  run(statement: Sql): Promise<void>;
  /** All rows; integers beyond 2^53 arrive as bigint, days as Date at UTC midnight. */
  all(statement: Sql): Promise<Row[]>;
  /** All rows by columns, in the order selected: quicker than `all` for many columns. */
  columns(statement: Sql): Promise<JS[][]>;
  /** The first row, or null. */
  first(statement: Sql): Promise<Row | null>;
  /** Runs long work on the connection under the same cancellation as `run`. */
  interruptible<T>(work: () => Promise<T>): Promise<T>;
};

/** A session inside a transaction. */
export type WriteSession = Session & {
  /**
   * Commits what was done and goes on in another transaction, before any other write: from then on only what follows is
   * undone by a failure, so that the caller takes back the rest.
   */
  commitSoFar(): Promise<void>;
};

const interruptIntervalMs = 20;

/** Wraps a connection so that aborting `signal` interrupts whatever runs on it. */
export function createSession(connection: DuckDBConnection, signal: CancelSignal): Session {
  async function interruptible<T>(work: () => Promise<T>): Promise<T> {
    if (signal.aborted) throw new AppError('cancelled');
    // An interrupt sent before DuckDB starts the statement is lost, hence the repetition.
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      connection.interrupt();
      timer = setInterval(() => connection.interrupt(), interruptIntervalMs);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const result = await work();
      if (signal.aborted) throw new AppError('cancelled');
      return result;
    } catch (error) {
      throw translateDatabaseError(error, signal);
    } finally {
      signal.removeEventListener('abort', onAbort);
      if (timer) clearInterval(timer);
    }
  }

  const session: Session = {
    connection,
    signal,
    interruptible,
    async run(statement) {
      const { text, values } = compileSql(statement);
      await interruptible(() => connection.run(text, values));
    },
    async all(statement) {
      const { text, values } = compileSql(statement);
      const reader = await interruptible(() => connection.runAndReadAll(text, values));
      return reader.getRowObjectsJS();
    },
    async columns(statement) {
      const { text, values } = compileSql(statement);
      const reader = await interruptible(() => connection.runAndReadAll(text, values));
      return reader.getColumnsJS();
    },
    async first(statement) {
      const rows = await session.all(statement);
      return rows[0] ?? null;
    },
  };
  return session;
}

/** Names the failures a person can do something about; anything else passes through unchanged. */
export function translateDatabaseError(error: unknown, signal?: CancelSignal): unknown {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (signal?.aborted && /interrupt/i.test(message)) return new AppError('cancelled', {}, { cause: error });
  if (/no space left|disk full|could not write|max_temp_directory_size/i.test(message)) {
    return new AppError('disk-full', {}, { cause: error });
  }
  return error;
}

/** A whole number from a DuckDB result; throws when it is not one or beyond 2^53. */
export function asCount(value: JS | undefined): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new AppError('internal', { unexpected: String(value) });
  }
  return number;
}

/** A number or null from a DuckDB result; NaN and infinities count as null. */
export function asNumber(value: JS | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A text from a DuckDB result; throws on anything else. */
export function asText(value: JS | undefined): string {
  if (typeof value !== 'string') throw new AppError('internal', { unexpected: String(value) });
  return value;
}
