import type { Catalogue } from '../catalogue';
import type { scaleUiText as spanish } from '../es/scale-ui';

/** The part of an index that asks whether its questions go together. */
export const scaleUiText: Catalogue<typeof spanish> = {
  title: 'Do these questions measure the same?',
  incomplete: 'With two questions or more, here you see whether they go together.',
  notAsked: 'No wave asked all of these questions, so it cannot yet be seen whether they go together.',
  wave: 'Wave',
  table: 'Question by question',
  columns: {
    item: 'Question',
    mean: 'Mean',
    spread: 'Deviation',
    missing: 'No answer',
    notApplicable: 'Not asked',
    rest: 'Goes with the rest',
    without: 'Alpha without it',
  },
  helps: {
    mean: 'Of those who answered it, already turned if it runs backwards. On a scale, the first answer counts 1.',
    spread: 'Standard deviation: how far the answers lie from their mean.',
    notApplicable:
      'People to whom the question was not put: they do not count as no answer. A dash: too few to tell.',
    rest: 'Correlation with the sum of the others: near 0 they do not go together, below 0 they go opposite ways.',
    without: 'The alpha left if this question were taken out of the index.',
  },
  reversed: 'reversed',
  turn: 'Turn it',
  turnOne: (label) => `Turn it: “${label}”`,
  unturn: 'Leave it unturned',
  unturnOne: (label) => `Leave it unturned: “${label}”`,
  cannotTurn: 'It is a number without declared ends, so it cannot be turned.',
  minimum: (minimum, items, scored, people) =>
    `${minimum} of ${items} answered are enough for an index: ${scored} of ${people} people have one.`,
  minimumAll: (items, scored, people) =>
    `Only those who answered all ${items} have an index: ${scored} of ${people} people.`,
  minimumHidden: 'How many people have an index is not shown: they are very few.',
  minimumWhy: 'Asking for fewer keeps more people in, but compares indices made of different questions.',
  method: 'How it was calculated',
  panelTitle: 'How alpha was calculated',
  range: (value, lower, upper) => `${value} (${lower} to ${upper})`,
  reading: 'How to read it',
  censusNote: 'In a census there is no margin of error, so it has no interval.',
};
