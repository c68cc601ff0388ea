import type { IsoDay } from '../common/dates';
import { withEveryOption } from '../common/quotas';
import { itemAt, type Random } from '../common/random';
import type { Cell } from '../common/xlsx';

export interface Participant {
  code: string;
  day: IsoDay;
}
type Moment = 'before' | 'after';

/** The session as the office calls it. */
export function sessionName(day: IsoDay): string {
  return day === '2023-08-03' ? '3 de agosto de 2023' : '24 de julio de 2024';
}

/** Items of satisfaction and of trust, with how far answers lie to the right before and after, from 0 to 4. */
const items = [
  ['La información que tengo sobre cómo validar mi título en Chile es suficiente', 1.8, 2.8],
  ['He recibido una atención adecuada a mi caso', 2.1, 3.0],
  ['Sé cuáles son los pasos, plazos y costos de mi trámite', 1.6, 2.7],
  ['Confío en que la municipalidad me orienta bien', 2.3, 3.0],
  ['Confío en la información de la universidad sobre mi trámite', 2.2, 2.9],
  ['Creo que podré reconocer o revalidar mi título', 1.9, 2.5],
] as const;
const agreement = [
  'Muy en desacuerdo',
  'En desacuerdo',
  'Ni de acuerdo ni en desacuerdo',
  'De acuerdo',
  'Muy de acuerdo',
] as const;
const unansweredForms: Readonly<Record<Moment, number>> = { before: 4, after: 7 };

/** The sheet that Microsoft Forms gives: an id, both hours, an empty address of an anonymous form, then the answers. */
export function surveyRows(moment: Moment, people: readonly Participant[], random: Random): Cell[][] {
  const left = new Set(
    random
      .shuffled(people)
      .slice(0, unansweredForms[moment])
      .map(({ code }) => code),
  );
  const answering = people.filter(({ code }) => !left.has(code));
  const leaning = answering.map(() => 0.5 * random.bell());
  const answers = items.map(([, before, after]) => {
    const given = leaning.map((own) => {
      if (random.chance(0.02)) return null;
      const place = (moment === 'before' ? before : after) + own + 0.8 * random.bell();
      return itemAt(agreement, Math.min(4, Math.max(0, Math.round(place))));
    });
    return withEveryOption(random, given, agreement);
  });
  const rows = answering.map(({ code, day }, at): Cell[] => {
    const start = (moment === 'before' ? 570 : 690) + random.integer(0, 24);
    return [
      at + 1,
      { day, minutes: start, seconds: random.integer(0, 59) },
      { day, minutes: start + random.integer(2, 6), seconds: random.integer(0, 59) },
      'anonymous',
      code,
      sessionName(day),
      ...answers.map((given): Cell => given[at] ?? null),
      'Dato sintético',
    ];
  });
  const headers = [
    'Id',
    'Hora de inicio',
    'Hora de finalización',
    'Correo electrónico',
    'Código de participante',
    '¿A qué jornada asistió?',
    ...items.map(([text]) => text),
    'Origen del dato',
  ];
  return [headers, ...rows];
}
