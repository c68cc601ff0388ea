import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SetAsideReason } from '../../../shared/domain/import';
import type { Wave } from '../../../shared/domain/wave';
import type { Vault } from '../privacy/vault';

const Head = z.strictObject({ headers: z.array(z.string()), fileSha256: z.string().optional() });
const Row = z.strictObject({ line: z.int(), reason: SetAsideReason, cells: z.array(z.string()) });
export type SetAsideRaw = z.infer<typeof Row>;

/** The rows that one file of a wave set aside, as they stood in it. */
export type SetAsideSection = { headers: string[]; fileSha256: string | null; rows: SetAsideRaw[] };

/** What the vault keeps of rows set aside: a head and its rows as JSON lines, one section for each file. */
export function readSections(content: Buffer | null): SetAsideSection[] {
  const sections: SetAsideSection[] = [];
  for (const line of content?.toString('utf8').split('\n') ?? []) {
    if (line === '') continue;
    const parsed: unknown = JSON.parse(line);
    const head = Head.safeParse(parsed);
    if (head.success) {
      sections.push({ headers: head.data.headers, fileSha256: head.data.fileSha256 ?? null, rows: [] });
    } else sections.at(-1)?.rows.push(Row.parse(parsed));
  }
  return sections;
}

/** The sections as they are kept in the vault. */
export function writeSections(sections: readonly SetAsideSection[]): Buffer {
  const lines = sections.flatMap(({ headers, fileSha256, rows }) => [
    JSON.stringify(fileSha256 === null ? { headers } : { headers, fileSha256 }),
    ...rows.map((row) => JSON.stringify(row)),
  ]);
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

/**
 * The rows of a wave that are still set aside, in the order of the file. Rows whose line is in the wave came back
 * corrected; the vault forgets them after the wave holds them, so a program that ended between leaves both.
 */
export function stillSetAside(
  wave: Wave,
  vault: Vault | null,
  isInWave: (line: number) => boolean,
): SetAsideSection {
  const sections = readSections(vault?.read(wave.id, 'set-aside') ?? null);
  const own =
    sections.find(({ fileSha256 }) => fileSha256 === wave.fileSha256) ??
    sections.find(({ fileSha256 }) => fileSha256 === null);
  const rows = (own?.rows ?? []).filter(({ line }) => !isInWave(line));
  return {
    headers: own?.headers ?? [],
    fileSha256: wave.fileSha256,
    rows: rows.sort((left, right) => left.line - right.line),
  };
}

/** What tells that a row of a corrected file was set aside by this wave on this line, and by no other. */
export function tokenOf(wave: Pick<Wave, 'id' | 'fileSha256'>, line: number): string {
  const mark = createHash('sha256').update([wave.id, wave.fileSha256, line].join('\n')).digest('hex');
  return `fila-${line}-${mark.slice(0, 12)}`;
}
