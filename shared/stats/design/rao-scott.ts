import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { chiSquareUpperTail, fUpperTail } from '../distributions';
import type { ReasonId, TestResult } from '../types';
import { joinFrames, type Relation } from './frame';
import { trianglePlace, wholeSums } from './sums';
import type { DesignSample } from './types';
import { designSpread } from './variance';

/**
 * `test` is Pearson's X² over its mean design effect, against chi-square with (groups - 1)(answers - 1) degrees; `f` the
 * second-order form, which is the one to report. Null with the reason where there is nothing to test.
 */
export type RaoScottResult = {
  f: { statistic: number; numeratorDf: number; denominatorDf: number; p: number } | null;
  test: TestResult | null;
  reason: ReasonId | null;
};

type Cell = { group: number; answer: number; share: number; expected: number };
type Table = { cells: readonly Cell[]; groups: number; answers: number; weight: number; rows: number };

// An answer that nobody gave may be left with this part of its group by rounding.
const ROUNDING = 1e-12;

function absent(reason: ReasonId): RaoScottResult {
  return { f: null, test: null, reason };
}

function total(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

// Shares of the whole by group and answer, without the groups and answers that nobody gave.
function tableOf(samples: readonly DesignSample[]): Table {
  const sums = samples.map((sample) => wholeSums(sample));
  const weights = samples.map(({ origin }, group) => {
    const totals = sums[group]?.totals ?? [];
    const whole = totals[0] ?? 0;
    return origin.map((start, answer) => {
      const sum = (totals[answer + 1] ?? 0) + start * whole;
      return sum > ROUNDING * whole ? sum : 0;
    });
  });
  const weight = total(weights.flat());
  const groupShares = weights.map((row) => total(row) / weight);
  const answerShares = (weights[0] ?? []).map(
    (_, answer) => total(weights.map((row) => row[answer] ?? 0)) / weight,
  );
  const cells = groupShares.flatMap((groupShare, group) =>
    answerShares.flatMap((answerShare, answer) => {
      const expected = groupShare * answerShare;
      const share = (weights[group]?.[answer] ?? 0) / weight;
      return expected > 0 ? [{ group, answer, share, expected }] : [];
    }),
  );
  return {
    cells,
    weight,
    groups: groupShares.filter((share) => share > 0).length,
    answers: answerShares.filter((share) => share > 0).length,
    rows: total(sums.map(({ rows }) => rows)),
  };
}

// Scores of a cell's share of the whole: 1(cell) - share, over the sum of weights.
function cellInfluences({ origin }: DesignSample, group: number, { cells, weight }: Table): number[][] {
  return cells.map((cell) => {
    const influence = [-cell.share / weight, ...origin.map(() => 0)];
    if (cell.group !== group) return influence;
    influence[0] = ((origin[cell.answer] ?? 0) - cell.share) / weight;
    influence[cell.answer + 1] = 1 / weight;
    return influence;
  });
}

// Contrasts that no sum of an effect of the group and one of the answer can give.
function interactionContrasts({ groups, answers }: Table): Matrix {
  const contrasts = Matrix.zeros(groups * answers, (groups - 1) * (answers - 1));
  for (let row = 1; row < groups; row += 1) {
    for (let column = 1; column < answers; column += 1) {
      const place = (row - 1) * (answers - 1) + column - 1;
      contrasts.set(0, place, 1);
      contrasts.set(row * answers + column, place, 1);
      contrasts.set(row * answers, place, -1);
      contrasts.set(column, place, -1);
    }
  }
  return contrasts;
}

// The generalised design effects: covariance of the contrasts under the design over that of a simple sample.
function generalisedEffects(table: Table, covariance: readonly number[]): Matrix | null {
  const size = table.cells.length;
  const spread = new Matrix(
    table.cells.map((_, row) =>
      table.cells.map((__, column) => covariance[trianglePlace(row, column, size)] ?? 0),
    ),
  );
  const inverse = Matrix.diag(table.cells.map(({ share }) => (share > 0 ? 1 / share : 0)));
  const contrasts = interactionContrasts(table);
  const weighted = inverse.mmul(contrasts);
  const simple = new CholeskyDecomposition(contrasts.transpose().mmul(weighted).div(table.rows));
  if (!simple.isPositiveDefinite()) return null;
  return simple.solve(weighted.transpose().mmul(spread).mmul(weighted));
}

/**
 * Whether answers are distributed alike in several groups or waves of a designed sample: Pearson's chi-square on weighted
 * shares with the corrections of Rao and Scott 1984 (Annals of Statistics 12:46). R: `survey::svychisq`, statistics "F"
 * and "Chisq". Each group's y holds one 0/1 indicator for every answer, all answers listed in the same order; groups and
 * answers that nobody gave are left out. `relation`: groups are parts of one sample, or waves that may share clusters.
 */
export function raoScottTest(groups: readonly DesignSample[], relation: Relation): RaoScottResult {
  const table = tableOf(groups);
  if (table.rows === 0) return absent('no-cases');
  if (!(table.weight > 0)) return absent('no-positive-weight');
  if (table.groups < 2 || table.answers < 2) return absent('no-variation');
  const frame = joinFrames(groups, relation);
  const parts = groups.map((sample, group) => ({ sample, influences: cellInfluences(sample, group, table) }));
  const { covariance, presence } = designSpread(frame, parts);
  if (frame.populationBelowSample) return absent('population-below-sample');
  if (presence.isComplete) return absent('whole-population');
  if (presence.units < 2) return absent(frame.clustered ? 'single-cluster' : 'single-case');
  if (covariance === null || presence.degrees < 1) return absent('no-degrees-of-freedom');
  const effects = generalisedEffects(table, covariance);
  if (effects === null) return absent('no-variation');
  const trace = effects.trace();
  const traceOfSquare = effects.mmul(effects).trace();
  if (!(trace > 10 * Number.EPSILON) || !(traceOfSquare > 0)) return absent('no-variation');
  const pearson =
    table.rows * total(table.cells.map(({ share, expected }) => (share - expected) ** 2 / expected));
  const degrees = (table.groups - 1) * (table.answers - 1);
  const corrected = (pearson * degrees) / trace;
  const numeratorDf = trace ** 2 / traceOfSquare;
  const denominatorDf = numeratorDf * presence.degrees;
  const statistic = pearson / trace;
  return {
    f: { statistic, numeratorDf, denominatorDf, p: fUpperTail(statistic, numeratorDf, denominatorDf) },
    test: {
      name: 'rao-scott',
      statistic: corrected,
      df: degrees,
      p: chiSquareUpperTail(corrected, degrees),
    },
    reason: null,
  };
}
