import type { Catalogue } from '../catalogue';
import type { scaleText as spanish } from '../es/scale';

/** How well the items of an index go together, in plain words. */
export const scaleText: Catalogue<typeof spanish> = {
  title: 'Do the items go together?',
  purpose:
    'An index adds answers up. That makes sense if they point the same way; here you see how far, item by item.',
  columns: {
    item: 'Item',
    n: 'Answers',
    missing: 'Unanswered',
    mean: 'Mean',
    standardDeviation: 'Deviation',
    restCorrelation: 'Relation to the others',
    alphaWithout: 'Alpha without this item',
  },
  figures: {
    alpha: 'Cronbach’s alpha',
    standardisedAlpha: 'Standardised alpha',
    averageCorrelation: 'Mean correlation between items',
    complete: 'Answered every item',
    scored: 'Answered enough for the index',
  },
  alphaHelp:
    'Alpha goes up to 1. It rises when answers are alike, and also when items are many. It does not say that the index measures what it is meant to, nor that it measures one thing.',
  method:
    'Method: Cronbach’s alpha over those who answered every item, with Feldt’s interval; correlation of each item with the sum of the others.',
  reversed: 'reversed',
  reasons: {
    'single-item': 'with one item there is nothing to compare',
    'no-complete-answers': 'nobody answered every item',
    'item-without-variation': 'everybody answered alike',
  },
  sentences: {
    alpha: (wave, items, alpha) => `In “${wave}”, the ${items} items have an alpha of ${alpha}`,
    between: (lower, upper, level) => ` (between ${lower} and ${upper}, with ${level} confidence)`,
    people: (people) => `, by the ${people} people who answered all of them.`,
    opposed: ' The answers go opposite ways: check whether an item should be reversed.',
    low: ' The answers hardly go together: look at the items again before adding them into an index.',
    middling:
      ' The answers go together in part: the index serves for a cautious look at groups, not at persons.',
    good: ' The answers go together well, which is usually enough to compare groups.',
    high: ' The answers are so alike that some items may ask the same thing.',
    limit: ' Going together does not assure that they measure what is sought.',
    absent: (wave, reason) => `In “${wave}” there is no alpha to show (${reason}).`,
    maybeReversed: (item, correlation) =>
      `“${item}” goes against the others (relation of ${correlation}). Is it reversed?`,
    maybeNotReversed: (item, correlation) =>
      `“${item}” goes against the others (relation of ${correlation}) after being reversed. Should it have been?`,
    constant: (item) => `Everybody gave “${item}” the same answer, so it adds nothing.`,
    betterWithout: (item, alpha) =>
      `Without “${item}”, alpha would be ${alpha}. Before dropping it, ask whether the index would still say the same.`,
  },
};
