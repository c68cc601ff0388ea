import { compareIndependentMeans, compareMatchedMeans, estimateMean } from '../../../shared/stats/mean';
import { miettinenNurminenInterval } from '../../../shared/stats/miettinen-nurminen';
import { wilsonInterval } from '../../../shared/stats/proportion';
import { newcombeIndependentInterval } from '../../../shared/stats/proportion-independent';
import { newcombePairedInterval } from '../../../shared/stats/proportion-matched';
import { compareIndependentRates, estimateRate, rateRatio } from '../../../shared/stats/rate';
import { compareIndependentRatios, compareMatchedRatios, estimateRatio } from '../../../shared/stats/ratio';
import { covariance, moments, pairedCounts, pairedMoments, ratioMoments } from './moments';
import { type Random, repeat } from './random';
import type { Scenario } from './scenario';

/** Every person drawn alone, with the same chance, from a population without end. */

function oneShare(n: number, share: number, explanation?: string): Scenario {
  const name = 'Wilson';
  return {
    design: `Una proporción de ${share}, ${n} personas`,
    intervals: [{ name, truth: share, ...(explanation ? { explanation } : {}) }],
    draw: (random) => [wilsonInterval({ n, x: random.binomial(n, share) })],
  };
}

function twoShares(firstN: number, first: number, secondN: number, second: number): Scenario {
  const truth = second - first;
  return {
    design: `Dos cortes independientes, ${first} a ${second}, ${firstN} y ${secondN} personas`,
    intervals: [
      { name: 'Newcombe', truth },
      { name: 'Miettinen-Nurminen', truth },
    ],
    draw: (random) => {
      const baseline = { n: firstN, x: random.binomial(firstN, first) };
      const followUp = { n: secondN, x: random.binomial(secondN, second) };
      return [newcombeIndependentInterval(baseline, followUp), miettinenNurminenInterval(baseline, followUp)];
    },
  };
}

/** Person by person: `stay` of those who said yes still do, `gain` of the others now do. */
function pairedShares(n: number, first: number, stay: number, gain: number): Scenario {
  const second = first * stay + (1 - first) * gain;
  return {
    design: `Las mismas ${n} personas, ${first} a ${second.toFixed(2)}`,
    intervals: [{ name: 'Newcombe pareado', truth: second - first }],
    draw: (random) => {
      const pairs = repeat(n, () => {
        const before = random.chance(first);
        return [before, random.chance(before ? stay : gain)] as const;
      });
      return [newcombePairedInterval(pairedCounts(pairs))];
    },
  };
}

const skewed = (random: Random): number => Math.exp(random.normal());
const skewedMean = Math.exp(0.5);

const skewness =
  'La variable es muy asimétrica (log-normal, asimetría 6,2): con 30 personas la media de la muestra todavía no se reparte como ' +
  'una normal y el intervalo t queda corto hacia arriba; con 400 ya casi no. Para tiempos de espera y montos con pocos casos ' +
  'conviene informar la mediana.';

const means: Scenario[] = [
  {
    design: 'Media de una variable normal, 12 personas',
    intervals: [{ name: 't de Student', truth: 3 }],
    draw: (random) => [estimateMean(moments(repeat(12, () => 3 + random.normal()))).interval],
  },
  ...[30, 400].map(
    (n): Scenario => ({
      design: `Media de una variable muy asimétrica, ${n} personas`,
      intervals: [{ name: 't de Student', truth: skewedMean, explanation: skewness }],
      draw: (random) => [estimateMean(moments(repeat(n, () => skewed(random)))).interval],
    }),
  ),
  {
    design: 'Dos cortes, medias de variables asimétricas de distinta varianza, 40 y 60 personas',
    intervals: [{ name: 'Welch', truth: 2 * skewedMean - skewedMean, explanation: skewness }],
    draw: (random) => {
      const baseline = moments(repeat(40, () => skewed(random)));
      const followUp = moments(repeat(60, () => 2 * skewed(random)));
      return [compareIndependentMeans(baseline, followUp).interval];
    },
  },
  {
    design: 'Dos cortes, medias de notas de 1 a 7, 25 y 80 personas',
    intervals: [{ name: 'Welch', truth: 0.4 }],
    draw: (random) => {
      const grades = (n: number, centre: number, spread: number): number[] =>
        repeat(n, () => centre + spread * (random.uniform() + random.uniform() - 1));
      return [compareIndependentMeans(moments(grades(25, 4.6, 1)), moments(grades(80, 5, 2))).interval];
    },
  },
  {
    design: 'Las mismas 30 personas, diferencia de medias asimétricas',
    intervals: [{ name: 't pareado', truth: 0.3 * skewedMean }],
    draw: (random) => {
      const before = repeat(30, () => skewed(random));
      const after = before.map((value) => value + 0.3 * skewedMean + 0.8 * random.normal());
      return [compareMatchedMeans(pairedMoments(before, after)).interval];
    },
  },
];

