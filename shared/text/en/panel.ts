import type { Catalogue } from '../catalogue';
import type { panelText as spanish } from '../es/panel';

/** Who is in both waves, how those lost differ, and what the composition does to a change. */
export const panelText: Catalogue<typeof spanish> = {
  title: 'Who stayed and who did not',
  purpose:
    'A change over the same people speaks of those found again. Here you see how many they are, how they differ from the others, and whether that weighs on the change.',
  compositionQuestion: 'What describes the people?',
  sections: {
    flow: 'How many people stayed',
    attrition: 'How they differed at the start',
    weighting: 'What if everybody had been found?',
    composition: 'How the group changed',
    standardised: 'The change, with the composition of the baseline',
  },
  columns: {
    indicator: 'Indicator',
    category: 'Category',
    stayed: 'Found again',
    left: 'Not found',
    difference: 'Difference',
    baseline: 'Baseline',
    followUp: 'Follow-up',
    unweighted: 'Change of those who stayed',
    weighted: 'Weighted for the loss',
    observed: 'Observed change',
    standardised: 'With the composition of the baseline',
    composition: 'From the turnover of people',
    p: 'corrected p',
  },
  oddsRatio: (label, reference) => `${label} against ${reference}`,
  oddsRatioHelp: 'Odds ratio of being found again: 1 is the same; 0.5, half; 2, twice.',
  joined: (labels) => `Put together for being few people: ${labels}.`,
  joinedStrata: (count) => `${count} groups of few people were put together into one.`,
  and: ' and ',
  linkProblems: {
    'waves-without-identifier':
      'The two waves share no identifier, so people cannot be followed one by one. Who makes up each of them can still be compared.',
    'no-matched-people':
      'No identifier appears in both waves, so people cannot be followed one by one. Who makes up each of them can still be compared.',
  },
  methods: {
    standardised: {
      name: 'direct standardisation to the composition of the baseline',
      why: 'Each group is compared with itself, and the groups are added with the weight they had in the baseline. That composition is taken as fixed; where people are in both waves, what their answers have in common is taken off.',
    },
    'weighted-matched': {
      name: 'change over the same people, weighted for the loss',
      why: 'Each person weighs the inverse of their chance of being found again, by logistic regression. The interval, by linearisation, takes the weights as known. It checks the result and does not replace it.',
    },
    'partly-matched': {
      name: 'difference of percentages of waves with people in common',
      why: 'The two waves share people, whose answers go together; the calculation takes that part off.',
    },
  },
  reasons: {
    'no-composition-variables': 'nothing that describes the people was chosen',
    'nobody-left': 'nobody was lost',
    'nobody-stayed': 'nobody was found again',
    separation:
      'in some category everybody was found again or nobody was, and no weight can be worked out for it',
    'no-convergence': 'the calculation of the chance of being found again came to no result',
    'too-many-categories': 'what was chosen has too many categories',
    'kind-not-weighted': 'a total or a count cannot be weighted in this way',
    'kind-not-standardised': 'only percentages, means and indices are standardised',
    'kind-not-compared': 'totals of two groups of different size are not compared',
    'no-common-strata': 'no group appears in both waves',
    'single-stratum': 'all people are in one group',
    'empty-strata': 'there are groups that appear in one wave only',
    'rows-only':
      'it describes the rows on record, and with the declared design no margin is worked out for it',
  },
  sentences: {
    flow: (people, baseline, both, share, followUp) =>
      `Of the ${people} people in “${baseline}”, ${both} (${share}) were found again in “${followUp}”.`,
    nobodyLost: (people, baseline, followUp) =>
      `The ${people} people in “${baseline}” were all found again in “${followUp}”.`,
    lost: (people) => ` What became of ${people} is not known.`,
    arrived: (people, followUp) => ` Another ${people} appear for the first time in “${followUp}”.`,
    flowHidden: 'How many people stayed is not shown: one of the groups is too small.',
    lossLarge:
      ' More than a third were lost: what is said of those who stayed may not hold for the group measured at the start.',
    startedHigher: (title, stayed, left, between) =>
      `${title}: at the start, those found again stood higher (${stayed}) than those not (${left}); the difference lies ${between}. The change of those who stayed starts from another height than the whole group.`,
    startedLower: (title, stayed, left, between) =>
      `${title}: at the start, those found again stood lower (${stayed}) than those not (${left}); the difference lies ${between}. The change of those who stayed starts from another height than the whole group.`,
    startUnclear: (title, stayed, left, between) =>
      `${title}: at the start, ${stayed} among those found again and ${left} among those not; these data cannot tell whether they started apart (the difference lies ${between}).`,
    startExact: (title, stayed, left, difference) =>
      `${title}: at the start, ${stayed} among those found again and ${left} among those not, a difference of ${difference}.`,
    startAbsent: (title, reason) =>
      `${title}: those who stayed are not compared with those who did not (${reason}).`,
    between: (lower, upper, level) => `between ${lower} and ${upper}, with ${level} confidence`,
    weighted: (title, plain, weighted, by) =>
      `${title}: among those who stayed, the observed change is ${plain}. Giving more weight to those like the people lost (by ${by}), it is ${weighted}.`,
    weightedRange: (between) => ` The latter lies ${between}.`,
    weightedLimit: ' This is a check: it minds only those facts, and those lost may differ in others.',
    extreme: ' A few people weigh far more than the rest, so this figure is fragile: take it with caution.',
    separatedNone: (labels) => ` Nobody of ${labels} was found, so this figure does not speak of them.`,
    weightedAbsent: (title, reason) => `${title}: there is no change weighted for the loss (${reason}).`,
    standardised: (title, observed, standardised, by) =>
      `${title}: the observed change is ${observed}. Had the group kept the composition of the baseline (${by}), it would be ${standardised}.`,
    standardisedRange: (between) => ` The latter lies ${between}.`,
    standardisedUnclear: (between) =>
      ` The latter lies ${between}, so these data cannot tell whether it changed.`,
    compositionPart: (amount) =>
      ` The remaining ${amount} of the observed change go with the group being made up otherwise.`,
    compositionNone: ' The change of composition hardly moves the figure.',
    covered: (baseline, followUp) =>
      ` It rests on the groups found in both waves, which hold ${baseline} of the first and ${followUp} of the second.`,
    standardisedAbsent: (title, reason) =>
      `${title}: there is no change with the composition of the baseline (${reason}).`,
  },
};
