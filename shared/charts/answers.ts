import type { ChartKind } from '../domain/chart';
import type { Distribution } from '../domain/comparison';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatNumber, formatPercent } from '../text/format';
import { altText, protectedText, sharedNotes, wavesSubtitle } from './describe';
import { compareKeys, keyLabel } from './rows';
import type { ChartWave, DistributionInput, TextTable } from './types';
import { chartWords } from './words';

/** The answers of one group in one wave; `counts` follow the options. A protected one carries nothing. */
export type Answers =
  | { state: 'shown'; n: number; counts: readonly number[] }
  | { state: 'protected' }
  | { state: 'empty' };

export type AnswerGroup = { id: string; label: string; isTotal: boolean; waves: readonly Answers[] };

/** A distribution in the order it is drawn. `threshold` is null where the input does not say it. */
export type AnswerSet = {
  title: string;
  options: readonly string[];
  waves: readonly ChartWave[];
  groups: readonly AnswerGroup[];
  isMultiple: boolean;
  threshold: number | null;
};

function toAnswers(group: Distribution['groups'][number] | undefined): Answers {
  if (!group) return { state: 'empty' };
  const counts = group.counts.filter((count) => count !== null);
  // One hidden count hides all: the others, stacked or summed, would give it away.
  if (group.status === 'suppressed' || counts.length < group.counts.length) return { state: 'protected' };
  if (group.status === 'empty' || group.n === null || group.n === 0) return { state: 'empty' };
  return { state: 'shown', n: group.n, counts };
}

/** Orders a distribution for drawing; throws `chart-not-applicable` when it has no answer to draw. */
export function chooseAnswers(input: DistributionInput, locale: Locale): AnswerSet {
  const { distribution } = input;
  const waves = input.waves.filter((wave) => distribution.groups.some((group) => group.waveId === wave.id));
  const keys = new Map(distribution.groups.map((group) => [JSON.stringify(group.key), group.key]));
  const order = compareKeys(locale);
  const groups = [...keys.entries()]
    .sort(([, a], [, b]) => order(a, b))
    .map(([id, key]) => ({
      id,
      label: keyLabel(key, locale),
      isTotal: key.length === 0,
      waves: waves.map((wave) =>
        toAnswers(
          distribution.groups.find((group) => group.waveId === wave.id && JSON.stringify(group.key) === id),
        ),
      ),
    }));
  if (waves.length === 0 || groups.length === 0 || distribution.options.length === 0) {
    throw new AppError('chart-not-applicable', { reason: 'no-answers' });
  }
  return {
    title: distribution.label,
    options: distribution.options.map((option) => option.label),
    waves,
    groups,
    isMultiple: distribution.isMultiple,
    threshold: input.threshold,
  };
}

/** The share of a count, 0 where nobody answered. */
export function share(answers: Answers & { state: 'shown' }, option: number): number {
  return answers.n === 0 ? 0 : (answers.counts[option] ?? 0) / answers.n;
}

/** The answers of one wave in words: protected, without data, or how many people answered. */
export function answersText(answers: Answers, set: AnswerSet, locale: Locale): string {
  const words = chartWords(locale);
  switch (answers.state) {
    case 'shown':
      return words.n(formatNumber(answers.n, 0, locale));
    case 'protected':
      return protectedText(set.threshold, locale);
    case 'empty':
      return words.noData;
  }
}

/** True where any group of any wave is protected. */
export function hasProtectedAnswers(set: AnswerSet): boolean {
  return set.groups.some((group) => group.waves.some((answers) => answers.state === 'protected'));
}

/** What is measured, the waves, and the label of synthetic data. */
export function answersSubtitle(set: AnswerSet, locale: Locale): string {
  return wavesSubtitle(chartWords(locale).shareOfAnswers, set.waves, locale);
}

/** The full alternative text of a distribution: every share that may be shown. */
export function answersAlt(kind: ChartKind, set: AnswerSet, locale: Locale): string {
  const sentences = set.groups.flatMap((group) =>
    set.waves.map((wave, index) => {
      const answers = group.waves[index] ?? { state: 'empty' };
      const head = `${group.label}, ${wave.name}: ${answersText(answers, set, locale)}`;
      if (answers.state !== 'shown') return `${head}.`;
      const shares = set.options.map(
        (option, each) => `${option} ${formatPercent(share(answers, each), 1, locale)}`,
      );
      return `${head}; ${shares.join('; ')}.`;
    }),
  );
  return altText(kind, set.title, answersSubtitle(set, locale), sentences, locale);
}

/** The figures of a distribution as text, one line for each group and wave. */
export function answersTable(set: AnswerSet, locale: Locale): TextTable {
  const words = chartWords(locale);
  const columns = [
    { label: words.group, isNumeric: false },
    { label: words.wave, isNumeric: false },
    { label: 'n', isNumeric: true },
    ...set.options.map((option) => ({ label: option, isNumeric: true })),
  ];
  const rows = set.groups.flatMap((group) =>
    set.waves.map((wave, index) => {
      const answers = group.waves[index] ?? { state: 'empty' };
      const isShown = answers.state === 'shown';
      return [
        group.label,
        wave.name,
        isShown ? formatNumber(answers.n, 0, locale) : answersText(answers, set, locale),
        ...set.options.map((_, option) => formatPercent(isShown ? share(answers, option) : null, 1, locale)),
      ];
    }),
  );
  return { columns, rows };
}

/** Notes of a distribution: several answers allowed, protection, synthetic data. */
export function answersNotes(set: AnswerSet, locale: Locale): string[] {
  const first = set.isMultiple ? [chartWords(locale).multipleNote] : [];
  return [...first, ...sharedNotes(hasProtectedAnswers(set), set.threshold, set.waves, locale)];
}

/** Which style a wave has: the baseline's for ex-ante, or for the first of several. */
export function styleIndexes(waves: readonly ChartWave[]): number[] {
  const hasBaseline = waves.length > 1 || waves[0]?.moment === 'ex-ante';
  return waves.map((_, index) => (hasBaseline ? index : index + 1));
}
