import type { Catalogue } from '../catalogue';
import type { panelUiText as spanish } from '../es/panel-ui';

/** The screen about who stayed: what is chosen, what each part says first, and how it was calculated. */
export const panelUiText: Catalogue<typeof spanish> = {
  title: 'Who stayed?',
  purpose:
    'How many people of the baseline were found again, how the others differed, and whether that weighs on the observed change.',
  noComparison: 'First choose which waves and indicators are compared.',
  link: {
    followed: (both, baseline, share) =>
      `The change is measured in ${both} people, ${share} of the ${baseline} of the baseline. See whether those missing were different, and whether that weighs on the result.`,
    hidden:
      'The change is measured only in people of both waves. See whether those missing were different, and whether that weighs on the result.',
    several:
      'Each change is measured only in people of both waves. See whether those missing were different, and whether that weighs on the result.',
    independent:
      'If the group is made up otherwise than at the start, part of the change may come from there and not from the people.',
    open: 'See who stayed',
    openIndependent: 'See how the group changed',
    independentTitle: 'Is it the same group of people?',
  },
  spec: {
    label: 'What is looked at',
    none: 'Nothing yet',
    clear: 'Take all away',
    limit: 'Up to three',
    help: 'Choose what does not change within a person, such as sex or nationality. The school year, on the other hand, moves on by itself.',
    nothingFits: 'No question with options is in both waves.',
    inherited: (baseline, indicators, design) =>
      `Baseline “${baseline}”, ${indicators}, ${design}: those of the comparison.`,
    matched: (level) => `the same people, ${level} confidence`,
    independent: (level) => `independent cuts, ${level} confidence`,
    census: 'census, no margin of error',
  },
  computing: 'Looking for the same people…',
  method: 'How it was calculated',
  methodOf: (part) => `How it was calculated: ${part}`,
  columns: {
    indicator: 'Indicator',
    category: 'Category',
    stayed: 'Those who stayed',
    left: 'Those who did not',
    difference: 'Difference',
    unweighted: 'Observed change',
    weighted: 'Weighted for loss',
    observed: 'Observed change',
    standardised: 'With the earlier group',
    composition: 'From composition',
    p: (p) => `${p}, corrected`,
  },
  unanswered: 'No answer',
  notCalculated: (names, reason) => `Not calculated: ${names} (${reason}).`,
  wholeWaves:
    'Here everybody of each wave counts, also those who were not found again. So the figure may not be that of the comparison.',
  ownVariable: (variable) => `is made of “${variable}”, which is held fixed here`,
  flow: {
    retention: 'Found again',
    retentionInterval: (lower, upper, level) => `between ${lower} and ${upper}, with ${level} confidence`,
    withoutIdentifier: 'Without identifier',
    withoutIdentifierText: (baseline, followUp) =>
      `${baseline} in the baseline and ${followUp} in the follow-up. They cannot be looked for, so they count in one wave only.`,
    few: 'very few',
  },
  attrition: {
    table: 'Those who stayed and those who did not, at the start',
    what: 'What is compared',
    indicators: 'Indicators',
    verdict: 'Did they start elsewhere?',
    verdicts: {
      differs: 'Yes',
      fades: 'Not clear once corrected',
      unclear: 'Cannot be told',
      exact: 'Exact difference',
      none: 'Cannot be known',
    },
  },
  weighting: {
    table: 'Change of those who stayed, with and without weights for the loss',
    people: 'People',
    verdict: 'Reading',
    verdicts: { same: 'Reads the same', other: 'Reads otherwise', none: 'No reading' },
    model: 'What goes with finding a person again',
    modelTable: 'Chance of being found again',
    term: 'Category',
    oddsRatio: 'Odds ratio',
    interval: 'Interval',
    range: (lower, upper) => `${lower} to ${upper}`,
    everybody: (labels) => `Everybody of ${labels} was found again, so they weigh like the average.`,
    nobody: (labels) => `Nobody of ${labels} was found again, so these figures do not speak of them.`,
    together: (p) => `Test of all categories together: ${p}.`,
    weights: (minimum, maximum, people, effective) =>
      `Each person weighs between ${minimum} and ${maximum}. With those weights, ${people} people inform like ${effective}.`,
  },
  composition: {
    variable: 'What describes the people',
  },
  standardised: {
    table: 'Observed change and with the composition of the baseline',
    shifted: 'Adjusted follow-up',
    kitagawa: 'Kitagawa’s split',
    kitagawaText: (change, composition) =>
      `${change} from change within the groups and ${composition} from the composition, with their interaction split in halves.`,
    groups: 'Groups compared',
    groupsText: (common, all) => `${common} of ${all}`,
    onlyBaseline: 'Only in the baseline',
    onlyFollowUp: 'Only in the follow-up',
  },
  detail: {
    valid: (count) => `n = ${count}`,
    corrected: 'Corrected p',
    correctedText: (p) => `${p}, by Benjamini-Hochberg over all tests of this table`,
    assumes: 'What it supposes',
    used: 'Methods used',
  },
  methods: {
    flow: {
      what: 'Each person is looked for by identifier, which is kept as a pseudonym. Who does not appear may have left, been away that day, or be under another identifier.',
      assumes: {
        first: 'That one identifier is always the same person.',
        second: 'That nobody changed identifier without its being noted.',
      },
    },
    attrition: {
      what: 'The people of the baseline are taken and, by what they answered then, those found again are compared with those not. As the comparisons are many, p is corrected by Benjamini-Hochberg.',
      assumes: {
        first: 'That what was answered at the start says something of why somebody did not come back.',
        second: 'That those without identifier count as not found.',
      },
    },
    weighting: {
      what: 'A logistic regression estimates each person’s chance of being found again from what was chosen. Then whoever resembles those lost weighs more in the change.',
      assumes: {
        first: 'That, among people alike in those data, those lost changed like those who stayed.',
        second: 'That the weights are known: the interval does not add the error of estimating them.',
      },
    },
    composition: {
      what: 'What part of all people of each wave is in each category is counted, whether they answer the indicators or not.',
      assumes: {
        first: 'That the question and its options are the same in both waves.',
        second: 'That those who did not answer are one category more.',
      },
    },
    standardised: {
      what: 'The chosen data are crossed, each group is compared with itself, and the groups are added with the size they had in the baseline. Groups of very few people are put together first.',
      assumes: {
        first: 'That the chosen data do not change within a person between the two waves.',
        second: 'That within a group the people of both waves are comparable.',
      },
    },
  },
  summaries: {
    nobodyLost: 'Nobody of the baseline was lost, so there is nobody to compare with.',
    attritionNone: (count) =>
      count === '1'
        ? 'In the indicator that can be compared it cannot be told that those lost started elsewhere than those who stayed, though a small difference might not show.'
        : `In none of the ${count} indicators that can be compared can it be told that those lost started elsewhere than those who stayed, though a small difference might not show.`,
    attritionSome: (count, total, names) =>
      `In ${count} of ${total} indicators those lost started elsewhere than those who stayed: ${names}. There, what changed in those who stayed may not hold for the whole group.`,
    attritionExact: (count) =>
      `Everybody was measured, so the differences of the table are exact${count === '1' ? '' : ` in the ${count} indicators`}.`,
    attritionAbsent: 'In no indicator can those who stayed be compared with those lost.',
    profileDiffers: (labels) => ` They were also a different group by ${labels}.`,
    profileAlike: (labels) => ` By ${labels} they cannot be told apart.`,
    weightingSame: (labels, count) =>
      count === '1'
        ? `If those lost had changed like the people who resemble them by ${labels}, the change would read the same.`
        : `If those lost had changed like the people who resemble them by ${labels}, the ${count} changes would read the same.`,
    weightingMost: (name, from, to) => ` The one that moves most is “${name}”: from ${from} to ${to}.`,
    weightingOther: (labels, count, total, names) =>
      `If those lost had changed like the people who resemble them by ${labels}, in ${count} of ${total} indicators the reading would be another: ${names}.`,
    weightingLimit:
      'This is a check, not a new result: it takes only those data into account, and those lost may differ in others.',
    weightingExtreme:
      'A few people weigh much more than the rest, so these figures are fragile: take them with care.',
    weightingAbsent: (reason) => `This check cannot be made: ${reason}.`,
    pickComposition:
      'Choose above at least one thing that describes the people. With it you see whether the group changed, and whether the change would be another with those lost or with the earlier group.',
    compositionMost: (variable, category, before, after) =>
      `The group changed. Most of all in ${variable}: “${category}” went from ${before} to ${after} of the people.`,
    compositionAlike: (labels) =>
      `With these data it cannot be told that the group is made up otherwise by ${labels}.`,
    compositionExact: (variable, category, before, after) =>
      `The largest difference between both waves is in ${variable}: “${category}” went from ${before} to ${after} of the people.`,
    compositionRowsOnly:
      'The people surveyed are counted here, regardless of how they were drawn (declared weights, groups or strata): the percentages have no interval and cannot tell whether the group changed.',
    compositionAbsent: 'The categories of these data cannot be shown in both waves.',
    standardisedSame: (labels, count) =>
      count === '1'
        ? `With the group made up by ${labels} as in the baseline, the change would be almost the same.`
        : `With the group made up by ${labels} as in the baseline, the ${count} changes would be almost the same.`,
    standardisedMost: (name, part, observed) =>
      ` The composition weighs most in “${name}”: ${part} of an observed change of ${observed}.`,
    standardisedOther: (labels, count, total, names) =>
      `With the group made up by ${labels} as in the baseline, in ${count} of ${total} indicators the figure would be another: ${names}.`,
    standardisedExact: (labels) =>
      `The table shows each change as it would be with the group made up by ${labels} as in the baseline.`,
    standardisedAbsent: 'No indicator can be calculated with the composition of the baseline.',
    category: (variable, category, stayed, left) =>
      `${variable}, “${category}”: ${stayed} of those found again and ${left} of those not.`,
    categoryRange: (lower, upper, level) =>
      ` The difference is between ${lower} and ${upper}, with ${level} confidence.`,
    categoryAbsent: (variable, category, reason) => `${variable}, “${category}”: not shown (${reason}).`,
    faded:
      ' Once corrected for looking at so many comparisons at a time, that difference is no longer clear.',
    quoted: (name) => `“${name}”`,
  },
};
