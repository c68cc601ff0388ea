import type { SourceNotice } from '../domain/source';
import type { Locale } from './catalogue';
import { formatNumber } from './format';
import type { Texts } from './index';

/** A notice as a sentence with its lines and columns; empty where the engine gives a code without words. */
export function noticeWords(notice: SourceNotice, text: Texts['sourceNotices'], locale: Locale): string {
  const words: Partial<Record<string, (detail: (name: string) => string) => string>> = text.words;
  const sentence = words[notice.code]?.((name) => detailWords(notice.details[name], locale));
  if (!sentence) return '';
  const count = Number(notice.details.count ?? notice.details.cells ?? 0);
  const list = new Intl.ListFormat(locale === 'es' ? 'es-CL' : 'en');
  const columns =
    notice.columns.length > 0
      ? text.columns(list.format(notice.columns), notice.columns.length >= 20 && count > 20)
      : null;
  const lines =
    notice.lines.length > 0
      ? text.lines(list.format(lineRanges(notice.lines)), count > notice.lines.length)
      : null;
  return [sentence, columns, lines].filter((part) => part !== null).join(' ');
}

/** Lines as they are listed in words: three or more in a row as `4–9`. */
function lineRanges(lines: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range && line === range.last + 1) range.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges.flatMap(({ first, last }) => {
    if (last - first >= 2) return [`${first}–${last}`];
    return first === last ? [String(first)] : [String(first), String(last)];
  });
}

function detailWords(value: string | number | undefined, locale: Locale): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 1, locale) : value;
}
