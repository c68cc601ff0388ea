import { z } from 'zod';
import { CellKey } from './comparison';
import { ClaimId, ComparisonId, IndicatorId, IsoInstant, PracticeId, ReportId, WaveId } from './ids';

export const selloLines = [
  'institucionalidad-local',
  'politicas-locales-y-trabajo-colaborativo',
  'acceso-a-la-informacion-y-orientacion-integral',
  'vinculacion-comunitaria',
  'estrategias-formativas',
] as const;
export const SelloLine = z.enum(selloLines);
export type SelloLine = z.infer<typeof SelloLine>;

export const PracticeDates = z.strictObject({
  /** As the ficha words it. */
  text: z.string(),
  /** `yyyy-mm` to `yyyy-mm`; null where the source leaves it open. */
  ranges: z.array(
    z.strictObject({
      from: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .nullable(),
      to: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .nullable(),
      note: z.string(),
    }),
  ),
  /** Months of the year in which the practice runs, 1 to 12. */
  months: z.array(z.int().min(1).max(12)),
});

/** A published classification, or our proposal where the source names none. */
const Classified = z.strictObject({
  stated: z.array(z.int().positive()),
  proposed: z.array(z.int().positive()),
});

/** Where a claim finds its proof: one indicator in one group, from a saved comparison, printed in a report. */
export const EvidenceLink = z.strictObject({
  reportId: ReportId,
  comparisonId: ComparisonId,
  indicatorId: IndicatorId,
  followUpWaveId: WaveId,
  key: CellKey,
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;

export const Claim = z.strictObject({
  id: ClaimId,
  text: z.string().min(1).max(500),
  evidence: EvidenceLink.nullable(),
});
export type Claim = z.infer<typeof Claim>;

export const PracticeDraft = z.strictObject({
  title: z.string().min(1).max(300),
  municipality: z.string().max(200),
  region: z.string().max(200),
  units: z.array(z.string()),
  collaborators: z.array(z.string()),
  selloLines: z.array(SelloLine),
  targetPopulation: z.string(),
  dates: PracticeDates,
  funding: z.string(),
  sustainability: z.string(),
  description: z.array(z.string()),
  innovation: z.string(),
  lessons: z.string(),
  gcmObjectives: Classified,
  sdgs: Classified,
  source: z.strictObject({ document: z.string(), place: z.string() }),
  claims: z.array(Claim),
});
export type PracticeDraft = z.infer<typeof PracticeDraft>;

/** A record as it ships in `seeds/practices/`: claims have texts only. */
export const PracticeSeed = PracticeDraft.omit({ claims: true }).extend({
  schemaVersion: z.literal(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  claims: z.array(z.strictObject({ text: z.string().min(1).max(500) })),
});
export type PracticeSeed = z.infer<typeof PracticeSeed>;

export const Practice = PracticeDraft.extend({
  id: PracticeId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Practice = z.infer<typeof Practice>;
