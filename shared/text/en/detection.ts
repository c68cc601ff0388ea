import type { Catalogue } from '../catalogue';
import type { detectionText as es } from '../es/detection';

export const detectionText = {
  'byte-order-mark': () => 'The file starts with a mark that says so.',
  'zero-byte-pattern': () => 'Each letter takes two places, as in this encoding.',
  'only-ascii': () => 'There are no accents or ñ, so any encoding reads the same.',
  'valid-utf-8': (detail) =>
    detail('highBytes') === '0' || detail('highBytes') === ''
      ? 'There are no accented letters, so any encoding reads the same.'
      : `All accented letters of the file are well formed (${detail('highBytes')}).`,
  'mostly-utf-8': (detail) => `Nearly all letters are well formed; ${detail('brokenSequences')} are not.`,
  'undefined-in-windows-1252': () => 'It holds signs that Windows-1252 does not know.',
  'windows-1252-letters': () => 'It holds quotes or dashes of Windows; Excel in Chile writes so.',
  'not-utf-8': (detail) => `${detail('brokenSequences')} letters do not fit UTF-8; Excel in Chile writes so.`,
  'field-count-consistent': (detail) =>
    `With it, ${detail('consistentPercent')}% of the rows have ${detail('fields')} cells.`,
  'single-column': () => 'No separator divides the rows: it looks like a single column.',
  'whole-lines-quoted': (detail) =>
    `${detail('lines')} lines stand in quotes as a whole, and each holds ${detail('fields')} cells.`,
  'columns-aligned': (detail) =>
    `The lines have spaces at the same places, which leave ${detail('fields')} columns.`,
  'ruled-lines': (detail) =>
    `The table is drawn with bars and dashes, which leave ${detail('fields')} columns.`,
  'quotes-enclose-cells': (detail) => `They enclose cells; found ${detail('occurrences')} times.`,
  'no-quotes-found': () => 'There are no quotes in the file.',
  'quotes-inside-text': () => 'Quotes are part of the texts; they do not enclose cells.',
  'first-full-row': () => 'It is the first full row; what comes before looks like a note.',
  'unlike-the-data': () => 'It is text, and what follows below is not.',
  'first-row-like-data': () => 'The first row looks like the others.',
  'decimals-seen': (detail) =>
    `${detail('commaCells')} cells make sense only with a comma, ${detail('pointCells')} only with a point.`,
  'usual-with-delimiter': () => 'No decimals were seen; it is usual with this separator.',
  'only-order-that-fits': (detail) =>
    `${detail('chosenCount')} dates read in this order, more than in any other.`,
  'either-order-fits': () => 'The dates fit in two ways. Worth a look.',
  'no-dates-found': () => 'No dates were seen; Chile writes them so.',
  'table-runs-to-the-end': () => 'There are no notes below the data.',
  'notes-below': (detail) =>
    detail('noteLines') === '1'
      ? 'Below the data there is 1 line that looks like a note.'
      : `Below the data there are ${detail('noteLines')} lines that look like notes.`,
  'spanish-letters-in-mac': (_detail) =>
    'Only this way do accents and ñ come out in their places; old Macs wrote like this.',
  'unlikely-letters': (_detail) => 'It would give letters that no one writes there.',
  'same-text': (_detail) => 'It would give the same text.',
  'would-garble': (_detail) => 'Accents and ñ would come out garbled.',
  'invalid-utf-8': (detail) => `${detail('brokenSequences')} letters could not be read.`,
  'control-characters': (_detail) => 'It would give control characters, which no text holds.',
  'field-count-less-consistent': (_detail) => 'With it, rows come out less even or cells less clean.',
  'cells-less-clean': (_detail) => 'Cells would come out with stray signs.',
  'usual-escape': (_detail) => 'A quote inside a cell is written twice, as is usual.',
  'backslash-before-quotes': (_detail) => 'Quotes inside cells have a backslash before them.',
  'no-comments-found': (_detail) => 'There are no comment lines.',
  'lines-unlike-the-table': (detail) =>
    `${detail('commentLines')} lines begin with that sign and are no rows of the table.`,
  'comments-would-be-set-aside': (_detail) => 'Those lines would be read as rows and set aside.',
  'only-line-end': (_detail) => 'All rows end the same way.',
  'several-line-ends': (detail) =>
    `Rows end in several ways: ${detail('crlf')} as in Windows, ${detail('lf')} as in Unix and ${detail('cr')} as in old Macs.`,
  assumed: (_detail) => 'Nothing speaks against it, but it is worth a look.',
  'rows-unlike-the-data': (detail) => `${detail('rows')} rows are titles: they are unlike those that follow.`,
  'one-header-row': (_detail) => 'Titles take a single row.',
  'empty-columns-before': (detail) =>
    detail('emptyColumns') === '1'
      ? 'The first column is empty in every row.'
      : `The first ${detail('emptyColumns')} columns are empty in every row.`,
  'table-begins-at-the-left': (_detail) => 'The table begins in the first column.',
  'notes-would-be-set-aside': (_detail) => 'Those notes would be read as rows and set aside.',
  'largest-table': (detail) =>
    `The file holds ${detail('tables')} tables, one under another; this is the largest.`,
  'smaller-table': (_detail) => 'It has fewer rows or columns.',
  'fits-fewer-dates': (_detail) => 'It fits fewer dates.',
  corrected: (_detail) => 'You chose it.',
} satisfies Catalogue<typeof es>;
