import { z } from 'zod';
import { Dialect, DialectCorrections } from '../domain/dialect';
import { FileId } from '../domain/ids';
import { SetAsideReason } from '../domain/import';
import { OutputFile } from '../domain/report';
import { SourceNotice, SourceTable } from '../domain/source';
import { defineMethods } from './define';

const Reading = {
  fileId: FileId,
  /** Corrections by the analyst; anything absent is detected. */
  corrections: DialectCorrections.default({}),
};

/** The table of a file as it is read, before any type, code or plan. */
export const importTableMethods = defineMethods({
  'import.table': {
    kind: 'query',
    summary: 'A window of the cells of a file as they are read, without any conversion',
    input: z.strictObject({
      ...Reading,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      dialect: Dialect,
      tables: z.array(SourceTable),
      notices: z.array(SourceNotice),
      /** As written; empty where the file has no header. */
      headers: z.array(z.string()),
      width: z.int().positive(),
      rows: z.array(z.strictObject({ line: z.int().positive(), cells: z.array(z.string()) })),
      /** Rows kept, whatever the window. */
      total: z.int().nonnegative(),
      /** The first two hundred rows that could not be placed. */
      setAside: z.array(
        z.strictObject({ line: z.int().positive(), reason: SetAsideReason, cells: z.array(z.string()) }),
      ),
      setAsideTotal: z.int().nonnegative(),
    }),
  },
  'import.exportTable': {
    kind: 'command',
    summary: 'Write the whole table of a file as it is read to a clean CSV (RFC 4180, UTF-8)',
    input: z.strictObject(Reading),
    output: OutputFile,
  },
});
