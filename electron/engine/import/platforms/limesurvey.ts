import { shareGridAnswers } from './grids';
import { headerText } from './header-text';
import { limeMeta } from './meta-columns';
import {
  anythingWritten,
  compose,
  noReading,
  type PlatformReading,
  type RawColumn,
  type RawTable,
  say,
} from './reading';

type Asked = { column: RawColumn; question: string; item: string; code: string | null };

/** Exports of LimeSurvey, headed by codes (`Q1[SQ001]`, `Q1_SQ001`), by texts (`Question [item]`) or by both. */
export function readLimeSurvey(table: RawTable): PlatformReading {
  const reading = noReading();
  const asked: Asked[] = [];
  for (const column of table.columns) {
    const { code, text } = headerOf(column.header);
    const meta = limeMeta[text.toLowerCase()] ?? (code === null ? undefined : limeMeta[code.toLowerCase()]);
    if (meta) {
      say(reading, column.source, meta);
      continue;
    }
    if (/^(tiempo de(l)? (grupo|pregunta)|(group|question) ?time)/i.test(text)) {
      say(reading, column.source, { label: text, reason: 'technical', plan: { action: 'drop' } });
      continue;
    }
    const item = itemOf(text, code);
    say(reading, column.source, { label: text });
    if (item) asked.push({ column, ...item });
  }
  readItems(asked, table.columns.length, reading);
  return reading;
}

/** `Q1. Question` or `Q1[SQ001]. Question [item]` in its pieces; a plain code or text otherwise. */
function headerOf(header: string): { code: string | null; text: string } {
  const text = headerText(header);
  const both = /^([A-Za-z][A-Za-z0-9]*(?:\[[^\]]+\]|_[A-Za-z0-9]+)*)\.\s+(.+)$/.exec(text);
  if (both?.[1] && both[2]) return { code: both[1], text: both[2] };
  return { code: /^[A-Za-z][A-Za-z0-9]*(\[[^\]]+\])*$/.test(text) ? text : null, text };
}

function itemOf(text: string, code: string | null): Omit<Asked, 'column'> | null {
  const match = /^(.*?\S)\s*\[(.+)\]$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const stem = code === null ? null : (/^([A-Za-z][A-Za-z0-9]*)/.exec(code)?.[1] ?? null);
  return { question: match[1], item: match[2].replaceAll('][', ' / '), code: stem };
}

/** Neighbouring items of one question: ticks make a multiple choice, anything else a grid of one variable an item. */
function readItems(asked: readonly Asked[], width: number, reading: PlatformReading): void {
  for (let start = 0; start < asked.length; ) {
    const first = asked[start];
    let end = start + 1;
    while (end < asked.length && isSameQuestion(first, asked[end], asked[end - 1])) end += 1;
    const items = asked.slice(start, end);
    start = end;
    if (!first || items.length === 0) continue;
    const others = items.filter(isOther);
    const comments = items.filter(
      ({ item }) => /^comment$|comment\]?$|comentario$/i.test(item) && items.length > 1,
    );
    const options = items.filter((item) => !others.includes(item) && !comments.includes(item));
    for (const { column, item, question } of items) {
      const shown = /^other$/i.test(item) ? 'Otro' : /^comment$/i.test(item) ? 'Comentario' : item;
      say(reading, column.source, { label: `${question}: ${shown}`, question });
    }
    const isAsked = options.length >= 2 && options.some(({ column }) => column.filled > 0);
    if (!isAsked) continue;
    if (!options.every(({ column }) => isChoice(column))) {
      shareGridAnswers(
        options.map(({ column }) => column),
        reading,
      );
      continue;
    }
    compose(reading, {
      source: width + reading.compositions.length,
      header: first.question,
      label: first.question,
      options: [
        ...options.map(({ item }) => ({ value: item, label: item })),
        ...others.slice(0, 1).map(({ item }) => ({ value: item, label: 'Otro' })),
      ],
      parts: options.map(({ column, item }) => ({ source: column.source, value: item })),
      combined: null,
      isDoubtful: false,
      missingCodes: [],
      notApplicableCodes: notShown(options.map(({ column }) => column)),
      form: null,
    });
    // Whoever wrote an answer of their own chose "other"; the text stays as a variable.
    const composition = reading.compositions.at(-1);
    for (const { column, item } of others.slice(0, 1)) {
      composition?.parts.push({ source: column.source, value: item, chosen: anythingWritten });
    }
  }
}

function isSameQuestion(
  first: Asked | undefined,
  next: Asked | undefined,
  before: Asked | undefined,
): boolean {
  if (!first || !next || !before) return false;
  return (
    next.question === first.question &&
    next.code === first.code &&
    next.column.source === before.column.source + 1
  );
}

/** LimeSurvey writes `N/A` in every answer of a question that was not shown. */
function notShown(columns: readonly RawColumn[]): string[] {
  const written = columns.flatMap(({ values }) => values.map(({ value }) => value.trim()));
  return [...new Set(written.filter((value) => value.toLowerCase() === 'n/a'))].slice(0, 1);
}

function isOther({ item }: Asked): boolean {
  return /^(other|otro|otra|otros|otras)$/i.test(item);
}

/** Yes where ticked, and no or nothing where not; blank throughout is an option nobody ticked. */
function isChoice(column: RawColumn): boolean {
  const marks = ['y', 'sí', 'si', 'yes', 'no', 'n', '1', '0', 'n/a'];
  if (column.isUnlisted) return false;
  return column.values.every(({ value }) => marks.includes(value.trim().toLowerCase()));
}
