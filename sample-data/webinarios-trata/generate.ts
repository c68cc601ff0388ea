import { csvBytes } from '../common/csv';
import { addDays, dayFirst } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealt } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';

const seed = 20200916;
/** The source states five sessions; days, people and attendance are ours. */
const sessions = 5;
const firstDay = '2020-09-16';
const registered = 140;
/** Who came to each session: some interest is lost from one to the next. */
const attendance = [104, 97, 92, 86, 83];
/** Who fell out of the call and came back: two rows for one person. */
const returned = [4, 3, 5, 2, 3];

interface Participant {
  code: string;
  name: string;
  mail: string;
  country: string;
  sector: string;
  /** The larger, the more faithful. */
  interest: number;
}

function drawParticipants(random: Random): Participant[] {
  const countries = dealt(random, [
    ['Colombia', 30],
    ['Argentina', 26],
    ['Perú', 24],
    ['Chile', 22],
    ['Ecuador', 20],
    ['Brasil', 18],
  ]);
  const sectors = dealt(random, [
    ['Gobierno', 62],
    ['Sociedad civil', 46],
    ['Cooperación internacional', 32],
  ]);
  return Array.from({ length: registered }, (_, at) => {
    const number = String(at + 1).padStart(3, '0');
    return {
      code: `I-${number}`,
      name: `Participante ${number}`,
      mail: `participante${number}@ejemplo.invalid`,
      country: itemAt(countries, at),
      sector: itemAt(sectors, at),
      interest: random.uniform(),
    };
  });
}

function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}

function sessionFile(random: Random, participants: readonly Participant[], session: number): Buffer {
  const day = dayFirst(addDays(firstDay, session * 14), '/');
  const ranked = participants
    .map((person) => ({ person, worth: person.interest + random.uniform() * 0.75 }))
    .sort((one, other) => other.worth - one.worth)
    .map(({ person }) => person);
  const came = new Set(ranked.slice(0, itemAt(attendance, session)));
  let returning = itemAt(returned, session);
  const rows = participants.flatMap((person): string[][] => {
    const own = [
      `Sesión ${session + 1}`,
      person.code,
      person.name,
      person.mail,
      person.sector,
      person.country,
    ];
    if (!came.has(person)) return [['No', ...own, '', '', '']];
    const arrival = 15 * 60 + random.integer(-8, 12);
    const end = 15 * 60 + 90 + random.integer(-15, 4);
    const visit = (from: number, to: number): string[] => [
      'Sí',
      ...own,
      `${day} ${clock(from)}`,
      `${day} ${clock(to)}`,
      String(to - from),
    ];
    if (returning > 0 && random.chance(0.2)) {
      returning -= 1;
      const gone = arrival + random.integer(12, 35);
      return [visit(arrival, gone), visit(gone + 4, end)];
    }
    return [visit(arrival, end)];
  });
  const titles = [['Informe de asistencia (datos sintéticos)'], [`Generado el ${day}`], []];
  const headers = [
    'Asistió',
    'Tema',
    'Código de inscripción',
    'Nombre de usuario (nombre original)',
    'Correo electrónico',
    '¿Desde qué sector participa?',
    'Nombre del país o la región',
    'Hora de entrada',
    'Hora de salida',
    'Tiempo en la sesión (minutos)',
  ];
  return csvBytes([...titles, headers, ...rows], { delimiter: ',', encoding: 'utf-8-bom' });
}

const random = createRandom(seed);
const participants = drawParticipants(random);
const files = Array.from(
  { length: sessions },
  (_, session) =>
    [`asistencia-sesion-${session + 1}.csv`, sessionFile(random, participants, session)] as const,
);
writeFiles(import.meta.url, Object.fromEntries(files));
