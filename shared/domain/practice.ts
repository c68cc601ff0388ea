import { z } from 'zod';
import { CellKey } from './comparison';
import {
  ClaimId,
  ComparisonId,
  IndicatorId,
  IsoDate,
  IsoInstant,
  MeasurementId,
  PracticeId,
  ReportId,
  WaveId,
} from './ids';

export const selloLines = [
  'institucionalidad-local',
  'politicas-locales-y-trabajo-colaborativo',
  'acceso-a-la-informacion-y-orientacion-integral',
  'vinculacion-comunitaria',
  'estrategias-formativas',
] as const;
export const SelloLine = z.enum(selloLines);
export type SelloLine = z.infer<typeof SelloLine>;

/** A year, a month or a day: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export const RoughDate = z.union([
  z.string().regex(/^\d{4}$/),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  IsoDate,
]);

export const PracticeDates = z.strictObject({
  /** As the ficha words it. */
  text: z.string(),
  /** As exact as the source is: year, month or day. Null where the source leaves it open. */
  ranges: z.array(
    z.strictObject({
      from: RoughDate.nullable(),
      to: RoughDate.nullable(),
      note: z.string(),
    }),
  ),
  /** Months of the year in which the practice runs, 1 to 12, where the source tells them. */
  months: z.array(z.int().min(1).max(12)),
});

/** A published classification, or our proposal where the source names none. */
export const Classified = z.strictObject({
  stated: z.array(z.int().positive()),
  proposed: z.array(z.int().positive()),
});
export type Classified = z.infer<typeof Classified>;

/** One indicator in one group, from a saved comparison, printed in a report. */
export const ComparisonLink = z.strictObject({
  kind: z.literal('comparison').default('comparison'),
  reportId: ReportId,
  comparisonId: ComparisonId,
  indicatorId: IndicatorId,
  followUpWaveId: WaveId,
  key: CellKey,
});
export type ComparisonLink = z.infer<typeof ComparisonLink>;

/** One figure of a saved measurement, printed in a report; `figureKey` is the figure's `key`. */
export const MeasurementLink = z.strictObject({
  kind: z.literal('measurement'),
  reportId: ReportId,
  measurementId: MeasurementId,
  figureKey: z.string().min(1).max(400),
});
export type MeasurementLink = z.infer<typeof MeasurementLink>;

/** Where a claim finds its proof. */
export const EvidenceLink = z.union([MeasurementLink, ComparisonLink]);
export type EvidenceLink = z.infer<typeof EvidenceLink>;

/** A figure that a document gives without its data: as it words it, and where. */
export const StatedFigure = z.strictObject({
  text: z.string().min(1).max(300),
  source: z.string().max(500),
});
export type StatedFigure = z.infer<typeof StatedFigure>;

export const Claim = z.strictObject({
  id: ClaimId,
  text: z.string().min(1).max(500),
  stated: StatedFigure.nullable().default(null),
  evidence: EvidenceLink.nullable(),
});
export type Claim = z.infer<typeof Claim>;

export const gcmPrinciples = [
  'people-centred',
  'international-cooperation',
  'national-sovereignty',
  'rule-of-law',
  'sustainable-development',
  'human-rights',
  'gender-responsive',
  'child-sensitive',
  'whole-of-government',
  'whole-of-society',
] as const;
export const GcmPrinciple = z.enum(gcmPrinciples);
export type GcmPrinciple = z.infer<typeof GcmPrinciple>;

/**
 * What the submission form of the United Nations repository of practices asks besides the ficha. Empty text and empty
 * lists: the source leaves it unsaid. `secondaryGcm` are the secondary objectives; the primary ones are the record's own.
 */
export const UnRecord = z.strictObject({
  secondaryGcm: Classified,
  principles: z.array(GcmPrinciple),
  practiceType: z.string().max(200),
  geographicScope: z.string().max(500),
  mainImplementer: z.array(z.string()),
  details: z.string(),
  partners: z.array(z.string()),
  benefit: z.array(z.string()),
  keyLessons: z.array(z.string()),
  recommendations: z.array(z.string()),
  dateSubmitted: IsoDate.nullable(),
  disclaimer: z.string(),
  links: z.array(z.string().max(500)),
});
export type UnRecord = z.infer<typeof UnRecord>;

