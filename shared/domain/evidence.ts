import { z } from 'zod';
import { Sha256 } from './ids';

/**
 * How much stands behind a claim, from nothing to most: no evidence, a figure that a document states, one counted from
 * the data at one moment, one compared before and after, one compared with a group that did not take part.
 */
export const evidenceStrengths = ['none', 'stated', 'counted', 'before-after', 'with-group'] as const;
export const EvidenceStrength = z.enum(evidenceStrengths);
export type EvidenceStrength = z.infer<typeof EvidenceStrength>;

/** What breaks a link: nothing is left to show. */
export const brokenProblems = [
  'report-missing',
  'comparison-missing',
  'measurement-missing',
  'indicator-missing',
  'not-printed',
  'figure-missing',
  'suppressed',
  'not-computable',
] as const;
/** What makes a link outdated: the report no longer says what the data say now. */
export const outdatedProblems = [
  'never-rendered',
  'data-changed',
  'indicator-changed',
  'definition-changed',
  'report-changed',
  'words-changed',
  'report-outdated',
] as const;
export const evidenceProblems = [...brokenProblems, ...outdatedProblems] as const;
export const EvidenceProblem = z.enum(evidenceProblems);
export type EvidenceProblem = z.infer<typeof EvidenceProblem>;

/**
 * Hashes of what one link rests on: its rows (those that count for it, in the variables it uses), its indicator, the
 * rest of its definition (comparison or measurement, waves, wording of the questions), and the block of the report.
 */
export const ClaimBasis = z.strictObject({
  data: Sha256,
  indicator: Sha256,
  definition: Sha256,
  report: Sha256,
});
export type ClaimBasis = z.infer<typeof ClaimBasis>;

/** How `ClaimBasis` is made; one made otherwise cannot be compared. */
export const basisVersion = 1;

/**
 * What a link rested on when its report was rendered. `link` is the hash of the link itself; `words` that of the sentence
 * about a comparison, which other rows can change: a correction for several tests, a group that protects another. Null for
 * a figure of a measurement.
 */
export const StoredBasis = ClaimBasis.extend({
  link: Sha256,
  version: z.int().positive(),
  words: Sha256.nullable(),
});
export type StoredBasis = z.infer<typeof StoredBasis>;
