import type { Random } from '../common/random';
import { itemAt } from '../common/random';
import { bornInChileNationality, nationalities, schools, type WaveKey } from './vocabulary';

export interface Day {
  year: number;
  month: number;
  day: number;
}

/** A pupil who does not exist: drawn by the seeded generator, with no link to any person. */
export interface Pupil {
  label: string;
  /** Number without check digit: 39 million range for a RUN, 190 million range for an IPE. */
  identifier: Record<WaveKey, number>;
  hasIpe: boolean;
  birth: Day;
  sex: 'Femenino' | 'Masculino';
  nationality: string;
  isBornInChile: boolean;
  arrivalYear: number | null;
  homeLanguage: string;
  /** Lasting traits, about standard normal. */
  wellbeing: number;
  belonging: number;
  income: number;
  /** Steady facts of the household in the first wave. */
  people: number;
  caregiverAge: number;
  distanceTenthsKm: number;
  /** Position in `schools`, and grade 1 to 12; null in a wave in which the pupil is not enrolled. */
  school: Record<WaveKey, number | null>;
  grade: Record<WaveKey, number>;
}

const ipeToRunPupils = 6;
const leavingShare = 0.175;

/** Every pupil of either wave, in the order in which they were drawn. */
export function drawPopulation(random: Random): Pupil[] {
  const pupils: Pupil[] = [];
  schools.forEach((school, index) => {
    for (let seat = 0; seat < school.size.exAnte; seat += 1) {
      const pupil = drawPupil(random, pupils.length, 2023, random.integer(...school.grades));
      pupil.school.exAnte = index;
      pupils.push(pupil);
    }
  });
  for (const pupil of pupils) promote(random, pupil);
  schools.forEach((school, index) => {
    const stayers = random.shuffled(pupils.filter((pupil) => pupil.school.exPost === index));
    for (const surplus of stayers.slice(school.size.exPost)) surplus.school.exPost = null;
    for (let seat = stayers.length; seat < school.size.exPost; seat += 1) {
      const pupil = drawPupil(random, pupils.length, 2024, random.integer(...school.grades));
      pupil.school.exPost = index;
      pupils.push(pupil);
    }
  });
  changeIpeToRun(random, pupils);
  return pupils;
}

function drawPupil(random: Random, order: number, year: number, grade: number): Pupil {
  const nationality = random.chance(0.14) ? bornInChileNationality : random.weighted(nationalities);
  const isBornInChile = nationality === bornInChileNationality;
  const age =
    6 +
    grade -
    1 +
    random.weighted([
      [0, 62],
      [1, 28],
      [2, 10],
    ] as const);
  const birth = { year: year - age, month: random.integer(1, 12), day: random.integer(1, 28) };
  const hasIpe = !isBornInChile && random.chance(0.42);
  const serial = (order * 7919) % 900_000;
  const number = hasIpe ? 190_000_101 + serial : 39_000_107 + serial;
  const trait = random.bell();
  return {
    label: `Estudiante ${String(order + 1).padStart(4, '0')}`,
    identifier: { exAnte: number, exPost: number },
    hasIpe,
    birth,
    sex: random.chance(0.49) ? 'Femenino' : 'Masculino',
    nationality,
    isBornInChile,
    arrivalYear: isBornInChile ? null : Math.max(birth.year, year - random.weighted(yearsInChile)),
    homeLanguage: drawLanguage(random, nationality),
    wellbeing: 0.6 * trait + 0.8 * random.bell(),
    belonging: 0.6 * trait + 0.8 * random.bell(),
    income: random.bell(),
    people: Math.min(10, Math.max(2, Math.round(4.6 + 1.6 * random.bell()))),
    caregiverAge: Math.min(70, Math.max(22, Math.round(36 + 8 * random.bell()))),
    distanceTenthsKm: Math.max(1, Math.round(Math.abs(18 + 13 * random.bell()))),
    school: { exAnte: null, exPost: null },
    grade: { exAnte: grade, exPost: grade },
  };
}

const yearsInChile = [
  [0, 8],
  [1, 18],
  [2, 19],
  [3, 13],
  [4, 14],
  [5, 13],
  [6, 9],
  [8, 6],
] as const;

function drawLanguage(random: Random, nationality: string): string {
  if (nationality === 'Haitiana')
    return random.weighted([
      ['Creole haitiano', 70],
      ['Español y otra lengua', 30],
    ]);
  if (nationality === 'Boliviana')
    return random.weighted([
      ['Español', 78],
      ['Quechua o aymara', 10],
      ['Español y otra lengua', 12],
    ]);
  return random.weighted([
    ['Español', 96],
    ['Portugués', 2],
    ['Español y otra lengua', 2],
  ]);
}

/** Where a pupil of the first wave is a year later; leaves `school.exPost` null for those who left. */
function promote(random: Random, pupil: Pupil): void {
  const current = pupil.school.exAnte;
  if (current === null) return;
  const school = itemAt(schools, current);
  pupil.grade.exPost = pupil.grade.exAnte + (random.chance(0.04) ? 0 : 1);
  const isBeyondSchool = pupil.grade.exPost > school.grades[1];
  if (pupil.grade.exPost > 12) return;
  if (isBeyondSchool && random.chance(0.28)) pupil.school.exPost = random.pick([8, 9, 10, 11]);
  else if (!isBeyondSchool && !random.chance(leavingShare)) pupil.school.exPost = current;
}

/** A few pupils obtain a RUN between waves, so that their identifier changes and a plain match misses them. */
function changeIpeToRun(random: Random, pupils: readonly Pupil[]): void {
  const candidates = pupils.filter(
    (pupil) => pupil.hasIpe && pupil.school.exAnte !== null && pupil.school.exPost !== null,
  );
  random
    .shuffled(candidates)
    .slice(0, ipeToRunPupils)
    .forEach((pupil, position) => {
      pupil.identifier.exPost = 39_950_011 + position * 137;
    });
}
