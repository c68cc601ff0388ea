/** Up to 20 places, and how many there were. */
export class Places {
  total = 0;
  readonly first: number[] = [];

  add(row: number, times = 1): void {
    this.total += times;
    if (this.first.length < 20 && this.first.at(-1) !== row) this.first.push(row);
  }
}

/** What a reader notices in a sheet besides its cells. */
export class SheetFindings {
  readonly hiddenRows = new Places();
  hiddenColumns: { from: number; to: number }[] = [];
  isFiltered = false;
  readonly formulasWithoutResult = new Places();
  formulas = 0;
  readonly errors = new Places();
  readonly impossibleDates = new Places();
  readonly longNumbers = new Places();
  /** Cells that show a time of day or a length of time. */
  times = 0;
  percents = 0;
  masks = 0;
  readonly colouredRows = new Places();
  /** Merged cells in all, and those that lie below the first rows. */
  merges = 0;
  readonly mergesBelow = new Places();
  hasComments = false;
}
