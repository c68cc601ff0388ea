import { shiftIndependent, shiftMatched } from '../../../shared/stats/hodges-lehmann';
import { estimateMedian } from '../../../shared/stats/median';
import type { Frequencies } from '../../../shared/stats/types';
import { repeat } from './random';
import type { Scenario } from './scenario';

/** Medians and shifts, for days of waiting and answers from 1 to 5. */

function frequencies(values: readonly number[]): Frequencies {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

const steps =
  'El intervalo va de un valor observado a otro, y el número de valores entre ambos es entero: se toma el primero que ' +
  'cubre al menos 95 %, así que cubre algo más.';

export const rankDesigns: readonly Scenario[] = [
  ...[15, 60].map(
    (n): Scenario => ({
      design: `Mediana de días de espera (log-normal), ${n} casos`,
      intervals: [{ name: 'Mediana, binomial', truth: 20, explanation: steps }],
      draw: (random) => [
        estimateMedian(frequencies(repeat(n, () => 20 * Math.exp(random.normal())))).interval,
      ],
    }),
  ),
  {
    design: 'Dos cortes, días de espera corridos en 4, 25 y 30 casos',
    intervals: [{ name: 'Hodges-Lehmann', truth: 4, explanation: steps }],
    draw: (random) => {
      const before = repeat(25, () => 20 * Math.exp(0.5 * random.normal()));
      const after = repeat(30, () => 4 + 20 * Math.exp(0.5 * random.normal()));
      return [shiftIndependent(frequencies(before), frequencies(after)).interval];
    },
  },
  {
    design: 'Las mismas 40 personas, diferencias simétricas',
    intervals: [{ name: 'Hodges-Lehmann pareado', truth: 2, explanation: steps }],
    draw: (random) => [shiftMatched(frequencies(repeat(40, () => 2 + 3 * random.normal()))).interval],
  },
  {
    design: 'Dos cortes con la misma distribución de respuestas de 1 a 5, 60 y 70 personas',
    intervals: [
      {
        name: 'Hodges-Lehmann',
        truth: 0,
        explanation:
          'Con respuestas de 1 a 5 las diferencias son números enteros: el intervalo termina siempre en un entero y ' +
          'casi siempre contiene el verdadero corrimiento. Se lee como «a lo más tantos puntos».',
      },
    ],
    draw: (random) => {
      const answers = (n: number): Frequencies => frequencies(repeat(n, () => 1 + random.binomial(4, 0.55)));
      return [shiftIndependent(answers(60), answers(70)).interval];
    },
  },
];
