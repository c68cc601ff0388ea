import type { Catalogue } from '../catalogue';
import type { comparisonExportText as spanish } from '../es/comparison-export';

/** Headings and notes of the table of a comparison as a file. */
export const comparisonExportText: Catalogue<typeof spanish> = {
  fileName: 'comparison',
  synthetic: 'Synthetic data: made for the demonstration, not about real people.',
  threshold: (people) => `Privacy: figures that rest on fewer than ${people} people are not shown.`,
  fingerprint: (hash) => `Fingerprint of data and definitions: ${hash}`,
  design: (linkage, coverage, level) =>
    `Declared design: ${linkage}; ${coverage}; confidence level ${level}.`,
  linkage: { matched: 'same people', independent: 'independent cuts' },
  coverage: { sample: 'sample', census: 'census' },
  protected: 'protected',
  percent: '%',
  columns: {
    indicator: 'Indicator',
    unit: 'Unit',
    baselineWave: 'Baseline',
    baselineN: 'n baseline',
    baselineMissing: 'Unanswered baseline',
    baselineEstimate: 'Value baseline',
    baselineLower: 'Lower limit baseline',
    baselineUpper: 'Upper limit baseline',
    baselineError: 'Standard error baseline',
    baselineDegrees: 'Degrees of freedom baseline',
    baselineDesignEffect: 'Design effect baseline',
    baselineReliability: 'Reliability baseline',
    followUpWave: 'Follow-up',
    followUpN: 'n follow-up',
    followUpMissing: 'Unanswered follow-up',
    followUpEstimate: 'Value follow-up',
    followUpLower: 'Lower limit follow-up',
    followUpUpper: 'Upper limit follow-up',
    followUpError: 'Standard error follow-up',
    followUpDegrees: 'Degrees of freedom follow-up',
    followUpDesignEffect: 'Design effect follow-up',
    followUpReliability: 'Reliability follow-up',
    pairs: 'People in both waves',
    change: 'Change',
    changeLower: 'Lower limit of change',
    changeUpper: 'Upper limit of change',
    changeError: 'Standard error of change',
    changeDesignEffect: 'Design effect of change',
    test: 'Test',
    statistic: 'Statistic',
    df: 'Degrees of freedom',
    p: 'p',
    adjustedP: 'Corrected p',
    procedure: 'Correction',
    effect: 'Effect size',
    effectValue: 'Value of effect',
    direction: 'Direction',
    caveat: 'Caveat',
    target: 'Target',
    targetReached: 'Target reached',
    sentence: 'In words',
    method: 'Method',
  },
  everybody: 'Total',
  unanswered: 'Unanswered',
  notAsked: 'Not asked',
  directions: {
    improved: 'improved',
    worsened: 'worsened',
    'no-clear-change': 'no clear change',
    'not-judged': 'not judged',
  },
  reached: { yes: 'yes', no: 'no', uncertain: 'cannot tell' },
  reliabilities: { reliable: 'reliable', 'less-reliable': 'less reliable', unreliable: 'unreliable' },
  families: {
    declared: (tests) =>
      tests === '1'
        ? 'Holm, the only test of the declared family'
        : `Holm, among the ${tests} tests of the declared family`,
    exploration: (tests) =>
      tests === '1'
        ? 'Benjamini-Hochberg, the only test of exploration'
        : `Benjamini-Hochberg, among ${tests} tests of exploration`,
  },
  standards: { 'ine-chile': 'INE Chile', 'cepal-2020': 'CEPAL 2020', 'cepal-2023': 'CEPAL 2023', none: '' },
  reliability: (standard, reliable, less, unreliable) =>
    `Reliability by ${standard}: ${reliable} reliable figures, ${less} less reliable and ${unreliable} unreliable.`,
  notPublishable:
    'Fewer than half of the figures are reliable: the standard advises against publishing this table.',
};
