import { readFile } from 'node:fs/promises';
import type { FrozenFile } from '../frozen-file';
import { decodeHtml } from '../spreadsheets/html-tokens';
import { decodePage } from '../spreadsheets/open-html';
import { FilledRows } from './filled-rows';
import type { Stretch } from './sheet-rows';

const noCells = /<!--[\s\S]*?(?:-->|$)|<(script|style|title|xml)(?=[\s>])[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const parts = /<(\/?)(table|tr|td|th)(?=[\s/>])((?:[^>"']|"[^"<]*"|'[^'<]*')*|[^>]*)>/gi;

type Table = { rows: number; filled: number[]; isInRow: boolean; isInCell: boolean; shows: boolean };

/** Rows that hold something in one table of a web page: tables count in the order in which they end. */
export async function countPageRows(file: FrozenFile, stretch: Stretch): Promise<number> {
  const page = decodePage(await readFile(file.path)).replace(noCells, (found) =>
    found.startsWith('<!') ? '' : ' ',
  );
  const open: Table[] = [];
  const ended: Table[] = [];
  let at = 0;
  const show = (text: string): void => {
    const table = open.at(-1);
    if (!table?.isInCell || table.shows) return;
    table.shows = decodeHtml(text.replace(/<[/!?A-Za-z][^<>]*>/g, ' ')).trim() !== '';
  };
  const endRow = (table: Table): void => {
    if (table.isInRow && table.shows) table.filled.push(table.rows);
    table.isInRow = false;
    table.isInCell = false;
    table.shows = false;
  };
  const beginRow = (table: Table): void => {
    table.rows += 1;
    table.isInRow = true;
  };
  const endTable = (): void => {
    const table = open.pop();
    if (!table) return;
    endRow(table);
    if (table.rows > 0) ended.push(table);
  };
  for (const found of page.matchAll(parts)) {
    const [whole, slash, name = '', attributes = ''] = found;
    show(page.slice(at, found.index));
    at = found.index + whole.length;
    const isOpening = slash === '';
    const table = open.at(-1);
    if (name.toLowerCase() === 'table') {
      if (isOpening) open.push({ rows: 0, filled: [], isInRow: false, isInCell: false, shows: false });
      else endTable();
    } else if (!table) continue;
    else if (name.toLowerCase() === 'tr') {
      endRow(table);
      if (isOpening) beginRow(table);
    } else {
      table.isInCell = isOpening;
      if (isOpening && !table.isInRow) beginRow(table);
      if (/x:num\s*=\s*["']?[^"'\s]/.test(attributes)) table.shows = true;
    }
  }
  show(page.slice(at));
  while (open.length > 0) endTable();
  const filled = new FilledRows(stretch);
  for (const row of ended[stretch.table]?.filled ?? []) filled.add(row);
  return filled.count;
}
