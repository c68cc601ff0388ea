import type { Catalogue } from '../catalogue';
import type { designText as es } from '../es/design';

/** The four questions about how the sample was drawn, the proposals made from the data, and the design in one line. */
export const designText: Catalogue<typeof es> = {
  title: 'Declared design',
  purpose: (instrument) =>
    `Holds for every wave of “${instrument}”. These four answers decide by which method waves are compared and how wide the margin of each figure is.`,
  question: (number, words) => `${number}. ${words}`,
  save: 'Save the design',
  tryHere: 'Use it here only',
  saved: (instrument) => `Declared the design of “${instrument}”`,
  notDeclared: 'Proposed from the data; not declared yet.',
  declaredOn: (date) => `Declared on ${date}.`,
  agrees: (evidence) => `The data bear it out: ${evidence}`,
  suggests: (evidence) => `The data suggest otherwise: ${evidence}`,
  useSuggestion: 'Use what they suggest',
  column: (evidence) => evidence.charAt(0).toLocaleUpperCase() + evidence.slice(1),
  mayBeGroup: (evidence) =>
    `Perhaps: ${evidence} That there are schools does not tell whether schools or pupils were drawn; that you know.`,
  mayBeWeight: (evidence) => `Perhaps: ${evidence}`,
  useColumn: 'Use this column',
  noEvidence: 'The data cannot tell: it depends on how the wave was carried out.',
  noGroupEvidence: 'No column looks like a school, a class or another group.',
  noWeightEvidence: 'No column looks like a weight.',
  noIdentifierEvidence: 'No column identifies the same person in two waves.',
  censusSkips: 'Since everybody was asked, this changes no figure. It may be noted all the same.',
  evidence: {
    repeat: (count, total) => `${count} of ${total} identifiers repeat.`,
    repeatShare: (count, share) => `${count} identifiers repeat (${share}).`,
    differ: (count) =>
      count === '0'
        ? 'no identifier repeats between waves.'
        : `only ${count} identifiers repeat between waves.`,
    cluster: (variable, count) => `the column “${variable}” gathers ${count} groups.`,
    clusterOnly: (variable) => `the column “${variable}” gathers people in groups.`,
    weight: (variable) => `the column “${variable}” looks like a weight, by its name or its values.`,
    stratum: (variable) => `the column “${variable}” looks like a division of the territory.`,
  },
  coverage: {
    question: 'Who was asked?',
    sample: 'A part of the people',
    sampleHelp: 'A sample. Each figure has its margin, because it is estimated from that part.',
    census: 'Everybody in the group',
    censusHelp: 'A census. Differences are exact: neither margin nor test.',
  },
  linkage: {
    question: 'Are they the same people?',
    matched: 'Yes, and they are recognised by their identifier',
    matchedHelp: 'Each person is compared with themselves.',
    independent: 'No, or there is no way to know',
    independentHelp: 'Each wave is taken whole, without matching anybody.',
  },
  groups: {
    question: 'Were they chosen in groups?',
    alone: 'No, one by one',
    aloneHelp: 'Each person had a chance of their own to be chosen.',
    together: 'Yes, groups first: schools, classes, neighbourhoods',
    togetherHelp:
      'It makes no difference whether all or some were asked within each group. Those who share a school are alike, so a hundred pupils of two schools tell less than a hundred of twenty.',
    column: 'Column that says to which group each person belongs',
    pick: 'Choose a column',
    columnTerm: 'What is a cluster?',
    strataTerm: 'What is a stratum?',
    strata: 'Was each zone or type drawn separately?',
    strataHelp: 'For instance, apart in urban and in rural schools, to make sure of having both.',
    noStrata: 'No, from one single set',
    lonely: 'Where a stratum has a single group',
    lonelyHelp: 'With a single group there is no way to measure how much that stratum varies.',
    lonelyRules: {
      adjust: 'Compare that group with the mean of all (the most prudent)',
      average: 'Suppose that it varies like the other strata',
      certainty: 'Take it for certain: it adds no margin',
      remove: 'Leave it out of the margin',
    },
  },
  weights: {
    question: 'Are there weights, or is the size of the population known?',
    column: 'Column of weights',
    columnHelp: 'Also called expansion factor.',
    columnTerm: 'What is a weight?',
    none: 'No weights: every answer counts the same',
    knows: 'It is known how many there were in all',
    knowsHelp:
      'Useful where the sample is a large part of the total: the nearer it comes to everybody, the smaller the margin.',
    people: 'People there were in all',
    clusters: (variable) => `Groups of “${variable}” there were in all`,
    everyWave: 'The same total in all waves',
    total: 'Total',
    stratum: 'Stratum',
    blank: 'If it is not known, leave it blank.',
    blankStrata: 'Write the total of each stratum in each wave, or leave all of them blank.',
    tooManyStrata: 'This column has too many values to write a total for each.',
  },
  consequence: {
    title: 'What follows from these answers',
    shares: 'Percentages',
    means: 'Means',
    both: 'Percentages and means',
    cautious:
      'Since the groups are few, a second and more prudent calculation stands beside it, to see whether it leads to the same.',
  },
  home: {
    noWaves: 'Declared once the first wave arrives.',
    about: (instrument) => `Design of “${instrument}”`,
    settings:
      'How people were chosen is declared in the design of each instrument, under Home or under Comparison.',
  },
  line: {
    label: 'Design',
    change: 'Change the design',
    declare: 'Declare the design',
    notDeclared: 'not declared',
    differs: (declared) => `This comparison does not use the declared design: ${declared}.`,
    useDeclared: 'Use the declared one',
  },
  summary: {
    census: {
      matched: 'Census of the same people',
      independent: 'Census in each wave, without matching people',
    },
    sample: { matched: 'Sample of the same people', independent: 'Samples of different people' },
    clustersCounted: (count, variable) => `${count} groups of “${variable}” as clusters`,
    clusters: (variable) => `groups of “${variable}” as clusters`,
    strata: (variable) => `“${variable}” as strata`,
    weights: 'with weights',
    population: 'with a known population size',
    lost: 'a column that no longer exists',
  },
};
