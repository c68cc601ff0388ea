/** Counts figures and tables through a document and names the files of figures. */
export type Numbering = {
  readonly figures: number;
  nextFigure(): { number: number; stem: string };
  nextTable(): { number: number };
};

/** `stem` is the name of the document's files without extension; `word` says "figure" in its language. */
export function createNumbering(stem: string, word: string): Numbering {
  let figures = 0;
  let tables = 0;
  return {
    get figures() {
      return figures;
    },
    nextFigure() {
      figures += 1;
      return { number: figures, stem: `${stem}-${word}-${String(figures).padStart(2, '0')}` };
    },
    nextTable() {
      tables += 1;
      return { number: tables };
    },
  };
}
