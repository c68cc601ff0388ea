import type { DetailsReader } from '../error-details';

/** Where it happened, from whatever places the error names. */
export function place(details: DetailsReader): string {
  const parts = [
    wordedWith(details.text('fileName'), (name) => `file “${name}”`),
    wordedWith(details.count('line') ?? details.count('row'), (line) => `line ${line}`),
    wordedWith(details.text('column') ?? details.text('header'), (column) => `column “${column}”`),
    wordedWith(details.text('value'), (value) => `value “${value}”`),
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return parts.length === 0 ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

/** The sentence with the value, or null when there is no value. */
export function wordedWith(value: string | null, sentence: (value: string) => string): string | null {
  return value === null ? null : sentence(value);
}

/** The values in quotation marks, or null when there are none. */
export function named(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => `“${value}”`).join(', ');
}

export const askSupport = 'If it happens again, tell support the code of the error and what you were doing.';
export const saveFromExcel =
  'Open it in Excel, save it as “CSV UTF-8 (Comma delimited)”, and import it again.';

const reasons: Readonly<Record<string, string>> = {
  'target-outside-share': 'The target of a percentage must lie between 0% and 100%.',
  'boxes-cover-scale': 'All categories of the scale were chosen, so the result would always be 100%.',
  'minimum-above-items': 'The minimum of answers is larger than the number of questions.',
  'item-repeated': 'A question is in the index twice.',
  'baseline-item-unanswered':
    'The index is measured against the baseline, where nobody answered one of its questions.',
  'baseline-item-constant':
    'The index is measured against the baseline, where all answers to one of its questions are the same.',
  'baseline-item-protected':
    'The index is measured against the baseline, where very few people answered one of its questions.',
  'range-upside-down': 'The start of a range is larger than its end.',
  'no-wave': 'The waves are still to be chosen.',
  'wave-repeated': 'A wave appears twice.',
  'breakdown-repeated': 'A variable appears twice in the breakdown.',
  'too-many-groups': 'The breakdown makes too many groups.',
  'not-ordinal': 'That chart needs an ordered scale.',
  'one-option': 'The question has a single option.',
  'no-answers': 'Nobody answered the question in these waves.',
  'no-indicator': 'There is no indicator to draw.',
  'no-distribution': 'A question is still to be chosen.',
  'no-variable': 'A question is still to be chosen.',
  'weight-not-numeric': 'The weight must be a column of numbers.',
  'stratum-not-groups': 'The stratum must be a question that forms groups, or a whole number.',
  'cluster-not-groups': 'The cluster must be a question that forms groups, or a whole number.',
  'design-variable-repeated': 'The same variable plays two parts in the design.',
  'design-variable-not-in-wave': 'A wave lacks a variable of the design.',
  'population-repeated': 'A population size is there twice.',
  'population-stratum-unknown': 'A population size names a stratum that is not in the data.',
  'population-wave-unknown': 'A population size names a wave of another instrument.',
  'family-unknown': 'The family of tests names an indicator that is not in the comparison.',
  'no-rows': 'No group has figures that can be shown.',
  'group-both': 'One value cannot be in both groups that are compared.',
  'no-evaluators': 'The panel has no evaluators.',
  repeated: 'Two have the same name.',
  'score-of-nobody': 'A score is of an evaluator, a practice or a criterion that the panel does not have.',
  'outside-scale': 'A score lies outside the scale.',
  'scored-twice': 'An evaluator scored the same criterion of a practice twice.',
  'not-a-coding': 'This count codes no answers.',
  'answer-missing': 'One of the answers is no longer in the data.',
  'code-unknown': 'One of the codes is no longer in the list.',
  'not-a-coding-sheet': 'The sheet lacks the column “Key” (or “Row”) or the column “Answer”.',
  'rows-have-identities': 'Its columns identify people.',
  'rows-need-reason': 'Some columns usually describe people. Write why the rows are none.',
  'rows-are-people':
    'The rows of this instrument are people, and counting them as meetings would lay small groups open. Say what each row is.',
  'direction-both': 'One value cannot be both in and out.',
  'schedule-too-long': 'The schedule covers more than 3,000 periods: check its dates.',
  'value-too-long': 'An answer is too long to name a figure: choose another variable or shorten it.',
  'too-many-items': 'There are more than 200 different items: choose another variable or group them.',
};

/** The sentence of the reason an error names; null for none, and for one without words. */
export function reasonSentence(details: DetailsReader): string | null {
  const reason = details.text('reason') ?? '';
  return Object.hasOwn(reasons, reason) ? (reasons[reason] ?? null) : null;
}

/** Lines of a file in a row of words, as in `2, 5, and 9`; null when there are none. */
export function lineList(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : new Intl.ListFormat('en').format(lines);
}
