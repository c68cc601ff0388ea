import type { CancelSignal } from '../../../shared/cancel';
import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { SourceTable } from '../../../shared/domain/source';
import type { CellRules } from './cell-rules';
import { readSections } from './file-section';
import { type HeadRecord, isBlankRecord, splitRecords } from './head-sample';
import { isValue, isYear, voteForHeader } from './header-votes';
import type { RecordRun } from './record-scanner';

/** One of several tables that stand one under another. */
export type Block = {
  id: string;
  name: string;
  firstLine: number;
  lastLine: number;
  records: number;
  width: number;
};

type Stretch = { firstLine: number; lastLine: number; records: number; runs: RecordRun[] };

const sectionLength = 60_000;
const recordsJudged = 40;
/** Beyond so many stretches a file is one table with gaps, not many tables. */
const mostStretches = 200;
const nameLength = 60;

/**
 * Finds the tables of a file that holds several: stretches set apart by blank lines, or of another width, that begin with
 * a header of their own. Empty where there is one table.
 */
export async function findBlocks(
  filePath: string,
  file: {
    rules: CellRules;
    /** Records before the data found first, header included. */
    before: readonly HeadRecord[];
    header: readonly HeadRecord[];
    runs: readonly RecordRun[];
  },
  signal: CancelSignal,
): Promise<Block[]> {
  const { rules, before, header, runs } = file;
  if (runs.length <= 1 && before.length <= header.length) return [];
  const main = splitStretches(runs);
  const early = splitStretches(runsOf(before.filter((record) => !header.includes(record))));
  if (main.length === 0 || main.length + early.length > mostStretches) return [];
  const [first, ...others] = main;
  if (!first) return [];
  const headerTexts = header.map(({ cells }) => cells.join('\u0000'));
  const start = header[0]?.line ?? first.firstLine;
  const sought = [...early, ...others];
  if (sought.length === 0) return [];
  const sections = await readSections(
    filePath,
    rules,
    sought.map((stretch) => stretch.firstLine),
    sectionLength,
    signal,
  );
  const judged = sought.map((stretch, index) =>
    judgeStretch(sections[index] ?? '', stretch, rules, headerTexts),
  );
  const blocks: Block[] = [];
  early.forEach((stretch, index) => {
    const found = judged[index];
    if (found?.isTable && stretch.records >= 3) blocks.push(asBlock(stretch, found.name, found.above));
  });
  let current: Stretch = { ...first, firstLine: start };
  let name = nameOf(header);
  // The first stretch begins below its header; the others hold theirs, and perhaps a title.
  let above = 0;
  others.forEach((stretch, index) => {
    const found = judged[early.length + index];
    if (found?.isTable) {
      blocks.push(asBlock(current, name, above));
      current = stretch;
      name = found.name;
      above = found.above;
    } else if (widthOf(stretch.runs) === widthOf(current.runs)) {
      current = {
        firstLine: current.firstLine,
        lastLine: stretch.lastLine,
        records: current.records + stretch.records,
        runs: [...current.runs, ...stretch.runs],
      };
    }
  });
  blocks.push(asBlock(current, name, above));
  const tables = blocks.filter((block) => block.width >= 2 && block.records >= 1);
  if (tables.length < 2) return [];
  return tables.map((block, index) => ({ ...block, id: `block-${index + 1}` }));
}

/** The block with most cells, unless the analyst chose another; its rivals are the others. */
export function chooseBlock(
  blocks: readonly Block[],
  tableId: string | null,
  headerLine: number | null,
): { block: Block; evidence: DialectEvidence } | null {
  const size = (block: Block): number => block.records * block.width;
  const ranked = [...blocks].sort((left, right) => size(right) - size(left));
  const [largest] = ranked;
  if (!largest) return null;
  const named = blocks.find(({ id }) => id === tableId);
  const around = blocks.find(
    ({ firstLine, lastLine }) => headerLine !== null && firstLine <= headerLine && headerLine <= lastLine,
  );
  const block = named ?? around ?? largest;
  return {
    block,
    evidence: {
      aspect: 'tableId',
      chosen: block.id,
      why: block === largest ? 'largest-table' : 'corrected',
      details: { tables: blocks.length, rows: block.records, columns: block.width },
      rivals: ranked
        .filter((other) => other !== block)
        .map((other) => ({
          value: other.id,
          score: Math.min(1, size(other) / Math.max(1, size(largest))),
          why: 'smaller-table',
        })),
    },
  };
}

