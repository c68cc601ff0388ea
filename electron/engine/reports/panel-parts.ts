import { buildPanelFlowChart } from '../../../shared/charts';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import type { PanelResult } from '../../../shared/domain/panel';
import type { ReportBlock } from '../../../shared/domain/report';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { flowSentence } from '../../../shared/text/panel-sentences';
import {
  attritionSummary,
  compositionSummary,
  listOf,
  standardisedSummary,
  weightingSummary,
} from '../../../shared/text/panel-summaries';
import { reportBlockWords, reportMethodWords } from '../../../shared/text/reports';
import { tryDraw } from './chart-parts';
import { differenceNotes, type PartContext } from './comparison-parts';
import type { DocumentPart } from './document';
import type { MethodItem } from './method-items';
import { attritionTable, changesTable, compositionTable } from './panel-tables';

export type PanelBlock = Extract<ReportBlock, { kind: 'panel' }>;

/** Who was found again, how the others differed, and the change with that taken into account. */
export function panelParts(
  block: PanelBlock,
  { result, indicators }: { result: PanelResult; indicators: readonly Indicator[] },
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const drawn = tryDraw((context) => buildPanelFlowChart(result, context), {
    id: `f${numbering.figures + 1}`,
    locale,
  });
  const [baseline = '', followUp = ''] = result.waves.map(({ name }) => name);
  const caption = block.caption.trim() || reportBlockWords(locale).panel.title(baseline, followUp);
  const isDescribed = result.composition.length > 0;
  const fixed = indicators.filter((indicator) => isMadeOf(indicator, result));
  const fixedIds = new Set<string>(fixed.map(({ id }) => id));
  return [
    ...told(flowText(result, locale)),
    ...(drawn ? [{ ...drawn.figure, caption, ...numbering.nextFigure() }] : []),
    ...differenceNotes(result, locale),
    ...told(attritionSummary(result, locale)),
    ...attritionTable(result, numbering, locale),
    ...(isDescribed
      ? told(...weightingTexts(result, locale), standardisedSummary(result, fixedIds, locale))
      : []),
    ...changesTable(result, fixedIds, numbering, locale),
    ...(isDescribed ? told(compositionSummary(result, locale)) : []),
    ...compositionTable(result, numbering, locale),
  ];
}

/** True where an indicator is made of what describes the people: held fixed, it says nothing of itself. */
function isMadeOf({ measure }: Indicator, { composition }: PanelResult): boolean {
  const own = indicatorVariables({ measure, filter: null });
  return composition.some(({ id }) => own.includes(id));
}

function told(...sentences: string[]): DocumentPart[] {
  return sentences.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', look: 'body', text }));
}

function flowText({ flow, linkProblem, waves }: PanelResult, locale: Locale): string {
  if (linkProblem) return texts(locale).panel.linkProblems[linkProblem];
  return flow ? flowSentence(flow, waves, locale) : '';
}

function weightingTexts(result: PanelResult, locale: Locale): string[] {
  const { weighting, composition } = result;
  const { panel, panelUi } = texts(locale);
  const summary = weightingSummary(result, locale);
  if (!weighting || summary === '') return [];
  const joined = weighting.joined.map(
    ({ variableId, labels }) =>
      `${composition.find(({ id }) => id === variableId)?.label ?? ''}. ${panel.joined(listOf(labels, locale))}`,
  );
  if (weighting.status !== 'shown') return [summary, ...joined];
  const { weightingLimit, weightingExtreme } = panelUi.summaries;
  const lost = weighting.separated.filter(({ side }) => side === 'none').map(({ label }) => label);
  const limits = [
    weightingLimit,
    ...(weighting.weights?.isExtreme ? [weightingExtreme] : []),
    ...(lost.length > 0 ? [panel.sentences.separatedNone(listOf(lost, locale)).trim()] : []),
    ...joined,
  ];
  return [`${summary} ${limits.join(' ')}`];
}

/** How loss of people was looked at, for the section on methods; empty without such a part. */
export function panelMethodItems(results: readonly PanelResult[], locale: Locale): MethodItem[] {
  const { panel, panelUi } = texts(locale);
  const { assumes } = reportMethodWords(locale);
  const parts = [
    { name: 'flow', isUsed: results.some(({ flow }) => flow !== null) },
    { name: 'attrition', isUsed: results.some(({ attrition }) => attrition !== null) },
    { name: 'weighting', isUsed: results.some(({ weighting }) => weighting?.status === 'shown') },
    { name: 'composition', isUsed: results.some(({ compositionChange }) => compositionChange.length > 0) },
    {
      name: 'standardised',
      isUsed: results.some(({ standardised }) => standardised.some(({ status }) => status === 'shown')),
    },
  ] as const;
  return parts.flatMap(({ name, isUsed }) => {
    if (!isUsed) return [];
    const { what, assumes: taken } = panelUi.methods[name];
    return [{ term: panel.sections[name], texts: [what, assumes(`${taken.first} ${taken.second}`)] }];
  });
}
