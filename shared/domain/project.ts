import { z } from 'zod';
import { Coverage, Linkage } from './design';
import { IsoInstant, ProjectId } from './ids';

/** Declared facts that choose the method. `privacyReason` is kept when a threshold was lowered. */
export const ProjectSettings = z.strictObject({
  linkage: Linkage,
  coverage: Coverage,
  confidenceLevel: z.number().min(0.5).max(0.999),
  thresholdPublication: z.int().min(1).max(100),
  thresholdInternal: z.int().min(1).max(100),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

export const ProjectInfo = z.strictObject({
  id: ProjectId,
  name: z.string().min(1),
  /** File name and folder as the host words them; null where the host keeps the file itself. */
  fileName: z.string(),
  folder: z.string(),
  createdAt: IsoInstant,
  isDemonstration: z.boolean(),
  settings: ProjectSettings,
  counts: z.strictObject({
    waves: z.int().nonnegative(),
    indicators: z.int().nonnegative(),
    comparisons: z.int().nonnegative(),
    reports: z.int().nonnegative(),
    practices: z.int().nonnegative(),
  }),
});
export type ProjectInfo = z.infer<typeof ProjectInfo>;

export const RecentProject = z.strictObject({
  /** Opaque handle for `project.open`. */
  reference: z.string(),
  name: z.string(),
  fileName: z.string(),
  folder: z.string(),
  openedAt: IsoInstant,
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;
