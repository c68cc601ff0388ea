import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import {
  alignedCells,
  innerCells,
  isRule,
  type LineForm,
  ruledCells,
  spacedCells,
  unwrapLine,
} from './line-forms';

/** Longer lines are no rows of such tables, and are written as they are. */
const longestLine = 1_000_000;

/**
 * Writes a UTF-8 file again with its lines undressed: one line for each, in the same order and with the same line ends, so
 * that the numbers of lines stay. Lines that do not keep to the form are written as one cell. Gives how many lines were
 * undressed. Throws `cancelled` and `disk-full`.
 */
export async function rewriteLines(
  source: string,
  target: string,
  form: LineForm,
  signal: CancelSignal,
): Promise<number> {
  const handle = await open(target, 'w', 0o600);
  let undressed = 0;
  let isOpen = false;
  const write = (line: string): string => {
    const content = line.replace(/\r$/, '');
    const isInside = isOpen;
    if (form.kind === 'wrapped' && count(content, '"') % 2 === 1) isOpen = !isOpen;
    if (isInside || isOpen || content.length > longestLine) return line;
    const own = undress(content, form);
    if (own === null) return line;
    undressed += 1;
    return own + line.slice(content.length);
  };
  try {
    let rest = '';
    let isFirst = true;
    const stream: AsyncIterable<string> = createReadStream(source, {
      encoding: 'utf8',
      highWaterMark: 1 << 20,
    });
    for await (const chunk of stream) {
      if (signal.aborted) throw new AppError('cancelled');
      const text = rest + (isFirst ? chunk.replace(/^\uFEFF/, '') : chunk);
      isFirst = false;
      // A file that ends its lines with carriage returns alone has no line feed to divide it by.
      const end = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
      const lines = text.split(end);
      rest = lines.pop() ?? '';
      await handle.appendFile(lines.map((line) => write(line) + end).join(''));
    }
    if (rest !== '') await handle.appendFile(write(rest));
    await handle.close();
    return undressed;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(target, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new AppError('disk-full', {}, { cause: error });
    }
    throw error;
  }
}

/** The line as the form's delimiter would write it; null for one that stays as it is. */
function undress(line: string, form: LineForm): string | null {
  if (line.trim() === '') return null;
  if (form.kind === 'wrapped') {
    const inner = unwrapLine(line);
    return inner !== null && innerCells(inner, form.delimiter)?.length === form.width ? inner : null;
  }
  if (isRule(line)) return quoteCell(line.trim(), form.delimiter);
  const cells =
    form.kind === 'ruled'
      ? ruledCells(line)
      : form.kind === 'aligned'
        ? alignedCells(line, form)
        : spacedCells(line);
  return cells.map((cell) => quoteCell(cell, form.delimiter)).join(form.delimiter);
}

function quoteCell(cell: string, delimiter: string): string {
  return cell.includes('"') || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
