import { levelText } from '../../../shared/charts/describe';
import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import { samplingFacts } from '../../../shared/domain/design';
import { chooseMethod } from '../../../shared/stats/choose-method';
import type { Locale } from '../../../shared/text/catalogue';
import { formatNumber } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { methodName, methodReason, testName } from '../../../shared/text/statistics';
import type { DocumentPart } from './document';
import { definitionLines } from './indicator-definition';
import type { ReportMaterial } from './material';

type Indicator = ComparisonResult['indicators'][number];
type Printed = { name: string; result: ComparisonResult };

/** Who is compared and how, the methods with the reason for each, and what each indicator measures. */
export function methodParts(material: ReportMaterial, locale: Locale): DocumentPart[] {
  const words = reportWords(locale).method;
  const printed = material.blocks.flatMap((block) =>
    block.kind === 'comparison' ? [{ name: block.comparison.name, result: block.result }] : [],
  );
  if (printed.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'note', tone: 'information', text: words.observedChange },
    { kind: 'heading', level: 2, text: words.designTitle },
    { kind: 'list', items: designLines(printed, locale) },
    { kind: 'heading', level: 2, text: words.methodsTitle },
    { kind: 'definitions', items: methodItems(printed, locale) },
    { kind: 'heading', level: 2, text: words.indicatorsTitle },
    { kind: 'definitions', items: indicatorItems(material, locale) },
  ];
}

function designLines(printed: readonly Printed[], locale: Locale): string[] {
  const { method: words, list } = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  const specs = printed.map(({ result }) => result.spec);
  const byName = new Map(printed.map((each) => [each.name, each.result]));
  const waveName = (result: ComparisonResult, id: string): string =>
    result.waves.find((wave) => wave.id === id)?.name ?? '';
  const comparisons = [...byName].map(([name, result]) =>
    words.comparisonItem(
      name,
      waveName(result, result.spec.baselineWaveId),
      result.spec.followUpWaveIds.map((id) => waveName(result, id)).join(list),
    ),
  );
  const flows = [...byName.values()].flatMap((result) =>
    result.flows.map((flow) =>
      words.flow(
        number(flow.both),
        number(flow.onlyBaseline),
        number(flow.onlyFollowUp),
        waveName(result, flow.followUpWaveId),
      ),
    ),
  );
  const isSample = specs.some((spec) => spec.coverage === 'sample');
  const tested = changesOf(printed).filter((change) => (change.test?.p ?? null) !== null).length;
  const levels = specs.map((spec) => levelText(spec.confidenceLevel, locale));
  const suppressed = printed.reduce((sum, { result }) => sum + result.privacy.suppressedCells, 0);
  const threshold = Math.max(...printed.map(({ result }) => result.privacy.threshold));
  return unique([
    ...comparisons,
    ...specs.map((spec) => words[spec.linkage]),
    ...flows,
    ...specs.map((spec) => words[spec.coverage]),
    ...(isSample ? unique(levels).map((level) => words.level(level)) : []),
    words.directionRule,
    ...(tested > 1 ? [words.family(number(tested))] : []),
    words.privacy(number(threshold), number(suppressed)),
  ]);
}

/** One item a method in use, in the order of the first indicator that uses it. */
function methodItems(printed: readonly Printed[], locale: Locale): { term: string; texts: string[] }[] {
  const { method: words, list, or } = reportWords(locale);
  const methods = unique(changesOf(printed).map(({ method }) => method));
  return methods.map((method) => {
    const uses = printed.flatMap(({ result }) =>
      indicatorsOf(result, method).map((indicator) => ({ indicator, spec: result.spec })),
    );
    const kinds = unique(uses.map(({ indicator }) => words.kinds[indicator.kind])).join(or);
    const reasons = uses.map(({ spec }) =>
      words.because(kinds, words.coverages[spec.coverage], words.linkages[spec.linkage]),
    );
    const estimates = uses.map(({ indicator, spec }) => {
      const kind = indicator.kind === 'top-box' ? 'top-two-box' : indicator.kind;
      const { coverage, linkage, sampling } = spec;
      return words.estimates[chooseMethod({ kind, coverage, linkage, ...samplingFacts(sampling) }).estimate];
    });
    const tests = changesOf(printed).flatMap((change) =>
      change.method === method && change.test ? [testName(change.test.name, locale)] : [],
    );
    const names = unique(uses.map(({ indicator }) => indicator.name)).join(list);
    return {
      term: capitalised(methodName(method, locale)),
      texts: unique([
        methodReason(method, locale),
        ...reasons,
        ...estimates,
        ...(tests.length === 0 ? [] : [words.tests(unique(tests).join(list))]),
        words.usedFor(names),
      ]),
    };
  });
}

function changesOf(printed: readonly Printed[]): ChangeResult[] {
  return printed.flatMap(({ result }) => result.rows.flatMap((row) => row.changes));
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function indicatorsOf(result: ComparisonResult, method: string): Indicator[] {
  return result.indicators.filter((indicator) =>
    result.rows.some(
      (row) => row.indicatorId === indicator.id && row.changes.some((change) => change.method === method),
    ),
  );
}

function indicatorItems(material: ReportMaterial, locale: Locale): { term: string; texts: string[] }[] {
  const byId = new Map(material.variables.map((variable) => [variable.id, variable]));
  return material.indicators.map((indicator) => ({
    term: indicator.name,
    texts: definitionLines(indicator, (id) => byId.get(id), locale),
  }));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
