import { createHash } from 'node:crypto';
import { samplingVariables } from '../../../shared/domain/design';
import { indicatorVariables } from '../../../shared/domain/indicator';
import type { ComparisonPlan } from './plan';

/**
 * SHA-256 of everything a comparison's figures and words rest on: data of the waves, definitions of indicators and
 * of the variables they and the sampling design use, the specification (with design and analysis) and the privacy
 * threshold. Independent of time and of key order.
 */
export function hashPlan({
  spec,
  waves,
  variables,
  indicators,
  breakdown,
  threshold,
}: ComparisonPlan): string {
  const used = new Set<string>([
    ...indicators.flatMap(indicatorVariables),
    ...breakdown.map((variable) => variable.id),
    ...samplingVariables(spec.sampling),
  ]);
  return hashJson({
    spec,
    threshold,
    waves: waves.map((wave) => ({ id: wave.id, data: wave.dataSha256 })),
    variables: variables
      .filter((variable) => used.has(variable.id))
      .map(({ id, label, type, options }) => ({ id, label, type, options })),
    indicators: indicators.map(
      ({
        id,
        name,
        definition,
        measure,
        filter,
        missingRule,
        direction,
        unit,
        decimals,
        target,
        placement,
      }) => ({
        id,
        name,
        definition,
        measure,
        filter,
        missingRule,
        direction,
        unit,
        decimals,
        target,
        // The data its bounds come from and not the bounds, which can be guessed until the hash fits.
        ...(placement ? { bounds: { wave: placement.wave.id, data: placement.wave.dataSha256 } } : {}),
      }),
    ),
  });
}

/** SHA-256, in hex, of a value as JSON with the keys of every object in order. */
export function hashJson(value: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_key, item: unknown) =>
        item !== null && typeof item === 'object' && !Array.isArray(item)
          ? Object.fromEntries(
              Object.entries(item).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
            )
          : item,
      ),
    )
    .digest('hex');
}
