/**
 * The program of the thread that reads an old workbook: SheetJS works on a whole file at once, so it gets a thread with a
 * bounded heap that can be stopped. Plain script, because a thread started from text needs no file of its own in the
 * packaged application. It answers `list` with the sheets and hands out rows some thousand at a time.
 */
export const xlsWorkerCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const XLSX = require(workerData.library);
let book;
try {
  book = XLSX.read(readFileSync(workerData.path), {
    type: 'buffer', dense: true, cellDates: false, cellNF: true, cellText: true, cellHTML: false,
    cellFormula: true, cellStyles: true,
  });
} catch (error) {
  const text = String(error && error.message);
  parentPort.postMessage({ kind: 'failed', isProtected: /password|encrypt/i.test(text) });
  process.exit(0);
}
const states = ['visible', 'hidden', 'very-hidden'];
const listed = (book.Workbook && book.Workbook.Sheets) || [];
const dataOf = (name) => (book.Sheets[name] && (book.Sheets[name]['!data'] || [])) || [];
parentPort.postMessage({
  kind: 'list',
  uses1904: Boolean(book.Workbook && book.Workbook.WBProps && book.Workbook.WBProps.date1904),
  sheets: book.SheetNames.map((name, index) => {
    let cells = 0;
    let columns = 0;
    const rows = dataOf(name);
    for (const row of rows) for (let at = 0; row && at < row.length; at += 1) {
      if (row[at] && row[at].v !== undefined && row[at].v !== '') { cells += 1; columns = Math.max(columns, at + 1); }
    }
    const isSheet = !book.Sheets[name] || !book.Sheets[name]['!type'] || book.Sheets[name]['!type'] === 'sheet';
    return { name, visibility: states[(listed[index] && listed[index].Hidden) || 0], cells, isSheet, rows: rows.length, columns };
  }),
});
let rows = [];
let at = 0;
let heights = [];
parentPort.on('message', (message) => {
  if (message.kind === 'open') {
    const sheet = book.Sheets[message.name];
    rows = dataOf(message.name);
    heights = sheet['!rows'] || [];
    const hidden = (sheet['!cols'] || []).flatMap((column, index) => (column && column.hidden ? [index] : []));
    const merges = (sheet['!merges'] || []).slice(0, 100000).map(({ s, e }) => [s.r, s.c, e.r, e.c]);
    parentPort.postMessage({ kind: 'sheet', hidden, merges, isFiltered: Boolean(sheet['!autofilter']) });
    return;
  }
  const batch = [];
  const end = Math.min(rows.length, at + 2000);
  for (; at < end; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const cells = [];
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (!cell) continue;
      if (cell.v === undefined || cell.t === 'z') {
        if (cell.f) cells.push([column, 'f', '', '', true]);
        continue;
      }
      const value = cell.t === 'e' ? String(cell.w || '#N/A') : String(cell.v);
      const style = cell.s;
      const fill = style && style.patternType === 'solid' && style.fgColor && style.fgColor.rgb;
      cells.push([column, cell.t, value, cell.z === undefined ? '' : String(cell.z), Boolean(cell.f),
        Boolean(fill && !/ffffff$/i.test(fill))]);
    }
    if (cells.length > 0) batch.push([at + 1, Boolean(heights[at] && heights[at].hidden), cells]);
  }
  parentPort.postMessage({ kind: 'rows', batch, isLast: at >= rows.length });
});
`;
