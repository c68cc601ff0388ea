import { collapseSpaces } from '../cell-shapes';
import { findMissingCodes } from '../missing-codes';
import { orderByScale } from '../scales';
import { type PlatformReading, type RawColumn, say } from './reading';

const mostAnswers = 12;

/**
 * Gives the rows of a grid one list of answers, since people were shown the same ones in each: in the order of the scale
 * where they are one. Grids of numbers, of free texts and of single rows are left as they are.
 */
export function shareGridAnswers(rows: readonly RawColumn[], reading: PlatformReading): void {
  if (rows.length < 2 || rows.some(({ isUnlisted }) => isUnlisted)) return;
  const counts = new Map<string, number>();
  for (const { values } of rows) {
    const codes = new Set(findMissingCodes(values).map(({ value }) => value));
    for (const { value, count } of values) {
      const answer = collapseSpaces(value);
      if (!codes.has(answer) && answer !== '') counts.set(answer, (counts.get(answer) ?? 0) + count);
    }
  }
  const answers = [...counts.keys()];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isWorded =
    answers.length > 0 && answers.every((answer) => /\p{L}{2,}/u.test(answer) && answer.length <= 80);
  if (!isWorded || answers.length > mostAnswers || total < answers.length * 2) return;
  const scale = orderByScale(answers);
  const ordered = scale ?? answers.sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
  // Yes and no are better read as such.
  if (!scale && answers.length <= 2) return;
  for (const { source } of rows) {
    say(reading, source, {
      plan: {
        action: 'keep',
        type: scale ? 'ordinal' : 'single',
        options: ordered.map((value) => ({ value, label: value })),
        optionSeparator: null,
      },
    });
  }
}
