import { createHash } from 'node:crypto';
import { activeCodes } from '../../../shared/domain/coding';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure, MeasurementNotice } from '../../../shared/domain/measurement-result';
import { type OpenAnswer, readAnswers, stagesOf } from '../coding/answers';
import { readCodings } from '../coding/coding-store';
import { placeCodings } from '../coding/place-codings';
import { isSame, settleCodings } from '../coding/settle';
import { agreementFigures, rareCodes } from './coding-agreement';
import { type CodedCounts, codedFigures } from './coding-counts';
import { codingCharts, codingTables } from './coding-tables';
import type { Counted, CountWork } from './compute';
import { makeFigure } from './made-figure';
import type { MeasurementPlan } from './plan';

/**
 * What was coded of the open answers: how many carry each code, by stage, out of those coded, and how far two coders agree. An
 * answer counts with what was agreed, else with what its coders gave where they gave the same, else with what the first
 * gave. Answers that changed after they were coded count as not coded. Throws what `readAnswers` throws.
 */
export async function countCoding(
  plan: MeasurementPlan<SpecOf<'coding'>>,
  { session }: CountWork,
): Promise<Counted> {
  const { spec } = plan;
  const answers = await readAnswers(session, plan);
  if (answers.length === 0) {
    return { figures: [], headline: [], tables: [], charts: [], notices: [{ code: 'no-rows', details: {} }] };
  }
  const waves = new Set<string>(plan.waves.map(({ id }) => id));
  const codings = (await readCodings(session, spec.textId)).filter(({ waveId }) => waves.has(waveId));
  const placed = placeCodings(answers, codings);
  const settled = settleCodings(answers, placed, spec.codes);
  const codes = activeCodes(spec.codes);
  const counts: CodedCounts = {
    answers: answers.map((answer) => ({ stage: answer.stage, codes: settled.codes(answer) })),
    stages: stagesOf(plan, answers),
    codes,
  };
  const coded = codedFigures(plan, counts);
  const agreement = agreementFigures(plan, settled, codes, coded.hiddenCodes);
  const coders = placed.coders.map((name) => {
    const own = answers.filter((answer) => placed.at(name, answer)?.codes).length;
    const content =
      own > 0 && own < plan.threshold ? ('suppressed' as const) : { value: own, n: answers.length };
    return makeFigure('coded-statements', { coder: name, of: [name] }, content, { scale: 'count' });
  });
  const figures = [...coded.figures, ...agreement, ...coders];
  const lost = new Set(placed.lost.map(({ waveId, line }) => `${waveId}/${line}`)).size;
  return {
    figures,
    headline: headline(figures),
    tables: codingTables(plan, figures, counts, placed.coders),
    charts: codingCharts(plan, figures, counts),
    notices: [
      ...uncodedNotices(counts),
      ...told('answers-changed', lost),
      ...(placed.coders.length === 1 ? [{ code: 'one-coder' as const, details: {} }] : []),
      ...told('coders-disagree', settled.unsettled.length),
      ...rareCodes(settled, codes),
    ],
    basis: basisOf(answers, settled.codes, settled.double),
  };
}

function headline(figures: readonly MeasurementFigure[]): string[] {
  const most = figures
    .filter(({ measure, of, status }) => measure === 'code-share' && of.length === 1 && status === 'shown')
    .sort((left, right) => (right.value ?? 0) - (left.value ?? 0));
  return [
    'coded-statements',
    ...most.slice(0, 2).map(({ key }) => key),
    ...figures.filter(({ key, value }) => key === 'kappa' && value !== null).map(({ key }) => key),
  ];
}

function told(code: 'answers-changed' | 'coders-disagree', count: number): MeasurementNotice[] {
  return count > 0 ? [{ code, details: { count } }] : [];
}

/** How many answers nobody coded, and stages in which nobody coded any. */
function uncodedNotices({ answers, stages }: CodedCounts): MeasurementNotice[] {
  const uncoded = answers.filter(({ codes }) => codes === null).length;
  const untouched = stages.filter(({ value }) =>
    answers.every(({ stage, codes }) => stage !== value || codes === null),
  );
  return [
    ...(uncoded > 0 ? [{ code: 'uncoded' as const, details: { count: uncoded } }] : []),
    ...(untouched.length > 0 && uncoded < answers.length
      ? [
          {
            code: 'stage-uncoded' as const,
            details: { stages: untouched.map(({ label }) => `«${label}»`).join(', ') },
          },
        ]
      : []),
  ];
}

/** Everything coded, so that a claim tells when a code was given or taken away. */
function basisOf(
  answers: readonly OpenAnswer[],
  codesOf: (answer: OpenAnswer) => string[] | null,
  double: readonly { answer: OpenAnswer; given: [string[], string[]] }[],
): string {
  const hash = createHash('sha256');
  for (const answer of answers) {
    hash.update(JSON.stringify([answer.waveId, answer.line, codesOf(answer)?.toSorted() ?? null]));
  }
  for (const { answer, given } of double) {
    if (isSame(...given)) continue;
    hash.update(JSON.stringify([answer.waveId, answer.line, given.map((codes) => codes.toSorted())]));
  }
  return hash.digest('hex');
}
