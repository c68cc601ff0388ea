import { z } from 'zod';
import { VariableId, WaveId } from './ids';
import { type Code, CodeSlug } from './measurement';

/** Who codes, as the office calls the role: «Codificador/a 1». */
export const CoderName = z.string().trim().min(1).max(60);

/**
 * What one coder gave to one answer. `coder` null is what all agreed on. `codes` empty: read, and none applies; null: not coded
 * yet. `answerSha256` tells the answer coded from the one that may stand in its place after the file is read again.
 */
export const Coding = z.strictObject({
  id: z.string(),
  textId: VariableId,
  waveId: WaveId,
  line: z.int().nonnegative(),
  answerSha256: z.string(),
  coder: CoderName.nullable(),
  codes: z.array(CodeSlug).max(80).nullable(),
  /** Marked as an exemplary quote. */
  isQuote: z.boolean(),
});
export type Coding = z.infer<typeof Coding>;

/**
 * The codes a list still has, each once: merged ones as what they were merged into, removed ones left out. Merges that lead in
 * a circle count as removed.
 */
export function livingCodes(codes: readonly string[], list: readonly Code[]): string[] {
  const byId = new Map(list.map((code) => [code.id, code]));
  const found = codes.flatMap((id): string[] => {
    let code = byId.get(id);
    for (let step = 0; code?.mergedInto !== undefined; step += 1) {
      if (step > list.length) return [];
      code = byId.get(code.mergedInto);
    }
    return code ? [code.id] : [];
  });
  return [...new Set(found)];
}

/** Codes that can be given: those that were not merged into another. */
export function activeCodes(list: readonly Code[]): Code[] {
  return list.filter(({ mergedInto }) => mergedInto === undefined);
}
