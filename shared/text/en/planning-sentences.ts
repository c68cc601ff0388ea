import type { Catalogue } from '../catalogue';
import type { planningSentencesText as spanish } from '../es/planning-sentences';

export const planningSentencesText: Catalogue<typeof spanish> = {
  fromTo: (from, to) => `a change from ${from} to ${to}`,
  changeOf: (amount) => `a change of ${amount} in the mean`,
  required: {
    independent: (change, people) => `To find ${change}, ${people} people must answer in each wave.`,
    matched: (change, people) => `To find ${change}, ${people} people must answer in both waves.`,
  },
  invite: {
    independent: (people) => `As some will not answer, ask ${people} in each wave.`,
    matched: (people) => `As some will not answer or will not be found again, ask ${people} at the baseline.`,
  },
  groups: (groups, each) => `That makes about ${groups} groups of ${each} people.`,
  power: (times, level) =>
    `Then, if the change is there, it is found ${times} times out of 100, with ${level} confidence.`,
  foundRiseFall: (people, from, up, down) =>
    `With ${people}, a rise from ${from} to ${up} or more is found, or a fall to ${down} or less.`,
  foundRise: (people, from, up) =>
    `With ${people}, a rise from ${from} to ${up} or more is found; a fall is not.`,
  foundFall: (people, from, down) =>
    `With ${people}, a fall from ${from} to ${down} or less is found; a rise is not.`,
  foundMean: (people, amount) =>
    `With ${people}, a change of ${amount} or more in the mean is found, up or down.`,
  people: {
    independent: (invited) => `${invited} people asked in each wave`,
    matched: (invited) => `${invited} people asked at the baseline`,
  },
  answers: {
    independent: (completed) => `${completed} are expected to answer in each.`,
    matched: (completed) => `${completed} are expected to answer in both.`,
  },
  smaller: 'A smaller change may be there without these data telling it apart.',
  worth: (people) => `Being asked in groups, they are worth as much as ${people} people chosen one by one.`,
  reasons: {
    'no-change':
      'Enter an expected value other than the present one: without change there is nothing to find.',
    'change-beyond-scale': 'The expected value must lie between 0 and 100%.',
    'pairing-impossible': 'Answers cannot be that alike with these percentages. Choose another likeness.',
    'pairing-needs-correlation': 'For a mean, say how alike both answers of a person are.',
    'too-few-people': 'These are too few people to find any change.',
    'nothing-detectable': 'With so few people no possible change could be told from chance.',
    'whole-population':
      'Everybody answers: the difference will be exact and any change will be seen as it is.',
    'more-than-population':
      'More people would be needed than there are. Look for a larger change, more answers or less certainty.',
  },
  methods: {
    'two-proportions':
      'Two independent proportions, normal approximation (as R’s power.prop.test), two-sided test.',
    mcnemar: 'McNemar’s test, normal approximation (Connor 1987), two-sided.',
    'two-sample-t': 'Two-sample t with noncentral t (as R’s power.t.test), two-sided test.',
    'paired-t': 'Paired t with noncentral t on the deviation of the differences, two-sided test.',
  },
  designEffect: (effect) => ` Design effect ${effect}.`,
};
