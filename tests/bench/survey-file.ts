import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A seeded generator (mulberry32), so that every machine times the same bytes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const yesNo = ['Sí', 'No', ''];
const likert = [
  'Muy en desacuerdo',
  'En desacuerdo',
  'Ni de acuerdo ni en desacuerdo',
  'De acuerdo',
  'Muy de acuerdo',
];
const nationalities = ['Chile', 'Venezuela', 'Colombia', 'Perú', 'Haití', 'Bolivia', 'Ecuador', 'Argentina'];
const sexes = ['Femenino', 'Masculino'];
const statuses = ['Residencia definitiva', 'Residencia temporal', 'En trámite', 'Irregular'];

export const yesNoCount = 14;
export const likertCount = 10;
export const numberCount = 6;

/** 37 columns: school, sex, nationality, status, date, course, yes/no, agreement and number questions, and a weight. */
export const benchHeaders: readonly string[] = [
  'Establecimiento',
  'Sexo',
  'Nacionalidad',
  'Situación migratoria',
  'Fecha de encuesta',
  'Curso',
  ...Array.from({ length: yesNoCount }, (_, index) => `Pregunta sí o no ${index + 1}`),
  ...Array.from({ length: likertCount }, (_, index) => `Afirmación ${index + 1}`),
  ...Array.from({ length: numberCount }, (_, index) => `Medida ${index + 1}`),
  'Ponderador',
];

function* lines(rows: number, seed: number): Generator<string> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // safe: index in range
  yield `${benchHeaders.join(';')}\r\n`;
  let block: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells: string[] = [
      `Escuela ${String(1 + Math.floor(random() * 13)).padStart(2, '0')}`,
      pick(sexes),
      pick(nationalities),
      pick(statuses),
      `${String(1 + Math.floor(random() * 28)).padStart(2, '0')}-0${1 + Math.floor(random() * 9)}-2023`,
      `${1 + Math.floor(random() * 8)}° básico`,
    ];
    for (let index = 0; index < yesNoCount; index += 1) cells.push(pick(yesNo));
    for (let index = 0; index < likertCount; index += 1) cells.push(pick(likert));
    for (let index = 0; index < numberCount; index += 1)
      cells.push((random() * 100).toFixed(2).replace('.', ','));
    cells.push((0.5 + random() * 2.5).toFixed(3).replace('.', ','));
    block.push(cells.join(';'));
    if (block.length === 2000) {
      yield `${block.join('\r\n')}\r\n`;
      block = [];
    }
  }
  if (block.length > 0) yield `${block.join('\r\n')}\r\n`;
}

/** Writes (once) a synthetic survey file as Excel in Chile writes it and returns its path. */
export async function surveyFile(folder: string, rows: number, seed: number): Promise<string> {
  const target = path.join(folder, `survey-weighted-${rows}-${seed}.csv`);
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.from(lines(rows, seed)), createWriteStream(`${target}.new`));
  await rename(`${target}.new`, target);
  return target;
}
