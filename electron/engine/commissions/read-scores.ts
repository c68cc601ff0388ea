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
type Table = { name: string; headers: string[]; rows: { line: number; cells: string[] }[] };
type Named = { id: string; name: string };

/** A sheet of scores has at most a row for each candidate and criterion. */
const mostRows = 1000;
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
  const tables = await readTables(context, fileId, call);
  for (const table of tables) {
    const layout = layoutOf(table, commission);
    if (layout === null) found.ignoredTables.push(table.name);
    else readSheet(commission, table, layout, found);
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

async function readTables(context: EngineContext, fileId: FileId, call: Call): Promise<Table[]> {
  const read = (tableId: string | null) =>
    readTable(
      context,
      { fileId, corrections: tableId === null ? {} : { tableId }, offset: 0, limit: mostRows },
      call,
    );
  const first = await read(null);
  if (first.tables.length < 2) return [{ name: first.tables[0]?.name ?? '', ...first }];
  const tables: Table[] = [];
  for (const { id, name } of first.tables) tables.push({ name, ...(await read(id)) });
  return tables;
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
  const known = headers.map((header) => bestMatch(header, commission.criteria));
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

/** The one of its name: letter by letter but for case and accents, or with a description or a scale after it. */
function bestMatch(text: string, named: readonly Named[]): string | null {
  const folded = foldWords(text);
  if (folded === '') return null;
  const same = named.find(({ id, name }) => foldWords(name) === folded || foldWords(id) === folded);
  if (same) return same.id;
  const short = foldWords(text.split(/[:(–—]/)[0] ?? '');
  const close = named.filter(
    ({ name }) => folded.startsWith(`${foldWords(name)} `) || (short !== '' && foldWords(name) === short),
  );
  return close.length === 1 ? (close[0]?.id ?? null) : null;
}

function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

function readSheet(commission: Commission, table: Table, layout: Layout, found: ReadScores): void {
  const bySheet = bestMatch(table.name, commission.evaluators);
  for (const { criterionId, header } of layout.criteria) {
    if (criterionId === null) note(found.unknown.criteria, header);
  }
  for (const { line, cells } of table.rows) {
    const cell = (column: number): string => (column < 0 ? '' : (cells[column]?.trim() ?? ''));
    const candidateName = cell(layout.candidate);
    if (candidateName === '') continue;
    const evaluatorName = cell(layout.evaluator) || table.name;
    const evaluatorId = cell(layout.evaluator) ? bestMatch(evaluatorName, commission.evaluators) : bySheet;
    const candidateId = bestMatch(candidateName, commission.candidates);
    if (evaluatorId === null) note(found.unknown.evaluators, evaluatorName);
    if (candidateId === null) note(found.unknown.candidates, candidateName);
    const entries = layout.long
      ? [longEntry(commission, layout.long, table, cell)]
      : layout.criteria.map(({ column, header, criterionId }) => ({
          header,
          criterionId,
          text: cell(column),
        }));
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
      else take(commission, { evaluatorId, candidateId, criterionId }, text, found, problem);
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
    criterionId: bestMatch(name, commission.criteria),
    text: cell(score),
  };
}

function take(
  commission: Commission,
  key: Omit<Score, 'value'>,
  text: string,
  found: ReadScores,
  problem: (reason: ScoreProblem['reason'], other?: string) => void,
): void {
  const value = numberOf(text);
  const wrong = value === null ? 'not-a-number' : problemOf(commission, key, value);
  if (value === null || wrong !== null) {
    problem(wrong ?? 'not-a-number');
    return;
  }
  const twice = found.scores.find(
    (each) =>
      each.evaluatorId === key.evaluatorId &&
      each.candidateId === key.candidateId &&
      each.criterionId === key.criterionId,
  );
  if (!twice) found.scores.push({ ...key, value });
  // The same score again, as in a sheet that gathers all the others, says nothing new.
  else if (twice.value !== value) problem('scored-twice', String(twice.value));
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
