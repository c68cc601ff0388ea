/** One figure of a practice's document beside the one computed from its synthetic data. */
export type FigureRow = {
  practice: string;
  what: string;
  /** As the document words it; empty where it gives none. */
  stated: string;
  /** As printed by the program; null where there is no figure. */
  computed: string | null;
  /** Null where the document gives no figure. */
  agrees: boolean | null;
};

const startMark = '<!-- cifras: se genera -->';
const endMark = '<!-- cifras: fin -->';
const heads = ['Práctica', 'Qué se cuenta', 'Cifra del documento', 'Cifra calculada', '¿Coincide?'];

/** The figures as a Markdown table for the README of `sample-data/`. */
export function figureTable(rows: readonly FigureRow[]): string {
  const lines = rows.map(({ practice, what, stated, computed, agrees }) => [
    practice,
    what,
    stated === '' ? 'no la da' : stated,
    computed ?? 'sin cifra',
    agrees === null ? '' : agrees ? 'sí' : '**no**',
  ]);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '/').replaceAll('\u00a0', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...lines.map(line)].join('\n');
}

/** The table that a README holds between its marks; null where it has none. */
export function tableOf(readme: string): string | null {
  const from = readme.indexOf(startMark);
  const to = readme.indexOf(endMark);
  return from < 0 || to < from ? null : readme.slice(from + startMark.length, to).trim();
}

/** The README with the table between its marks replaced. Throws where the marks are missing. */
export function withTable(readme: string, table: string): string {
  if (tableOf(readme) === null) throw new Error(`no ${startMark} in the README of the sample data`);
  const head = readme.slice(0, readme.indexOf(startMark) + startMark.length);
  return `${head}\n\n${table}\n\n${readme.slice(readme.indexOf(endMark))}`;
}
