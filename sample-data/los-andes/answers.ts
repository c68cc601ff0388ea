import type { Random } from '../common/random';
import { itemAt } from '../common/random';
import type { Day, Pupil } from './population';
import {
  type Agreement,
  agreement,
  belongingItems,
  contrarySchoolIndex,
  frequencies,
  healthPlans,
  households,
  needAddedInExPost,
  needs,
  noNeed,
  reversedItem,
  schools,
  spanishLevels,
  statuses,
  type WaveKey,
} from './vocabulary';

/** One pupil's true answers in one wave; null is an unanswered question. Booleans are Sí and No. */
export interface Answers {
  pupil: Pupil;
  wave: WaveKey;
  school: number;
  grade: number;
  surveyDay: Day;
  birth: Day | null;
  nationality: string | null;
  arrivalYear: number | null;
  status: string | null;
  hasRun: boolean | null;
  people: number | null;
  incomePesos: number | null;
  household: string | null;
  caregiverAge: number | null;
  distanceKm: number | null;
  hasInternet: boolean | null;
  isProvisional: boolean | null;
  healthPlan: string | null;
  hasHealthCentre: boolean | null;
  language: string | null;
  spanish: string | null;
  daysAttended: number | null;
  schoolDays: number;
  hadWelcomePlan: boolean | null;
  joinsActivities: boolean | null;
  belonging: (Agreement | null)[];
  wasDiscriminated: boolean | null;
  frequency: string | null;
  caregiverCame: boolean | null;
  needs: string[] | null;
  knowsOffice: boolean | null;
  wellbeing: number | null;
}

interface Draws {
  /** A uniform that this pupil keeps from wave to wave with the given probability. */
  kept(question: string, stability: number): number;
  random: Random;
}

/** Answers of both waves of one pupil; null for a wave in which the pupil is not enrolled. */
export function drawAnswers(random: Random, pupil: Pupil): Record<WaveKey, Answers | null> {
  const memory = new Map<string, number>();
  const kept = (question: string, stability: number): number => {
    const before = memory.get(question);
    const value = before !== undefined && random.chance(stability) ? before : random.uniform();
    memory.set(question, value);
    return value;
  };
  const draws = { kept, random };
  return { exAnte: drawWave(draws, pupil, 'exAnte'), exPost: drawWave(draws, pupil, 'exPost') };
}

function drawWave(draws: Draws, pupil: Pupil, wave: WaveKey): Answers | null {
  const schoolIndex = pupil.school[wave];
  if (schoolIndex === null) return null;
  const { random, kept } = draws;
  const school = itemAt(schools, schoolIndex);
  const isAfter = wave === 'exPost';
  const yes = (question: string, before: number, after: number, stability: number, shift = 0): boolean =>
    kept(question, stability) < (isAfter ? after : before) + shift;
  const asked = <Value>(value: Value, missing = 0.02): Value | null =>
    random.chance(missing) ? null : value;

  const status = drawStatus(draws, pupil, wave);
  const isRegular = status === 'Residencia definitiva' || status === 'Residencia temporal';
  const good = school.strength * 0.12;
  const wasDiscriminated = yes('discriminated', 0.33, 0.31, 0.55, -pupil.belonging * 0.1 - good / 2);
  const officeAfter = schoolIndex === contrarySchoolIndex ? 0.24 : 0.58;
  const attendance =
    0.885 + (isAfter ? 0.004 : 0) + 0.03 * school.strength + 0.025 * pupil.wellbeing + 0.045 * random.bell();
  const days = school.schoolDays[wave];

  return {
    pupil,
    wave,
    school: schoolIndex,
    grade: pupil.grade[wave],
    surveyDay: drawSurveyDay(random, wave, schoolIndex),
    birth: asked(pupil.birth, 0.01),
    nationality: asked(pupil.nationality, 0.005),
    arrivalYear: pupil.isBornInChile ? null : asked(pupil.arrivalYear, 0.03),
    status: asked(status, 0.03),
    hasRun: asked(pupil.isBornInChile || isRegular ? random.chance(0.97) : random.chance(0.06), 0.015),
    people: asked(Math.max(2, pupil.people + random.weighted(peopleChange)), 0.03),
    incomePesos: asked(incomePesos(pupil, random, isAfter), 0.13),
    household: asked(itemAt(households, categoryOf(kept('household', 0.93), [0.47, 0.4, 0.04, 0.07, 0.02]))),
    caregiverAge: asked(pupil.caregiverAge + (isAfter ? 1 : 0) + random.weighted(caregiverChange), 0.03),
    distanceKm: asked(pupil.distanceTenthsKm / 10, 0.03),
    hasInternet: asked(yes('internet', 0.72, 0.72, 0.9, pupil.income * 0.08), 0.02),
    isProvisional: asked(yes('provisional', 0.04, 0.03, 0.75, pupil.hasIpe ? (isAfter ? 0.3 : 0.46) : 0)),
    healthPlan: asked(
      itemAt(healthPlans, categoryOf(kept('plan', 0.85), [0.58, 0.19, 0.06, 0.03, 0.14])),
      0.04,
    ),
    hasHealthCentre: asked(yes('centre', 0.67, 0.75, 0.7, isRegular ? 0.04 : -0.08), 0.03),
    language: asked(pupil.homeLanguage, 0.015),
    spanish: asked(spanishLevel(pupil, kept('spanish', 0.8), isAfter)),
    daysAttended: asked(Math.min(days, Math.max(20, Math.round(days * attendance))), 0.01),
    schoolDays: days,
    hadWelcomePlan: asked(yes('plan of welcome', 0.24, 0.38, 0.35, good), 0.04),
    joinsActivities: asked(yes('activities', 0.47, 0.375, 0.45, pupil.belonging * 0.08 + good)),
    belonging: belongingAnswers(draws, pupil, school.strength, isAfter).map((answer) => asked(answer, 0.025)),
    wasDiscriminated: asked(wasDiscriminated, 0.04),
    frequency: asked(
      wasDiscriminated
        ? itemAt(frequencies, 1 + categoryOf(random.uniform(), [0.34, 0.41, 0.18, 0.07]))
        : 'Nunca',
      0.05,
    ),
    caregiverCame: asked(yes('meeting', 0.61, 0.6, 0.5, good), 0.03),
    needs: asked(drawNeeds(draws, isRegular || pupil.isBornInChile, pupil, isAfter), 0.03),
    knowsOffice: asked(
      yes(
        'office',
        0.31,
        officeAfter,
        0.6,
        pupil.arrivalYear !== null && pupil.arrivalYear < 2021 ? 0.04 : -0.03,
      ),
      0.03,
    ),
    wellbeing: asked(
      Math.min(
        100,
        Math.max(5, Math.round(64 + (isAfter ? 3 : 0) + 13 * pupil.wellbeing + 11 * random.bell())),
      ) / 10,
      0.03,
    ),
  };
}

