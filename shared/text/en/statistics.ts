import type { Catalogue } from '../catalogue';
import type { statisticsText as spanish } from '../es/statistics';

/** Names of methods, tests and effect sizes, why each was chosen, and why a figure is absent. */
export const statisticsText: Catalogue<typeof spanish> = {
  methods: {
    'newcombe-independent': {
      name: 'difference of two percentages with Newcombe’s interval',
      why: 'A percentage is compared between two groups of different people, or of people who cannot be recognised from one wave to the other. This interval holds for few people and for percentages near 0 or 100 as well.',
    },
    'newcombe-paired': {
      name: 'difference of percentages over the same people with Newcombe’s interval',
      why: 'Each person is compared with themselves, so only those who changed their answer inform. The interval takes into account that both answers come from the same person.',
    },
    welch: {
      name: 'Welch’s difference of means',
      why: 'A mean is compared between two groups of different people, without supposing that answers vary alike in both waves.',
    },
    'paired-t': {
      name: 'difference of means over the same people (paired t)',
      why: 'The change of each person is worked out and averaged, which leaves differences between people aside.',
    },
    'ratio-linearised-independent': {
      name: 'difference of two ratios by linearisation',
      why: 'Numerator and denominator vary from row to row; Taylor linearisation considers both. The people of each wave are taken as different.',
    },
    'ratio-linearised-matched': {
      name: 'difference of ratios over the same people by linearisation',
      why: 'Numerator and denominator vary from row to row, and both waves come from the same people; Taylor linearisation considers both facts.',
    },
    'rate-poisson-independent': {
      name: 'difference of two rates with exact Poisson intervals',
      why: 'Events are counted over an exposure, in waves of different people; exact intervals serve where events are few.',
    },
    'rate-linearised-matched': {
      name: 'difference of rates over the same people by linearisation',
      why: 'Events are counted over the exposure of the same people in both waves, and the calculation takes that link into account.',
    },
    'plain-difference': {
      name: 'observed difference',
      why: 'A total or a count says what the recorded rows hold. Without a declared sample design there is no ground for an interval.',
    },
    'exact-difference': {
      name: 'exact difference',
      why: 'A census was declared: everybody was asked, so there is no chance of sampling, and neither intervals nor tests apply.',
    },
    'miettinen-nurminen': {
      name: 'difference of two percentages with Miettinen and Nurminen’s interval',
      why: 'A percentage is compared between two groups of different people. This interval tries each possible difference and keeps those the data do not contradict; it was chosen in the options instead of Newcombe’s.',
    },
    'design-independent': {
      name: 'difference by the sample design',
      why: 'How the sample was drawn was declared: its strata, clusters, weights or population sizes. Taylor linearisation measures how much the difference may vary given what was declared; with clusters, it counts what varies between them and that both waves may share some.',
    },
    'design-matched': {
      name: 'difference over the same people by the sample design',
      why: 'Each person is compared with themselves, and the way the sample was drawn is taken into account; where that was by clusters, such as schools, people of one tend to be alike.',
    },
    'cluster-robust-independent': {
      name: 'difference with cluster-robust errors (CR2)',
      why: 'There are few clusters, and with few the usual error tends to be too small. The CR2 correction with Satterthwaite’s degrees of freedom widens it as needed.',
    },
    'cluster-robust-matched': {
      name: 'difference over the same people with cluster-robust errors (CR2)',
      why: 'There are few clusters, and with few the usual error tends to be too small. The CR2 correction with Satterthwaite’s degrees of freedom widens it as needed.',
    },
  },
  estimates: {
    wilson: 'percentage with Wilson’s interval',
    't-interval': 'mean with Student’s t interval',
    'ratio-linearised': 'ratio with an interval by linearisation',
    'poisson-exact': 'rate with an exact Poisson interval',
    'plain-figure': 'observed figure',
    'exact-figure': 'exact figure of a census',
    'design-logit': 'percentage by the design, with a logit interval',
    'design-mean': 'mean by the sample design',
    'design-ratio': 'ratio by the sample design',
    'design-total': 'total estimated with the sample’s weights',
  },
  tests: {
    'two-proportion-z': 'two-proportion test',
    'fisher-exact': 'Fisher’s exact test',
    mcnemar: 'McNemar’s test',
    'mcnemar-exact': 'McNemar’s exact test',
    'mcnemar-mid-p': 'McNemar’s mid-p',
    'welch-t': 'Welch’s t test',
    'paired-t': 'paired t test',
    'ratio-t': 't test on the linearised ratio',
    'poisson-exact': 'exact test of equal rates',
    'poisson-score': 'score test of equal rates',
    'mann-whitney': 'Mann-Whitney test',
    'wilcoxon-signed-rank': 'Wilcoxon signed rank test',
    'mann-whitney-exact': 'exact Mann-Whitney test',
    'wilcoxon-signed-rank-exact': 'exact Wilcoxon signed rank test',
    'miettinen-nurminen-score': 'Miettinen and Nurminen’s score test',
    'design-t': 't test by the design',
    'cluster-robust-t': 't test with CR2 errors',
    'chi-square': 'Pearson’s chi-square',
    'rao-scott': 'chi-square with Rao and Scott’s correction',
    'stuart-maxwell': 'Stuart-Maxwell test',
  },
  effects: {
    'cohens-h': 'Cohen’s h',
    'hedges-g': 'Hedges’ g',
    'hedges-g-av': 'Hedges’ g for pairs',
    'rank-biserial': 'rank-biserial correlation',
    'matched-rank-biserial': 'rank-biserial correlation for pairs',
    'cramers-v': 'Cramér’s V',
    'rate-ratio': 'rate ratio',
    'relative-change': 'relative change',
  },
  reasons: {
    protected: 'protected figure: it rests on very few people or would give away one that does',
    'variable-not-in-wave': 'the question was not asked in this wave',
    'breakdown-not-in-wave': 'the question that forms the groups was not asked in this wave',
    'group-not-in-wave': 'the group does not occur in this wave',
    'no-answers': 'nobody in the group answered',
    'no-cases': 'nobody fulfils the indicator’s conditions',
    'no-matched-people': 'nobody in the group answered in both waves',
    'error-would-tell': 'with it the figures of a protected group could be worked out',
    'baseline-item-unanswered':
      'the index is measured against the baseline, where nobody answered one of its questions',
    'baseline-item-constant':
      'the index is measured against the baseline, where all answers to one of its questions are the same',
    'single-case': 'there is one answer only, and one cannot show how much answers vary',
    'no-variation': 'all answers are the same, so there is no variation to measure',
    'zero-denominator': 'the denominator adds up to zero',
    'no-discordant-pairs': 'nobody changed their answer, so there is nothing to test',
    'not-sampled': 'it is a census, without the chance of sampling',
    'whole-population': 'the sample takes in the whole declared population, so there is no sampling error',
    'no-design-for-interval': 'an observed total has none without a declared sample design',
    'too-large-for-exact-test': 'there are too many cases for the exact test',
    'too-few-for-level': 'there are too few answers for an interval of that confidence level',
    'median-at-end': 'the median is the highest answer of all, so no answers bound it from above',
    'single-cluster':
      'all the information comes from one cluster, and one cannot show how much clusters vary',
    'no-degrees-of-freedom':
      'there are so few clusters a stratum that nothing is left to measure the error with',
    'population-below-sample': 'the declared population is smaller than the sample',
    'no-positive-weight': 'no row has a weight above zero',
  },
  method: (name) => `Method: ${name}`,
  test: (name, p) => `${name}, ${p}`,
  effect: (name, value) => `${name} = ${value}`,
  effectInterval: (name, value, lower, upper) => `${name} = ${value} (${lower} to ${upper})`,
  unknown: 'unnamed method',
};
