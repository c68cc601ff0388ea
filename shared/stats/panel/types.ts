import type { ChangeResult, ReasonId } from '../types';

/** Why a figure of a panel is absent, besides the reasons all statistics share. */
export const PANEL_REASON_IDS = [
  'no-composition-variables',
  'nobody-left',
  'nobody-stayed',
  'separation',
  'no-convergence',
  'too-many-categories',
  'kind-not-weighted',
  'kind-not-standardised',
  'no-common-strata',
  'single-stratum',
  'empty-strata',
] as const;
export type PanelReasonId = (typeof PANEL_REASON_IDS)[number] | ReasonId;

/** A change with a method and reasons of a panel's own. */
export type PanelChange = Omit<ChangeResult, 'method' | 'reason'> & {
  method: ChangeResult['method'] | 'standardised' | 'weighted-matched';
  reason: PanelReasonId | null;
};
