import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { lineList, named, place, saveFromExcel, wordedWith } from './error-phrases';
import { unsupportedKind } from './workbook-errors';

export const fileErrors = {
  'file-not-granted': () => ({
    title: 'The program no longer has access to that file',
    where: '',
    advice: 'Choose the file again, or make it again if the program had written it.',
  }),
  'file-missing': (details) => ({
    title: 'The file was not found',
    where: place(details),
    advice: 'Check that it is still in its folder under the same name, and choose it again.',
  }),
  'file-empty': (details) => ({
    title: 'The file is empty',
    where: place(details),
    advice: 'Download or export it again from its source and import it again.',
  }),
  'file-binary': (details) => ({
    title: 'The file is not a text table, although its name says so',
    where: sentences(
      place(details),
      wordedWith(
        details.text('looksLike') ?? details.text('detected'),
        (kind) => `Inside it looks like: ${kind}.`,
      ),
    ),
    advice: saveFromExcel,
  }),
  'file-changed': (details) => ({
    title: 'The file has changed since you checked it',
    where: place(details),
    advice: 'Close it in other programs and choose it again, to check what will really be imported.',
  }),
  'file-repeated': (details) => ({
    title: 'A file is there twice',
    where: place(details),
    advice: `It has exactly the contents of ${details.text('otherFile') ?? ''}. Take one of them away or choose the file that is missing; otherwise its people would count twice.`,
  }),
  'files-unlike': (details) => ({
    title: 'A file does not seem to be of the same survey',
    where: sentences(
      place(details),
      wordedWith(details.count('shared'), (shared) => `Columns in common with the first file: ${shared}.`),
      wordedWith(details.count('columns'), (columns) => `Columns of the file: ${columns}.`),
    ),
    advice: 'Check that it is the right file, or import it by itself.',
  }),
  'file-too-large': (details) => ({
    title: 'The file is too large',
    where: sentences(
      place(details),
      wordedWith(details.size('bytes'), (bytes) => `Its size is ${bytes}.`),
      wordedWith(details.size('limitBytes') ?? details.size('limit'), (limit) => `The limit is ${limit}.`),
    ),
    advice: 'Split it into several waves, or remove the columns you will not use.',
  }),
  'file-unsupported': (details) => ({
    title: 'This kind of file cannot be imported yet',
    where: sentences(place(details), unsupportedKind(details)?.what ?? null),
    advice: unsupportedKind(details)?.advice ?? saveFromExcel,
  }),
  'codebook-unrecognised': (details) => ({
    title: 'The file is not an XLSForm',
    where: place(details),
    advice:
      'An XLSForm is a workbook with a sheet “survey” that has the columns “type” and “name”. KoboToolbox offers it in the project, under “Download XLS”.',
  }),
  'statistics-file-damaged': (details) => ({
    title: 'The SPSS file is damaged or incomplete',
    where: sentences(
      place(details),
      wordedWith(details.count('byte'), (byte) => `The trouble is near byte ${byte}.`),
    ),
    advice: 'Ask for it to be saved again from SPSS or PSPP, or copy it again from where it came.',
  }),
  'line-too-long': (details) => ({
    title: 'A line of the file is too long to be part of a table',
    where: sentences(
      place(details),
      wordedWith(
        details.size('limitBytes') ?? details.size('limit'),
        (limit) => `The limit for a line is ${limit}.`,
      ),
    ),
    advice: 'Most often a closing quote is missing. Check that line of the file and correct it.',
  }),
  'header-only': (details) => ({
    title: 'The file has headers but no answers',
    where: place(details),
    advice: 'Check that the download includes the answers, or that the header row is the right one.',
  }),
  'encoding-mismatch': (details) => ({
    title: 'The file is not written in the chosen encoding',
    where: sentences(
      place(details),
      wordedWith(details.text('encoding'), (encoding) => `Chosen encoding: ${encoding}.`),
    ),
    advice: 'Choose another encoding and see that the accented letters look right.',
  }),
  'csv-malformed': (details) => ({
    title: 'The file does not have the shape of a table',
    where: sentences(
      place(details),
      wordedWith(details.count('fields'), (fields) => `${fields} columns were found.`),
      wordedWith(details.count('expected'), (expected) => `${expected} were expected.`),
    ),
    advice: 'Check that the delimiter is right and that no closing quote is missing in that line.',
  }),
  'row-count-disagreement': (details) => ({
    title: 'Two readings of the file gave different numbers of rows',
    where: sentences(
      place(details),
      wordedWith(details.count('first') ?? details.count('expected'), (rows) => `First reading: ${rows}.`),
      wordedWith(details.count('second') ?? details.count('found'), (rows) => `Second reading: ${rows}.`),
    ),
    advice:
      'Nothing was imported, so that no row is lost. Check delimiter and quotes, or save the file anew.',
  }),
  'too-many-columns': (details) => ({
    title: 'The table has too many columns',
    where: sentences(
      place(details),
      wordedWith(details.count('columns') ?? details.count('fields'), (count) => `It has ${count}.`),
      wordedWith(details.count('limit'), (limit) => `The limit is ${limit}.`),
    ),
    advice: 'Check that the delimiter is right. If it is, keep only the columns you will use.',
  }),
  'column-unknown': (details) => ({
    title: 'The import plan names a column that is not in the file',
    where: place(details),
    advice: 'Choose the file again to check its columns once more.',
  }),
  'identifier-repeated': (details) => ({
    title: 'The identifier repeats: two rows seem to be of the same person',
    where: sentences(
      place(details),
      wordedWith(details.text('wave'), (wave) => `Wave “${wave}”.`),
      wordedWith(details.text('identifier'), (identifier) => `Identifier “${identifier}”.`),
      wordedWith(lineList(details.list('lines')), (lines) => `Lines ${lines}.`),
      wordedWith(details.count('repeated') ?? details.count('count'), (count) => `Repeated rows: ${count}.`),
    ),
    advice:
      'Correct the file, or choose to set repeated rows aside: the receipt keeps them and you can export them.',
  }),
  'identifier-missing': (details) => ({
    title: 'The identifier is missing',
    where: sentences(
      place(details),
      wordedWith(
        details.count('missing') ?? details.count('count'),
        (count) => `Rows without identifier: ${count}.`,
      ),
    ),
    advice: 'Mark which column identifies each person, or complete the identifiers in the file.',
  }),
  'no-rows-kept': (details) => ({
    title: 'No row of the file could be kept',
    where: sentences(
      place(details),
      wordedWith(details.count('read') ?? details.count('rows'), (rows) => `Rows read: ${rows}.`),
    ),
    advice: 'Check the delimiter, the header row and the identifier column before importing again.',
  }),
  'plan-incomplete': (details) => ({
    title: 'Something is still to be decided before importing',
    where: sentences(
      place(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('columns')]),
        (fields) => `Pending: ${fields}.`,
      ),
    ),
    advice: 'Go back to the columns step and complete what is missing.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;
