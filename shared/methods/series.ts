import { PlanningResult, PlanningSpec } from '../domain/planning';
import { SeriesResult, SeriesSpec } from '../domain/series';
import { defineMethods } from './define';

/** Registers followed over time, and planning. */
export const seriesMethods = defineMethods({
  'series.compute': {
    kind: 'query',
    summary: 'Count cases or an indicator by month, and fit the change of level and slope at a date',
    input: SeriesSpec,
    output: SeriesResult,
  },
  'planning.compute': {
    kind: 'query',
    summary:
      'How many people a change needs to be found, or what change so many people find; needs no project',
    input: PlanningSpec,
    output: PlanningResult,
  },
});