/** How the answer on people in the household strays from the steady fact. */
const peopleChange = [
  [0, 70],
  [1, 15],
  [-1, 15],
] as const;

/** Another adult answers, or the age is a guess. */
const caregiverChange = [
  [0, 84],
  [1, 5],
  [-1, 5],
  [9, 3],
  [-4, 3],
] as const;

/** Position of the class in which a uniform draw falls. */
function categoryOf(draw: number, shares: readonly number[]): number {
  let upper = 0;
  for (const [position, share] of shares.entries()) {
    upper += share;
    if (draw < upper) return position;
  }
  return shares.length - 1;
}

function drawStatus({ kept }: Draws, pupil: Pupil, wave: WaveKey): string {
  if (pupil.isBornInChile) return 'Nacido en Chile';
  const hasNewRun = wave === 'exPost' && pupil.identifier.exAnte !== pupil.identifier.exPost;
  const draw = hasNewRun ? 0.5 : pupil.hasIpe ? 0.3 + 0.7 * kept('status', 0.85) : 0.9 * kept('status', 0.85);
  const shares = wave === 'exAnte' ? [0.27, 0.27, 0.27, 0.19] : [0.32, 0.32, 0.22, 0.14];
  return hasNewRun ? 'Residencia temporal' : itemAt(statuses, categoryOf(draw, shares));
}

function incomePesos(pupil: Pupil, random: Random, isAfter: boolean): number {
  const thousands = (isAfter ? 530 : 505) + 150 * pupil.income + 60 * random.bell();
  return Math.max(12, Math.round(thousands / 10)) * 10_000;
}

function spanishLevel(pupil: Pupil, draw: number, isAfter: boolean): string {
  if (pupil.homeLanguage === 'Español') return 'Lengua materna';
  const shares = isAfter ? [0.05, 0.24, 0.38, 0.3, 0.03] : [0.11, 0.32, 0.33, 0.21, 0.03];
  return itemAt(spanishLevels, categoryOf(draw, shares));
}

function belongingAnswers({ kept }: Draws, pupil: Pupil, strength: number, isAfter: boolean): Agreement[] {
  return belongingItems.map((_, item) => {
    const mood =
      0.75 * pupil.belonging + 0.35 * strength + (isAfter && item === 3 ? 0.35 : 0) + (isAfter ? 0.05 : 0);
    const noise = (kept(`belonging ${item}`, 0.4) - 0.5) * 4;
    const score = 3.55 + 0.8 * mood + 0.85 * noise - (item === reversedItem ? 0.3 : 0);
    const level = Math.min(5, Math.max(1, Math.round(score)));
    return itemAt(agreement, (item === reversedItem ? 6 - level : level) - 1);
  });
}

function drawNeeds({ kept }: Draws, isSettled: boolean, pupil: Pupil, isAfter: boolean): string[] {
  const shares = [
    isSettled ? 0.12 : 0.66,
    pupil.homeLanguage === 'Español' ? 0.03 : 0.48,
    0.36,
    0.22,
    0.27,
    isAfter ? 0.25 : 0.19,
    0.16,
    0.2,
  ];
  const chosen: string[] = needs.filter(
    (need, position) => kept(`need ${need}`, 0.5) < itemAt(shares, position),
  );
  if (isAfter && kept('need added', 0) < 0.11) chosen.push(needAddedInExPost);
  return chosen.length === 0 ? [noNeed] : chosen;
}

/** 2023 between June and October as the record of the practice says; 2024 in August to October. */
function drawSurveyDay(random: Random, wave: WaveKey, school: number): Day {
  const year = wave === 'exAnte' ? 2023 : 2024;
  const month = wave === 'exAnte' ? 6 + (school % 5) : 8 + (school % 3);
  const day = random.integer(3, 27);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day: weekday === 0 || weekday === 6 ? day - 2 : day };
}