/** A block as the analyst sees it in the list of tables; `prefix` names the sheet it stands in. */
export function blockTable(block: Block, prefix: string): SourceTable {
  return {
    id: `${prefix}${block.id}`,
    name: block.name,
    kind: 'block',
    isHidden: false,
    rows: block.records,
    columns: block.width,
    firstLine: block.firstLine,
    lastLine: block.lastLine,
    parent: null,
  };
}

function asBlock(stretch: Stretch, name: string, above: number): Block {
  return {
    id: '',
    name,
    firstLine: stretch.firstLine,
    lastLine: stretch.lastLine,
    records: stretch.records - above,
    width: widthOf(stretch.runs),
  };
}

/** Stretches between blank records, cut again where at least three records in a row have another width. */
function splitStretches(runs: readonly RecordRun[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: RecordRun[] = [];
  const close = (): void => {
    const [first] = current;
    const last = current.at(-1);
    if (first && last) {
      stretches.push({
        firstLine: first.firstLine,
        lastLine: last.lastLine,
        records: current.reduce((sum, run) => sum + run.records, 0),
        runs: current,
      });
    }
    current = [];
  };
  for (const run of runs) {
    if (run.fields === 0) {
      close();
      continue;
    }
    const width = widthOf(current);
    const isOther = current.length > 0 && run.fields !== width && run.records >= 3 && run.fields >= 2;
    if (isOther && current.some(({ records }) => records >= 2)) close();
    current.push(run);
  }
  close();
  return stretches.filter((stretch) => stretch.records >= 2 && widthOf(stretch.runs) >= 2);
}

function widthOf(runs: readonly RecordRun[]): number {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run.fields, (counts.get(run.fields) ?? 0) + run.records);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}

function runsOf(records: readonly HeadRecord[]): RecordRun[] {
  const runs: RecordRun[] = [];
  for (const record of records) {
    const fields = isBlankRecord(record.cells) ? 0 : record.cells.length;
    const last = runs.at(-1);
    const lastLine = record.line + record.lines - 1;
    if (last && last.fields === fields) {
      last.records += 1;
      last.lastLine = lastLine;
    } else runs.push({ firstLine: record.line, lastLine, records: 1, fields });
  }
  return runs;
}

/** Whether a stretch begins, perhaps after a title, with a header of its own; `above` are the records before its data. */
function judgeStretch(
  text: string,
  stretch: Stretch,
  rules: CellRules,
  headerTexts: readonly string[],
): { isTable: boolean; name: string; above: number } {
  const lines = stretch.lastLine - stretch.firstLine + 1;
  const records = splitRecords(text, rules, recordsJudged, { firstLine: stretch.firstLine })
    .filter((record) => record.line < stretch.firstLine + lines)
    .filter((record) => !isBlankRecord(record.cells));
  const width = widthOf(stretch.runs);
  // A title may have all the delimiters of a row, as spreadsheets write it.
  const position = records.findIndex(
    ({ cells }) => cells.length === width && cells.filter((cell) => cell.trim() !== '').length >= 2,
  );
  const header = records[position];
  const below = records.slice(position + 1).filter(({ cells }) => cells.length === width);
  if (!header || below.length === 0) return { isTable: false, name: '', above: 0 };
  if (headerTexts.includes(header.cells.join('\u0000'))) return { isTable: false, name: '', above: 0 };
  const texts = header.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const hasTitles = texts.length >= 2 && texts.every((cell) => !isValue(cell) || isYear(cell));
  const votes = voteForHeader(
    header.cells,
    below.map(({ cells }) => cells),
  );
  const isTable = hasTitles && new Set(texts).size === texts.length && votes.header > 0 && votes.data === 0;
  const title = position > 0 ? records[0]?.cells.find((cell) => cell.trim() !== '') : undefined;
  return { isTable, name: shorten(title ?? nameOf([header])), above: position + 1 };
}

function nameOf(header: readonly HeadRecord[]): string {
  const cells = header.at(-1)?.cells ?? [];
  return shorten(
    cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .join(', '),
  );
}

function shorten(text: string): string {
  return text.length <= nameLength ? text : `${text.slice(0, nameLength - 1)}…`;
}

/** The sheet and the block that a table's id names, each null where it names none. */
export function splitTableId(tableId: string | null): { sheet: string | null; block: string | null } {
  const found = /^(?:(.*)\/)?(block-\d+)$/s.exec(tableId ?? '');
  return found ? { sheet: found[1] ?? null, block: found[2] ?? null } : { sheet: tableId, block: null };
}