/** Hours attended of hours offered: the numerator follows the denominator. */
function hours(random: Random, share: number): { numerator: number; denominator: number } {
  const denominator = 10 + 30 * random.uniform();
  return { denominator, numerator: denominator * share * (0.5 + random.uniform()) };
}

function ratioOf(pairs: readonly { numerator: number; denominator: number }[]) {
  return ratioMoments(
    pairs.map((pair) => pair.numerator),
    pairs.map((pair) => pair.denominator),
  );
}

const ratios: Scenario[] = [
  {
    design: 'Una razón (horas asistidas de horas ofrecidas), 40 personas',
    intervals: [{ name: 'Razón linealizada', truth: 0.6 }],
    draw: (random) => [estimateRatio(ratioOf(repeat(40, () => hours(random, 0.6)))).interval],
  },
  {
    design: 'Dos cortes, razones, 40 y 60 personas',
    intervals: [{ name: 'Razón linealizada', truth: 0.1 }],
    draw: (random) => {
      const baseline = ratioOf(repeat(40, () => hours(random, 0.6)));
      const followUp = ratioOf(repeat(60, () => hours(random, 0.7)));
      return [compareIndependentRatios(baseline, followUp).interval];
    },
  },
  {
    design: 'Las mismas 40 personas, razones',
    intervals: [{ name: 'Razón linealizada pareada', truth: 0.1 }],
    draw: (random) => {
      const people = repeat(40, () => {
        const before = hours(random, 0.6);
        const after = hours(random, 0.7);
        const leaning = 0.8 + 0.4 * random.uniform();
        return {
          before: { ...before, numerator: before.numerator * leaning },
          after: { ...after, numerator: after.numerator * leaning },
        };
      });
      const pick = (side: 'before' | 'after', part: 'numerator' | 'denominator'): number[] =>
        people.map((person) => person[side][part]);
      const crossed = (left: 'numerator' | 'denominator', right: 'numerator' | 'denominator'): number =>
        covariance(pick('before', left), pick('after', right));
      const change = compareMatchedRatios({
        baseline: ratioMoments(pick('before', 'numerator'), pick('before', 'denominator')),
        followUp: ratioMoments(pick('after', 'numerator'), pick('after', 'denominator')),
        covarianceNumerators: crossed('numerator', 'numerator'),
        covarianceDenominators: crossed('denominator', 'denominator'),
        covarianceBaselineNumeratorFollowUpDenominator: crossed('numerator', 'denominator'),
        covarianceBaselineDenominatorFollowUpNumerator: crossed('denominator', 'numerator'),
      });
      return [change.interval];
    },
  },
];

const exactness =
  'El intervalo exacto cubre al menos 95 % por construcción, y con pocos casos no puede cubrir justo 95 % porque los recuentos ' +
  'saltan de uno en uno. El error es hacia el lado seguro.';
const fewEvents =
  'Con 5 y 9 casos esperados el intervalo log-normal de la razón de tasas es algo más ancho de lo necesario; sin ningún caso en ' +
  'un corte no hay razón ni intervalo.';

function rates(firstMean: number, secondMean: number): Scenario {
  return {
    design: `Tasas de casos, ${firstMean} y ${secondMean} casos esperados`,
    intervals: [
      { name: 'Poisson exacto (un corte)', truth: firstMean, explanation: exactness },
      { name: 'Cambio de tasa', truth: secondMean - firstMean, explanation: exactness },
      { name: 'Razón de tasas', truth: secondMean / firstMean, explanation: fewEvents },
    ],
    draw: (random) => {
      const baseline = { events: random.poisson(firstMean), exposure: 12 };
      const followUp = { events: random.poisson(secondMean), exposure: 12 };
      return [
        estimateRate(baseline, 12).interval,
        compareIndependentRates(baseline, followUp, 12).interval,
        rateRatio(baseline, followUp)?.interval ?? null,
      ];
    },
  };
}

const discreteness =
  'Con tan pocas personas y una proporción tan chica los recuentos posibles son 0, 1, 2, 3…; la cobertura de cualquier ' +
  'intervalo salta con cada uno y no puede ser 95 % en todos los valores.';

export const simpleDesigns: readonly Scenario[] = [
  oneShare(40, 0.03, discreteness),
  oneShare(100, 0.03, discreteness),
  oneShare(20, 0.5, discreteness),
  oneShare(300, 0.12),
  twoShares(30, 0.1, 30, 0.25),
  twoShares(70, 0.8, 80, 0.6),
  pairedShares(40, 0.4, 0.8, 0.4),
  pairedShares(150, 0.2, 0.7, 0.15),
  ...means,
  ...ratios,
  rates(5, 9),
  rates(60, 90),
];
