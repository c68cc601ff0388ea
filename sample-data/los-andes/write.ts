import { itemAt, type Random } from '../common/random';
import type { Answers } from './answers';
import { type Disorder, disorder, type Slip } from './disorder';
import { type Hand, questionColumns } from './layout';
import { comments, commentWithLineBreak, fieldNotes, typingNotes, type WaveKey } from './vocabulary';

export type SetAsideReason = 'short-row' | 'long-row' | 'repeated-row' | 'blank-row' | 'totals-row';

/** One record of the file; `line` is the physical line on which it starts, from 1. */
export interface WrittenRow {
  line: number;
  reason: SetAsideReason | null;
  /** Position of its answers in the wave; null for blank and total rows. */
  position: number | null;
  cells: string[];
  /** Cells that a reader counts in the row. */
  fields: number;
}

export interface WrittenFile {
  text: string;
  headers: string[];
  headerLine: number;
  preamble: string[];
  rows: WrittenRow[];
  slips: (Slip & { line: number; header: string })[];
}

const preambles: Readonly<Record<WaveKey, readonly string[]>> = {
  exAnte: [
    'DATOS SINTÉTICOS – Diagnóstico comunal NNA en movilidad humana – Medición ex-ante 2023',
    'Ninguna fila corresponde a una persona real. Generado con semilla fija. Licencia CC0 1.0',
    '',
  ],
  exPost: [
    'DATOS SINTÉTICOS – Diagnóstico comunal NNA – Medición ex-post 2024 – Ninguna fila corresponde a una persona real',
  ],
};
const folioPrefix: Readonly<Record<WaveKey, string>> = { exAnte: 'EA', exPost: 'EP' };

/** Writes one wave as Excel in Chile exports it, with its planted disorder; the text has CRLF line ends. */
export function writeWave(wave: WaveKey, answers: readonly Answers[], random: Random): WrittenFile {
  const plan = disorder[wave];
  const columns = questionColumns(wave);
  const trailing = wave === 'exAnte' ? [''] : [];
  const headers = [
    'Folio',
    ...columns.map((column) => column.header[wave] ?? ''),
    'Comentarios',
    'Observaciones',
    'Observaciones',
    'origen_dato',
    ...trailing,
  ];
  const complete = answers.map((record, position) => [
    `${folioPrefix[wave]}-${String(position + 1).padStart(4, '0')}`,
    ...columns.map((column) => typedCell(column.key, position, plan, { wave, random }, record, column)),
    commentAt(position, plan, random),
    random.chance(0.05) ? random.pick(fieldNotes) : '',
    random.chance(0.04) ? random.pick(typingNotes) : '',
    'sintético',
    ...trailing,
  ]);
  const preamble = preambles[wave].map((line) =>
    wave === 'exAnte' ? line + ';'.repeat(headers.length - 1) : line,
  );
  const lines = [...preamble, headers.map(quoted).join(';')];
  const headerLine = lines.length;
  const comment = headers.indexOf('Comentarios');
  const rows: WrittenRow[] = [];
  let nextLine = headerLine + 1;
  const push = (cells: string[], reason: SetAsideReason | null, position: number | null): void => {
    const stray = reason === 'long-row' ? comment : -1;
    const text = cells.map((cell, at) => (at === stray ? cell : quoted(cell))).join(';');
    const fields = cells.length + (cells[stray]?.split(';').length ?? 1) - 1;
    rows.push({ line: nextLine, reason, position, cells, fields });
    lines.push(text);
    nextLine += text.split('\n').length;
  };
  const blank = (): void =>
    push(
      headers.map(() => ''),
      'blank-row',
      null,
    );

  complete.forEach((cells, position) => {
    const cut = plan.shortRows.find((row) => row.position === position);
    const stray = plan.longRows.find((row) => row.position === position);
    if (cut) push(cells.slice(0, cut.cells), 'short-row', position);
    else if (stray)
      push(
        cells.map((cell, at) => (at === comment ? stray.comment : cell)),
        'long-row',
        position,
      );
    else push(cells, null, position);
    for (const repeat of plan.repeatedRows) {
      if (repeat.after === position) push(itemAt(complete, repeat.position), 'repeated-row', repeat.position);
    }
  });
  for (let count = 0; count < plan.blankRowsBeforeTotal; count += 1) blank();
  if (plan.hasTotalRow)
    push(['Total', String(answers.length), ...headers.slice(2).map(() => '')], 'totals-row', null);
  for (let count = 0; count < plan.blankRowsAtEnd; count += 1) blank();

  const slips = plan.slips.map((slip) => ({
    ...slip,
    line: rows.find((row) => row.position === slip.position)?.line ?? 0,
    header: columns.find((column) => column.key === slip.key)?.header[wave] ?? '',
  }));
  return {
    text: `${lines.join('\r\n')}\r\n`,
    headers,
    headerLine,
    preamble: [...preambles[wave]],
    rows,
    slips,
  };
}

function typedCell(
  key: string,
  position: number,
  plan: Disorder,
  hand: Hand,
  record: Answers,
  column: ReturnType<typeof questionColumns>[number],
): string {
  const slip = plan.slips.find((candidate) => candidate.position === position && candidate.key === key);
  if (slip) return slip.text;
  const cell = column.cell(record, hand);
  if (cell === null) return hand.random.pick(column.missingCodes);
  if (column.missingCodes.includes(cell) && cell !== '')
    throw new Error(`${key}: the answer ${cell} is a missing code`);
  return key === 'identifier' && plan.wrongCheckDigits.includes(position) ? withWrongDigit(cell) : cell;
}

function withWrongDigit(identifier: string): string {
  return identifier.slice(0, -1) + (identifier.endsWith('3') ? '4' : '3');
}

function commentAt(position: number, plan: Disorder, random: Random): string {
  const comment = random.chance(0.16) ? random.pick(comments) : '';
  return position === plan.lineBreak ? commentWithLineBreak : comment;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
