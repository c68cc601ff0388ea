import type { Catalogue } from '../catalogue';
import type { sourceNoticesText as es } from '../es/source-notices';

type Detail = (name: string) => string;

function counted(detail: Detail, one: string, many: string): string {
  return detail('count') === '1' ? `1 ${one}` : `${detail('count')} ${many}`;
}

export const sourceNoticesText = {
  lines: (lines, more) =>
    /^\d+$/.test(lines) && !more ? `Line ${lines}.` : `Lines ${lines}${more ? ' and others' : ''}.`,
  columns: (columns, more) => (more ? `${columns} and others.` : `${columns}.`),
  words: {
    'zero-bytes-removed': (detail) =>
      `The text held zero bytes (${detail('count')}), which cannot be seen; they were taken out of the cells.`,
    'mixed-encodings': (detail) =>
      `${detail('count')} lines are written in ${detail('encoding')} and the rest in ${detail('main')}; each was read by its own. Check their accents and ñ.`,
    'undecodable-lines': (detail) =>
      `${detail('count')} lines hold letters that cannot be read for certain; they are set aside.`,
    'double-encoding': (detail) =>
      `${detail('cells')} cells hold letters encoded twice, such as “Ã±” for “ñ”. Nothing was changed: you can ask for them to be mended.`,
    'double-encoding-repaired': (detail) =>
      `Letters encoded twice (${detail('count')}) were read as they were meant, because you asked for it.`,
    'letters-lost-before': (detail) =>
      `The file already had lost letters (“�”, ${detail('count')}); they cannot be recovered.`,
    'marks-inside-removed': (detail) =>
      `There were ${counted(detail, 'mark of the start of a file', 'marks of the start of a file')} inside the text, as files pasted one after another leave them; they are invisible and were taken out.`,
    'doubled-returns': (_detail) =>
      'Each line ended with one return too many, which some program had added; it was taken out.',
    'row-names': (detail) =>
      `The first column has no title: the header has ${detail('count')} titles and the rows ${detail('cells')} cells, as R and pandas write the names of rows. The titles begin at the second column.`,
    'header-width-differs': (detail) =>
      `The header has ${detail('count')} titles and the rows ${detail('cells')} cells: check that each title stands above its column.`,
    'comment-lines': (detail) =>
      `${detail('count')} lines begin with “${detail('mark')}” and were taken for comments: they are not read.`,
    'short-rows-completed': (detail) =>
      `${detail('count')} rows lacked empty cells at their end; they were completed.`,
    'rows-read-otherwise': (detail) =>
      `${counted(detail, 'row is written', 'rows are written')} with another delimiter or other quotes than the rest of the table; read so because they fit all columns. Check that they are right.`,
    'stray-quotes': (detail) =>
      `${counted(detail, 'row has', 'rows have')} a quote that opens and never closes; it was read as part of the text, because the line has all its cells that way. Check ${detail('count') === '1' ? 'that row' : 'those rows'}.`,
    'inner-quotes-repaired': (detail) =>
      `${counted(detail, 'row has', 'rows have')} quotes inside a quoted text that are not written twice; they were read because they fit in one way only. Check them.`,
    'lines-unwrapped': (detail) =>
      `${counted(detail, 'line stood', 'lines stood')} in quotes as a whole, as when a CSV is pasted into one column of Excel; the table inside was read. If it really is a single column, choose another separator.`,
    'columns-aligned': (detail) =>
      `The columns are aligned with spaces, as programs print them, and were divided by their position (${detail('columns')} columns). Check that no cell is cut.`,
    'ruled-table': () =>
      'The table is drawn with bars and dashes; those lines and the spaces around each cell were taken away.',
    'text-marks-removed': (detail) =>
      `${counted(detail, 'cell has', 'cells have')} Excel’s mark of a text, such as ="05301" or '05301; only the content was read. No other formula is worked out.`,
    'sub-headings': (detail) =>
      `${counted(detail, 'row is a sub-heading', 'rows are sub-headings')} among the data, set aside. If they name the school or course of the rows below, add a column that says so.`,
    'perhaps-sub-headings': (detail) =>
      `${counted(detail, 'row has', 'rows have')} nothing but a first cell. They were read as data: if they are sub-headings, take them out of the file.`,
    'lines-below': (detail) =>
      `Below the table there ${detail('count') === '1' ? 'is 1 line that looks like a note and is' : `are ${detail('count')} lines that look like notes and are`} not read.`,
    'several-tables': (detail) =>
      `The file holds ${detail('count')} tables, one under another; one is read. Choose another if it is not the one you want.`,
    'options-contradict': (detail) =>
      `${counted(detail, 'person has', 'people have')} something else in the column that joins the answers than in the columns of each option. The columns of the options are read: check those rows.`,
    'files-united': (detail) =>
      `${detail('files')} files were read together as one wave: ${detail('names')}.`,
    'files-school-known': (_detail) =>
      'The files already say which school each row belongs to, so no other column was added.',
    'files-other-marks': (detail) =>
      `These files use another decimal mark or order of dates than the first, and were read by their own: ${detail('names')}. Check some numbers and dates.`,
    'files-column-missing': (detail) =>
      `“${detail('fileName')}” lacks ${detail('count') === '1' ? '1 column' : `${detail('count')} columns`} of the first file; its rows go without. Columns:`,
    'files-column-extra': (detail) =>
      `“${detail('fileName')}” has ${detail('count') === '1' ? '1 column' : `${detail('count')} columns`} that the first file has not; the rows of the others go without. Columns:`,
    'files-column-order': (detail) =>
      `“${detail('fileName')}” has its columns in another order; they were brought together by their titles.`,
    'other-sheets': (detail) =>
      `The sheet “${detail('sheet')}” was read; the file has ${counted(detail, 'more sheet', 'more sheets')}.`,
    'hidden-sheets': (detail) =>
      `The file has ${counted(detail, 'hidden sheet', 'hidden sheets')}, read only when chosen:`,
    'very-hidden-sheets': (detail) =>
      `The file has ${counted(detail, 'hidden sheet', 'hidden sheets')} that Excel does not show in its menu:`,
    'hidden-sheet-read': (detail) => `The sheet “${detail('sheet')}”, which was read, is hidden in the file.`,
    'sheets-without-cells': (detail) =>
      `${counted(detail, 'sheet has', 'sheets have')} only a chart or a macro, and no data to read.`,
    'dates-since-1904': () =>
      'The file counts days from 1904, as Excel did on old Macs; dates were read that way.',
    'hidden-rows': (detail) => `${counted(detail, 'hidden row was', 'hidden rows were')} read as well.`,
    'filtered-rows': (detail) =>
      `The sheet has a filter; ${counted(detail, 'row that it hides was', 'rows that it hides were')} read as well.`,
    'hidden-columns': (detail) =>
      `${counted(detail, 'hidden column was', 'hidden columns were')} read as well:`,
    'merged-headers': (detail) =>
      `${counted(detail, 'merged header holds', 'merged headers hold')} for all columns under it.`,
    'merged-cells': (detail) =>
      `There are merged cells (${counted(detail, 'group', 'groups')}); the value stays in the first cell and the others are read as empty.`,
    'numbers-as-text': (detail) =>
      `${counted(detail, 'cell holds a number', 'cells hold numbers')} as text; they were read as written. Columns:`,
    'percent-cells': () => 'Percentages were read as they show: 85% is 85, not 0.85. Columns:',
    'mixed-percent': () =>
      'Percentages and bare numbers share a column; check that 0.85 and 85% are not mixed. Columns:',
    'units-in-format': () =>
      'The sheet shows a sign or a unit beside the numbers; the number alone was read. Columns:',
    'error-cells': (detail) =>
      `${counted(detail, 'cell has', 'cells have')} an Excel error such as #N/A; its text is kept and proposed as missing.`,
    'formulas-without-result': (detail) =>
      `${counted(detail, 'formula lacks', 'formulas lack')} a stored result and reads as empty. Open the file in Excel, save it, and import it again.`,
    'formula-results': (detail) =>
      `Of ${counted(detail, 'formula', 'formulas')} the stored result was read, without calculating again.`,
    'impossible-dates': (detail) =>
      `${counted(detail, 'cell with a date format is', 'cells with a date format are')} no day that exists; left as it is for you to check.`,
    'long-numbers': (detail) =>
      `${counted(detail, 'number has', 'numbers have')} more than 15 digits. Excel stores only 15, so the last ones may be zeros that Excel put.`,
    'times-as-text': (detail) =>
      `${counted(detail, 'cell shows', 'cells show')} a time of day or a length of time, read as hours, minutes and seconds.`,
    'numbers-as-shown': (detail) =>
      `${counted(detail, 'code was', 'codes were')} read as the sheet shows it, with leading zeros or hyphens.`,
    'colours-ignored': (detail) =>
      `${counted(detail, 'row is', 'rows are')} marked by a colour. Colour is not read: if it means something, write it in a column.`,
    'labels-on-numbers': (detail) =>
      `${counted(detail, 'numeric question has', 'numeric questions have')} labels for some values in the SPSS file; read as numbers, and those labels are not kept:`,
    'category-sets-apart': (detail) =>
      `${counted(detail, 'multiple response set', 'multiple response sets')} of SPSS made of categories: each variable is read by itself.`,
    'encoding-assumed': (detail) =>
      `The file does not say how its letters are written; read as ${detail('encoding')}. Check that accents look right.`,
    'case-weights': (detail) =>
      `The file weights its cases by “${detail('variable')}”. It is imported as a column: to make it count, declare it in the design.`,
    'documents-ignored': () => 'The file holds notes of its author, which are not read.',
    'missing-range-blanked': () =>
      'A range of missing values holds too many different codes; those beyond a thousand were read as blank cells. Columns:',
    'time-of-day-dropped': () =>
      'Some days also hold a time that SPSS does not show; the day was read. Columns:',
    'undecodable-cells': () => 'Some texts hold letters that cannot be read, marked with �. Columns:',
    'zero-characters-removed': () => 'Null characters inside some texts were removed. Columns:',
    'expression-not-understood': (detail) =>
      `A rule of the form is not understood and was not applied: ${detail('expression')}. Question:`,
    'codebook-ignored': (detail) =>
      `What is no answer, or is not in the form itself, is not used: ${detail('kinds')}.`,
    'comments-ignored': () => 'The sheet has comments, which are not read.',
  },
} satisfies Catalogue<typeof es>;
