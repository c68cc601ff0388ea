import { livingCodes } from '../../../../shared/domain/coding';
import type { SpecOf } from '../../../../shared/domain/measurement';
import type { Wave } from '../../../../shared/domain/wave';
import { readCodings } from '../../coding/coding-store';
import type { Session } from '../../db/session';
import type { KeyParts } from './figure-parts';

/**
 * What coders gave to the answers of a question, one text a coder and answer: whether they gave the code of the figure, or
 * one merged into it; all their codes where the figure is of no single one.
 */
export async function codingsBehind(
  session: Session,
  spec: SpecOf<'coding'>,
  { of }: KeyParts,
  waves: readonly Pick<Wave, 'id'>[],
): Promise<string[]> {
  const code = of.get('code');
  const chosen = new Set<string>(waves.map(({ id }) => id));
  const codings = (await readCodings(session, spec.textId)).filter(({ waveId }) => chosen.has(waveId));
  return codings
    .map(({ waveId, line, coder, answerSha256, codes }) => {
      const living = codes && livingCodes(codes, spec.codes).sort();
      const given = code === undefined ? living : (living?.includes(code) ?? null);
      return JSON.stringify([waveId, coder, line, answerSha256, given]);
    })
    .sort();
}