export const emptyUnRecord: UnRecord = {
  secondaryGcm: { stated: [], proposed: [] },
  principles: [],
  practiceType: '',
  geographicScope: '',
  mainImplementer: [],
  details: '',
  partners: [],
  benefit: [],
  keyLessons: [],
  recommendations: [],
  dateSubmitted: null,
  disclaimer: '',
  links: [],
};

export const PracticeDraft = z.strictObject({
  kind: z.enum(['municipal', 'agency', 'commission']).default('municipal'),
  title: z.string().min(1).max(300),
  titleEnglish: z.string().max(300).default(''),
  summary: z.string().default(''),
  summaryEnglish: z.string().default(''),
  country: z.string().max(100).default('Chile'),
  municipality: z.string().max(200),
  region: z.string().max(200),
  /** Five-digit code of the comuna; null outside Chile and for practices of more than one comuna. */
  comunaCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
    .default(null),
  units: z.array(z.string()),
  collaborators: z.array(z.string()),
  selloLines: z.array(SelloLine),
  targetPopulation: z.string(),
  priorityGroup: z.string().default(''),
  dates: PracticeDates,
  funding: z.string(),
  sustainability: z.string(),
  description: z.array(z.string()),
  innovation: z.string(),
  lessons: z.string(),
  gcmObjectives: Classified,
  sdgs: Classified,
  un: UnRecord.default(emptyUnRecord),
  source: z.strictObject({ document: z.string(), place: z.string() }),
  claims: z.array(Claim),
  /** The record of `seeds/` it came from, whose template it can use; null for none. */
  templateSlug: z.string().nullable().default(null),
  /** The practice it was copied from, as named then; null for none. */
  basedOn: z.string().max(300).nullable().default(null),
  archivedAt: IsoInstant.nullable().default(null),
});
export type PracticeDraft = z.infer<typeof PracticeDraft>;

/** A record as it ships in `seeds/practices/`: claims have texts and stated figures only. */
export const PracticeSeed = PracticeDraft.omit({
  claims: true,
  templateSlug: true,
  basedOn: true,
  archivedAt: true,
}).extend({
  schemaVersion: z.literal(2),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  claims: z.array(
    z.strictObject({
      /** Names the claim for the template that links it. */
      key: z.string().regex(/^[a-z0-9-]+$/),
      text: z.string().min(1).max(500),
      stated: StatedFigure.nullable().default(null),
    }),
  ),
});
export type PracticeSeed = z.infer<typeof PracticeSeed>;

export const Practice = PracticeDraft.extend({
  id: PracticeId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Practice = z.infer<typeof Practice>;

/** The records of `seeds/practices/`: ten municipalities, four agencies and the commission. */
export const practiceSlugs = [
  'los-andes',
  'lo-espejo',
  'coquimbo',
  'maipu',
  'la-reina',
  'temuco',
  'hualqui',
  'vina-del-mar',
  'concepcion',
  'macul',
  'lideres-digitales',
  'somos-encuentro',
  'webinarios-trata',
  'voces-organizadas',
  'comision-2024',
] as const;

/** The version in which records are written to files; files of earlier versions are read too. */
export const recordVersion = 2;

/** A record about which nothing is known yet. */
export function blankPractice(title: string): PracticeDraft {
  return {
    kind: 'municipal',
    title,
    titleEnglish: '',
    summary: '',
    summaryEnglish: '',
    country: 'Chile',
    municipality: '',
    region: '',
    comunaCode: null,
    units: [],
    collaborators: [],
    selloLines: [],
    targetPopulation: '',
    priorityGroup: '',
    dates: { text: '', ranges: [], months: [] },
    funding: '',
    sustainability: '',
    description: [],
    innovation: '',
    lessons: '',
    gcmObjectives: { stated: [], proposed: [] },
    sdgs: { stated: [], proposed: [] },
    un: emptyUnRecord,
    source: { document: '', place: '' },
    claims: [],
    templateSlug: null,
    basedOn: null,
    archivedAt: null,
  };
}
