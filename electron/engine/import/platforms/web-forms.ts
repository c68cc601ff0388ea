import { foldText } from '../cell-shapes';
import { shareGridAnswers } from './grids';
import { headerText } from './header-text';
import { resolveJoined } from './joined-answers';
import { googleMeta, microsoftMeta } from './meta-columns';
import { noReading, type PlatformReading, type RawColumn, type RawTable, say } from './reading';

const other = 'Otra respuesta';
/** Cells with answers of people's own up to which they are told one by one. */
const mostFree = 300;

/** Exports of Google Forms: moment first, grids headed `question [row]`, several answers joined with commas. */
export function readGoogleForms(table: RawTable): PlatformReading {
  const reading = noReading();
  const grids = gridPrefixes(table.columns);
  const rows = new Map<string, RawColumn[]>();
  for (const column of table.columns) {
    const header = headerText(column.header);
    const meta = googleMeta[header.toLowerCase()];
    if (meta && (column.source === 0 || /mail|correo|usuario|username/i.test(header))) {
      say(reading, column.source, meta);
      continue;
    }
    const grid = gridOf(header);
    if (grid && /^(puntuaci[oó]n|score|comentarios|feedback)$/i.test(grid.row)) {
      say(reading, column.source, { label: header, reason: 'derived', plan: { action: 'drop' } });
      continue;
    }
    if (grid && (grids.get(grid.question) ?? 0) > 1) {
      say(reading, column.source, { label: `${grid.question}: ${grid.row}`, question: grid.question });
      rows.set(grid.question, [...(rows.get(grid.question) ?? []), column]);
    } else say(reading, column.source, { label: header });
    // Sheets join with a comma, the file downloaded from the form itself with a semicolon.
    if (!readJoined(column, ', ', reading)) readJoined(column, ';', reading);
  }
  for (const columns of rows.values()) {
    const isJoined = columns.some(({ source }) => reading.columns.get(source)?.plan?.type === 'multiple');
    if (!isJoined) shareGridAnswers(columns, reading);
  }
  return reading;
}

/** Exports of Microsoft Forms: several answers end each with a semicolon. */
export function readMicrosoftForms(table: RawTable): PlatformReading {
  const reading = noReading();
  for (const column of table.columns) {
    const header = headerText(column.header);
    const meta = microsoftMeta[header.toLowerCase()];
    if (meta) {
      say(reading, column.source, meta);
      continue;
    }
    const graded = /^(puntos|points|comentarios|feedback)\s*[:\-–]\s*(.+)$/i.exec(header);
    const asked = table.columns.some(({ header: own }) => headerText(own) === graded?.[2]);
    if (graded && asked) {
      say(reading, column.source, { label: header, reason: 'derived', plan: { action: 'drop' } });
      continue;
    }
    say(reading, column.source, { label: header });
    readSemicolons(column, reading);
  }
  return reading;
}

function gridOf(header: string): { question: string; row: string } | null {
  const match = /^(.*\S)\s*\[([^[\]]+)\]$/.exec(header);
  return match?.[1] && match[2] ? { question: match[1], row: match[2].trim() } : null;
}

function gridPrefixes(columns: readonly RawColumn[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { header } of columns) {
    const grid = gridOf(headerText(header));
    if (grid) counts.set(grid.question, (counts.get(grid.question) ?? 0) + 1);
  }
  return counts;
}

function readJoined(column: RawColumn, separator: ', ' | ';', reading: PlatformReading): boolean {
  if (column.isUnlisted || !column.values.some(({ value }) => value.includes(separator))) return false;
  const resolved = resolveJoined(column.values, separator, { minimumJoined: 2 });
  if (!resolved || resolved.free.length > mostFree) return false;
  const isShort = resolved.options.every((option) => option.length <= 160);
  const freeCells = new Set(resolved.free.map(({ cell }) => cell));
  const shown = column.values.filter(({ value }) => !freeCells.has(value));
  const shownCount = shown.reduce((sum, { count }) => sum + count, 0);
  // Prose with commas leaves most cells unexplained.
  if (!isShort || shownCount < column.filled * 0.7) return false;
  const free = resolved.free.length > 0 ? [{ value: other, label: other }] : [];
  const written = new Set(resolved.options.map(foldText));
  say(reading, column.source, {
    plan: {
      action: 'keep',
      type: 'multiple',
      optionSeparator: separator,
      options: [...resolved.options.map((value) => ({ value, label: value })), ...free].filter(
        ({ value }) => value !== other || !written.has(foldText(other)),
      ),
      recodes: resolved.free.map(({ cell, known }) => ({
        from: cell,
        to: [...known, other].join(separator),
      })),
    },
  });
  return true;
}

function readSemicolons(column: RawColumn, reading: PlatformReading): void {
  const ends = column.values.filter(({ value }) => value.trim().endsWith(';'));
  if (column.isUnlisted || ends.length === 0 || ends.length < column.values.length) return;
  const lists = column.values.map(({ value, count }) => ({
    count,
    answers: value
      .split(';')
      .map((answer) => answer.trim())
      .filter((answer) => answer !== ''),
  }));
  const counts = new Map<string, number>();
  for (const { answers, count } of lists) {
    for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + count);
  }
  const options = [...counts]
    .sort((left, right) => right[1] - left[1])
    .map(([value]) => ({ value, label: value }));
  if (options.length > 200) return;
  say(reading, column.source, {
    plan: { action: 'keep', type: 'multiple', optionSeparator: ';', options },
  });
}
