import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { CellRules } from './cell-rules';
import { isBlankRecord, splitRecords } from './head-sample';

const marks = ['#', '//', '%'] as const;
/** Comments are fewer than this share of the lines, or they are no comments. */
const mostComments = 0.25;

/**
 * Finds the sign that lines not to be read begin with. It must be evident: such lines are few, have not the width of the
 * table, or put a space after the sign. Null where there is none.
 */
export function decideCommentMark(
  text: string,
  rules: CellRules,
  correction: string | null | undefined,
): { commentMark: string | null; evidence: DialectEvidence } {
  const detected = detect(text, rules);
  const commentMark = correction === undefined ? detected.commentMark : correction;
  const isCorrected = correction !== undefined && correction !== detected.commentMark;
  return {
    commentMark,
    evidence: {
      aspect: 'commentMark',
      chosen: commentMark ?? 'none',
      why: isCorrected ? 'corrected' : commentMark === null ? 'no-comments-found' : 'lines-unlike-the-table',
      details: { commentLines: detected.lines },
      rivals:
        detected.commentMark === null
          ? []
          : [{ value: 'none', score: 0.2, why: 'comments-would-be-set-aside' }],
    },
  };
}

function detect(text: string, rules: CellRules): { commentMark: string | null; lines: number } {
  const records = splitRecords(text, rules, 2000, { cellLimit: 100_000 }).filter(
    (record) => !isBlankRecord(record.cells),
  );
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 1] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [];
  if (width < 2) return { commentMark: null, lines: 0 };
  const firstOfTable = records.findIndex(({ cells }) => cells.length === width);
  for (const mark of marks) {
    const commented = records.filter(({ cells }) => cells[0]?.startsWith(mark));
    const inside = records.slice(firstOfTable).filter(({ cells }) => cells[0]?.startsWith(mark));
    if (inside.length === 0 || commented.length > records.length * mostComments) continue;
    const isUnlike = commented.every(
      ({ cells, quoted }) =>
        quoted?.has(0) !== true && (cells.length !== width || cells[0]?.startsWith(`${mark} `) === true),
    );
    const isOtherWidth = inside.some(({ cells }) => cells.length !== width);
    if (isUnlike && isOtherWidth) return { commentMark: mark, lines: commented.length };
  }
  return { commentMark: null, lines: 0 };
}
