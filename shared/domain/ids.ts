import { z } from 'zod';

function id<const Brand extends string>(prefix: string, _brand: Brand) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9]{6,32}$`))
    .brand<Brand>();
}

export const ProjectId = id('prj', 'ProjectId');
export type ProjectId = z.infer<typeof ProjectId>;
export const InstrumentId = id('ins', 'InstrumentId');
export type InstrumentId = z.infer<typeof InstrumentId>;
export const VariableId = id('var', 'VariableId');
export type VariableId = z.infer<typeof VariableId>;
export const WaveId = id('wav', 'WaveId');
export type WaveId = z.infer<typeof WaveId>;
export const IndicatorId = id('ind', 'IndicatorId');
export type IndicatorId = z.infer<typeof IndicatorId>;
export const ComparisonId = id('cmp', 'ComparisonId');
export type ComparisonId = z.infer<typeof ComparisonId>;
export const ReportId = id('rep', 'ReportId');
export type ReportId = z.infer<typeof ReportId>;
export const PracticeId = id('pra', 'PracticeId');
export type PracticeId = z.infer<typeof PracticeId>;
export const ClaimId = id('clm', 'ClaimId');
export type ClaimId = z.infer<typeof ClaimId>;
export const MeasurementId = id('mea', 'MeasurementId');
export type MeasurementId = z.infer<typeof MeasurementId>;
export const CommissionId = id('com', 'CommissionId');
export type CommissionId = z.infer<typeof CommissionId>;
export const CleaningId = id('cln', 'CleaningId');
export type CleaningId = z.infer<typeof CleaningId>;
/** A file the host has put within the engine's reach; methods never take paths. */
export const FileId = id('fil', 'FileId');
export type FileId = z.infer<typeof FileId>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A calendar day, `yyyy-mm-dd`. */
export const IsoDate = z.iso.date();
/** An instant in UTC. */
export const IsoInstant = z.iso.datetime();
