import type { Catalogue } from '../catalogue';
import type { reportBlocksText as spanish } from '../es/report-blocks';

export const reportBlocksText: Catalogue<typeof spanish> = {
  answers: {
    caption: (variable, followUp) => [`All answers to “${variable}”`, followUp].filter(Boolean).join(', '),
    method: (line) => `Method: ${line}`,
    title: 'Answers behind the indicators',
    text: 'Under indicators that rest on an ordered scale all its answers are shown. The sentence and the method beside them compare the whole scale between both waves.',
  },
  distribution: {
    everybody: 'Percentages of everybody who answered in each wave, whether found in the other or not.',
    unweighted: 'People are counted, without the declared weights.',
  },
  series: {
    noCut: (periods) =>
      `${periods} periods were counted. No date of change was given, so nothing before is compared with anything after.`,
    effects: (what) => `Estimates of before and after: ${what}`,
    effect: 'Coefficient',
    estimate: 'Value and interval',
    standardError: 'Std. error',
    statistic: 't',
    p: 'p',
    cautious: 'Prudent calculation',
    rows: {
      intercept: 'Level at the start',
      preSlope: 'Trend before',
      levelChange: 'Change of level at the date',
      slopeChange: 'Change of pace since the date',
      postSlope: 'Trend after',
      endChange: (period) => `Difference from the earlier trend in ${period}`,
    },
    per: { month: 'each month', week: 'each week', quarter: 'each quarter' },
    intervalNote: (level) => `Below each value, its ${level} confidence interval.`,
    cautiousNote: (correlation) =>
      `Prudent calculation: the error of a period passes on to the next in the share ${correlation} (first-order autoregression). Where they differ, the prudent one holds.`,
    design: (files, date, cut) =>
      [`Register followed over time: ${files}, by “${date}”`, cut && `date of change ${cut}`]
        .filter(Boolean)
        .join('; '),
    methodTerm: 'Segmented regression of a series',
    methodWhy:
      'What came after a date is compared with the line the series was on. Newey and West’s errors take into account that neighbouring periods are alike.',
    assumes:
      'Assumptions: but for the date, the series would have stayed on the same line; nothing else changed that day; the register was kept the same way before and after.',
    undated: (rows) => `Rows without a date, which are not counted: ${rows}.`,
    outside: (rows) => `Rows dated outside the days declared for their file: ${rows}.`,
    term: {
      term: 'Earlier trend prolonged',
      text: 'The line of before, carried on as if nothing had happened at the date.',
    },
  },
  panel: {
    title: (baseline, followUp) => `Who went on from ${baseline} to ${followUp}`,
    attrition: (baseline) => `Those found again and those not, as of ${baseline}`,
    characteristic: 'In the baseline',
    stayed: 'Found again',
    left: 'Not found',
    difference: 'Difference',
    n: 'n',
    figure: 'Figure',
    p: 'p and corrected p',
    corrected: (p) => `corr. ${p}`,
    unanswered: 'no answer',
    attritionNote:
      'Difference: found again less not found, both as they were in the baseline. corr.: p corrected by Benjamini-Hochberg.',
    changes: 'The change, seen in three ways',
    matched: 'Same people',
    weighted: 'Weighted for loss',
    standardised: 'Composition held fixed',
    changesNote:
      'Same people: change of those in both waves. Weighted for loss: the same, with more weight for those who resemble the people lost. Composition held fixed: change of the whole waves had the composition stayed that of the baseline; below, the part of the change due to composition.',
    compositionPart: (part) => `composition: ${part}`,
    composition: (variables) => `Who the people of each wave are, by ${variables}`,
    compositionNote: 'Each percentage is of everybody in the wave, found again or not.',
  },
  csv: {
    before: 'before',
    after: 'after',
    parts: {
      attrition: 'Found again (1) and not (2)',
      composition: 'Composition: baseline (1) and follow-up (2)',
    },
    names: {
      points: [
        'Period from',
        'Phase',
        'Value',
        'n',
        'In the model',
        'Fitted line',
        'Earlier trend prolonged',
        'Lower limit',
        'Upper limit',
      ],
      effects: [
        'Coefficient',
        'Value',
        'Lower limit',
        'Upper limit',
        'Standard error',
        't',
        'Degrees of freedom',
        'p',
        'Prudent lower limit',
        'Prudent upper limit',
        'Prudent p',
      ],
      panel: [
        'Part',
        'What',
        'Category',
        'Unit',
        'n 1',
        'Figure 1',
        'Lower limit 1',
        'Upper limit 1',
        'n 2',
        'Figure 2',
        'Lower limit 2',
        'Upper limit 2',
        'Difference or change',
        'Lower limit',
        'Upper limit',
        'p',
        'Corrected p',
        'Method',
      ],
    },
  },
};
