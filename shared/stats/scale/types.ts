import type { ReasonId } from '../types';

/** Why a figure of a scale is absent, besides the reasons all statistics share. */
export const SCALE_REASON_IDS = ['single-item', 'no-complete-answers', 'item-without-variation'] as const;
export type ScaleReasonId = (typeof SCALE_REASON_IDS)[number] | ReasonId;

/** A finite number, or null for the reason given. */
export type ScaleFigure = { value: number | null; reason: ScaleReasonId | null };

/**
 * Covariances (divisor n - 1) of the items over the `n` people who answered all of them, reversed items already
 * turned. A square, symmetric matrix in the order of the items; null where n is below 2.
 */
export type ItemCovariances = { n: number; covariances: readonly (readonly number[])[] | null };

/** A figure of the scale, with none where there is none. */
export function absentFigure(reason: ScaleReasonId): ScaleFigure {
  return { value: null, reason };
}
