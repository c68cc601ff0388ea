import type { ChangeResult, ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { verdictOf } from '../../../shared/text/caveats';
import { formatChange, formatNumber } from '../../../shared/text/format';
import { reportMethodWords, reportWords } from '../../../shared/text/reports';
import { bareP } from './comparison-tables';
import type { NamedComparison } from './design-parts';
import type { DocumentPart, TableCell, TablePart } from './document';
import type { Numbering } from './numbering';

type Indicator = ComparisonResult['indicators'][number];
type Adjusted = NonNullable<ChangeResult['adjusted']>;
type Test = { row: ComparisonRow; change: ChangeResult; indicator: Indicator; p: number; adjusted: Adjusted };

/** The tests of each comparison beside each other: the declared family with its corrected p, and how many explore. */
export function familyParts(
  comparisons: readonly NamedComparison[],
  numbering: Numbering,
  locale: Locale,
): DocumentPart[] {
  const { family: words } = reportMethodWords(locale);
  const { family } = texts(locale).comparison;
  const tested = comparisons.filter(({ whole }) => testsOf(whole).length > 0);
  if (tested.length === 0) return [];
  const total = tested.reduce((sum, { whole }) => sum + testsOf(whole).length, 0);
  if (total < 2) return [];
  const repeated = repeatedIndicators(tested);
  return [
    { kind: 'heading', level: 2, text: words.title },
    {
      kind: 'paragraph',
      look: 'body',
      text: [
        family.explanation,
        ...(tested.length > 1 ? [words.each] : []),
        ...(repeated.length > 0 ? [words.repeated(repeated.join(reportWords(locale).list))] : []),
      ].join(' '),
    },
    ...tested.flatMap((comparison) => comparisonFamily(comparison, numbering, locale)),
  ];
}

/** Names of indicators with a change between the same waves, of the same group, that two comparisons correct differently. */
function repeatedIndicators(comparisons: readonly NamedComparison[]): string[] {
  const corrected = new Map<string, number>();
  const names = new Set<string>();
  for (const { whole, printed } of comparisons) {
    const tests = testsOf(whole);
    const hasTable = tests.filter(({ adjusted }) => adjusted.family === 'declared').length > 1;
    for (const { row, change, indicator, adjusted } of tests) {
      if (!printed.has(indicator.id) && !(hasTable && adjusted.family === 'declared')) continue;
      const group = row.key.map(({ variableId, value }) => [variableId, value]);
      const place = JSON.stringify([indicator.id, change.baseline.waveId, change.followUpWaveId, group]);
      const before = corrected.get(place);
      if (before !== undefined && before !== adjusted.p) names.add(indicator.name);
      corrected.set(place, before ?? adjusted.p);
    }
  }
  return [...names];
}

function comparisonFamily(comparison: NamedComparison, numbering: Numbering, locale: Locale): DocumentPart[] {
  const { name, whole } = comparison;
  const { family: words } = reportMethodWords(locale);
  const tests = testsOf(whole);
  const declared = tests.filter(({ adjusted }) => adjusted.family === 'declared');
  const explored = tests.length - declared.length;
  const sentences = [
    ...(declared.length === 1 ? [words.single(name)] : []),
    ...(explored > 0 ? [words.explorationIn(name, formatNumber(explored, 0, locale))] : []),
  ];
  return [
    ...(declared.length > 1 ? [familyTable(comparison, declared, numbering, locale)] : []),
    ...sentences.map((text): DocumentPart => ({ kind: 'paragraph', look: 'body', text })),
  ];
}

/** Every shown test of a comparison, the strongest first. */
function testsOf(whole: ComparisonResult): Test[] {
  return whole.rows
    .flatMap((row) => {
      const indicator = whole.indicators.find(({ id }) => id === row.indicatorId);
      return row.changes.flatMap((change): Test[] => {
        const p = change.test?.p ?? null;
        if (!indicator || change.status !== 'shown' || p === null || !change.adjusted) return [];
        return [{ row, change, indicator, p, adjusted: change.adjusted }];
      });
    })
    .sort((left, right) => left.adjusted.p - right.adjusted.p || left.p - right.p);
}

function familyTable(
  { name, whole, printed }: NamedComparison,
  tests: readonly Test[],
  numbering: Numbering,
  locale: Locale,
): TablePart {
  const { family: words } = reportMethodWords(locale);
  const { family } = texts(locale).comparison;
  const hasWaves = whole.spec.followUpWaveIds.length > 1;
  const cell = (text: string, tone: TableCell['tone'] = 'plain'): TableCell => ({ text, notes: [], tone });
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption: words.caption(name),
    groups: [],
    columns: [
      { label: reportWords(locale).tables.indicator, align: 'text', share: 3.2 },
      ...(hasWaves ? [{ label: family.wave, align: 'text' as const, share: 1.4 }] : []),
      { label: words.change, align: 'number', share: 1.5 },
      { label: family.p, align: 'number', share: 0.9 },
      { label: family.adjusted, align: 'number', share: 1.2 },
      { label: family.verdict, align: 'text', share: 2.3 },
    ],
    rows: tests.map(({ change, indicator, p, adjusted }) => {
      const verdict = verdictOf(p, adjusted.p, whole.spec.confidenceLevel);
      const wave = whole.waves.find(({ id }) => id === change.followUpWaveId)?.name ?? '';
      return {
        kind: 'plain',
        cells: [
          cell(indicator.name),
          ...(hasWaves ? [cell(wave)] : []),
          cell(formatChange(change.change, indicator, locale)),
          cell(bareP(p, locale)),
          cell(bareP(adjusted.p, locale), 'strong'),
          cell(family.verdicts[verdict], verdict === 'holds' ? 'strong' : 'quiet'),
        ],
      };
    }),
    notes: [
      family.declaredText(formatNumber(tests.length, 0, locale)),
      ...(tests.every(({ indicator }) => printed.has(indicator.id)) ? [] : [words.printed]),
    ],
    warning: null,
  };
}
