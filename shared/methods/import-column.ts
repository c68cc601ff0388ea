import { z } from 'zod';
import { DialectCorrections } from '../domain/dialect';
import { FileId } from '../domain/ids';
import { AdditionalFile, ColumnPlan } from '../domain/import';
import { defineMethods } from './define';

const Count = z.int().nonnegative();
const CountedCode = z.strictObject({ code: z.string(), count: Count });

/** What a plan would make of one column, cell by cell, before anything is stored. */
export const importColumnMethods = defineMethods({
  'import.column': {
    kind: 'query',
    summary:
      'What a plan would make of one column of a file: kept, missing, and what would not be understood',
    input: z.strictObject({
      fileId: FileId,
      corrections: DialectCorrections,
      additionalFiles: z.array(AdditionalFile).default([]),
      label: z.string().min(1).max(120).nullable().default(null),
      codebookFileId: FileId.nullable().default(null),
      column: ColumnPlan,
    }),
    output: z.strictObject({
      rows: Count,
      blank: Count,
      kept: Count,
      /** Cells whose answer was read as another one by the plan's recodes. */
      recoded: Count,
      missing: z.array(CountedCode),
      notApplicable: z.array(CountedCode),
      /** Cells that would be stored as nothing although something is written there. */
      failed: Count,
      /** How many different ones there are; the first hundred by count, each with its first lines. Empty for identities. */
      failedDistinct: Count,
      failures: z.array(
        z.strictObject({ value: z.string(), count: Count, lines: z.array(z.int().positive()) }),
      ),
      /** What is written and what it would be stored as, most frequent first, two hundred at most. Empty for identities and texts. */
      readings: z.array(z.strictObject({ from: z.string(), to: z.string(), count: Count })),
      /** Cells of a multiple choice with an answer that is none of its options; they are kept as written. */
      outside: Count,
    }),
  },
});
