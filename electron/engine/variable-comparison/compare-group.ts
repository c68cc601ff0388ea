import type { VariableGroup, VariableTest } from '../../../shared/domain/variable-comparison';
import { assertNever } from '../../../shared/errors';
import {
  type CategoryComparison,
  compareIndependentCategories,
  compareMatchedCategories,
} from '../../../shared/stats/categories';
import { exactDifference } from '../../../shared/stats/census';
import { chooseVariableMethod, type VariableMethodId } from '../../../shared/stats/choose-variable-method';
import { compareDesignIndependent, compareDesignMatched } from '../../../shared/stats/design/contrast';
import { raoScottTest } from '../../../shared/stats/design/rao-scott';
import { shiftIndependent, shiftMatched } from '../../../shared/stats/hodges-lehmann';
import { compareIndependentRanks } from '../../../shared/stats/mann-whitney';
import { compareProportionsMiettinenNurminen } from '../../../shared/stats/miettinen-nurminen';
import { boxCounts } from '../../../shared/stats/ordinal';
import { estimateProportion } from '../../../shared/stats/proportion';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { compareMatchedProportions, pairedMargins } from '../../../shared/stats/proportion-matched';
import type { RankComparison } from '../../../shared/stats/rank-comparison';
import { compareMatchedRanks } from '../../../shared/stats/signed-rank';
import type { ChangeResult, TestResult } from '../../../shared/stats/types';
import type { Codebook } from './codebook';
import {
  bare,
  boxedPair,
  differenceFrequencies,
  type GroupMaterial,
  moveTable,
  optionCounts,
  pairedBoxCounts,
  scoreFrequencies,
  scoreSample,
  topBoxScores,
} from './material';
import type { VariablePlan } from './plan';
import { sampleFrom } from './samples';

/** What takes both waves of a group. */
export type GroupFigures = Pick<
  VariableGroup,
  'method' | 'shift' | 'test' | 'effectSize' | 'topBox' | 'cautions' | 'reason'
>;

/** The method for a group: one whose people are units of their own needs none of the declared design. */
export function methodFor({ spec, scale }: VariablePlan, material: GroupMaterial | null): VariableMethodId {
  const isDesigned = material?.baseline.frame != null || material?.followUp.frame != null;
  return chooseVariableMethod({ scale, linkage: spec.linkage, coverage: spec.coverage, isDesigned });
}

/** The comparison of a group that may be shown in both waves, each with at least one answer. */
export function compareGroup(plan: VariablePlan, codebook: Codebook, material: GroupMaterial): GroupFigures {
  const method = methodFor(plan, material);
  const figures = { ...bareGroup(method), topBox: compareTopBox(plan, codebook, material) };
  const cautions = unscoredCaution(plan, codebook, material);
  switch (method) {
    case 'mann-whitney':
    case 'wilcoxon-signed-rank':
      return { ...figures, ...rankFigures(plan, codebook, material), cautions };
    case 'chi-square':
    case 'stuart-maxwell': {
      const compared = compareCategories(codebook, material);
      const caution = method === 'chi-square' ? 'few-expected' : 'few-moves';
      return {
        ...figures,
        test: compared.test && categoryTest(compared.test),
        effectSize: compared.effectSize,
        cautions: compared.isRough ? [caution] : [],
        reason: compared.reason,
      };
    }
    case 'rao-scott':
      return { ...figures, ...raoScottFigures(codebook, material), cautions };
    case 'exact-distribution':
      return { ...figures, ...exactFigures(plan, codebook, material), cautions, reason: 'not-sampled' };
    case 'design-medians':
    case 'design-distribution':
      return { ...figures, cautions, reason: 'no-test-under-design' };
    case 'options-apart':
      return { ...figures, reason: 'options-not-exclusive' };
    default:
      return assertNever(method);
  }
}

/** A group without figures of both waves. */
export function bareGroup(method: VariableMethodId, reason: string | null = null): GroupFigures {
  return { method, shift: null, test: null, effectSize: null, topBox: null, cautions: [], reason };
}

function unscoredCaution(
  { scale }: VariablePlan,
  { scoreOf }: Codebook,
  { baseline, followUp }: GroupMaterial,
): GroupFigures['cautions'] {
  if (scale !== 'ordinal') return [];
  const isUnscored = [...baseline.answers, ...followUp.answers].some(
    ({ answer }) => scoreOf(answer) === null,
  );
  return isUnscored ? ['unscored-answers'] : [];
}

function compareRanks(plan: VariablePlan, codebook: Codebook, material: GroupMaterial) {
  const { spec, analysis } = plan;
  const level = spec.confidenceLevel;
  if (material.pairs) {
    const differences = differenceFrequencies(material, codebook);
    return {
      ranks: compareMatchedRanks(differences, level, analysis.zeroRule),
      shift: shiftMatched(differences, level),
    };
  }
  const [before, after] = [material.baseline, material.followUp].map(({ answers }) =>
    scoreFrequencies(answers, codebook),
  );
  return {
    ranks: compareIndependentRanks(before ?? [], after ?? [], level),
    shift: shiftIndependent(before ?? [], after ?? [], level),
  };
}

