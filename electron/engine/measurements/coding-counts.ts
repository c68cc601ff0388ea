import type { Code, SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import { allValues, type CountedCell, cellAddress, isBelow, protectTable } from '../privacy/suppression';
import { type FigurePlace, makeFigure, shareContent } from './made-figure';
import type { MeasurementPlan } from './plan';

/** Answers with what counts for them (`codes` null: not coded), their stages and the codes there are. */
export type CodedCounts = {
  answers: readonly { stage: string | null; codes: string[] | null }[];
  stages: readonly { value: string | null; label: string }[];
  codes: readonly Code[];
};

/** All answers, or those of a stage. */
type Part = { place: FigurePlace; row: string; answers: CodedCounts['answers'] };

/**
 * Answers, those coded, and how many of these carry each code, as a whole and by stage. Where rows are people, parts with few
 * of them are suppressed with what would tell them; `hiddenCodes` are codes that few gave altogether.
 */
export function codedFigures(
  plan: MeasurementPlan<SpecOf<'coding'>>,
  counts: CodedCounts,
): { figures: MeasurementFigure[]; hiddenCodes: ReadonlySet<string> } {
  const { spec, threshold } = plan;
  const parts = partsOf(plan, counts);
  const coded = (part: Part) => part.answers.filter(({ codes }) => codes !== null);
  const hiddenParts = threshold > 1 ? protectedParts(parts, coded, threshold) : new Set<string>();
  const isHidden = (hidden: ReadonlySet<string>, { row }: Part): boolean =>
    hidden.has(cellAddress({ row, column: allValues }));
  const totals = parts.flatMap((part) => {
    const hidden = isHidden(hiddenParts, part);
    const all = part.answers.length;
    const done = coded(part).length;
    return [
      makeFigure('statements', part.place, hidden ? 'suppressed' : { value: all, n: all }, {
        scale: 'count',
      }),
      makeFigure('coded-statements', part.place, hidden ? 'suppressed' : { value: done, n: all }, {
        scale: 'count',
      }),
    ];
  });
  const hiddenCodes = new Set<string>();
  const perCode = counts.codes.flatMap((code) => {
    const given = (part: Part): number => coded(part).filter(({ codes }) => codes?.includes(code.id)).length;
    const cells = parts.map((part): CountedCell => {
      const [x, n] = [given(part), coded(part).length];
      return { row: part.row, column: allValues, size: x, asked: n, isSmall: isBelow(threshold, x, n) };
    });
    const hidden = threshold > 1 ? protectTable(cells, threshold, hiddenParts) : new Set<string>();
    const [whole] = parts;
    if (whole && isHidden(hidden, whole)) hiddenCodes.add(code.id);
    return parts.flatMap((part) => {
      const place = { ...part.place, code: code.id, of: [code.label, ...(part.place.of ?? [])] };
      const [x, n] = [given(part), coded(part).length];
      const share = shareContent({ x, n }, { coverage: plan.coverage, level: spec.confidenceLevel });
      const isGone = isHidden(hidden, part);
      return [
        makeFigure('code-count', place, isGone ? 'suppressed' : { value: x, n }, { scale: 'count' }),
        makeFigure('code-share', place, isGone ? 'suppressed' : share, { scale: 'share' }),
      ];
    });
  });
  return { figures: [...totals, ...perCode], hiddenCodes };
}

/** Answers and coded answers add up by themselves, so each number is protected by itself; what is hidden for one is for both. */
function protectedParts(
  parts: readonly Part[],
  coded: (part: Part) => CodedCounts['answers'],
  threshold: number,
): Set<string> {
  const hidden = new Set<string>();
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const numberOf of [(part: Part) => part.answers.length, (part: Part) => coded(part).length]) {
      const cells = parts.map((part): CountedCell => {
        const size = numberOf(part);
        return {
          row: part.row,
          column: allValues,
          size,
          asked: size,
          isSmall: isBelow(threshold, size),
        };
      });
      for (const address of protectTable(cells, threshold, hidden)) hidden.add(address);
    }
  }
  return hidden;
}

function partsOf({ spec, variable }: MeasurementPlan<SpecOf<'coding'>>, counts: CodedCounts): Part[] {
  const whole: Part = { place: {}, row: allValues, answers: counts.answers };
  if (spec.stageId === null) return [whole];
  const { name } = variable(spec.stageId);
  return [
    whole,
    ...counts.stages.map(({ value, label }) => ({
      place: { splits: [{ name, value }], of: [label] },
      row: value === null ? 'unanswered' : `=${value}`,
      answers: counts.answers.filter(({ stage }) => stage === value),
    })),
  ];
}
