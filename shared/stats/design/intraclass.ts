import type { ReasonId } from '../types';
import type { DesignSample } from './types';

/** Intraclass correlation and the design effect 1 + (m - 1) ICC it implies for the mean cluster size m. */
export type IntraclassResult = {
  correlation: number | null;
  meanClusterSize: number | null;
  designEffect: number | null;
  reason: ReasonId | null;
};

/** ANOVA estimator of the intraclass correlation of y = (value). */
export function intraclassCorrelation(_sample: DesignSample): IntraclassResult {
  throw new Error('not ready');
}
