import type { DeclaredDesign } from '../domain/design';
import type { VariableId } from '../domain/ids';
import type { Locale } from './catalogue';
import { designText as english } from './en/design';
import { designText as spanish } from './es/design';
import { formatNumber } from './format';

/** The facts of a declared design that a line of text tells. */
export type DesignFacts = Pick<DeclaredDesign, 'coverage' | 'linkage'> & {
  sampling?: DeclaredDesign['sampling'] | undefined;
};

/**
 * A design in one line without a full stop: «Muestra de las mismas personas, 13 grupos de «Escuela» como conglomerados,
 * con pesos». `labelOf` names a variable, null where it no longer exists; `clusters` is how many were found, null
 * where that is not known.
 */
export function designLine(
  design: DesignFacts,
  labelOf: (id: VariableId) => string | null,
  clusters: number | null,
  locale: Locale,
): string {
  const { summary } = locale === 'es' ? spanish : english;
  const { coverage, linkage, sampling } = design;
  const label = (id: VariableId) => labelOf(id) ?? summary.lost;
  const parts = [summary[coverage][linkage]];
  if (!sampling) return parts.join(', ');
  const { clusterId, stratumId, weightId, populations } = sampling;
  if (clusterId !== null) {
    parts.push(
      clusters === null
        ? summary.clusters(label(clusterId))
        : summary.clustersCounted(formatNumber(clusters, 0, locale), label(clusterId)),
    );
  }
  if (stratumId !== null) parts.push(summary.strata(label(stratumId)));
  if (weightId !== null) parts.push(summary.weights);
  if (populations.length > 0) parts.push(summary.population);
  return parts.join(', ');
}
