import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import { type SamplingDesign, samplingFacts } from '../../../shared/domain/design';
import { chooseMethod, type MethodChoice } from '../../../shared/stats/choose-method';
import type { Locale } from '../../../shared/text/catalogue';
import { methodAssumptions } from '../../../shared/text/method-assumptions';
import { reportMethodWords, reportWords } from '../../../shared/text/reports';
import { methodName, methodReason, testName } from '../../../shared/text/statistics';

type Indicator = ComparisonResult['indicators'][number];
type Use = { result: ComparisonResult; indicator: Indicator; change: ChangeResult };
/** Tests that respect clusters, strata or weights; another one under a design is of a group within one cluster. */
const designTests: readonly string[] = ['design-t', 'cluster-robust-t'];
export type MethodItem = { term: string; texts: string[] };

/**
 * One item for each method in use, in the order of the first indicator that uses it: what it does, why it follows from
 * what was declared, its tests, what it assumes and where it is used.
 */
export function methodItems(printed: readonly ComparisonResult[], locale: Locale): MethodItem[] {
  const uses = printed.flatMap(usesOf);
  return unique(uses.map(({ change }) => change.method)).map((method) => {
    const own = uses.filter(({ change }) => change.method === method);
    return { term: capitalised(methodName(method, locale)), texts: itemTexts(method, own, locale) };
  });
}

function usesOf(result: ComparisonResult): Use[] {
  return result.rows.flatMap((row) => {
    const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
    return indicator ? row.changes.map((change) => ({ result, indicator, change })) : [];
  });
}

function itemTexts(method: string, uses: readonly Use[], locale: Locale): string[] {
  const { method: words, list } = reportWords(locale);
  const { assumes, cautious } = reportMethodWords(locale);
  const tests = uses.flatMap(({ change }) => (change.test ? [testName(change.test.name, locale)] : []));
  const assumptions = methodAssumptions(method, locale).join(' ');
  const prudent = uses.filter(({ change }) => change.status === 'shown' && change.cautious);
  const names = (some: readonly Use[]): string =>
    unique(some.map(({ indicator }) => indicator.name)).join(list);
  const other = prudent[0]?.change.cautious?.method;
  return unique([
    methodReason(method, locale),
    ...reasons(uses, locale),
    ...uses.map((use) => words.estimates[choiceOf(use).estimate]),
    ...(tests.length === 0 ? [] : [words.tests(unique(tests).join(list))]),
    ...(assumptions === '' ? [] : [assumes(assumptions)]),
    ...(other ? [cautious(methodName(other, locale), names(prudent))] : []),
    words.usedFor(names(uses)),
  ]);
}

/** Why the method follows from kind, coverage, linkage and design: one sentence for each way that leads to it. */
function reasons(uses: readonly Use[], locale: Locale): string[] {
  const { method: words, or } = reportWords(locale);
  const { because, kind: kindIs } = reportMethodWords(locale);
  const ways = new Map<string, Use[]>();
  const shown = uses.filter(({ change }) => change.status === 'shown');
  for (const use of shown.length > 0 ? shown : uses) {
    const { coverage, linkage, sampling } = use.result.spec;
    const key = JSON.stringify([coverage, linkage, designText(use, sampling, locale)]);
    ways.set(key, [...(ways.get(key) ?? []), use]);
  }
  return [...ways.values()].map((same) => {
    const kinds = unique(same.map(({ indicator }) => words.kinds[indicator.kind])).join(or);
    const [first] = same;
    if (!first) return '';
    const { coverage, linkage, sampling } = first.result.spec;
    const facts = [kindIs(kinds), words.coverages[coverage], words.linkages[linkage]];
    const design = designText(first, sampling, locale);
    return because([...facts, design].filter(Boolean).join('; '));
  });
}

function designText(use: Use, sampling: SamplingDesign | undefined, locale: Locale): string {
  const { choices, declaredParts, withinCluster } = reportMethodWords(locale);
  const { list } = reportWords(locale);
  const facts = samplingFacts(sampling);
  const parts = [
    facts.hasClusters ? declaredParts.clusters : '',
    facts.hasStrata ? declaredParts.strata : '',
    facts.hasWeights ? declaredParts.weights : '',
    facts.hasPopulation ? declaredParts.population : '',
  ].filter(Boolean);
  const { reason, tests } = choiceOf(use);
  const isDesigned = parts.length > 0 && use.result.spec.coverage === 'sample';
  if (isDesigned && !tests.some((test) => designTests.includes(test))) return withinCluster;
  const say: (parts: string) => string = choices[reason];
  return say(parts.join(list));
}

/** The choice that led to a change: by the declared design, or within one cluster as if there were none. */
function choiceOf({ result, indicator, change }: Use): MethodChoice {
  const { coverage, linkage, sampling, analysis } = result.spec;
  const facts = {
    kind: indicator.kind === 'top-box' ? ('top-two-box' as const) : indicator.kind,
    coverage,
    linkage,
    ...(analysis ? { proportionInterval: analysis.proportionInterval } : {}),
  };
  const found = result.samples?.map(({ clusters }) => clusters ?? 0) ?? [];
  const clusters = change.precision?.clusters ?? (found.length > 0 ? Math.max(...found) : null);
  const declared = chooseMethod({ ...facts, ...samplingFacts(sampling), clusters });
  if (declared.change === change.method) return declared;
  const alone = chooseMethod(facts);
  return alone.change === change.method ? alone : declared;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