function rankFigures(plan: VariablePlan, codebook: Codebook, material: GroupMaterial) {
  const { ranks, shift } = compareRanks(plan, codebook, material);
  return {
    shift: bare(shift),
    test: ranks.test && rankTest(ranks.test, ranks.rules),
    effectSize: ranks.effectSize,
    reason: ranks.reason,
  };
}

function rankTest(test: TestResult, { ties, zeroRule }: RankComparison['rules']): VariableTest {
  return { ...test, denominatorDf: null, ties, zeroRule };
}

function categoryTest(test: TestResult): VariableTest {
  return { ...test, denominatorDf: null, ties: null, zeroRule: null };
}

function compareCategories(codebook: Codebook, material: GroupMaterial): CategoryComparison {
  if (material.pairs) return compareMatchedCategories(moveTable(material, codebook));
  return compareIndependentCategories(
    optionCounts(material.baseline.answers, codebook),
    optionCounts(material.followUp.answers, codebook),
  );
}

function raoScottFigures(codebook: Codebook, { baseline, followUp }: GroupMaterial) {
  const size = codebook.options.length;
  const samples = [baseline, followUp].flatMap(({ answers, frame }) =>
    frame
      ? [
          sampleFrom(answers, frame, size, ({ answer }) =>
            codebook.options.map((_, index) => (index === codebook.indexOf(answer) ? 1 : 0)),
          ),
        ]
      : [],
  );
  const { f, reason } = raoScottTest(samples, 'waves');
  const test: VariableTest | null = f && {
    name: 'rao-scott',
    statistic: f.statistic,
    df: f.numeratorDf,
    denominatorDf: f.denominatorDf,
    p: f.p,
    ties: null,
    zeroRule: null,
  };
  return { test, reason };
}

/** A census has the figures, without the interval or test that only a sample needs. */
function exactFigures(plan: VariablePlan, codebook: Codebook, material: GroupMaterial) {
  if (plan.scale === 'multiple') return {};
  if (plan.scale === 'nominal') {
    const { effectSize } = compareCategories(codebook, material);
    return { effectSize };
  }
  const { ranks, shift } = compareRanks(plan, codebook, material);
  return {
    shift: { value: shift.value, interval: null, reason: 'not-sampled' },
    effectSize: ranks.effectSize && { ...ranks.effectSize, interval: null },
  };
}

function compareTopBox(
  plan: VariablePlan,
  codebook: Codebook,
  material: GroupMaterial,
): VariableGroup['topBox'] {
  const box = topBoxScores(plan, codebook);
  if (!box) return null;
  const { change, interval, test, method, reason } = topBoxChange(plan, codebook, material, box);
  return { change, interval, p: test?.p ?? null, method, reason };
}

function topBoxChange(
  { spec, analysis }: VariablePlan,
  codebook: Codebook,
  material: GroupMaterial,
  box: readonly number[],
): ChangeResult {
  const level = spec.confidenceLevel;
  const { baseline, followUp, pairs } = material;
  const isIn = (score: number): boolean => box.includes(score);
  if (baseline.frame && followUp.frame) {
    if (!pairs) {
      return compareDesignIndependent(
        'proportion',
        scoreSample(baseline.answers, baseline.frame, codebook, isIn),
        scoreSample(followUp.answers, followUp.frame, codebook, isIn),
        level,
      );
    }
    const paired = sampleFrom(pairs.moves, baseline.frame, 2, (move) => {
      const boxed = boxedPair(move, codebook, box);
      return boxed === null ? null : boxed.map((isBoxed) => (isBoxed ? 1 : 0));
    });
    return compareDesignMatched('proportion', paired, level);
  }
  if (pairs) {
    const counts = pairedBoxCounts(material, codebook, box);
    if (spec.coverage !== 'census') return compareMatchedProportions(counts, level);
    const margins = pairedMargins(counts);
    return exactDifference(
      estimateProportion(margins.baseline, level).value,
      estimateProportion(margins.followUp, level).value,
    );
  }
  const [before, after] = [baseline, followUp].map(({ answers }) =>
    boxCounts(scoreFrequencies(answers, codebook), box),
  );
  if (!before || !after) throw new RangeError('two waves have two boxes');
  if (spec.coverage === 'census') {
    return exactDifference(estimateProportion(before, level).value, estimateProportion(after, level).value);
  }
  return analysis.proportionInterval === 'miettinen-nurminen'
    ? compareProportionsMiettinenNurminen(before, after, level)
    : compareIndependentProportions(before, after, level);
}
