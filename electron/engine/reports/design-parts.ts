import { levelText } from '../../../shared/charts/describe';
import { type ComparisonResult, defaultAnalysis, type SampleSize } from '../../../shared/domain/comparison';
import { isSimpleSampling, type SamplingDesign } from '../../../shared/domain/design';
import type { IndicatorId, VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { designLine } from '../../../shared/text/design';
import { formatNumber } from '../../../shared/text/format';
import { reportMethodWords, reportWords } from '../../../shared/text/reports';

/** A comparison as a report computed it, with all its indicators, its name, and which indicators the report prints. */
export type NamedComparison = { name: string; whole: ComparisonResult; printed: ReadonlySet<IndicatorId> };

/** Up to how many declared sizes are written out one by one. */
const mostSizes = 6;

/** How each comparison was designed, in full words; comparisons of one design share an item. */
export function designItems(
  comparisons: readonly NamedComparison[],
  variables: readonly Variable[],
  locale: Locale,
): { term: string; texts: string[] }[] {
  const { list } = reportWords(locale);
  const byText = new Map<string, { names: string[]; lines: string[] }>();
  for (const { name, whole } of comparisons) {
    const lines = designTexts(whole, variables, locale);
    const key = lines.join('\n');
    const known = byText.get(key) ?? { names: [], lines };
    if (!known.names.includes(name)) known.names.push(name);
    byText.set(key, known);
  }
  return [...byText.values()].map(({ names, lines }) => ({ term: names.join(list), texts: lines }));
}

function designTexts(result: ComparisonResult, variables: readonly Variable[], locale: Locale): string[] {
  const { method, list } = reportWords(locale);
  const { design } = reportMethodWords(locale);
  const { spec } = result;
  const followUps = spec.followUpWaveIds.map((id) => waveName(result, id)).join(list);
  const labelOf = (id: VariableId): string | null => variables.find((each) => each.id === id)?.label ?? null;
  const isSample = spec.coverage === 'sample';
  return [
    `${designLine(spec, labelOf, null, locale)}. ${design.waves(waveName(result, spec.baselineWaveId), followUps)}`,
    method[spec.linkage],
    ...flowTexts(result, locale),
    method[spec.coverage],
    ...(isSample ? samplingTexts(result, labelOf, locale) : []),
    ...(isSample
      ? [method.level(levelText(spec.confidenceLevel, locale)), standardText(result, locale)]
      : []),
    ...(isSample ? [familyText(result, locale)] : []),
  ];
}

function waveName(result: ComparisonResult, id: string): string {
  return result.waves.find((wave) => wave.id === id)?.name ?? '';
}

function flowTexts(result: ComparisonResult, locale: Locale): string[] {
  const { method } = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  return result.flows.map(({ both, onlyBaseline, onlyFollowUp, followUpWaveId }) =>
    method.flow(number(both), number(onlyBaseline), number(onlyFollowUp), waveName(result, followUpWaveId)),
  );
}

function standardText({ spec }: ComparisonResult, locale: Locale): string {
  const { design } = reportMethodWords(locale);
  const { reliabilityStandard } = spec.analysis ?? defaultAnalysis;
  if (reliabilityStandard === 'none') return design.noStandard;
  return design.standard(texts(locale).comparison.reliability.standardNames[reliabilityStandard]);
}

function familyText({ spec, indicators }: ComparisonResult, locale: Locale): string {
  const { design } = reportMethodWords(locale);
  const declared = (spec.analysis ?? defaultAnalysis).familyIndicatorIds;
  if (declared.length === 0) return design.allDeclared;
  const names = indicators.filter(({ id }) => declared.includes(id)).map(({ name }) => name);
  return design.family(names.join(reportWords(locale).list));
}

/** Clusters, strata, weights and population sizes by their labels, with what was found of them. */
function samplingTexts(
  result: ComparisonResult,
  labelOf: (id: VariableId) => string | null,
  locale: Locale,
): string[] {
  const { design: words } = reportMethodWords(locale);
  const { sampling } = result.spec;
  if (!sampling || isSimpleSampling(sampling)) return [words.people];
  const label = (id: VariableId): string => labelOf(id) ?? texts(locale).design.summary.lost;
  const { clusterId, stratumId, weightId, populations, lonelyStratum } = sampling;
  const lines: string[] = [];
  if (clusterId !== null) lines.push(words.clusters(label(clusterId)));
  if (stratumId !== null) lines.push(words.strata(label(stratumId)));
  const found = foundText(result, locale);
  if (found !== '') lines.push(words.found(found));
  if (stratumId !== null) lines.push(words.lonely(words.lonelyRules[lonelyStratum]));
  if (weightId !== null) lines.push(words.weights(label(weightId)), ...weightlessTexts(result, locale));
  if (populations.length > 0) {
    const sizes = sizesText(sampling, result, locale);
    lines.push(clusterId === null ? words.populationPeople(sizes) : words.populationClusters(sizes));
  }
  return lines;
}

function foundText(result: ComparisonResult, locale: Locale): string {
  const { design: words } = reportMethodWords(locale);
  const { list, and } = reportWords(locale);
  const samples = result.samples ?? [];
  const counts = ({ strata, clusters }: SampleSize): string =>
    [
      strata === null ? '' : words.foundStrata(formatNumber(strata, 0, locale), strata === 1),
      clusters === null ? '' : words.foundClusters(formatNumber(clusters, 0, locale), clusters === 1),
    ]
      .filter(Boolean)
      .join(and);
  return samples
    .map((sample) => ({ text: counts(sample), wave: waveName(result, sample.waveId) }))
    .filter(({ text }) => text !== '')
    .map(({ text, wave }) => words.foundIn(text, wave))
    .join(list);
}

function weightlessTexts(result: ComparisonResult, locale: Locale): string[] {
  const { design: words } = reportMethodWords(locale);
  return (result.samples ?? [])
    .filter(({ weightless }) => weightless > 0)
    .map(({ weightless, waveId }) =>
      words.weightless(formatNumber(weightless, 0, locale), waveName(result, waveId)),
    );
}

function sizesText({ populations }: SamplingDesign, result: ComparisonResult, locale: Locale): string {
  const { design: words } = reportMethodWords(locale);
  const { list } = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  const printed = populations.filter(
    ({ waveId }) => waveId === null || result.waves.some((wave) => wave.id === waveId),
  );
  if (printed.length > mostSizes) {
    const total = printed.reduce((sum, { size }) => sum + size, 0);
    return words.manySizes(number(printed.length), number(total));
  }
  return printed
    .map(({ waveId, stratum, size }) => {
      const place = [stratum ?? '', waveId === null ? '' : waveName(result, waveId)].filter(Boolean);
      return words.sizeOf(number(size), place.join(list));
    })
    .join(list);
}
