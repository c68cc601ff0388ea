import { writeFile } from 'node:fs/promises';
import { createRandom, type Random } from '../../sample-data/common/random';

const reasons = ['Orientación', 'Regularización', 'Matrícula escolar', 'Salud'] as const;
/** Months of the register, and the first one in which more people come. */
const months = 36;
const firstYear = 2022;
const opening = 18;

/** The day on which the invented office opened a second desk, as a person writes it. */
export const openingDay = '01-07-2023';

/**
 * Writes a register of attentions that a program made up, one row a case, and says so in its first line: three years
 * by day, rising a little each month, with 30 cases a month more from the opening on.
 */
export async function writeRegister(path: string): Promise<void> {
  const random = createRandom(20240601);
  const rows = Array.from({ length: months }, (_, month) => month).flatMap((month) => casesOf(month, random));
  const lines = rows.map(({ day, reason }, index) => `${index + 1};${day};${reason};sintético`);
  const text = ['DATOS SINTÉTICOS – Registro de atenciones – Ninguna fila corresponde a una persona real']
    .concat('Folio;Fecha de atención;Motivo;origen_dato', lines, '')
    .join('\r\n');
  await writeFile(path, `\uFEFF${text}`, 'utf8');
}

function casesOf(month: number, random: Random): { day: string; reason: string }[] {
  const expected = 58 + 0.5 * month + (month >= opening ? 30 : 0);
  const count = Math.max(0, Math.round(expected + 7 * random.bell()));
  const year = firstYear + Math.floor(month / 12);
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  // Somebody comes on the first and last day, so that no month looks cut.
  const days = [1, last, ...Array.from({ length: Math.max(0, count - 2) }, () => random.integer(1, last))];
  return days
    .sort((left, right) => left - right)
    .map((day) => ({
      day: [day, (month % 12) + 1, year].map((part) => String(part).padStart(2, '0')).join('-'),
      reason: random.pick(reasons),
    }));
}
