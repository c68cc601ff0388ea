import { z } from 'zod';
import { Commission, CommissionDraft, CommissionResult, Score, ScoreProblem } from '../domain/commission';
import { CommissionId, FileId, PracticeId } from '../domain/ids';
import { OutputFile } from '../domain/report';
import { Done, defineMethods, Locale, Nothing } from './define';

/** Commissions that score practices by criteria. */
export const commissionMethods = defineMethods({
  'commission.list': {
    kind: 'query',
    summary: 'All commissions of the project',
    input: Nothing,
    output: z.strictObject({ commissions: z.array(Commission) }),
  },
  'commission.save': {
    kind: 'command',
    summary: 'Create a commission (id null) or change one',
    input: z.strictObject({ commissionId: CommissionId.nullable(), commission: CommissionDraft }),
    output: Commission,
  },
  'commission.fromTemplate': {
    kind: 'command',
    summary:
      "Make a commission from the score sheet of a record's template, empty or with its synthetic scores",
    input: z.strictObject({ practiceId: PracticeId, hasSampleScores: z.boolean(), locale: Locale }),
    output: Commission,
  },
  'commission.remove': {
    kind: 'command',
    summary: 'Delete a commission; it can be undone',
    input: z.strictObject({ commissionId: CommissionId }),
    output: Done,
  },
  'commission.result': {
    kind: 'query',
    summary: 'Scores, ranking with ties, agreement, and what changes when an evaluator is left out',
    input: z.strictObject({ commissionId: CommissionId }),
    output: CommissionResult,
  },
  'commission.readScores': {
    kind: 'query',
    summary: 'Read the scores of a spreadsheet and say which cannot be taken, and why',
    input: z.strictObject({ commissionId: CommissionId, fileId: FileId }),
    output: z.strictObject({
      /** Those that can be taken; where one was given twice the first. */
      scores: z.array(Score),
      comments: z.array(
        z.strictObject({ evaluatorId: z.string(), candidateId: z.string(), text: z.string() }),
      ),
      problems: z.array(ScoreProblem),
      /** Scores that the commission holds already and that the file would change. */
      changes: z.array(Score.extend({ before: z.number() })),
      /** Sheets without scores, which were left alone. */
      ignoredTables: z.array(z.string()),
      /** Criteria, candidates and evaluators that the file names and the commission does not have. */
      unknown: z.strictObject({
        criteria: z.array(z.string()),
        candidates: z.array(z.string()),
        evaluators: z.array(z.string()),
      }),
    }),
  },
  'commission.exportSheet': {
    kind: 'command',
    summary: 'Write a workbook with one score sheet for each evaluator, to be filled in and read back',
    input: z.strictObject({ commissionId: CommissionId, locale: Locale }),
    output: OutputFile,
  },
  'commission.print': {
    kind: 'command',
    summary: 'Write the minutes of a commission',
    input: z.strictObject({
      commissionId: CommissionId,
      format: z.enum(['pdf', 'docx', 'html']),
      locale: Locale,
    }),
    output: OutputFile,
  },
});
