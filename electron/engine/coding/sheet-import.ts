import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import { activeCodes } from '../../../shared/domain/coding';
import { FileId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import { foldWords } from '../../../shared/reference/fold';
import { codingWords } from '../../../shared/text/coding';
import type { EngineContext } from '../context';
import { readTable } from '../import/read-table';
import { answerKey, type OpenAnswer } from './answers';
import type { OpenCoding } from './coding-store';

type Sheet = { headers: string[]; rows: { line: number; cells: string[] }[] };
type Entry = ParsedInput<'coding.assign'>['entries'][number];
type Told = MethodOutput<'coding.importSheet'>;

const mostRows = 100_000;
const yes = new Set(['x', '1', 'si', 's', 'yes', 'y', 'true', 'verdadero', 'v']);
const no = new Set(['', '0', 'no', 'n', 'false', 'falso', 'f']);

/** Reads the table of a sheet whose heading names the answers; a workbook may hold it beside others. Throws `coding-sheet-unrecognised`. */
export async function readSheet(context: EngineContext, fileId: string, call: Call): Promise<Sheet> {
  const read = (tableId: string | null) =>
    readTable(
      context,
      {
        fileId: FileId.parse(fileId),
        corrections: tableId === null ? {} : { tableId },
        offset: 0,
        limit: mostRows,
      },
      call,
    );
  const first = await read(null);
  for (const table of [first.dialect.tableId, ...first.tables.map(({ id }) => id)].filter(
    (id, index, all) => all.indexOf(id) === index,
  )) {
    const found = table === first.dialect.tableId ? first : await read(table);
    if (columnsOf(found.headers)) return { headers: found.headers, rows: found.rows };
  }
  throw new AppError('coding-sheet-unrecognised', { reason: 'not-a-coding-sheet' });
}

type Columns = { key: number; wave: number; line: number; answer: number; none: number; quote: number };

/** Where each column stands, by the headings of either language; null for a table that is no coding sheet. */
function columnsOf(headers: readonly string[]): Columns | null {
  const at = (name: keyof Columns): number => {
    const wanted = (['es', 'en'] as const).map((locale) =>
      foldWords(codingWords(locale).sheet.columns[name]),
    );
    return headers.findIndex((header) => wanted.includes(foldWords(header)));
  };
  const columns = {
    key: at('key'),
    wave: at('wave'),
    line: at('line'),
    answer: at('answer'),
    none: at('none'),
    quote: at('quote'),
  };
  const isNamed = columns.key >= 0 || columns.line >= 0;
  return isNamed && columns.answer >= 0 ? columns : null;
}

/** What the rows of a sheet say, as entries of `coding.assign`. A row without any mark leaves its answer uncoded. */
export function sheetEntries(sheet: Sheet, { plan, answers }: OpenCoding): { entries: Entry[]; told: Told } {
  const columns = columnsOf(sheet.headers);
  if (!columns) throw new AppError('coding-sheet-unrecognised', { reason: 'not-a-coding-sheet' });
  const codes = activeCodes(plan.spec.codes);
  const fixed = new Set(Object.values(columns));
  const headings = sheet.headers.flatMap((header, index) => {
    const slug = /\[([a-z0-9-]+)\]\s*$/.exec(header)?.[1];
    if (fixed.has(index) || (slug === undefined && !codes.some(({ label }) => isAlike(label, header)))) {
      return [];
    }
    const code = codes.find(({ id, label }) => id === slug || isAlike(label, header));
    return [{ index, header, id: code?.id ?? null }];
  });
  const find = finder(plan.waves, answers, columns);
  const told: Told = {
    rows: sheet.rows.length,
    coded: 0,
    blank: 0,
    unmatched: 0,
    unclear: [],
    unknownCodes: headings.filter(({ id }) => id === null).map(({ header }) => header),
  };
  const entries = sheet.rows.flatMap(({ line, cells }): Entry[] => {
    let isUnclear = false;
    const isMarked = (index: number): boolean => {
      const cell = foldWords(cells[index] ?? '');
      if (yes.has(cell) || (cells[index] ?? '').trim() === '✓') return true;
      if (!no.has(cell)) isUnclear = true;
      return false;
    };
    const given = headings.flatMap(({ index, id }) => (isMarked(index) && id !== null ? [id] : []));
    const isNone = columns.none >= 0 && isMarked(columns.none);
    const isQuote = columns.quote >= 0 && isMarked(columns.quote);
    if (isUnclear && told.unclear.length < 20) told.unclear.push(line);
    const isCoded = given.length > 0 || isNone;
    if (!isCoded && !isQuote) {
      told.blank += 1;
      return [];
    }
    const answer = find(cells);
    if (!answer) {
      told.unmatched += 1;
      return [];
    }
    if (isCoded) told.coded += 1;
    return [{ waveId: answer.waveId, line: answer.line, codes: isCoded ? given : null, isQuote }];
  });
  return { entries, told };
}

function isAlike(label: string, header: string): boolean {
  return foldWords(label) === foldWords(header.replace(/\[[a-z0-9-]+\]\s*$/, ''));
}

/** Finds a row's answer by its key, or by wave and line; it must read as in the sheet, spaces and case aside. */
function finder(
  waves: readonly { id: string; name: string }[],
  answers: readonly OpenAnswer[],
  columns: Columns,
): (cells: readonly string[]) => OpenAnswer | null {
  const byKey = new Map(answers.map((answer) => [answerKey(answer), answer]));
  return (cells) => {
    const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? '').trim());
    const wave =
      waves.find(({ name }) => isAlike(name, cell(columns.wave))) ?? (waves.length === 1 ? waves[0] : null);
    const place = wave ? `${wave.id}/${cell(columns.line)}` : '';
    const found = byKey.get(cell(columns.key)) ?? byKey.get(place);
    return found && foldWords(found.text) === foldWords(cell(columns.answer)) ? found : null;
  };
}
