import { compareDesignIndependent, compareDesignMatched } from '../../../shared/stats/design/contrast';
import { estimateDesignMean } from '../../../shared/stats/design/mean';
import { estimateDesignProportion } from '../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../shared/stats/design/total';
import { wilsonInterval } from '../../../shared/stats/proportion';
import type { ChangeResult, Interval } from '../../../shared/stats/types';
import { type DrawnRow, designSample } from './design-sample';
import { type Random, randomFrom, repeat } from './random';
import type { Scenario } from './scenario';

/** Schools drawn whole or in part, strata and weights. */

/** Pupils of 13 schools of very different size, 382 in all. */
const thirteen = [9, 12, 15, 18, 20, 22, 25, 28, 31, 35, 42, 55, 70] as const;
const six = [14, 22, 25, 31, 40, 62] as const;

/** Evenly spread with standard deviation 1. */
const even = (random: Random): number => Math.sqrt(3) * (2 * random.uniform() - 1);

type School = { name: string; pupils: number; first: number; second: number };

/** Each school's own share before and after, correlated one half; `icc` is the intraclass correlation in each wave. */
function schools(
  random: Random,
  sizes: readonly number[],
  icc: number,
  first: number,
  second: number,
): School[] {
  return sizes.map((pupils, index) => {
    const own = even(random);
    const later = random.chance(0.5) ? own : even(random);
    return {
      name: `escuela ${index + 1}`,
      pupils,
      first: first + Math.sqrt(icc * first * (1 - first)) * own,
      second: second + Math.sqrt(icc * second * (1 - second)) * later,
    };
  });
}

function row(cluster: string | null, y: readonly number[], weight = 1): DrawnRow {
  return { stratum: null, cluster, weight, y };
}

const yes = (random: Random, share: number): number => (random.chance(share) ? 1 : 0);

function mainAndCautious(change: ChangeResult): [Interval | null, Interval | null] {
  return [change.interval, change.cautious?.interval ?? null];
}

const uneven =
  'Las escuelas son de tamaño muy desigual (de 9 a 70 estudiantes): las más grandes deciden casi todo el error, que se estima ' +
  'así con menos información que la que dicen los grados de libertad (conglomerados menos estratos), y el intervalo queda algo ' +
  'corto. Es el mismo que da el paquete survey de R. Con 10 a 39 conglomerados sus límites se leen como aproximados; en los ' +
  'cambios entre mediciones la aplicación muestra además el intervalo cauteloso (CR2), y con menos de 10 usa ese.';
const cautious =
  'Con pocos conglomerados el intervalo CR2 con grados de Satterthwaite se equivoca hacia el lado seguro: es algo más ancho ' +
  'de lo necesario.';
const ignored =
  'Se muestra como advertencia: es lo que resulta de tratar a estudiantes de las mismas escuelas como si se hubieran ' +
  'elegido uno por uno. La aplicación no usa este intervalo cuando se declaran conglomerados.';

function clusteredShare(icc: number): Scenario {
  return {
    design: `13 escuelas desiguales, correlación interna ${icc}, una proporción de 0.4`,
    intervals: [
      { name: 'Logit linealizado (Taylor)', truth: 0.4, explanation: uneven },
      { name: 'Wilson sin escuelas', truth: 0.4, explanation: ignored, isWarning: true },
    ],
    draw: (random) => {
      const rows = schools(random, thirteen, icc, 0.4, 0.4).flatMap((school) =>
        repeat(school.pupils, () => row(school.name, [yes(random, school.first)])),
      );
      const x = rows.reduce((sum, { y }) => sum + (y[0] ?? 0), 0);
      return [estimateDesignProportion(designSample(rows)).interval, wilsonInterval({ n: rows.length, x })];
    },
  };
}

function clusteredMean(icc: number): Scenario {
  return {
    design: `13 escuelas desiguales, correlación interna ${icc}, una media`,
    intervals: [{ name: 'Media linealizada (Taylor)', truth: 5, explanation: uneven }],
    draw: (random) => {
      const rows = thirteen.flatMap((pupils, index) => {
        const own = 5 + Math.sqrt(icc) * random.normal();
        return repeat(pupils, () => row(`${index}`, [own + Math.sqrt(1 - icc) * random.normal()]));
      });
      return [estimateDesignMean(designSample(rows)).interval];
    },
  };
}

function twoCutsOfTheSameSchools(icc: number): Scenario {
  return {
    design: `Las mismas 13 escuelas con otros estudiantes, correlación interna ${icc}, 0.4 a 0.55`,
    intervals: [
      { name: 'Taylor', truth: 0.15, explanation: uneven },
      { name: 'Cauteloso (CR2)', truth: 0.15, explanation: cautious },
    ],
    draw: (random) => {
      const all = schools(random, thirteen, icc, 0.4, 0.55);
      const wave = (side: 'first' | 'second'): DrawnRow[] =>
        all.flatMap((school) => repeat(school.pupils, () => row(school.name, [yes(random, school[side])])));
      const change = compareDesignIndependent(
        'proportion',
        designSample(wave('first')),
        designSample(wave('second')),
      );
      return mainAndCautious(change);
    },
  };
}

function samePupils(sizes: readonly number[], icc: number): Scenario {
  const isFew = sizes.length < 10;
  return {
    design: `Los mismos estudiantes de ${sizes.length} escuelas, correlación interna ${icc}, 0.4 a 0.55`,
    intervals: isFew
      ? [{ name: 'CR2 (método principal)', truth: 0.15, explanation: cautious }]
      : [
          { name: 'Taylor', truth: 0.15, explanation: uneven },
          { name: 'Cauteloso (CR2)', truth: 0.15, explanation: cautious },
        ],
    draw: (random) => {
      const rows = schools(random, sizes, icc, 0.4, 0.55).flatMap((school) =>
        repeat(school.pupils, () => {
          const before = yes(random, school.first);
          // Half of the pupils answer anew, half keep what their school's new share lets them keep.
          const isAnew = random.chance(0.5);
          const share = isAnew ? school.second : keptShare(before, school);
          return row(school.name, [before, yes(random, share)]);
        }),
      );
      const intervals = mainAndCautious(compareDesignMatched('proportion', designSample(rows)));
      return isFew ? [intervals[0]] : intervals;
    },
  };
}

