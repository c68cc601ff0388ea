import { foldText } from '../cell-shapes';

const codeFirst = /(?<!\d)(\d{1,2})\s*(?:=|:|\)|\(|[-–—])\s*"?([\p{L}][\p{L} ]{1,40})/gu;
const labelFirst = /([\p{L}][\p{L} ]{1,40}?)\s*[=(]\s*(\d{1,2})(?!\d)/gu;

/**
 * What the ends of a scale mean where a question says so: "1 = Nunca … 5 = Siempre", "de 1 (nunca) a 5 (siempre)".
 * Codes to meanings without accents or case; empty where the question explains none.
 */
export function scaleLegend(question: string): Map<number, string> {
  const first = new Map(
    [...question.matchAll(codeFirst)].map(([, code, label]) => [Number(code), foldText(label ?? '')]),
  );
  if (first.size >= 2) return first;
  const second = new Map(
    [...question.matchAll(labelFirst)].map(([, label, code]) => [
      Number(code),
      foldText(label ?? '').replace(/^(?:de|desde|a|hasta|y) /, ''),
    ]),
  );
  return second.size >= 2 ? second : new Map();
}

/** A scale from `min` to `max` whose ends mean in one wording what they mean in the other turned round. */
export type TurnedScale = { min: number; max: number; low: string; high: string };

/** The scale that two questions explain in opposite directions; null where they agree or do not say. */
export function turnedScale(before: string, now: string): TurnedScale | null {
  const [first, second] = [scaleLegend(before), scaleLegend(now)];
  if (first.size < 2 || second.size < 2) return null;
  const [min, max] = [Math.min(...first.keys()), Math.max(...first.keys())];
  if (min !== Math.min(...second.keys()) || max !== Math.max(...second.keys()) || max - min > 20) return null;
  const low = first.get(min) ?? '';
  const high = first.get(max) ?? '';
  const isTurned = low !== high && second.get(max) === low && second.get(min) === high;
  return isTurned ? { min, max, low, high } : null;
}
