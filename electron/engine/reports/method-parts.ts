import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { IndicatorId } from '../../../shared/domain/ids';
import type { RowUnit } from '../../../shared/domain/instrument';
import type { Locale } from '../../../shared/text/catalogue';
import { formatNumber } from '../../../shared/text/format';
import { reportBlockWords, reportMethodWords, reportWords } from '../../../shared/text/reports';
import type { PrintedComparison } from './annex-parts';
import { comparisonFigures } from './chart-parts';
import { designItems, type NamedComparison } from './design-parts';
import type { DocumentPart } from './document';
import { familyParts } from './family-parts';
import { definitionLines } from './indicator-definition';
import type { BlockMaterial, ReportMaterial } from './material';
import { measurementMethodItems } from './measurement-parts';
import { methodItems } from './method-items';
import type { Numbering } from './numbering';
import { panelMethodItems } from './panel-parts';
import { printedResult } from './printed-result';
import { protectedFigures } from './protected-figures';
import { seriesMethodItems } from './series-parts';

type ComparisonMaterial = Extract<BlockMaterial, { kind: 'comparison' }>;

/** Who is compared and how, who was followed, the methods with the reason for each, and what each indicator measures. */
export function methodParts(material: ReportMaterial, numbering: Numbering, locale: Locale): DocumentPart[] {
  const words = reportWords(locale).method;
  const blocks = comparisonBlocks(material);
  const series = material.blocks.flatMap((block) => (block.kind === 'series' ? [block.result] : []));
  const panels = material.blocks.flatMap((block) => (block.kind === 'panel' ? [block.result] : []));
  const counted = material.blocks.filter((block) => block.kind === 'measurement');
  const hasContrast = counted.some(({ result }) => result.spec.kind === 'contrast');
  const observed = hasContrast ? words.observedBesideContrast : words.observedChange;
  const isCompared = blocks.length + series.length + panels.length > 0;
  if (!isCompared && counted.length === 0) return [];
  const comparisons = namedComparisons(blocks);
  const results = blocks.map(({ result }) => result);
  const items = [
    ...methodItems(results, locale),
    ...answersItems(blocks, locale),
    ...seriesMethodItems(series, locale),
    ...panelMethodItems(panels, locale),
    ...measurementMethodItems(counted, material, locale),
  ];
  return [
    { kind: 'heading', level: 1, text: words.title },
    ...(isCompared ? [{ kind: 'note', tone: 'information', text: observed } satisfies DocumentPart] : []),
    ...(comparisons.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.designTitle } satisfies DocumentPart,
          {
            kind: 'definitions',
            items: designItems(comparisons, material.variables, locale),
          } satisfies DocumentPart,
          ...flowFigures(material, blocks, numbering, locale),
        ]),
    ...rules(isCompared ? [words.directionRule] : [], material, locale),
    { kind: 'heading', level: 2, text: words.methodsTitle },
    { kind: 'definitions', items },
    ...familyParts(comparisons, numbering, locale),
    ...(material.indicators.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.indicatorsTitle } satisfies DocumentPart,
          { kind: 'definitions', items: indicatorItems(material, locale) } satisfies DocumentPart,
        ]),
  ];
}

/** The printed parts of each comparison, all its blocks taken together, in the order of the first. */
export function printedComparisons(material: ReportMaterial): PrintedComparison[] {
  const blocks = comparisonBlocks(material);
  return namedComparisons(blocks).map(({ name, whole, printed }) => ({
    name,
    result: printedResult(
      whole,
      whole.spec.indicatorIds.filter((id) => printed.has(id)),
    ),
  }));
}

function comparisonBlocks({ blocks }: ReportMaterial): ComparisonMaterial[] {
  return blocks.filter((block) => block.kind === 'comparison');
}

function namedComparisons(blocks: readonly ComparisonMaterial[]): NamedComparison[] {
  const ids = [...new Set(blocks.map(({ comparison }) => comparison.id))];
  return ids.flatMap((id) => {
    const own = blocks.filter(({ comparison }) => comparison.id === id);
    const [first] = own;
    if (!first) return [];
    const printed = new Set(own.flatMap(({ result }) => result.spec.indicatorIds));
    return [{ name: first.comparison.name, whole: first.whole, printed }];
  });
}

/** Who was followed in each matched comparison; not again where a part of the report draws it. */
function flowFigures(
  { blocks: all }: ReportMaterial,
  blocks: readonly ComparisonMaterial[],
  numbering: Numbering,
  locale: Locale,
): DocumentPart[] {
  const keyOf = ({ spec }: Pick<ComparisonResult, 'spec'>): string =>
    JSON.stringify([spec.baselineWaveId, spec.followUpWaveIds]);
  const drawn = new Set([
    ...blocks.filter(({ block }) => block.chart === 'panel-flow').map(({ result }) => keyOf(result)),
    ...all.flatMap((block) =>
      block.kind === 'panel'
        ? [JSON.stringify([block.result.spec.baselineWaveId, [block.result.spec.followUpWaveId]])]
        : [],
    ),
  ]);
  return blocks.flatMap(({ result }) => {
    if (result.spec.linkage !== 'matched' || result.flows.length === 0 || drawn.has(keyOf(result))) return [];
    drawn.add(keyOf(result));
    return comparisonFigures('panel-flow', '', result, numbering, locale);
  });
}

/** How changes are named and small groups protected; empty where neither is in the report. */
function rules(first: readonly string[], material: ReportMaterial, locale: Locale): DocumentPart[] {
  const isProtected = material.blocks.some(
    (block) => 'result' in block && block.result.privacy.threshold > 1,
  );
  const items = [...first, ...(isProtected ? [privacyText(material, locale)] : [])];
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function privacyText(material: ReportMaterial, locale: Locale): string {
  const words = reportWords(locale).method;
  const number = (value: number): string => formatNumber(value, 0, locale);
  const thresholds = material.blocks.flatMap((block) =>
    'result' in block ? [block.result.privacy.threshold] : [],
  );
  return words.privacy(number(Math.max(...thresholds)), number(protectedFigures(material)));
}

function answersItems(
  blocks: readonly ComparisonMaterial[],
  locale: Locale,
): { term: string; texts: string[] }[] {
  if (blocks.every(({ answers }) => answers.length === 0)) return [];
  const { answers: words } = reportBlockWords(locale);
  return [{ term: words.title, texts: [words.text, reportMethodWords(locale).family.answers] }];
}

function indicatorItems(material: ReportMaterial, locale: Locale): { term: string; texts: string[] }[] {
  const byId = new Map(material.variables.map((variable) => [variable.id, variable]));
  return material.indicators.map((indicator) => ({
    term: indicator.name,
    texts: definitionLines(indicator, (id) => byId.get(id), locale, rowUnitOf(indicator.id, material)),
  }));
}

/** What a row is where an indicator is read: of the first comparison or count that tells it. */
function rowUnitOf(indicatorId: IndicatorId, { blocks, waves, rowUnits }: ReportMaterial): RowUnit {
  for (const block of blocks) {
    if (block.kind === 'measurement') {
      const { spec } = block.result;
      const isOf = 'indicatorIds' in spec && spec.indicatorIds.includes(indicatorId);
      if (isOf) return rowUnits.get(spec.instrumentId) ?? 'person';
    }
    if (block.kind === 'comparison' && block.result.spec.indicatorIds.includes(indicatorId)) {
      const wave = waves.find((each) => each.wave.id === block.result.spec.baselineWaveId);
      return (wave && rowUnits.get(wave.wave.instrumentId)) ?? 'person';
    }
  }
  return 'person';
}
