import type { MethodOutput } from '../../../shared/contract';
import type { Inspection, SetAsideReason } from '../../../shared/domain/import';

type AsideRow = MethodOutput<'import.table'>['setAside'][number];

/** One line of the file as the preview shows it; `cells` null where only its length is known. */
export type PreviewLine =
  | { kind: 'outside'; where: 'preamble' | 'footer'; line: number; text: string }
  | { kind: 'data'; line: number; cells: readonly string[] }
  | { kind: 'aside'; line: number; cells: readonly string[] | null; reason: SetAsideReason }
  | { kind: 'gap'; count: number };

export type PreviewParts = { above: PreviewLine[]; below: PreviewLine[] };

/** The file as it stands: lines above the titles, then rows read, rows set aside among them, and lines under the table. */
export function previewLines(inspection: Inspection, aside: readonly AsideRow[]): PreviewParts {
  const { preview, rows, irregularTotal } = inspection;
  const cellsOf = new Map(aside.map(({ line, cells }) => [line, cells]));
  const isWhole = preview.length >= rows - irregularTotal;
  const lastLine = isWhole ? Number.POSITIVE_INFINITY : (preview.at(-1)?.line ?? 0);
  const data: PreviewLine[] = preview.map(({ line, cells }) => ({ kind: 'data', line, cells }));
  const between: PreviewLine[] = inspection.irregular
    .filter(({ line }) => line < lastLine)
    .map(({ line, reason }) => ({ kind: 'aside', line, reason, cells: cellsOf.get(line) ?? null }));
  const body = [...data, ...between].sort((left, right) => lineOf(left) - lineOf(right));
  const missing = rows - body.length;
  return {
    above: inspection.preamble
      .map((text, index) => outside('preamble', index + 1, text))
      .filter(({ text }) => text !== ''),
    below: [
      ...body,
      ...(missing > 0 ? [{ kind: 'gap', count: missing } as const] : []),
      ...inspection.footer.map(({ line, text }) => outside('footer', line, text)),
    ],
  };
}

function lineOf(line: PreviewLine): number {
  return line.kind === 'gap' ? Number.POSITIVE_INFINITY : line.line;
}

function outside(where: 'preamble' | 'footer', line: number, text: string) {
  return { kind: 'outside' as const, where, line, text: plainText(text) };
}

/** The sign between the cells of a sheet's row, and the one for a line break inside a cell. */
const sheetSeparator = '\u001f';
const sheetBreak = '\u001e';

/** A line of text without the separators and quotes its cells are written with. */
export function plainText(text: string): string {
  const line = text.replaceAll(sheetBreak, ' ');
  const separator = line.includes(sheetSeparator) ? sheetSeparator : null;
  const cells = separator === null ? line.split(/[;\t]{2,}/) : line.split(separator);
  return cells
    .map((cell) => cell.replace(/^[;,\t\s]+|[;,|\t\s]+$/g, ''))
    .map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .filter((cell) => cell !== '')
    .join(' · ');
}
