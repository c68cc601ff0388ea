import type { Catalogue } from '../catalogue';
import type { commissionText as es } from '../es/commission';

/** Commissions: what minutes, score sheets and their screens say of scores, places and agreement. */
export const commissionText = {
  minutes: {
    kicker: 'Minutes of the evaluating panel',
    date: 'Date',
    place: 'Place',
    open: 'No date: scoring is still open',
    evaluators: 'Members',
    candidates: 'Practices put forward',
    scale: 'Scale',
    scaleText: (min, max) => `From ${min} to ${max}`,
    progress: 'Scores received',
    progressText: (given, due) => `${given} of ${due}`,
    opening: 'Opening',
    criteria: 'Criteria',
    criteriaTable: 'Criteria and their weight',
    criterion: 'Criterion',
    weight: 'Weight',
    about: 'What is looked at',
    results: 'Results',
    ranking: 'Places and scores',
    placeColumn: 'Place',
    candidate: 'Practice',
    score: 'Score',
    range: 'Among evaluators',
    of: (evaluators) => `n = ${evaluators}`,
    meanOf: (evaluators) =>
      `Each score is the mean of ${evaluators} evaluators, except where another n is shown.`,
    stable: 'Place without one evaluator',
    outcome: 'Outcome',
    outcomes: {
      recognised: 'Recognised',
      'tied-at-cut': 'Tied at the cut',
      'not-recognised': 'Not recognised',
      unscored: 'Not scored',
      open: 'To be decided',
    },
    tied: 'tied',
    rangeText: (low, high) => `${low} to ${high}`,
    places: (best, worst) => (best === worst ? best : `${best} to ${worst}`),
    recognisedText: (count, names) => `${count} practices are recognised: ${names}.`,
    oneRecognised: (name) => `One practice is recognised: ${name}.`,
    tieText: (names) =>
      `There is a tie at the cut between ${names}: the panel must decide which are recognised, and the minutes must say why.`,
    missingText: (count) =>
      `Scores missing of evaluators who did score other criteria: ${count}. Their mean takes the criteria they scored.`,
    matrix: 'Scores by criterion',
    agreement: 'Agreement of the evaluators',
    alphaText: (alpha, units) =>
      `Krippendorff's alpha of ${alpha}, over ${units} practices that were scored at least twice. 1 is full agreement and 0 what chance would give; from 0.80 it is taken as high, and below 0.667 it does not carry firm conclusions.`,
    noAlpha: {
      'nothing-scored-twice': 'Agreement cannot be measured: no practice was scored by two evaluators.',
      'no-variation': 'Agreement cannot be measured: all scores are the same.',
    },
    iccText: (single, singleRange, average, averageRange, n) =>
      `Intraclass correlation with absolute agreement, over the ${n} practices that everybody scored: ${single} (${singleRange}) for the score of one evaluator and ${average} (${averageRange}) for the mean of all.`,
    severity: 'How severe each evaluator is',
    evaluator: 'Evaluator',
    severityColumn: 'Difference from the others',
    scored: 'Scores given',
    stability: 'What changes when an evaluator is missing',
    stabilityTable: 'The order without each evaluator',
    situation: 'Situation',
    without: (name) => `Without ${name}`,
    equalWeights: 'With all criteria of equal weight',
    tau: 'Likeness of the order',
    entering: 'Would enter',
    leaving: 'Would leave',
    nobody: 'None',
    tauNote:
      "Likeness of the order: Kendall's tau-b, 1 where both orders are the same and −1 where opposite.",
    agreements: 'Decisions',
    method: 'How it was worked out',
    methodText:
      'An evaluator’s score is the mean of the criteria by their weight; a practice’s score is the mean of its evaluators. Equal scores share the better place and the next one is left out. Who is recused from a practice does not score it.',
    recusals: 'Recusals',
    recusal: (evaluator, candidate, reason) =>
      [`${evaluator} did not score “${candidate}”`, reason].filter(Boolean).join(': '),
    signatures: 'Signatures',
    file: 'minutes',
  },
  sheet: {
    file: 'score-sheets',
    evaluator: 'Evaluator',
    candidate: 'Practice',
    comment: 'Comment',
    criterion: (name, min, max) => `${name} (${min} to ${max})`,
  },
} satisfies Catalogue<typeof es>;
