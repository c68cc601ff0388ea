import { livingCodes } from '../../../shared/domain/coding';
import type { Code } from '../../../shared/domain/measurement';
import type { OpenAnswer } from './answers';
import type { PlacedCodings } from './place-codings';

/** An answer coded by two: what each gave, in the same order as `coders`. */
export type DoubleCoded = { answer: OpenAnswer; given: [string[], string[]] };

/**
 * What counts for each answer: what was agreed; else what its coders gave where they gave the same, and what the first of them
 * gave where they did not. `double` are the answers that the two coders with most in common both coded.
 */
export type SettledCodings = {
  coders: [string, string] | null;
  codes(answer: OpenAnswer): string[] | null;
  agreed(answer: OpenAnswer): string[] | null;
  double: DoubleCoded[];
  /** Coded differently by two, and nothing agreed on. */
  unsettled: DoubleCoded[];
};

/** Settles codings by the codes a list still has; merged codes count as what they went into. */
export function settleCodings(
  answers: readonly OpenAnswer[],
  placed: PlacedCodings,
  list: readonly Code[],
): SettledCodings {
  const given = (coder: string | null, answer: OpenAnswer): string[] | null => {
    const codes = placed.at(coder, answer)?.codes ?? null;
    return codes === null ? null : livingCodes(codes, list);
  };
  const coders = closestPair(answers, placed.coders, (coder, answer) => given(coder, answer) !== null);
  const double = coders
    ? answers.flatMap((answer): DoubleCoded[] => {
        const [first, second] = [given(coders[0], answer), given(coders[1], answer)];
        return first && second ? [{ answer, given: [first, second] }] : [];
      })
    : [];
  return {
    coders,
    double,
    agreed: (answer) => given(null, answer),
    codes: (answer) => {
      const agreed = given(null, answer);
      if (agreed) return agreed;
      const first = placed.coders.find((coder) => given(coder, answer) !== null);
      return first === undefined ? null : given(first, answer);
    },
    unsettled: double.filter(
      ({ answer, given: [first, second] }) => !isSame(first, second) && given(null, answer) === null,
    ),
  };
}

/** True where both hold the same codes, in whatever order. */
export function isSame(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((code) => second.includes(code));
}

/** The two coders with most answers in common, the earliest where several have; null for fewer than two. */
function closestPair(
  answers: readonly OpenAnswer[],
  coders: readonly string[],
  hasCoded: (coder: string, answer: OpenAnswer) => boolean,
): [string, string] | null {
  const sets = coders.map((coder) => answers.map((answer) => hasCoded(coder, answer)));
  const pairs = coders.flatMap((first, left) =>
    coders.slice(left + 1).map((second, offset) => ({
      pair: pairOf(first, second),
      common: answers.filter((_answer, at) => sets[left]?.[at] && sets[left + 1 + offset]?.[at]).length,
    })),
  );
  const most = Math.max(0, ...pairs.map(({ common }) => common));
  return most === 0 ? null : (pairs.find(({ common }) => common === most)?.pair ?? null);
}

function pairOf(first: string, second: string): [string, string] {
  return [first, second];
}
