import type { Dialect, DialectEvidence } from '../../../shared/domain/dialect';
import type { RecordScan } from './record-scanner';

/** How the records of a scan end. */
export function lineEndOf(scan: RecordScan): Dialect['lineEnd'] {
  const { crlf, lf, cr } = scan.lineEnds;
  const kinds = [crlf, lf, cr].filter((count) => count > 0).length;
  if (kinds > 1) return 'mixed';
  if (cr > 0) return 'cr';
  return crlf > 0 ? 'crlf' : 'lf';
}

/** Why that line end was chosen. */
export function lineEndEvidence(
  lineEnd: Dialect['lineEnd'],
  scan: RecordScan,
  isCorrected: boolean,
): DialectEvidence {
  const { crlf, lf, cr } = scan.lineEnds;
  const total = Math.max(1, crlf + lf + cr);
  const counts = [
    { value: 'crlf', score: crlf / total },
    { value: 'lf', score: lf / total },
    { value: 'cr', score: cr / total },
  ];
  return {
    aspect: 'lineEnd',
    chosen: lineEnd,
    why: isCorrected ? 'corrected' : lineEnd === 'mixed' ? 'several-line-ends' : 'only-line-end',
    details: { crlf, lf, cr, lines: scan.lines },
    rivals: counts
      .filter(({ value, score }) => score > 0 && value !== lineEnd)
      .sort((left, right) => right.score - left.score)
      .map((rival) => ({ ...rival, why: 'several-line-ends' })),
  };
}

/** Why the table begins at this column. */
export function firstColumnEvidence(firstColumn: number, correction: number | undefined): DialectEvidence {
  return {
    aspect: 'firstColumn',
    chosen: String(firstColumn),
    why:
      correction !== undefined
        ? 'corrected'
        : firstColumn > 0
          ? 'empty-columns-before'
          : 'table-begins-at-the-left',
    details: { emptyColumns: firstColumn },
    rivals: firstColumn > 0 ? [{ value: '0', score: 0.3, why: 'empty-columns-before' }] : [],
  };
}
