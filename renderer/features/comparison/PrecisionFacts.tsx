import type { ChangeResult } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { Term } from '../../ui/Term';
import { formatDegrees, formatError } from './precision-words';
import type { ResultIndicator } from './result-rows';

/** The error of a change and what it rests on; nothing where the method gives none. */
export function PrecisionFacts(props: { change: ChangeResult; indicator: ResultIndicator }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { precision } = props.change;
  const words = comparison.detail;
  if (!precision) return null;
  const facts: Fact[] = [];
  const add = (name: string, value: number | null, term: Fact['term'], written: string) => {
    if (value !== null) facts.push({ name, term, value: written });
  };
  const { standardError, degreesOfFreedom, designEffect, clusters, strata } = precision;
  const count = (value: number | null) => formatNumber(value, 0, locale);
  add(
    'error',
    standardError,
    <Term name="standard-error">{words.standardError}</Term>,
    formatError(standardError, props.indicator, locale),
  );
  add(
    'degrees',
    degreesOfFreedom,
    <Term name="degrees">{words.degrees}</Term>,
    formatDegrees(degreesOfFreedom, locale),
  );
  add(
    'effect',
    designEffect,
    <Term name="design-effect">{words.designEffect}</Term>,
    formatNumber(designEffect, 2, locale),
  );
  add('clusters', clusters, <Term name="cluster">{words.clusters}</Term>, count(clusters));
  add('strata', strata, <Term name="stratum">{words.strata}</Term>, count(strata));
  return facts.length === 0 ? null : <FactList facts={facts} />;
}
