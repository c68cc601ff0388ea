import type { Catalogue } from '../catalogue';
import type { variableComparisonText as spanish } from '../es/variable-comparison';

/** Names, reasons and the pieces of sentences for all answers to one variable between two waves. */
export const variableComparisonText: Catalogue<typeof spanish> = {
  methods: {
    'mann-whitney': {
      name: 'Mann-Whitney comparison of ranks',
      why: 'The answers have an order and come from different people. What is compared is how often an answer of the second wave lies above one of the first, without taking the distance between options to be always the same.',
    },
    'wilcoxon-signed-rank': {
      name: 'Wilcoxon comparison of signed ranks',
      why: 'The answers have an order and come from the same people. Each person’s change is ranked by its size, and the weight of the rises is compared with that of the falls.',
    },
    'chi-square': {
      name: 'comparison of categories by chi-square',
      why: 'The options have no order and the people are different. What is compared is how the answers spread over all options at once.',
    },
    'stuart-maxwell': {
      name: 'Stuart and Maxwell’s comparison of categories of the same people',
      why: 'The options have no order and the people are the same. Only those who changed option tell something: how many people came to each is compared with how many left it.',
    },
    'rao-scott': {
      name: 'comparison of categories by the design, with Rao and Scott’s correction',
      why: 'Clusters, weights, strata or population sizes were declared. The usual chi-square would take for certain what may come from the schools or areas that happened to be drawn; the correction takes that into account.',
    },
    'design-medians': {
      name: 'medians by the design of the sample',
      why: 'Clusters, weights, strata or population sizes were declared. Each median carries Woodruff’s interval, which respects the design.',
    },
    'design-distribution': {
      name: 'spread of answers by the design of the sample',
      why: 'Clusters, weights, strata or population sizes were declared, and the people are the same. Percentages are shown with their weights.',
    },
    'options-apart': {
      name: 'percentage of each option on its own',
      why: 'Each person could mark several options, so percentages do not add up to a hundred and there is no single test for all. Each option can be compared as an indicator, with its interval.',
    },
    'exact-distribution': {
      name: 'exact comparison of a census',
      why: 'Everybody was asked, so there is no chance of sampling and neither intervals nor tests apply.',
    },
  },
  reasons: {
    'no-test-under-design':
      'under the declared design there is no test of all answers; the change of a mean or a percentage can be compared with its interval',
    'options-not-exclusive': 'each person could choose several options',
  },
  cautions: {
    'few-expected': 'Some options have very few answers; the test is only approximate.',
    'few-moves': 'Very few people changed option; the test is only approximate.',
    'unscored-answers':
      'Some answers lie outside the scale; they are shown in the spread but enter neither median nor test.',
  },
  and: ' and ',
  quoted: (label) => `“${label}”`,
  betweenOptions: (lower, upper) => `between ${lower} and ${upper}`,
  wave: (figure, wave, n) => `${figure} in “${wave}” (n = ${n})`,
  matchedWave: (figure, wave) => `${figure} in “${wave}”`,
  medianFromTo: (title, from, to) => `${title}: the median was ${from} and ${to}`,
  matchedMedianFromTo: (title, people, from, to) =>
    `${title}: among the ${people} people who answered in both waves, the median was ${from} and ${to}`,
  shareFromTo: (title, option, from, to) =>
    `${title}: the percentage of ${option} went from ${from} to ${to}`,
  matchedShareFromTo: (title, people, option, from, to) =>
    `${title}: among the ${people} people who answered in both waves, the percentage of ${option} went from ${from} to ${to}`,
  median: (wave: string) => `Median in “${wave}”`,
  medianWithin: (median: string, lower: string, upper: string) => `${median} (between ${lower} and ${upper})`,
  drawnMatched:
    'The chart counts everybody who answered in each wave; the sentence, only those who answered in both.',
  drawnUnweighted: 'The chart counts people, without the declared weights; the sentence does use them.',
  mostChanged: ', the option that moved most',
  days: 'days',
  level: (level) => `with ${level} confidence`,
  shiftUp: (amount, lower, upper, level) =>
    `; the observed shift of the values is a rise of ${amount} (between ${lower} and ${upper}, ${level})`,
  shiftDown: (amount, lower, upper, level) =>
    `; the observed shift of the values is a fall of ${amount} (between ${lower} and ${upper}, ${level})`,
  shiftUnclear: (lower, upper, level) =>
    `; these data cannot tell whether the values changed: the shift lies between ${lower} and ${upper}, ${level}`,
  pairsUp: (wave, balance, lower, upper, level) =>
    `; of every 100 pairs with one person of each wave, the higher answer is that of “${wave}” in ${balance} pairs more than the other way round (between ${lower} and ${upper}, ${level})`,
  pairsDown: (wave, balance, lower, upper, level) =>
    `; of every 100 pairs with one person of each wave, the lower answer is that of “${wave}” in ${balance} pairs more than the other way round (between ${lower} and ${upper}, ${level})`,
  pairsUnclear: (wave, lower, upper, level) =>
    `; these data cannot tell whether answers rose or fell: of every 100 pairs with one person of each wave, the lead of “${wave}” lies between ${lower} and ${upper}, ${level}`,
  ranksUp: (balance, lower, upper, level) =>
    `; rises weigh more than falls, with a lead of ${balance} points of 100 (between ${lower} and ${upper}, ${level})`,
  ranksDown: (balance, lower, upper, level) =>
    `; falls weigh more than rises, with a lead of ${balance} points of 100 (between ${lower} and ${upper}, ${level})`,
  ranksUnclear: (lower, upper, level) =>
    `; these data cannot tell whether answers rose or fell: the lead of rises over falls lies between ${lower} and ${upper} points of 100, ${level}`,
  allHigher: (wave) => `; all answers in “${wave}” are higher`,
  allLower: (wave) => `; all answers in “${wave}” are lower`,
  allRose: '; everybody who changed moved up',
  allFell: '; everybody who changed moved down',
  noInterval: (reason) => `; there is no interval: ${reason}`,
  noTest: (reason) => `; there is no test: ${reason}`,
  spreadDiffers: '; the differences between the two waves are larger than chance in sampling usually makes',
  spreadUnclear:
    '; these data cannot tell whether answers spread differently: chance in sampling can make differences like these',
  boxUp: (amount, lower, upper, level) =>
    `, an observed rise of ${amount} percentage points (between ${lower} and ${upper}, ${level})`,
  boxDown: (amount, lower, upper, level) =>
    `, an observed fall of ${amount} percentage points (between ${lower} and ${upper}, ${level})`,
  boxUnclear: (lower, upper, level) =>
    `; these data cannot tell whether it changed: the change lies between ${lower} and ${upper} percentage points, ${level}`,
  census: '; as everybody was asked, the comparison is exact',
  optionsApart: '; each option can be compared as an indicator, with its interval',
  statistic: (symbol, value) => `${symbol} = ${value}`,
  degrees: (df) => `${df} df`,
  fDegrees: (first, second) => `${first} and ${second} df`,
  test: (name, figures) => `${name}: ${figures}`,
  ties: 'equal values share their average rank',
  zeroRules: {
    wilcoxon: 'people who did not change are left out of the ranks (Wilcoxon’s rule)',
    pratt: 'people who did not change take ranks and are left out afterwards (Pratt’s rule)',
  },
  normal: 'normal approximation without continuity correction',
  shift: 'Hodges-Lehmann shift',
};
