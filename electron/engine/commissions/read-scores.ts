import type { Call, MethodOutput } from '../../../shared/contract';
import {
  type Commission,
  type Score,
  type ScoreProblem,
  scoreFault,
} from '../../../shared/domain/commission';
import type { FileId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import { foldWords } from '../../../shared/reference/fold';
import type { EngineContext } from '../context';
import { readTable } from '../import/read-table';
import { scoreBook } from './weighted-scores';

type ReadScores = MethodOutput<'commission.readScores'>;
type Row = { line: number; cells: string[] };
/** `lost` are rows that could not be placed in the columns. */
type Table = { name: string; headers: string[]; rows: Row[]; lost: Row[] };
type Named = { id: string; name: string };

const evaluatorWords = /^(evaluador|evaluadora|evaluator|jurado|comisionad|integrante)/;
const candidateWords = /^(postulacion|practica|practice|candidat|iniciativa|proyecto|ficha|codigo)/;
const criterionWords = /^(criterio|criterion)/;
const scoreWords = /^(puntaje|puntos|nota|score)/;
const commentWords = /^(comentario|observacion|comment|nota libre|total|promedio|lugar|ponderad)/;

/**
 * The scores of a workbook or text: a sheet for each evaluator or all in one, a column for each criterion or a row for each score.
 * Nothing is stored. A score that cannot be taken is told with its sheet, row and column, and one that an evaluator gave
 * twice with both values, of which the first is taken. Throws `scores-unrecognised` where no sheet holds scores.
 */
export async function readScores(
  context: EngineContext,
  commission: Commission,
  fileId: FileId,
  call: Call,
): Promise<ReadScores> {
  const found: ReadScores = {
    scores: [],
    comments: [],
    problems: [],
    changes: [],
    ignoredTables: [],
    unknown: { criteria: [], candidates: [], evaluators: [] },
  };
  /** What each evaluator gave for each criterion of each practice, by their ids. */
  const taken = new Map<string, number>();
  const tables = await readTables(context, fileId, call);
  for (const table of tables) {
    const layout = layoutOf(table, commission);
    if (layout === null) found.ignoredTables.push(table.name);
    else readSheet(commission, table, layout, { found, taken });
  }
  if (found.ignoredTables.length === tables.length) {
    throw new AppError('scores-unrecognised', { tables: tables.map(({ name }) => name) });
  }
  const before = scoreBook({ ...commission, recusals: [] });
  for (const score of found.scores) {
    const held = before.score(score.evaluatorId, score.candidateId, score.criterionId);
    if (held !== null && held !== score.value) found.changes.push({ ...score, before: held });
  }
  return found;
}

/** Rows of each window in which a sheet is read, to its end. */
const windowRows = 1000;
/** Rows set aside that nobody would miss. */
const empty: ReadonlySet<string> = new Set(['blank-row', 'totals-row', 'repeated-header', 'sub-heading']);

async function readTables(context: EngineContext, fileId: FileId, call: Call): Promise<Table[]> {
  const read = async (tableId: string | null, name: string | null): Promise<Table> => {
    const corrections = tableId === null ? {} : { tableId };
    const first = await readTable(context, { fileId, corrections, offset: 0, limit: windowRows }, call);
    const rows = [...first.rows];
    while (rows.length < first.total) {
      const next = { fileId, corrections, offset: rows.length, limit: windowRows };
      const more = (await readTable(context, next, call)).rows;
      if (more.length === 0) break;
      rows.push(...more);
    }
    const lost = first.setAside.filter(({ reason }) => !empty.has(reason));
    return { name: name ?? first.tables[0]?.name ?? '', headers: first.headers, rows, lost };
  };
  const { tables } = await readTable(context, { fileId, corrections: {}, offset: 0, limit: 1 }, call);
  if (tables.length < 2) return [await read(null, null)];
  const found: Table[] = [];
  for (const { id, name } of tables) found.push(await read(id, name));
  return found;
}

/** Where a sheet says what: columns by place, -1 for none. */
type Layout = {
  evaluator: number;
  candidate: number;
  comment: number;
  /** Of a sheet with a column for each criterion. */
  criteria: { column: number; header: string; criterionId: string | null }[];
  /** Of a sheet with a row for each score. */
  long: { criterion: number; score: number } | null;
};

function layoutOf({ headers, rows }: Table, commission: Commission): Layout | null {
  const folded = headers.map(foldWords);
  const find = (pattern: RegExp): number => folded.findIndex((header) => pattern.test(header));
  const evaluator = find(evaluatorWords);
  const candidate = find(candidateWords);
  const comment = folded.findIndex((header) => /^(comentario|observacion|comment)/.test(header));
  if (candidate < 0) return null;
  const criterion = find(criterionWords);
  const score = find(scoreWords);
  if (criterion >= 0 && score >= 0) {
    return { evaluator, candidate, comment, criteria: [], long: { criterion, score } };
  }
  const known = headers.map((header) => criterionNamed(header, commission.criteria));
  const criteria = headers.flatMap((header, column) => {
    if (column === evaluator || column === candidate || commentWords.test(folded[column] ?? '')) return [];
    const criterionId = known[column] ?? null;
    return criterionId !== null || holdsNumbers(rows, column) ? [{ column, header, criterionId }] : [];
  });
  // A sheet of results has neither an evaluator nor a criterion of ours.
  const isScored =
    criteria.length > 0 && (evaluator >= 0 || criteria.some((each) => each.criterionId !== null));
  return isScored ? { evaluator, candidate, comment, criteria, long: null } : null;
}

function holdsNumbers(rows: Table['rows'], column: number): boolean {
  const filled = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => numberOf(cell) !== null).length >= filled.length / 2;
}

