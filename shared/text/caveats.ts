import type { ChangeResult } from '../domain/comparison';
import type { Locale } from './catalogue';
import { comparisonText as english } from './en/comparison';
import { comparisonText as spanish } from './es/comparison';

/** What is left of a test among the others of its family. */
export type Verdict = 'holds' | 'fades' | 'unclear';
/** What speaks against asserting a change that looks clear on its own. */
export type Caveat = 'correction' | 'prudence';

/** Whether a change that looks clear on its own still does among the other tests of its family. */
export function verdictOf(p: number, adjustedP: number, confidenceLevel: number): Verdict {
  // 1 - 0.95 is a hair above 0.05.
  const limit = Math.round((1 - confidenceLevel) * 1e9) / 1e9;
  if (adjustedP <= limit) return 'holds';
  return p <= limit ? 'fades' : 'unclear';
}

/** The first thing that takes a clear change back: the correction among many, or the prudent calculation; null if none. */
export function caveatOf(change: ChangeResult, confidenceLevel: number): Caveat | null {
  if (change.direction === 'no-clear-change' || change.status !== 'shown') return null;
  const { adjusted, cautious, interval, test } = change;
  if (adjusted && test?.p != null && verdictOf(test.p, adjusted.p, confidenceLevel) === 'fades') {
    return 'correction';
  }
  const isTakenBack = cautious?.interval && leavesOutZero(interval) && !leavesOutZero(cautious.interval);
  return isTakenBack ? 'prudence' : null;
}

/** A caveat as a sentence of its own, or as a few words to stand after a direction; empty where there is none. */
export function caveatText(caveat: Caveat | null, length: 'sentence' | 'short', locale: Locale): string {
  if (caveat === null) return '';
  return (locale === 'es' ? spanish : english).caveats[caveat][length];
}

/** True for an interval of a change that lies on one side of zero. */
export function leavesOutZero(interval: ChangeResult['interval']): boolean {
  return interval !== null && (interval.lower > 0 || interval.upper < 0);
}
