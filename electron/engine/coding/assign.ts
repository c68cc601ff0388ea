import type { ParsedInput } from '../../../shared/contract';
import type { Coding } from '../../../shared/domain/coding';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { OneChange } from '../definitions/change-many';
import { answerKey, type OpenAnswer } from './answers';
import type { OpenCoding } from './coding-store';

type Entry = ParsedInput<'coding.assign'>['entries'][number];

/**
 * The changes that give codes to answers: a coding that is there already (also one whose answer changed in the same line) is
 * written anew, one without codes or quote goes. Throws `measurement-invalid` for a code the list does not have and for an
 * answer that is not there.
 */
export function assignments(
  context: Pick<EngineContext, 'newId'>,
  { plan, answers, placed }: OpenCoding,
  coder: string | null,
  entries: readonly Entry[],
): OneChange[] {
  const byPlace = new Map<string, OpenAnswer>(answers.map((answer) => [answerKey(answer), answer]));
  const known = new Set(plan.spec.codes.map(({ id }) => id));
  const lost = new Map(
    placed.lost.filter((coding) => coding.coder === coder).map((coding) => [answerKey(coding), coding]),
  );
  return entries.flatMap((entry): OneChange[] => {
    const answer = byPlace.get(answerKey(entry));
    if (!answer) throw new AppError('measurement-invalid', { reason: 'answer-missing', line: entry.line });
    const stranger = entry.codes?.find((code) => !known.has(code));
    if (stranger !== undefined) {
      throw new AppError('measurement-invalid', { reason: 'code-unknown', value: stranger });
    }
    const id = (placed.at(coder, answer) ?? lost.get(answerKey(answer)))?.id;
    if (entry.codes === null && !entry.isQuote) return id === undefined ? [] : [{ id, body: null }];
    const body: Coding = {
      id: id ?? context.newId('cod'),
      textId: plan.spec.textId,
      waveId: answer.waveId,
      line: answer.line,
      answerSha256: answer.sha256,
      coder,
      codes: entry.codes,
      isQuote: entry.isQuote,
    };
    return [{ id: body.id, body }];
  });
}