/** Share of yes among those who said `before`, so that a school's later share is `second` whatever they said. */
function keptShare(before: number, { first, second }: School): number {
  const bothYes = Math.min(first, second);
  return before === 1 ? bothYes / first : (second - bothYes) / (1 - first);
}

const independentSchools: Scenario = {
  design: 'Otras 13 escuelas en cada corte, correlación interna 0.1, medias',
  intervals: [
    { name: 'Taylor', truth: 0.5, explanation: uneven },
    { name: 'Cauteloso (CR2)', truth: 0.5, explanation: cautious },
  ],
  draw: (random) => {
    const wave = (centre: number, prefix: string): DrawnRow[] =>
      thirteen.flatMap((pupils, index) => {
        const own = centre + Math.sqrt(0.1) * random.normal();
        return repeat(pupils, () => row(`${prefix}${index}`, [own + Math.sqrt(0.9) * random.normal()]));
      });
    const change = compareDesignIndependent(
      'mean',
      designSample(wave(5, 'antes ')),
      designSample(wave(5.5, 'después ')),
    );
    return mainAndCautious(change);
  },
};

const clusteredRatio: Scenario = {
  design: '13 escuelas desiguales, razón de horas asistidas y ofrecidas',
  intervals: [{ name: 'Razón linealizada (Taylor)', truth: 0.6, explanation: uneven }],
  draw: (random) => {
    const rows = thirteen.flatMap((pupils, index) => {
      const share = 0.6 + 0.08 * even(random);
      return repeat(pupils, () => {
        const offered = 10 + 30 * random.uniform();
        return row(`${index}`, [offered * share * (0.5 + random.uniform()), offered]);
      });
    });
    return [estimateDesignRatio(designSample(rows)).interval];
  },
};

/** A fixed population of three strata from which people are drawn without replacement, 40 of 60 in the smallest. */
function stratified(): Scenario {
  const random = randomFrom(7);
  const strata = [
    { name: 'norte', population: 60, drawn: 40, centre: 40, share: 0.6 },
    { name: 'centro', population: 400, drawn: 50, centre: 50, share: 0.4 },
    { name: 'sur', population: 900, drawn: 60, centre: 65, share: 0.25 },
  ].map((stratum) => ({
    ...stratum,
    people: repeat(stratum.population, () => ({
      value: stratum.centre + 12 * random.normal(),
      yes: yes(random, stratum.share),
    })),
  }));
  const everybody = strata.flatMap(({ people }) => people);
  const total = (part: 'value' | 'yes'): number => everybody.reduce((sum, person) => sum + person[part], 0);
  const populations = new Map(strata.map(({ name, population }) => [name, population] as const));
  return {
    design: 'Tres estratos con distinta fracción, pesos y población finita, 150 de 1360 personas',
    intervals: [
      { name: 'Logit linealizado', truth: total('yes') / everybody.length },
      { name: 'Media linealizada', truth: total('value') / everybody.length },
      { name: 'Total linealizado', truth: total('value') },
    ],
    draw: (draws) => {
      const rows = strata.flatMap(({ name, population, drawn, people }) =>
        draws.choose(population, drawn).map((place) => ({
          stratum: name,
          weight: population / drawn,
          person: people[place] ?? { value: 0, yes: 0 },
        })),
      );
      const sampleOf = (part: 'value' | 'yes') =>
        designSample(
          rows.map(({ stratum, weight, person }) => ({ stratum, cluster: null, weight, y: [person[part]] })),
          populations,
        );
      return [
        estimateDesignProportion(sampleOf('yes')).interval,
        estimateDesignMean(sampleOf('value')).interval,
        estimateDesignTotal(sampleOf('value')).interval,
      ];
    },
  };
}

/** 13 of the 30 schools of a commune, every pupil of those drawn. */
function finiteSchools(): Scenario {
  const random = randomFrom(11);
  const all = repeat(30, (index) => {
    const own = 0.4 + Math.sqrt(0.1 * 0.24) * even(random);
    const pupils = 15 + Math.floor(40 * random.uniform());
    return { name: `escuela ${index}`, answers: repeat(pupils, () => yes(random, own)) };
  });
  const answers = all.flatMap((school) => school.answers);
  const truth = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  return {
    design: '13 de las 30 escuelas de la comuna, todos sus estudiantes, población finita',
    intervals: [{ name: 'Logit linealizado (Taylor)', truth, explanation: uneven }],
    draw: (draws) => {
      const rows = draws.choose(30, 13).flatMap((place) => {
        const school = all[place];
        return (school?.answers ?? []).map((answer) => row(school?.name ?? null, [answer]));
      });
      return [estimateDesignProportion(designSample(rows, new Map([[null, 30]]))).interval];
    },
  };
}

export const sampledDesigns: readonly Scenario[] = [
  clusteredShare(0.05),
  clusteredShare(0.2),
  clusteredMean(0.05),
  clusteredMean(0.2),
  twoCutsOfTheSameSchools(0.05),
  twoCutsOfTheSameSchools(0.2),
  independentSchools,
  samePupils(thirteen, 0.05),
  samePupils(thirteen, 0.2),
  samePupils(six, 0.1),
  clusteredRatio,
  stratified(),
  finiteSchools(),
];
