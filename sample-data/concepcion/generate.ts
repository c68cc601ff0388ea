import { type OdsCell, odsBytes } from '../common/ods';
import { writeFiles } from '../common/output';
import { dealt } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';
import { modules, modulesHeld, statements } from './vocabulary';

const seed = 20241017;
const people = 26;
/** Who sat the first test only. */
const leavers = [7, 19];
/** Who missed the second module, and so its test, before and after. */
const absentFromSecond = [3, 14];
const firstSessions = ['2024-10-17', '2024-10-24'];
const notice = 'DATOS SINTÉTICOS. Ninguna fila corresponde a una persona real. Licencia CC0 1.0';

interface Participant {
  code: string;
  age: number;
  sex: string;
  origin: string;
  role: string;
  /** Chance of knowing an answer before the modules. */
  knowledge: number;
}

interface Test {
  answers: (string | null)[];
  score: number | null;
}

function drawParticipants(random: Random): Participant[] {
  const sexes = dealt(random, [
    ['Mujer', 16],
    ['Hombre', 10],
  ]);
  const origins = dealt(random, [
    ['Chile', 13],
    ['Otro país', 13],
  ]);
  const roles = dealt(random, [
    ['Junta de vecinos', 9],
    ['Organización de personas migrantes', 10],
    ['Establecimiento educacional', 4],
    ['Otra', 3],
  ]);
  return Array.from({ length: people }, (_, at) => ({
    code: `P${String(at + 1).padStart(2, '0')}`,
    age: random.integer(21, 67),
    sex: itemAt(sexes, at),
    origin: itemAt(origins, at),
    role: itemAt(roles, at),
    knowledge: 0.3 + random.uniform() * 0.3,
  }));
}

/** Answers to one module's statements; a person who was not there leaves them blank. */
function takeTest(random: Random, module: number, knowledge: number, isThere: boolean): Test {
  const asked = itemAt(statements, module);
  if (!isThere) return { answers: asked.map(() => null), score: null };
  let score = 0;
  const answers = asked.map(({ isTrue }) => {
    if (random.chance(knowledge)) {
      score += 1;
      return isTrue ? 'Verdadero' : 'Falso';
    }
    return random.chance(0.45) ? 'No sé' : isTrue ? 'Falso' : 'Verdadero';
  });
  return { answers, score };
}

const confidenceScale = ['Nada', 'Poco', 'Algo', 'Bastante', 'Mucho'];

function confidenceOf(random: Random, knowledge: number): string {
  const place = Math.round(knowledge * 4 + random.bell() * 0.7);
  return itemAt(confidenceScale, Math.min(4, Math.max(0, place)));
}

const headers = [
  'Código de participante',
  'Edad',
  'Sexo',
  'País de nacimiento',
  'Desde dónde participa',
  ...statements.flat().map(({ header }) => header),
  'Puntaje del módulo 1 (0 a 5)',
  'Puntaje del módulo 2 (0 a 5)',
  '¿Cuánto se siente capaz de explicar estos temas a su comunidad?',
];

function testSheet(random: Random, participants: readonly Participant[], gain: number): OdsCell[][] {
  const rows = participants.map((person): OdsCell[] => {
    const knowledge = Math.min(0.95, person.knowledge + gain);
    const isInSecond = !absentFromSecond.includes(participantNumber(person));
    const tests = [takeTest(random, 0, knowledge, true), takeTest(random, 1, knowledge - 0.08, isInSecond)];
    return [
      person.code,
      person.age,
      person.sex,
      person.origin,
      person.role,
      ...tests.flatMap(({ answers }) => answers),
      ...tests.map(({ score }) => score),
      confidenceOf(random, knowledge),
    ];
  });
  return [headers, ...rows];
}

function participantNumber({ code }: Participant): number {
  return Number(code.slice(1));
}

function moduleSheet(): OdsCell[][] {
  return [
    ['Módulo', 'Estado', 'Día de la sesión', 'Participantes'],
    ...modules.map((module, at): OdsCell[] => {
      const isHeld = at < modulesHeld;
      const day = firstSessions[at];
      return [
        module,
        isHeld ? 'Realizado' : 'Pendiente',
        isHeld && day ? { day } : null,
        isHeld ? people - (at === 0 ? 0 : absentFromSecond.length) : null,
      ];
    }),
  ];
}

const random = createRandom(seed);
const participants = drawParticipants(random);
const before = testSheet(random, participants, 0);
const stayed = participants.filter((person) => !leavers.includes(participantNumber(person)));
const after = testSheet(random, random.shuffled(stayed), 0.3);

writeFiles(import.meta.url, {
  'formar-lideres-2024.ods': await odsBytes([
    { name: 'Módulos', titles: ['Formar líderes para el cambio: módulos', notice], rows: moduleSheet() },
    { name: 'Prueba antes', titles: ['Prueba de entrada', notice], rows: before },
    { name: 'Prueba después', titles: ['Prueba de salida', notice], rows: after },
  ]),
});
