import type { Code, SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure, MeasurementNotice } from '../../../shared/domain/measurement-result';
import { cohensKappa, type KappaEstimate, kappaOfCode } from '../../../shared/stats/kappa';
import { isSame, type SettledCodings } from '../coding/settle';
import { isBelow } from '../privacy/suppression';
import { type FigureContent, makeFigure } from './made-figure';
import type { MeasurementPlan } from './plan';

const style = { scale: 'coefficient', decimals: 2 } as const;
/** Below this share of the answers, or above its complement, kappa says little of a code. */
const rareShare = 0.05;

/**
 * How far two coders agree: answers both coded, the share coded alike, and kappa, of each code and of all. With a single code
 * in every answer the whole is the kappa of all categories, otherwise the mean of the codes'. No figures while fewer than two
 * have coded.
 */
export function agreementFigures(
  plan: MeasurementPlan<SpecOf<'coding'>>,
  { coders, double }: SettledCodings,
  codes: readonly Code[],
  hiddenCodes: ReadonlySet<string>,
): MeasurementFigure[] {
  if (!coders) return [];
  const n = double.length;
  const level = plan.spec.confidenceLevel;
  const isHidden = isBelow(plan.threshold, n);
  const alike = double.filter(({ given }) => isSame(...given)).length;
  const apart = codes.map((code) => ({
    code,
    estimate: kappaOfCode(
      double.map(({ given: [first, second] }) => ({
        first: first.includes(code.id),
        second: second.includes(code.id),
      })),
      level,
    ),
  }));
  const isSingle = double.every(({ given }) => given.every((own) => own.length === 1));
  const whole: FigureContent = isSingle
    ? { ...kappaContent(cohensKappa(categoryTable(double, codes), level)), method: 'kappa-categories' }
    : meanKappa(
        apart.map(({ estimate }) => estimate),
        n,
      );
  const agreed = (numerator: number): FigureContent => ({ value: numerator / n, n, numerator });
  return [
    makeFigure('double-coded', {}, isHidden ? 'suppressed' : { value: n, n }, { scale: 'count' }),
    makeFigure('agreement', {}, isHidden ? 'suppressed' : agreed(alike), { scale: 'share' }),
    makeFigure('kappa', {}, isHidden ? 'suppressed' : whole, style),
    ...apart.flatMap(({ code, estimate }) => {
      const place = { code: code.id, of: [code.label] };
      const isGone = isHidden || hiddenCodes.has(code.id);
      const same = Math.round((estimate.agreement ?? 0) * n);
      return [
        makeFigure('agreement', place, isGone ? 'suppressed' : agreed(same), { scale: 'share' }),
        makeFigure('kappa', place, isGone ? 'suppressed' : kappaContent(estimate), style),
      ];
    }),
  ];
}

function kappaContent({ kappa, n, interval, reason }: KappaEstimate): Exclude<FigureContent, 'suppressed'> {
  return { value: kappa, n, interval, method: 'kappa', reason };
}

/** Rows are the first coder's code, columns the second's. */
function categoryTable(double: SettledCodings['double'], codes: readonly Code[]): number[][] {
  const places = new Map(codes.map(({ id }, index) => [id, index]));
  const table = codes.map(() => codes.map(() => 0));
  for (const { given } of double) {
    const [row = 0, column = 0] = given.map(([code]) => places.get(code ?? ''));
    const cells = table[row];
    if (cells) cells[column] = (cells[column] ?? 0) + 1;
  }
  return table;
}

/** The mean over the codes that have a kappa; without an interval, for their errors hang together. */
function meanKappa(estimates: readonly KappaEstimate[], n: number): FigureContent {
  const known = estimates.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]));
  if (known.length === 0) {
    return { value: null, n, method: 'kappa-mean', reason: n === 0 ? 'no-double-coding' : 'one-category' };
  }
  const value = known.reduce((sum, kappa) => sum + kappa, 0) / known.length;
  return { value, n, method: 'kappa-mean', reason: 'mean-of-kappas' };
}

/** Codes so rare, or so common, that kappa falls even where both coders nearly always agree. */
export function rareCodes({ coders, double }: SettledCodings, codes: readonly Code[]): MeasurementNotice[] {
  if (!coders || double.length === 0) return [];
  const rare = codes.filter(({ id }) => {
    const given = double.flatMap(({ given: both }) => both.filter((own) => own.includes(id))).length;
    const share = given / (2 * double.length);
    return share < rareShare || share > 1 - rareShare;
  });
  if (rare.length === 0) return [];
  return [{ code: 'rare-code', details: { codes: rare.map(({ label }) => `«${label}»`).join(', ') } }];
}
