import { z } from 'zod';
import { ChartKind } from './chart';
import { Audience } from './comparison';
import { StoredBasis } from './evidence';
import {
  ComparisonId,
  FileId,
  IndicatorId,
  IsoInstant,
  MeasurementId,
  PracticeId,
  ReportId,
  Sha256,
  VariableId,
  WaveId,
} from './ids';
import { mostCompositionVariables } from './panel';
import { SeriesSpec } from './series';

const Heading = z.strictObject({ kind: z.literal('heading'), text: z.string().max(300) });
/** Paragraphs are separated by blank lines; the text is plain, nothing in it is markup. */
const Text = z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000) });
const ComparisonBlock = z.strictObject({
  kind: z.literal('comparison'),
  comparisonId: ComparisonId,
  /** Empty takes all of the comparison's indicators. */
  indicatorIds: z.array(IndicatorId),
  chart: ChartKind.nullable(),
  showTable: z.boolean(),
  showSentences: z.boolean(),
  /** Draws the answers behind each indicator that rests on one ordered scale; absent does not. */
  showDistributions: z.boolean().optional(),
  caption: z.string().max(500),
});
const DistributionBlock = z.strictObject({
  kind: z.literal('distribution'),
  comparisonId: ComparisonId,
  variableId: VariableId,
  chart: z.enum(['likert', 'distribution']),
  caption: z.string().max(500),
});
/** A register by period; the audience is the report's own. */
const SeriesBlock = z.strictObject({
  kind: z.literal('series'),
  spec: SeriesSpec.omit({ audience: true }),
  showTable: z.boolean(),
  showSentences: z.boolean(),
  caption: z.string().max(500),
});
/**
 * Who of a comparison's baseline was found again and how the others differed. `followUpWaveId` null takes the first
 * follow-up, no indicators all of the comparison's.
 */
const PanelBlock = z.strictObject({
  kind: z.literal('panel'),
  comparisonId: ComparisonId,
  followUpWaveId: WaveId.nullable(),
  indicatorIds: z.array(IndicatorId),
  compositionVariableIds: z.array(VariableId).max(mostCompositionVariables),
  caption: z.string().max(500),
});
/** A saved measurement; the audience is the report's own. */
const MeasurementBlock = z.strictObject({
  kind: z.literal('measurement'),
  measurementId: MeasurementId,
  showTables: z.boolean(),
  showCharts: z.boolean(),
  showSentences: z.boolean(),
  caption: z.string().max(500),
});
export const ReportBlock = z.discriminatedUnion('kind', [
  Heading,
  Text,
  ComparisonBlock,
  DistributionBlock,
  SeriesBlock,
  PanelBlock,
  MeasurementBlock,
]);
export type ReportBlock = z.infer<typeof ReportBlock>;

export const ReportFormat = z.enum(['pdf', 'docx', 'html', 'csv', 'svg', 'png']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const ReportDraft = z.strictObject({
  title: z.string().min(1).max(200),
  subtitle: z.string().max(300),
  municipality: z.string().max(200),
  unit: z.string().max(200),
  practiceId: PracticeId.nullable(),
  audience: Audience,
  locale: z.enum(['es', 'en']),
  blocks: z.array(ReportBlock),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

export const RenderedFile = z.strictObject({
  format: ReportFormat,
  name: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
});
/** The last rendering: what it rested on and the files it gave. */
export const Rendering = z.strictObject({
  renderedAt: IsoInstant,
  contentSha256: Sha256,
  files: z.array(RenderedFile),
  /** What each claim linked to the report rested on then; none for renderings of earlier versions. */
  bases: z.array(StoredBasis).default([]),
});
export const Report = ReportDraft.extend({
  id: ReportId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
  rendering: Rendering.nullable(),
});
export type Report = z.infer<typeof Report>;

/** `never-rendered`, `current`, or `outdated`: data, indicator or report changed since the last rendering. */
export const ReportStatus = z.enum(['never-rendered', 'current', 'outdated']);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** A file the engine has written and the host can hand to the person. */
export const OutputFile = z.strictObject({
  fileId: FileId,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
});
export type OutputFile = z.infer<typeof OutputFile>;