/** The one of its name, but for case, accents and signs: of two that are merely alike, neither may have the other's scores. */
function named(text: string, list: readonly Named[]): string | null {
  const folded = foldWords(text);
  if (folded === '') return null;
  return list.find(({ id, name }) => foldWords(name) === folded || foldWords(id) === folded)?.id ?? null;
}

/** The criterion of a heading, which may say the scale or what is looked at after the name. */
function criterionNamed(text: string, criteria: readonly Named[]): string | null {
  const withoutScale = text.replace(/\s*\([^()]*\)\s*$/, '');
  const beforeColon = text.split(/[:(–—]/)[0] ?? '';
  return named(text, criteria) ?? named(withoutScale, criteria) ?? named(beforeColon, criteria);
}

function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

function readSheet(
  commission: Commission,
  table: Table,
  layout: Layout,
  { found, taken }: { found: ReadScores; taken: Map<string, number> },
): void {
  const bySheet = named(table.name, commission.evaluators);
  for (const { criterionId, header } of layout.criteria) {
    if (criterionId === null) note(found.unknown.criteria, header);
  }
  for (const { line, cells } of table.lost) {
    const value = cells.filter(Boolean).join(' · ').slice(0, 200);
    const column = table.headers[layout.candidate] ?? '';
    found.problems.push({ table: table.name, line, column, value, reason: 'row-unplaced', other: null });
  }
  for (const { line, cells } of table.rows) {
    const cell = (column: number): string => (column < 0 ? '' : (cells[column]?.trim() ?? ''));
    const candidateName = cell(layout.candidate);
    const evaluatorName = cell(layout.evaluator) || table.name;
    const evaluatorId = cell(layout.evaluator) ? named(evaluatorName, commission.evaluators) : bySheet;
    const candidateId = named(candidateName, commission.candidates);
    const entries = layout.long
      ? [longEntry(commission, layout.long, table, cell)]
      : layout.criteria.map(({ column, header, criterionId }) => ({
          header,
          criterionId,
          text: cell(column),
        }));
    // A row without a practice is told where it holds scores, and is nothing otherwise.
    if (candidateName === '' && entries.every(({ text }) => text === '')) continue;
    if (evaluatorId === null) note(found.unknown.evaluators, evaluatorName);
    if (candidateId === null && candidateName !== '') note(found.unknown.candidates, candidateName);
    for (const { header, criterionId, text } of entries) {
      if (text === '') continue;
      const problem = (reason: ScoreProblem['reason'], other: string | null = null): void => {
        found.problems.push({ table: table.name, line, column: header, value: text, reason, other });
      };
      if (criterionId === null) {
        if (layout.long) note(found.unknown.criteria, header);
        problem('criterion-unknown');
      } else if (candidateId === null) problem('candidate-unknown');
      else if (evaluatorId === null) problem('evaluator-unknown');
      else take(commission, { evaluatorId, candidateId, criterionId }, text, { found, taken }, problem);
    }
    const text = cell(layout.comment);
    if (text !== '' && evaluatorId !== null && candidateId !== null) {
      found.comments.push({ evaluatorId, candidateId, text: text.slice(0, 2000) });
    }
  }
}

function note(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name);
}

function longEntry(
  commission: Commission,
  { criterion, score }: { criterion: number; score: number },
  { headers }: Table,
  cell: (column: number) => string,
): { header: string; criterionId: string | null; text: string } {
  const name = cell(criterion);
  return {
    header: name || (headers[criterion] ?? ''),
    criterionId: criterionNamed(name, commission.criteria),
    text: cell(score),
  };
}

function take(
  commission: Commission,
  key: Omit<Score, 'value'>,
  text: string,
  { found, taken }: { found: ReadScores; taken: Map<string, number> },
  problem: (reason: ScoreProblem['reason'], other?: string) => void,
): void {
  const value = numberOf(text);
  const wrong = value === null ? 'not-a-number' : problemOf(commission, key, value);
  if (value === null || wrong !== null) {
    problem(wrong ?? 'not-a-number');
    return;
  }
  const place = Object.values(key).join('/');
  const twice = taken.get(place);
  if (twice === undefined) {
    taken.set(place, value);
    found.scores.push({ ...key, value });
    return;
  }
  // The same score again, as in a sheet that gathers all the others, says nothing new.
  if (twice !== value) problem('scored-twice', String(twice));
}

function problemOf(
  { scale, recusals }: Commission,
  key: Omit<Score, 'value'>,
  value: number,
): ScoreProblem['reason'] | null {
  const fault = scoreFault(scale, value);
  if (fault !== null) return fault;
  const isRecused = recusals.some(
    (each) => each.evaluatorId === key.evaluatorId && each.candidateId === key.candidateId,
  );
  return isRecused ? 'recused' : null;
}
