import type { Catalogue } from '../catalogue';
import type { sentencesText as spanish } from '../es/sentences';

/** The pieces of a result's sentence. Figures arrive written; nothing here speaks of causes. */
export const sentencesText: Catalogue<typeof spanish> = {
  title: (indicator, group) => (group === '' ? indicator : `${indicator} (${group})`),
  and: ' and ',
  percentagePoints: 'percentage points',
  wave: (figure, wave, n) => `${figure} in “${wave}” (n = ${n})`,
  fromTo: (title, from, to) => `${title}: went from ${from} to ${to}`,
  matchedFromTo: (title, people, from, to) =>
    `${title}: among the ${people} people who answered in both waves, went from ${from} to ${to}`,
  matchedWave: (figure, wave) => `${figure} in “${wave}”`,
  rise: (amount) => `an observed rise of ${amount}`,
  fall: (amount) => `an observed fall of ${amount}`,
  between: (lower, upper, level) => ` (between ${lower} and ${upper}, with ${level} confidence)`,
  improved: ', which is an improvement',
  worsened: ', which is a setback',
  unclear: (lower, upper, level) =>
    `; these data cannot tell whether it changed: the change lies between ${lower} and ${upper}, with ${level} confidence`,
  census: '; as everybody was asked, the change is exact',
  censusSame: ', with no difference; as everybody was asked, the comparison is exact',
  sameNoInterval: ', with no observed difference',
  noInterval: (reason) => `; there is no interval: ${reason}`,
  suppressed: (title) =>
    `${title}: protected figure, because the group is very small or would give away one that is.`,
  partlySuppressed: (title, shown) =>
    `${title}: ${shown}; the other wave is protected, because the group is very small or would give away one that is, so the change is not shown.`,
  empty: (title, reason) => `${title}: there is no change to show (${reason}).`,
  partlyEmpty: (title, shown, reason) => `${title}: ${shown}; there is no change to show (${reason}).`,
  targetReached: (target) => ` The target of ${target} was reached.`,
  targetMissed: (target) => ` The target of ${target} was not reached.`,
  targetUncertain: (target) => ` These data cannot tell whether the target of ${target} was reached.`,
};
