import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AllHandlers } from '../../../electron/engine/context';
import { dispatch } from '../../../electron/engine/dispatch';
import { panelHandlers } from '../../../electron/engine/panel/handlers';
import { scaleHandlers } from '../../../electron/engine/scales/handlers';
import { type Client, createClient } from '../../../shared/client';
import type { PanelSpec } from '../../../shared/domain/panel';
import {
  type ComparisonProject,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

/** A project in memory whose client also knows panels and scales. */
export async function startPanelProject(
  fixture: Parameters<typeof startComparisonProject>[0],
): Promise<ComparisonProject> {
  const project = await startComparisonProject(fixture);
  // Only these methods and those of the comparison are called.
  const handlers = { ...panelHandlers, ...scaleHandlers } as unknown as AllHandlers;
  const client: Client = createClient((method, input, signal) =>
    dispatch(project.context, handlers, method, input, signal),
  );
  return { ...project, client };
}

/** A specification over the first two waves of a fixture. */
export function panelSpec(
  indicators: number,
  composition: readonly string[],
  more: Partial<PanelSpec> = {},
): PanelSpec {
  return {
    baselineWaveId: waveId(0),
    followUpWaveId: waveId(1),
    indicatorIds: Array.from({ length: indicators }, (_, position) => indicatorId(position)),
    compositionVariableIds: composition.map(variableId),
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
    ...more,
  };
}

const figure = z.number();
const Row = z.strictObject({
  person: z.string(),
  sex: z.string(),
  school: z.string(),
  class: z.string(),
  weight: figure,
  score: figure.nullable(),
  knows: z.boolean(),
});
const limits = { lower: figure, upper: figure };
const change = { change: figure, standardError: figure, df: figure, ...limits, p: figure };
const shares = z.strictObject({ stayed: figure, left: figure, p: figure });
const standardised = z.strictObject({ observed: figure, standardisedFollowUp: figure, ...change });

const Golden = z.strictObject({
  baseline: z.array(Row),
  followUp: z.array(Row),
  flow: z.strictObject({ both: figure, onlyBaseline: figure, onlyFollowUp: figure }),
  score: z.strictObject({ stayed: figure, left: figure, ...limits, p: figure }),
  knows: shares,
  boys: shares,
  model: z.strictObject({
    oddsRatios: z.array(figure),
    lower: z.array(figure),
    upper: z.array(figure),
    statistic: figure,
    p: figure,
  }),
  weights: z.strictObject({ mean: figure, minimum: figure, maximum: figure, effectiveN: figure }),
  unweighted: z.strictObject({ change: figure, ...limits }),
  weightedScore: z.strictObject({ n: figure, ...change }),
  weightedKnows: z.strictObject(change),
  designed: z.strictObject({
    difference: figure,
    standardError: figure,
    weighted: z.strictObject(change),
    standardised: z.strictObject({ observed: figure, ...change }),
  }),
  composition: z.strictObject({ before: figure, after: figure, ...change }),
  standardised: z.strictObject({ score: standardised, knows: standardised }),
});

/** Two synthetic waves and what R makes of them, written by tests/fixtures/golden/stats/panel-rows.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/panel-rows.json', import.meta.url), 'utf8')),
);
