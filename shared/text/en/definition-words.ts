import type { Catalogue } from '../catalogue';
import type { definitionWords as es } from '../es/definition-words';

export const definitionWords = {
  answered: (answers, question) => `answered ${answers} to “${question}”`,
  notAnswered: (answers, question) => `did not answer ${answers} to “${question}”`,
  hasAnswer: (question) => `answered “${question}”`,
  recorded: (answers, question) => `have ${answers} in “${question}”`,
  notRecorded: (answers, question) => `do not have ${answers} in “${question}”`,
  between: (question, from, to) => `have “${question}” between ${from} and ${to}`,
  atLeast: (question, from) => `have “${question}” of ${from} or more`,
  atMost: (question, to) => `have “${question}” of ${to} or less`,
  since: (question, from) => `have “${question}” from ${from} on`,
  until: (question, to) => `have “${question}” up to ${to}`,
  dates: (question, from, to) => `have “${question}” between ${from} and ${to}`,
  anyRange: (question) => `have a value in “${question}”`,
  and: ' and ',
  or: ' or ',
  quote: (text) => `“${text}”`,
  nested: (text) => `(${text})`,
  unknown: 'a question that no longer exists',
  yes: 'Yes',
  no: 'No',
  proportion: (condition) => `Percentage of people who ${condition}`,
  mean: (question) => `Mean of “${question}”`,
  total: (question) => `Sum of “${question}”`,
  countAll: 'Number of rows of the wave',
  count: (condition) => `Number of people who ${condition}`,
  ratio: (numerator, denominator) => `Sum of “${numerator}” divided by the sum of “${denominator}”`,
  rate: (condition, per) => `People who ${condition}, per ${per} asked`,
  rateOf: (condition, per, exposure) => `People who ${condition}, per ${per} of “${exposure}”`,
  topBox: (answers, question) => `Percentage of people who answered ${answers} to “${question}”`,
  index: (count, questions) => `Mean score of ${count} questions: ${questions}`,
  indexScaled: (count, questions) => `Mean score, from 0 to 100, of ${count} questions: ${questions}`,
  indexPlaced: {
    'baseline-range': (count, questions) =>
      `Mean score, from 0 to 100 by the baseline, of ${count} questions: ${questions}`,
    'baseline-z': (count, questions) =>
      `Mean score, in standard deviations of the baseline, of ${count} questions: ${questions}`,
  },
  placedItems: {
    'baseline-range':
      'with each question taken to a scale whose 0 and 100 are the ends of the answers at the baseline; answers of another wave beyond these ends lie below 0 or above 100 and are not cut off',
    'baseline-z': 'with each question in standard deviations of the baseline from the mean of the baseline',
  },
  indexName: (count) => `Index of ${count} questions`,
  reversed: (question) => `“${question}” (reversed)`,
  minimum: (count) => `among those who answered at least ${count}`,
  amongAnswered: 'among those who answered',
  amongAll: 'out of everybody: whoever did not answer counts as no',
  filtered: (condition) => `Only those who ${condition} are considered.`,
} satisfies Catalogue<typeof es>;
