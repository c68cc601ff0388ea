import {
  type ChangeResult,
  type ComparisonResult,
  type ComparisonRow,
  notAskedGroup,
  type ResultInterval,
  type WaveCell,
} from '../../../shared/domain/comparison';
import { isShare } from '../../../shared/domain/indicator';
import type { Locale } from '../../../shared/text/catalogue';
import { caveatOf, caveatText } from '../../../shared/text/caveats';
import { crosswalkWords, differenceSentence, differencesOf } from '../../../shared/text/crosswalk-sentences';
import { comparisonExportText as english } from '../../../shared/text/en/comparison-export';
import { comparisonExportText as spanish } from '../../../shared/text/es/comparison-export';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { resultStatement } from '../../../shared/text/sentences';
import { effectName, methodName, testName } from '../../../shared/text/statistics';
import type { CsvCell } from '../files/csv-writer';

type Words = typeof spanish;

/** The wording of the exported table. */
export function exportWords(locale: Locale): Words {
  return locale === 'es' ? spanish : english;
}

/**
 * The table of a comparison: notes, headings, and one row for each indicator, group and follow-up. Shares are written
 * in percent and their changes in percentage points. A hidden cell says that it is protected and nothing else.
 */
export function comparisonTable(result: ComparisonResult, locale: Locale): CsvCell[][] {
  const words = exportWords(locale);
  const { columns } = words;
  const { indicator, ...others } = columns;
  const headings = [indicator, ...result.breakdown.map(({ label }) => label), ...Object.values(others)];
  const width = headings.length;
  const notes = tableNotes(result, locale).map((note) => [note, ...Array<null>(width - 1).fill(null)]);
  return [...notes, headings, ...result.rows.flatMap((row) => tableRows(result, row, locale))];
}

/** What a reader must know of the whole table, a sentence each. */
function tableNotes(result: ComparisonResult, locale: Locale): string[] {
  const words = exportWords(locale);
  const { linkage, coverage, confidenceLevel } = result.spec;
  return [
    ...(result.waves.some(({ isSynthetic }) => isSynthetic) ? [words.synthetic] : []),
    words.threshold(formatNumber(result.privacy.threshold, 0, locale)),
    words.design(
      words.linkage[linkage],
      words.coverage[coverage],
      formatPercent(confidenceLevel, Number.isInteger(confidenceLevel * 100) ? 0 : 1, locale),
    ),
    ...reliabilityNotes(result, locale),
    ...new Set((result.differences ?? []).map((each) => differenceSentence(result, each, locale))),
    words.fingerprint(result.resultSha256),
  ];
}

function reliabilityNotes({ reliability }: ComparisonResult, locale: Locale): string[] {
  if (!reliability) return [];
  const words = exportWords(locale);
  const { standard, reliable, lessReliable, unreliable, isPublishable } = reliability;
  if (reliable + lessReliable + unreliable === 0) return [];
  const count = (figures: number): string => formatNumber(figures, 0, locale);
  return [
    words.reliability(words.standards[standard], count(reliable), count(lessReliable), count(unreliable)),
    ...(isPublishable ? [] : [words.notPublishable]),
  ];
}

function tableRows(result: ComparisonResult, row: ComparisonRow, locale: Locale): CsvCell[][] {
  const words = exportWords(locale);
  const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
  const [baseline] = row.cells;
  if (!indicator || !baseline) return [];
  const share = isShare(indicator);
  const scale = share ? 100 : 1;
  const name = (waveId: string): string => result.waves.find(({ id }) => id === waveId)?.name ?? '';
  const groups = result.breakdown.map(({ id }) => {
    const part = row.key.find(({ variableId }) => variableId === id);
    if (!part) return words.everybody;
    if (part.value === notAskedGroup) return words.notAsked;
    return part.value === null ? words.unanswered : part.label;
  });
  const isMatched = result.spec.linkage === 'matched';
  return row.changes.map((change): CsvCell[] => {
    // Where people are matched the sides of the change are the pair's, so that they agree with it.
    const before = isMatched ? change.baseline : baseline;
    const followUp = isMatched
      ? change.followUp
      : (row.cells.find(({ waveId }) => waveId === change.followUpWaveId) ?? change.followUp);
    return [
      indicator.name,
      ...groups,
      share ? words.percent : indicator.unit,
      name(before.waveId),
      ...cellColumns(before, scale, words),
      name(followUp.waveId),
      ...cellColumns(followUp, scale, words),
      ...changeColumns(result, row, change, scale, locale),
      resultStatement(result, row, change, indicator, locale),
      methodName(change.method, locale),
    ];
  });
}

function cellColumns(cell: WaveCell, scale: number, words: Words): CsvCell[] {
  if (cell.status === 'suppressed') return Array<CsvCell>(9).fill(words.protected);
  const { precision } = cell;
  return [
    cell.n,
    cell.missing,
    scaled(cell.estimate, scale),
    ...limits(cell.interval, scale),
    scaled(precision?.standardError ?? null, scale),
    precision?.degreesOfFreedom ?? null,
    scaled(precision?.designEffect ?? null, 1),
    precision?.reliability ? words.reliabilities[precision.reliability.label] : null,
  ];
}

function changeColumns(
  result: ComparisonResult,
  row: ComparisonRow,
  change: ChangeResult,
  scale: number,
  locale: Locale,
): CsvCell[] {
  const words = exportWords(locale);
  if (change.status === 'suppressed') return Array<CsvCell>(18).fill(words.protected);
  const { test, effectSize, target, precision, adjusted } = change;
  return [
    result.spec.linkage === 'matched' ? change.baseline.n : null,
    scaled(change.change, scale),
    ...limits(change.interval, scale),
    scaled(precision?.standardError ?? null, scale),
    scaled(precision?.designEffect ?? null, 1),
    test ? testName(test.name, locale) : null,
    test?.statistic ?? null,
    test?.df ?? null,
    test?.p ?? null,
    adjusted?.p ?? null,
    adjusted ? words.families[adjusted.family](formatNumber(adjusted.tests, 0, locale)) : null,
    effectSize ? effectName(effectSize.name, locale) : null,
    effectSize?.value ?? null,
    words.directions[change.direction],
    caveatCell(result, row, change, locale),
    target ? scaled(target.value, scale) : null,
    target ? words.reached[target.reached] : null,
  ];
}

/** What speaks against asserting the change: the correction, the prudent calculation, or a question put otherwise. */
function caveatCell(
  result: ComparisonResult,
  row: ComparisonRow,
  change: ChangeResult,
  locale: Locale,
): string | null {
  const isOtherQuestion =
    differencesOf(result, row.indicatorId, change.followUpWaveId).length > 0 ||
    (row.key.length > 0 && differencesOf(result, null, change.followUpWaveId).length > 0);
  const said = [
    caveatText(caveatOf(change, result.spec.confidenceLevel), 'short', locale),
    isOtherQuestion ? crosswalkWords(locale).short : '',
  ].filter(Boolean);
  return said.length === 0 ? null : said.join('; ');
}

function limits(interval: ResultInterval | null, scale: number): [CsvCell, CsvCell] {
  return [scaled(interval?.lower ?? null, scale), scaled(interval?.upper ?? null, scale)];
}

// Twelve digits carry every figure that means anything and leave out the noise of binary fractions.
function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Number((value * scale).toPrecision(12));
}
