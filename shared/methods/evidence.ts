import { z } from 'zod';
import { ComparisonResult } from '../domain/comparison';
import { EvidenceProblem, EvidenceStrength } from '../domain/evidence';
import { PracticeId, ReportId, Sha256, WaveId } from '../domain/ids';
import { MeasurementFigure } from '../domain/measurement-result';
import { EvidenceLink, Practice, PracticeDraft } from '../domain/practice';
import { OutputFile, RenderedFile, Report, ReportDraft, ReportFormat, ReportStatus } from '../domain/report';
import { Done, defineMethods, Locale, Nothing } from './define';

/** What one claim rests on now. `result` is null when it cannot be computed any more. */
export const ClaimEvidence = z.strictObject({
  claimId: z.string(),
  status: z.enum(['no-evidence', 'current', 'outdated', 'broken']),
  strength: EvidenceStrength,
  /** Why the link is broken or outdated; empty otherwise. */
  problems: z.array(EvidenceProblem),
  link: EvidenceLink.nullable(),
  reportTitle: z.string().nullable(),
  reportRenderedAt: z.string().nullable(),
  /** The files of the last rendering. */
  reportFiles: z.array(RenderedFile),
  /** The indicator's or the measurement's name. */
  indicatorName: z.string().nullable(),
  /** Names the method of the figure; worded by the catalogue. */
  method: z.string().nullable(),
  waves: z.array(
    z.strictObject({ id: WaveId, name: z.string(), dataSha256: Sha256, isSynthetic: z.boolean() }),
  ),
  /** The comparison cut down to the one row and follow-up of the link. */
  result: ComparisonResult.nullable(),
  /** The measurement's figure; null where the link is to a comparison or nothing is left of it. */
  figure: z
    .strictObject({ figure: MeasurementFigure, resultSha256: Sha256, isSynthetic: z.boolean() })
    .nullable(),
  sentence: z.string().nullable(),
});
export type ClaimEvidence = z.infer<typeof ClaimEvidence>;

/** Reports and practice records. */
export const evidenceMethods = defineMethods({
  'report.list': {
    kind: 'query',
    summary: 'All reports, with their status',
    input: Nothing,
    output: z.strictObject({
      reports: z.array(z.strictObject({ report: Report, status: ReportStatus })),
    }),
  },
  'report.save': {
    kind: 'command',
    summary: 'Create a report (id null) or change one',
    input: z.strictObject({ reportId: ReportId.nullable(), report: ReportDraft }),
    output: Report,
  },
  'report.remove': {
    kind: 'command',
    summary: 'Delete a report; it can be undone',
    input: z.strictObject({ reportId: ReportId }),
    output: Done,
  },
  'report.render': {
    kind: 'command',
    summary: 'Write a report to files; svg, png and csv give one file a figure or table',
    input: z.strictObject({ reportId: ReportId, formats: z.array(ReportFormat).min(1) }),
    output: z.strictObject({ report: Report, files: z.array(OutputFile) }),
  },
  'practice.list': {
    kind: 'query',
    summary: 'All practice records of the project',
    input: Nothing,
    output: z.strictObject({ practices: z.array(Practice) }),
  },
  'practice.save': {
    kind: 'command',
    summary: 'Create a practice record (id null) or change one',
    input: z.strictObject({ practiceId: PracticeId.nullable(), practice: PracticeDraft }),
    output: Practice,
  },
  'practice.remove': {
    kind: 'command',
    summary: 'Delete a practice record; it can be undone',
    input: z.strictObject({ practiceId: PracticeId }),
    output: Done,
  },
  'practice.addSeed': {
    kind: 'command',
    summary: 'Add the record that ships with the application to this project',
    input: z.strictObject({ slug: z.string() }),
    output: Practice,
  },
  'practice.evidence': {
    kind: 'query',
    summary: 'Each claim of a practice with the result it rests on and whether that still holds',
    input: z.strictObject({ practiceId: PracticeId }),
    output: z.strictObject({ claims: z.array(ClaimEvidence) }),
  },
  'practice.print': {
    kind: 'command',
    summary: 'Write the record as a municipal ficha or in the order of the United Nations form',
    input: z.strictObject({
      practiceId: PracticeId,
      format: z.enum(['pdf', 'docx', 'html']),
      layout: z.enum(['ficha', 'un']).default('ficha'),
      /** The language of the form's own words; the ficha exists in Spanish. */
      locale: Locale.default('es'),
    }),
    output: OutputFile,
  },
  'practice.printEvidence': {
    kind: 'command',
    summary: 'Write all claims of a practice with what each rests on and whether it still holds',
    input: z.strictObject({
      practiceId: PracticeId,
      format: z.enum(['pdf', 'docx', 'html']),
      locale: Locale.default('es'),
    }),
    output: OutputFile,
  },
  'practice.bundle': {
    kind: 'command',
    summary:
      'Write ficha, evidence, reports and published aggregates of a practice as one zip that can be checked',
    input: z.strictObject({ practiceId: PracticeId }),
    output: OutputFile,
  },
});
