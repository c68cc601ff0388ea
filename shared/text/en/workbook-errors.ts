import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { place, wordedWith } from './error-phrases';

const kinds: Readonly<Record<string, { what: string; advice: string }>> = {
  folder: {
    what: 'It is a folder, not a file.',
    advice: 'Choose the file inside it.',
  },
  xlsb: {
    what: 'It is a binary Excel workbook (XLSB).',
    advice: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'old-xls': {
    what: 'It is a workbook of a very old version of Excel.',
    advice: 'Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.',
  },
  'xls-too-large': {
    what: 'It is an old Excel workbook (XLS) that is too large.',
    advice: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”, which is read in pieces.',
  },
  numbers: {
    what: 'It is a Numbers sheet.',
    advice: 'Open it in Numbers and export it to Excel or CSV.',
  },
  zip: {
    what: 'It is a compressed file without a workbook in it.',
    advice: 'Unpack it and import the spreadsheet inside.',
  },
  'web-archive': {
    what: 'It is a web page saved as a single file.',
    advice: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'no-table': {
    what: 'It is a web page without any table.',
    advice: 'Check that the download ended well: it may be an error message or a sign-in page.',
  },
  xml: {
    what: 'It is an XML file that is no spreadsheet.',
    advice: 'Ask where it came from for the data in Excel or CSV.',
  },
  json: {
    what: 'It is a JSON file: data for programs, not a table with rows and columns.',
    advice:
      'Download it again as Excel or CSV. Excel can also open it in “Data, Get Data, From JSON” and save it as “Excel Workbook (.xlsx)”.',
  },
  document: {
    what: 'It is a document, not a table.',
    advice:
      'Ask where it came from for the data in Excel or CSV; a table inside a document cannot be read safely.',
  },
};

const unsafeReasons: Readonly<Record<string, string>> = {
  entities: 'It defines texts that expand by themselves, which no spreadsheet needs.',
  ratio: 'Unpacked, it would grow beyond measure.',
  size: 'Unpacked, it would be larger than it says or than can be read.',
  parts: 'It holds too many parts.',
  cells: 'It repeats its content in a number of cells beyond measure.',
};

/** What the file is, where an error names its kind. */
export function unsupportedKind(details: DetailsReader): { what: string; advice: string } | null {
  const kind = details.text('kind') ?? '';
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null;
}

function inPart(details: DetailsReader): string | null {
  return wordedWith(details.text('part'), (part) => `Part of the file: ${part}.`);
}

export const workbookErrors = {
  'workbook-protected': (details) => ({
    title: 'The spreadsheet is protected by a password',
    where: place(details),
    advice:
      'Open it in Excel with its password, remove it under “File, Info, Protect Workbook, Encrypt with Password”, save it, and import it again.',
  }),
  'workbook-damaged': (details) => ({
    title: 'The spreadsheet is damaged or incomplete',
    where: sentences(place(details), inPart(details)),
    advice:
      'Download it again. If that does not help, open it in Excel, let Excel repair it, check its rows, and save it.',
  }),
  'workbook-unsafe': (details) => {
    const reason = details.text('reason') ?? '';
    return {
      title: 'The spreadsheet was not read, to protect this computer',
      where: sentences(
        place(details),
        Object.hasOwn(unsafeReasons, reason) ? (unsafeReasons[reason] ?? null) : null,
        inPart(details),
      ),
      advice: 'Open it in Excel, copy the table alone into a new workbook, save that, and import it.',
    };
  },
  'workbook-empty': (details) => ({
    title: 'There is no data in the sheet',
    where: sentences(
      place(details),
      wordedWith(details.text('table'), (table) => `Sheet “${table}”.`),
    ),
    advice: 'Choose another sheet. A chart or a picture is no table: the data must be in cells.',
  }),
  'table-missing': (details) => ({
    title: 'The file does not have that table',
    where: sentences(
      place(details),
      wordedWith(details.text('table'), (table) => `Table “${table}”.`),
    ),
    advice: 'Choose one of the tables that the file has now.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;
