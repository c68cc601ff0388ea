import type { Catalogue } from '../catalogue';
import type { detectionText as es } from '../es/detection';

export const detectionText = {
  'byte-order-mark': () => 'The file starts with a mark that says so.',
  'zero-byte-pattern': () => 'Each letter takes two places, as in this encoding.',
  'only-ascii': () => 'There are no accents or ñ, so any encoding reads the same.',
  'valid-utf-8': (detail) => `All accented letters of the file are well formed (${detail('highBytes')}).`,
  'mostly-utf-8': (detail) => `Nearly all letters are well formed; ${detail('brokenSequences')} are not.`,
  'undefined-in-windows-1252': () => 'It holds signs that Windows-1252 does not know.',
  'windows-1252-letters': () => 'It holds quotes or dashes of Windows; Excel in Chile writes so.',
  'not-utf-8': (detail) => `${detail('brokenSequences')} letters do not fit UTF-8; Excel in Chile writes so.`,
  'field-count-consistent': (detail) =>
    `With it, ${detail('consistentPercent')}% of the rows have ${detail('fields')} cells.`,
  'single-column': () => 'No separator divides the rows: it looks like a single column.',
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
  'notes-below': (detail) => `Below the data there are ${detail('noteLines')} lines that look like notes.`,
} satisfies Catalogue<typeof es>;
