import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { z } from 'zod';
import { sampleFolder } from './application';

export const exAntePath = join(sampleFolder, 'diagnostico-nna-2023-ex-ante.csv');
export const exPostPath = join(sampleFolder, 'diagnostico-nna-2024-ex-post.csv');

const Tally = z.object({ x: z.number(), n: z.number(), missing: z.number() });
const File = z.object({
  headerLine: z.number(),
  fields: z.number(),
  rowsRead: z.number(),
  rowsKept: z.number(),
  rowsSetAside: z.number(),
  setAside: z.array(z.object({ line: z.number(), reason: z.string() })),
  cellsThatDoNotConvert: z.array(z.object({ line: z.number(), header: z.string(), value: z.string() })),
});
const Proportion = z.object({
  exAnte: Tally,
  exPost: Tally,
  matched: z.object({ yesYes: z.number(), yesNo: z.number(), noYes: z.number(), noNo: z.number() }),
  bySchool: z.record(z.string(), z.object({ exAnte: Tally, exPost: Tally })),
});

/** The figures that the makers of the sample counted on their own records. */
export const expected = z
  .object({
    files: z.object({ exAnte: File, exPost: File }),
    linkage: z.object({ pairsByIdentifier: z.number() }),
    differences: z.object({
      reworded: z.array(z.object({ exAnte: z.string(), exPost: z.string() })),
      optionAdded: z.string(),
    }),
    proportions: z.object({ conoce_oficina: Proportion }),
  })
  .parse(JSON.parse(readFileSync(join(sampleFolder, 'expected.json'), 'utf8')));

/** Pairs of one school with both answers valid, and how many said yes in each wave. */
export type SchoolPairs = { rbd: string; name: string; pairs: number; yesBefore: number; yesAfter: number };

/** Who knows the office, school by school of the first wave, over the pupils found in both: counted with PapaParse. */
export function knowsOfficeBySchool(): SchoolPairs[] {
  const before = readRows(exAntePath, 'windows-1252', '¿Conoce la Oficina de Migración?');
  const after = readRows(exPostPath, 'utf-8', '¿Conoce la Oficina Municipal de Migración?');
  const schools = new Map<string, SchoolPairs>();
  for (const [person, row] of before) {
    const later = after.get(person)?.answer ?? null;
    const school = schools.get(row.rbd) ?? { ...row, pairs: 0, yesBefore: 0, yesAfter: 0 };
    schools.set(row.rbd, school);
    if (row.answer === null || later === null) continue;
    school.pairs += 1;
    school.yesBefore += Number(row.answer);
    school.yesAfter += Number(later);
  }
  return [...schools.values()].sort((a, b) => a.rbd.localeCompare(b.rbd));
}

type Answer = { rbd: string; name: string; answer: boolean | null };

function readRows(path: string, encoding: string, question: string): Map<string, Answer> {
  const text = iconv.decode(readFileSync(path), encoding).trimEnd();
  const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
  const start = data.findIndex((cells) => cells[0] === 'Folio');
  const headers = data[start] ?? [];
  const place = (header: string) => headers.indexOf(header);
  const rows = new Map<string, Answer>();
  for (const cells of data.slice(start + 1)) {
    if (cells.length !== headers.length || !/^E[AP]-/.test(cells[0] ?? '')) continue;
    const person = (cells[place('RUN o IPE')] ?? '').replaceAll(/[.-]/g, '').toUpperCase();
    const said = (cells[place(question)] ?? '').trim();
    rows.set(person, {
      rbd: cells[place('RBD')] ?? '',
      name: (cells[place('Establecimiento')] ?? '').trim().replaceAll(/\s+/g, ' '),
      answer: said === 'Sí' ? true : said === 'No' ? false : null,
    });
  }
  return rows;
}

/** The follow-up with the row that was cut short made whole; the path of the new file. */
export async function correctedFollowUp(folder: string): Promise<string> {
  const cut = expected.files.exPost.setAside.find(({ reason }) => reason === 'short-row');
  const lines = readFileSync(exPostPath, 'utf8').split('\r\n');
  const place = (cut?.line ?? 0) - 1;
  const cells = (lines[place] ?? '').split(';');
  const missing = expected.files.exPost.fields - cells.length;
  lines[place] = [...cells, ...Array.from({ length: missing }, () => '')].join(';');
  const path = join(folder, 'diagnostico-nna-2024-corregido.csv');
  await writeFile(path, lines.join('\r\n'));
  return path;
}
