import type { Catalogue } from '../catalogue';
import type { seriesSentencesText as spanish } from '../es/series-sentences';

export const seriesSentencesText: Catalogue<typeof spanish> = {
  cases: {
    month: 'the number of cases a month',
    week: 'the number of cases a week',
    quarter: 'the number of cases a quarter',
  },
  indicator: (name) => `the indicator “${name}”`,
  caseUnit: 'cases',
  percentagePoints: 'percentage points',
  perPeriod: { month: 'a month', week: 'a week', quarter: 'a quarter' },
  rise: (amount) => `jumped up by ${amount}`,
  fall: (amount) => `dropped by ${amount}`,
  faster: (amount, per) => `its pace increased by ${amount} ${per}`,
  slower: (amount, per) => `its pace decreased by ${amount} ${per}`,
  between: (lower, upper) => `(between ${lower} and ${upper})`,
  noJump: (range) => `no jump can be told apart ${range}`,
  noTurn: (range) => `no change of pace can be told apart ${range}`,
  both: (cut, subject, jump, turn, level) =>
    `Since ${cut}, ${subject} ${jump} and ${turn}, with ${level} confidence.`,
  jumpOnly: (cut, subject, jump, turn, level) =>
    `Since ${cut}, ${subject} ${jump}; ${turn}, with ${level} confidence.`,
  turnOnly: (cut, subject, turn, jump, level) =>
    `Since ${cut}, for ${subject}, ${turn}; ${jump}, with ${level} confidence.`,
  neither: (cut, subject, jump, turn, level) =>
    `These data cannot tell whether ${subject} has changed since ${cut}: ${jump}, ${turn}, with ${level} confidence.`,
  neitherTurn: (range) => `nor a change of pace ${range}`,
  exact: (cut, subject, jump, turn) =>
    `Since ${cut}, ${subject} ${jump} and ${turn}. Every period lies exactly on the lines, so there is no margin to compute.`,
  flat: (subject) => `For ${subject} every period follows the same line, before and after.`,
  sameJump: 'did not jump',
  sameTurn: 'went on at the same pace',
  endAbove: (period, amount, range) =>
    `In ${period} it stands ${amount} above where it would be had the earlier trend gone on ${range}.`,
  endBelow: (period, amount, range) =>
    `In ${period} it stands ${amount} below where it would be had the earlier trend gone on ${range}.`,
  endUnclear: (period, range) =>
    `In ${period} it cannot be told apart from where it would be had the earlier trend gone on ${range}.`,
  disputed:
    'The usual computation would see a change where a more cautious one cannot tell it from chance; here the cautious one counts, as the series is short or its neighbouring periods are much alike.',
  observed:
    'This is a change observed at that date: other things that happened at the same time may explain it as well.',
  refusals: {
    'no-cut': 'Enter the date of the change to compare what came before with what came after.',
    'too-few-before': (fewest) =>
      `There are too few whole periods before the date: at least ${fewest} are needed.`,
    'too-few-after': (fewest) =>
      `There are too few whole periods after the date: at least ${fewest} are needed.`,
    'too-many-protected':
      'Too many periods have a protected figure for the lines to be estimated. Try quarters, or the reading for the office.',
    'not-identified': 'The periods left are not enough to tell level, pace and month of the year apart.',
  },
  cautions: {
    'few-before': 'There are fewer than twelve periods before the date, so the margins are uncertain.',
    'few-after': 'There are fewer than twelve periods after the date, so the margins are uncertain.',
    'seasonality-not-possible':
      'There are no two full years with every month, so the time of year could not be allowed for.',
    'no-variation': 'Every period lies exactly on the lines, so there is no margin to compute.',
    'smoothed-periods':
      'Protected periods enter the computation with the average of their group, never with their true figure.',
    autocorrelated:
      'Neighbouring periods are more alike than chance would have it; the margins take this into account.',
    'lags-shortened': 'More lags were asked for than the series allows; half the periods were used.',
  },
  method: (lags, rule, n, before, after, df) =>
    `Segmented regression by least squares, Newey-West errors with ${lags} lags (${rule}), n = ${n} periods (${before} before and ${after} after), t with ${df} degrees of freedom.`,
  automaticLags: 'rule 4 (n/100)^(2/9)',
  chosenLags: 'chosen',
  seasonal: ' Each time of the year has a level of its own.',
  durbinWatson: (value) => ` Durbin-Watson ${value}.`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  monthOf: (month, year) => `${month} ${year}`,
  weekOf: (day) => `the week of ${day}`,
  quarterOf: (quarter, year) => `quarter ${quarter} of ${year}`,
};
