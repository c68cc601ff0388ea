import { figureKey } from '../domain/figure-key';
import type { SpecOf } from '../domain/measurement';
import type { FigureMeasure, MeasurementFigure, MeasurementResult } from '../domain/measurement-result';
import type { Locale } from './catalogue';
import { formatNumber } from './format';
import type { FigureLookup } from './measurement-sentences';
import { betweenText, figureNumber, measurementFigureText, measurementWords } from './measurements';

/** What a register of cases says: how many, through what, how long they take, and what changed with the protocol. */
export function caseSentences(
  result: MeasurementResult,
  spec: SpecOf<'cases'>,
  find: FigureLookup,
  locale: Locale,
): string[] {
  const { sentences: words } = measurementWords(locale);
  const text = (figure: MeasurementFigure): string => measurementFigureText(figure, locale);
  const cases = find('cases');
  if (!cases) return [];
  const found = [cases.value === 1 ? words.oneCase : words.cases(text(cases))];
  const rate = find('cases-per-month');
  if (rate) found.push(words.perMonth(text(rate)));
  found.push(...largestGroups(result, locale));
  const open = find('open-cases');
  if (open) found.push(words.open(text(open), text(cases)));
  const median = find('median-days');
  if (median) {
    // The unit stands in the sentence.
    const bare = { ...median, unit: '' };
    found.push(words.median(measurementFigureText(bare, locale), betweenText(bare, locale)));
  }
  if (spec.standards.length === 0) return found;
  if (spec.cutDate) return [...found, ...changeSentences(spec, find, locale)];
  const [all, mean] = [find('all-standards'), find('standards-mean')];
  if (all) found.push(words.standards(text(all)));
  if (mean) found.push(words.standardsMean(text(mean), formatNumber(spec.standards.length, 0, locale)));
  return found;
}

/** The group with more than half of the cases in each split: whatever is hidden, none is larger. */
function largestGroups({ tables, figures }: MeasurementResult, locale: Locale): string[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  return tables.flatMap((table) => {
    if (table.id !== 'by-split' || table.subject === null) return [];
    const column = table.columns.findIndex(({ measure }) => measure === 'case-share');
    const shares = table.rows.flatMap(({ cells }) => byKey.get(cells[column] ?? '') ?? []);
    const [largest] = shares
      .filter(({ status }) => status === 'shown')
      .sort((left, right) => (right.value ?? 0) - (left.value ?? 0));
    if (!largest || largest.value === null || largest.value <= 0.5 || shares.length < 2) return [];
    const { sentences } = measurementWords(locale);
    const share = measurementFigureText(largest, locale);
    return [sentences.largest(largest.of[0] ?? '', share, table.subject.toLocaleLowerCase(locale))];
  });
}

/** Each standard, all together and their mean: from before to after, judged by the interval of the change. */
function changeSentences({ standards }: SpecOf<'cases'>, find: FigureLookup, locale: Locale): string[] {
  const words = measurementWords(locale).sentences;
  const one = (
    what: string,
    figure: FigureMeasure,
    change: FigureMeasure,
    standard: string | null,
  ): string[] => {
    const [before, after] = (['before', 'after'] as const).map((phase) =>
      find(figureKey(figure, { standard, phase })),
    );
    const changed = find(figureKey(change, { standard }));
    if (!before || !after || !changed || changed.value === null) return [];
    const [from, to] = [measurementFigureText(before, locale), measurementFigureText(after, locale)];
    const amount = figureNumber(changed.value, changed, locale);
    if (changed.interval === null) return [words.changed(what, from, to, amount)];
    const isClear = changed.interval.lower > 0 || changed.interval.upper < 0;
    const word = isClear ? words.rose : words.unclear;
    return [word(what, from, to, amount, betweenText(changed, locale))];
  };
  return [
    ...one(words.allStandards, 'all-standards', 'change-all-standards', null),
    ...one(words.meanStandards, 'standards-mean', 'change-standards-mean', null),
    ...standards.flatMap(({ id, label }) => one(label, 'standard-met', 'change', id)),
  ];
}
