import { compareKeys, keyLabel } from '../../../shared/charts/rows';
import { chartWords } from '../../../shared/charts/words';
import type { ChangeDirection, ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import type { ReportBlock } from '../../../shared/domain/report';
import type { Locale } from '../../../shared/text/catalogue';
import { caveatOf, caveatText } from '../../../shared/text/caveats';
import {
  differenceSentence,
  differenceSentences,
  differencesOf,
} from '../../../shared/text/crosswalk-sentences';
import { resultStatement } from '../../../shared/text/sentences';
import type { AnswersBehind } from './answers-behind';
import { answersParts } from './answers-parts';
import { comparisonFigures } from './chart-parts';
import { groupTables, indicatorTables } from './comparison-tables';
import type { DocumentPart } from './document';
import type { Numbering } from './numbering';

export type ComparisonBlock = Extract<ReportBlock, { kind: 'comparison' }>;

/** What a part needs to know of the document around it. */
export type PartContext = { numbering: Numbering; locale: Locale; headingLevel: 1 | 2 };

/**
 * The parts of one comparison in a report: figures, sentences and tables, as the analyst chose them, and the answers
 * behind them. With groups, each indicator is told to its end before the next; `headingLevel` is that of their headings.
 */
export function comparisonParts(
  block: ComparisonBlock,
  { result, answers }: { result: ComparisonResult; answers: readonly AnswersBehind[] },
  context: PartContext,
): DocumentPart[] {
  const sorted = sortRows(result, context.locale);
  if (sorted.breakdown.length === 0 || block.chart === 'heatmap') {
    return [
      ...groupDifferences(sorted, context.locale),
      ...wholeParts(block, sorted, context),
      ...answersParts(answers, context),
    ];
  }
  const last = new Map(answers.map((each) => [each, each.indicatorIds.at(-1)]));
  const parts = sorted.indicators.flatMap((indicator) => {
    const own: ComparisonResult = {
      ...sorted,
      indicators: [indicator],
      rows: sorted.rows.filter((row) => row.indicatorId === indicator.id),
    };
    const heading = { kind: 'heading', level: context.headingLevel, text: indicator.name } as const;
    const behind = answers.filter((each) => last.get(each) === indicator.id);
    return [
      ...(sorted.indicators.length > 1 ? [heading] : []),
      ...wholeParts(block, own, context),
      ...answersParts(behind, context),
    ];
  });
  return [...groupDifferences(sorted, context.locale), ...parts];
}

/** What changed in the questions that any other result rests on, each said once. */
export function differenceNotes(
  result: Parameters<typeof differenceSentences>[0],
  locale: Locale,
): DocumentPart[] {
  return differenceSentences(result, locale).map((text) => ({ kind: 'note', tone: 'warning', text }));
}

/** What changed in the questions by which people are grouped. */
function groupDifferences(result: ComparisonResult, locale: Locale): DocumentPart[] {
  return differencesOf(result, null).map((difference) => ({
    kind: 'note',
    tone: 'warning',
    text: differenceSentence(result, difference, locale),
  }));
}

/** What changed in the questions that each indicator rests on; a question behind several is told once for all. */
function indicatorDifferences(result: ComparisonResult, locale: Locale): DocumentPart[] {
  const named = new Map<string, string[]>();
  for (const indicator of result.indicators) {
    for (const difference of differencesOf(result, indicator.id)) {
      const text = differenceSentence(result, difference, locale);
      named.set(text, [...(named.get(text) ?? []), indicator.name]);
    }
  }
  return [...named].map(([text, names]) => ({
    kind: 'note',
    tone: 'warning',
    text: result.indicators.length > 1 ? `${names.join(', ')}: ${text}` : text,
  }));
}

function wholeParts(
  { chart, caption, showSentences, showTable }: ComparisonBlock,
  result: ComparisonResult,
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const tables = result.breakdown.length === 0 ? indicatorTables : groupTables;
  return [
    ...(chart ? comparisonFigures(chart, caption, result, numbering, locale) : []),
    ...(showSentences ? sentenceParts(result, locale) : []),
    ...indicatorDifferences(result, locale),
    ...(showTable ? tables(result, numbering, locale) : []),
  ];
}

/** The rows in the order a person reads them: everybody first, then groups by label, the unanswered last. */
export function sortRows(result: ComparisonResult, locale: Locale): ComparisonResult {
  const compare = compareKeys(locale);
  const place = new Map(result.indicators.map((indicator, index) => [indicator.id, index]));
  const rows = [...result.rows].sort(
    (left, right) =>
      (place.get(left.indicatorId) ?? 0) - (place.get(right.indicatorId) ?? 0) ||
      compare(left.key, right.key),
  );
  return { ...result, rows };
}

function sentenceParts(result: ComparisonResult, locale: Locale): DocumentPart[] {
  const items = result.indicators.flatMap((indicator) => {
    const rows = result.rows.filter((row) => row.indicatorId === indicator.id);
    const total = rows.filter((row) => row.key.length === 0);
    const groups = rows.filter((row) => row.key.length > 0);
    return [
      ...total.flatMap((row) =>
        row.changes.map((change) => resultStatement(result, row, change, indicator, locale)),
      ),
      ...result.spec.followUpWaveIds.flatMap((waveId) =>
        groupSummary(groups, waveId, result.spec.confidenceLevel, locale),
      ),
    ];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

const summaryOrder = ['improved', 'worsened', 'no-clear-change'] as const satisfies ChangeDirection[];

/**
 * In which groups an indicator improved, worsened or did not clearly change; those whose change a correction or the
 * prudent calculation takes back stand apart. Empty without judged groups.
 */
function groupSummary(
  rows: readonly ComparisonRow[],
  followUpWaveId: string,
  level: number,
  locale: Locale,
): string[] {
  const words = chartWords(locale);
  const shown = rows.flatMap((row) => {
    const change = row.changes.find((each) => each.followUpWaveId === followUpWaveId);
    return change?.status === 'shown' ? [{ row, change, caveat: caveatOf(change, level) }] : [];
  });
  const phrases = summaryOrder.flatMap((direction) =>
    ([null, 'correction', 'prudence'] as const).flatMap((caveat) => {
      const names = shown.filter((each) => each.change.direction === direction && each.caveat === caveat);
      if (names.length === 0) return [];
      const said = [words.directions[direction], caveatText(caveat, 'short', locale)].filter(Boolean);
      return [`${said.join(', ')}: ${names.map(({ row }) => keyLabel(row.key, locale)).join(', ')}`];
    }),
  );
  if (phrases.length === 0) return [];
  const text = phrases.join('; ');
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}
