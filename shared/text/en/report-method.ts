import type { Catalogue } from '../catalogue';
import type { reportMethodText as spanish } from '../es/report-method';

export const reportMethodText: Catalogue<typeof spanish> = {
  design: {
    waves: (baseline, followUps) => `Baseline: ${baseline}. Follow-up: ${followUps}.`,
    people: 'Each person was drawn on their own: no groups, strata, weights or sizes were declared.',
    clusters: (variable) =>
      `Groups of “${variable}” (clusters) were drawn first and the people within them, all or some. Those who share a group tend to be alike, so the margin compares groups rather than single people.`,
    strata: (variable) => `The sample was drawn separately within each value of “${variable}” (strata).`,
    found: (items) => `Found in the data: ${items}.`,
    foundClusters: (count, isOne) => `${count} ${isOne ? 'cluster' : 'clusters'}`,
    foundStrata: (count, isOne) => `${count} ${isOne ? 'stratum' : 'strata'}`,
    foundIn: (counts, wave) => `${counts} in ${wave}`,
    weights: (variable) =>
      `Each answer counts for what “${variable}” says (weight). n counts people, unweighted.`,
    weightless: (rows, wave) => `In ${wave}, rows with a weight of zero are left out: ${rows}.`,
    populationPeople: (sizes) =>
      `How many people there were in all was declared: ${sizes}. The margin shrinks with the part of them that answered (finite population correction).`,
    populationClusters: (sizes) =>
      `How many clusters there were in all was declared: ${sizes}. The margin shrinks with the part of them that was drawn (finite population correction).`,
    sizeOf: (size, place) => (place === '' ? size : `${size} in ${place}`),
    manySizes: (count, total) => `${count} declared sizes that add up to ${total}`,
    lonely: (rule) => `Where a stratum has a single cluster: ${rule}.`,
    lonelyRules: {
      adjust: 'it is compared with the mean of all, which is the most prudent',
      average: 'it is taken to vary as the other strata do',
      certainty: 'it is taken as certain and adds no margin',
      remove: 'it is left out of the margin',
    },
    family: (names) => `Questions declared before seeing the data: ${names}.`,
    allDeclared: 'All indicators of the comparison are taken as questions declared beforehand.',
    standard: (standard) =>
      `Figures with a computed error have a reliability label by ${standard}; an observed total has none. The marks are † less reliable and ‡ unreliable.`,
    noStandard: 'It was chosen not to label how reliable the figures are.',
  },
  declaredParts: {
    strata: 'strata',
    clusters: 'clusters',
    weights: 'weights',
    population: 'population sizes',
  },
  choices: {
    census: () => '',
    'simple-share': () => 'each person was drawn on their own',
    'simple-share-score': () =>
      'each person was drawn on their own; Miettinen and Nurminen’s interval was asked for in the options of the analysis',
    'simple-share-matched': () => 'each person was drawn on their own',
    'simple-mean': () => 'each person was drawn on their own',
    'simple-mean-matched': () => 'each person was drawn on their own',
    'simple-ratio': () => 'each person was drawn on their own',
    'simple-ratio-matched': () => 'each person was drawn on their own',
    'simple-rate': () => 'each person was drawn on their own',
    'simple-rate-matched': () => 'each person was drawn on their own',
    'simple-total': () => 'no design was declared that leads from the rows to a population',
    'declared-design': (parts) => `${parts} were declared`,
    'declared-design-some-clusters': (parts) =>
      `${parts} were declared; as there are fewer than 40 clusters, a more prudent calculation stands beside it`,
    'few-clusters': (parts) => `${parts} were declared and there are fewer than 10 clusters`,
  },
  withinCluster: 'each group is a single cluster, so within it people are the units',
  because: (facts) => `Why this method: ${facts}.`,
  kind: (kind) => `the indicator is ${kind}`,
  assumes: (sentences) => `Assumptions: ${sentences}`,
  cautious: (method, indicators) =>
    `Prudent calculation beside it, in the detail for evaluators: ${method}. Made for: ${indicators}.`,
  family: {
    title: 'Several tests at once',
    each: 'Each saved comparison is corrected on its own.',
    repeated: (indicators) =>
      `One change stands in more than one comparison (${indicators}): its corrected p depends on the other tests of each, so it need not be the same.`,
    single: (comparison) =>
      `“${comparison}” declared a single question with a test, so there is nothing to correct.`,
    none: (comparison) => `“${comparison}” has no tests.`,
    caption: (comparison) => `Declared questions of “${comparison}”`,
    change: 'Observed change',
    printed: 'The table includes declared questions that are not shown elsewhere: they count too.',
    explorationIn: (comparison, tests) =>
      tests === '1'
        ? `“${comparison}” also has 1 test of exploration.`
        : `“${comparison}” also has ${tests} tests of exploration, corrected among themselves by Benjamini-Hochberg: they give leads, not conclusions. Their corrected p stands in each table.`,
    answers: 'The tests of all answers beside the charts of answers are not part of these corrections.',
  },
  tables: {
    corrected: (p, procedure) => `corr. ${p} (${procedure})`,
    procedures: { holm: 'Holm', 'benjamini-hochberg': 'BH' },
    reliabilityNote: (standard) =>
      `Below the interval, how reliable the figure is by ${standard}: † less reliable, ‡ unreliable.`,
    withoutLabel: 'Figures without those words are not judged.',
    pNote:
      'Below the direction, the p value of the test and its p corrected (corr.) for making several at once.',
    noInterval: (reason) => `Where an interval is missing: ${reason}.`,
    holmNote: (tests) => `Holm: declared questions, ${tests} tests.`,
    explorationNote: (tests) => `BH: exploration by Benjamini-Hochberg, ${tests} tests.`,
    notPublishable: (unreliable, total, standard) =>
      `This table should not be published as it is: ${unreliable} of its ${total} figures are not reliable by ${standard}. Join groups or leave only the totals.`,
  },
  terms: {
    corrected: {
      term: 'Corrected p',
      text: 'The p value once it allows for several tests made at once. It is the one to go by when saying that something changed.',
    },
    reliability: {
      term: 'Reliability of a figure',
      text: 'How far it can be leant on by a standard: it depends on how many people answered and on how large its error is.',
    },
    cluster: {
      term: 'Cluster',
      text: 'A group drawn as a whole, such as a school or a class. Those who share it tend to be alike.',
    },
    stratum: {
      term: 'Stratum',
      text: 'An area or type within which the sample was drawn separately.',
    },
    weight: {
      term: 'Weight',
      text: 'How many people of the population each of those who answered stands for.',
    },
    designEffect: {
      term: 'Design effect',
      text: 'How many times more the figure varies than if each person had been drawn on their own.',
    },
  },
  annex: {
    title: 'Detail for evaluators',
    intro:
      'Errors, degrees of freedom, design effect and tests behind the figures of this report. The CSV tables carry them in full precision.',
    precision: (what) => `Precision: ${what}`,
    tests: (what) => `Tests: ${what}`,
    standardError: 'Std. error',
    degrees: 'df',
    designEffect: 'Design eff.',
    variation: (share) => `CV ${share}`,
    precisionNote:
      'Std. error: standard error, in percentage points for percentages. df: degrees of freedom. Design eff.: variance over that of a simple sample of the same size. CV: standard error over the figure.',
    noError: 'Methods that give an interval alone have no standard error of the change of their own.',
    test: 'Test',
    statistic: 'Statistic',
    df: (df) => `df = ${df}`,
    p: 'p',
    adjusted: 'Corrected p',
    effect: 'Effect size',
    cautious: 'Prudent calculation',
    cautiousNote:
      'Prudent calculation: cluster-robust CR2 errors with Satterthwaite’s degrees of freedom, beside the main method.',
    group: 'Group',
  },
};
