import type { MethodOutput, ParsedInput } from '../../../shared/contract';
import { livingCodes } from '../../../shared/domain/coding';
import { foldWords } from '../../../shared/reference/fold';
import { answerKey, type OpenAnswer, stagesOf } from './answers';
import type { OpenCoding } from './coding-store';
import { isSame, settleCodings } from './settle';

/** The answers a coder sees: with what this coder gave to them and with nobody else's codes. */
export function listAnswers(
  { plan, answers, placed }: OpenCoding,
  { coder, stage, state, search, offset, limit }: ParsedInput<'coding.list'>,
): MethodOutput<'coding.list'> {
  const { spec, waves } = plan;
  const names = new Map<string, string>(waves.map(({ id, name }) => [id, name]));
  const lost = placed.lost.filter((coding) => coding.coder === coder);
  const changed = new Set(lost.map(answerKey));
  const seen = answers.map((answer) => {
    const coding = placed.at(coder, answer);
    return {
      answer,
      codes: coding?.codes ? livingCodes(coding.codes, spec.codes) : null,
      isQuote: coding?.isQuote ?? false,
      hasChanged: !coding && changed.has(answerKey(answer)),
    };
  });
  const wanted = foldWords(search);
  const matching = seen.filter(
    (one) =>
      (stage === null || (one.answer.stage ?? '') === stage) &&
      isIn(state, one) &&
      (wanted === '' || foldWords(one.answer.text).includes(wanted)),
  );
  const coded = seen.filter(({ codes }) => codes !== null);
  const counts: Record<string, number> = {};
  for (const code of coded.flatMap(({ codes }) => codes ?? [])) counts[code] = (counts[code] ?? 0) + 1;
  return {
    answers: matching.slice(offset, offset + limit).map(({ answer, codes, isQuote, hasChanged }) => ({
      ...shown(answer, names),
      codes,
      isQuote,
      hasChanged,
    })),
    total: matching.length,
    progress: {
      answers: answers.length,
      coded: coded.length,
      quotes: seen.filter(({ isQuote }) => isQuote).length,
      lost: lost.length,
    },
    stages: stagesOf(plan, answers).map(({ value, label }) => {
      const own = seen.filter(({ answer }) => answer.stage === value);
      return {
        value: value ?? '',
        label,
        answers: own.length,
        coded: own.filter(({ codes }) => codes !== null).length,
      };
    }),
    counts,
    coders: placed.coders.map((name) => ({
      name,
      coded: answers.filter((answer) => placed.at(name, answer)?.codes).length,
    })),
  };
}

function isIn(
  state: ParsedInput<'coding.list'>['state'],
  one: { codes: string[] | null; isQuote: boolean; hasChanged: boolean },
): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'uncoded':
      return one.codes === null;
    case 'coded':
      return one.codes !== null;
    case 'quotes':
      return one.isQuote;
    case 'changed':
      return one.hasChanged;
  }
}

function shown({ waveId, line, text, stage }: OpenAnswer, names: ReadonlyMap<string, string>) {
  return { waveId, wave: names.get(waveId) ?? '', line, text, stage };
}

/** Answers two coders coded, those they disagree on first of all; settled ones only where asked for. */
export function listDisagreements(
  { plan, answers, placed }: OpenCoding,
  { includeSettled, offset, limit }: ParsedInput<'coding.disagreements'>,
): MethodOutput<'coding.disagreements'> {
  const names = new Map<string, string>(plan.waves.map(({ id, name }) => [id, name]));
  const settled = settleCodings(answers, placed, plan.spec.codes);
  const differing = settled.double.filter(({ given: [first, second] }) => !isSame(first, second));
  const wanted = includeSettled ? differing : settled.unsettled;
  return {
    coders: settled.coders,
    doubleCoded: settled.double.length,
    unsettled: settled.unsettled.length,
    total: wanted.length,
    answers: wanted.slice(offset, offset + limit).map(({ answer, given }) => ({
      ...shown(answer, names),
      given,
      agreed: settled.agreed(answer),
    })),
  };
}
