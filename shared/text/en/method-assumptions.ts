import type { MethodId } from '../../stats/types';

const ownAnswer = 'Each person answered on their own: one answer does not pull another along.';
const represents =
  'Those who answered are like those one wanted to know about; the missing are no different.';
const differentPeople = 'The people of one wave are not those of the other, or cannot be recognised.';
const samePerson = 'Each identifier is the same person in both waves.';
const stayersStandForAll = 'Those in both waves stand for those who left or arrived later as well.';
const fewAndUneven =
  'With fewer than some 30 people, values should neither pile up on one side nor hold extreme cases.';
const denominator = 'The denominator is not near zero, and there are at least some 30 rows.';
const events = 'Events happen one at a time, none causing the next, and the exposure is well recorded.';
const declaredDesign = 'The declared strata, clusters, weights and sizes are those of the real sample.';
const clustersByChance =
  'If there are clusters, they were drawn at random, and what happens in one does not depend on another.';
const alikeWithin =
  'If there are clusters, people of the same one may be alike: the calculation already considers it.';
const veryFew = 'With four clusters or fewer, not even this correction gives a safe result.';

/** What must hold for each method's figures to mean what they say, in words that need no statistics. */
export const methodAssumptionsText = {
  'newcombe-independent': [differentPeople, ownAnswer, represents],
  'newcombe-paired': [samePerson, ownAnswer, stayersStandForAll],
  welch: [differentPeople, ownAnswer, represents, fewAndUneven],
  'paired-t': [samePerson, ownAnswer, stayersStandForAll, fewAndUneven],
  'ratio-linearised-independent': [differentPeople, ownAnswer, denominator],
  'ratio-linearised-matched': [samePerson, ownAnswer, denominator],
  'rate-poisson-independent': [differentPeople, events],
  'rate-linearised-matched': [samePerson, events],
  'plain-difference': ['The record is complete in both waves: what was not written down is not counted.'],
  'exact-difference': [
    'Everybody was asked; if several were not reached, this is a sample and not a census.',
    'Errors in asking or writing down are not part of the calculation.',
  ],
  'miettinen-nurminen': [differentPeople, ownAnswer, represents],
  'design-independent': [declaredDesign, clustersByChance, alikeWithin],
  'design-matched': [samePerson, declaredDesign, clustersByChance, alikeWithin],
  'cluster-robust-independent': [declaredDesign, clustersByChance, alikeWithin, veryFew],
  'cluster-robust-matched': [samePerson, declaredDesign, clustersByChance, alikeWithin, veryFew],
} satisfies Record<MethodId, readonly string[]>;
