import { createReadStream } from 'node:fs';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { readWorkbook } from '../spreadsheets/xlsx-workbook';
import { ZipPackage } from '../spreadsheets/zip-package';
import { type DocumentNames, eachRow } from './document-rows';
import { attributeOf, attributesPattern, countOf, FilledRows, showsText } from './filled-rows';

/** Which table of the file is counted, by its place and its name, and between which of its rows. */
export type Stretch = {
  table: number;
  tableId: string | null;
  firstDataLine: number;
  lastDataLine: number | null;
};

const sheetNames: DocumentNames = { table: 'sheetData', row: 'row', ignored: [] };
const odsNames: DocumentNames = {
  table: 'table',
  row: 'table-row',
  ignored: ['annotation', 'frame', 'shapes', 'custom-shape'],
};
const xmlNames: DocumentNames = { table: 'Worksheet', row: 'Row', ignored: ['Comment'] };

/**
 * Rows that hold a value in one sheet of an Office Open XML workbook, `expected` of them as first counted. Which shared
 * texts are nothing but spaces is looked up only where the counts differ without it. Null where it cannot be told.
 */
export async function countXlsxRows(
  file: FrozenFile,
  stretch: Stretch,
  expected: number,
  job: Job,
): Promise<number | null> {
  const zip = await ZipPackage.open(file);
  try {
    const workbook = await readWorkbook(file, zip, job);
    const sheet = workbook.sheets.find(({ name }) => name === stretch.tableId);
    if (!sheet || !zip.has(sheet.part)) return null;
    const counted = await countSheet(zip.read(sheet.part, job), stretch, new Set(), job);
    if (counted === expected || counted === null || workbook.stringsPart === null) return counted;
    const blanks = await blankStrings(zip.read(workbook.stringsPart, job), job);
    if (blanks === null) return null;
    return blanks.size === 0 ? counted : countSheet(zip.read(sheet.part, job), stretch, blanks, job);
  } finally {
    zip.close();
  }
}

async function countSheet(
  source: AsyncIterable<Buffer>,
  stretch: Stretch,
  blanks: ReadonlySet<number>,
  job: Job,
): Promise<number | null> {
  const filled = new FilledRows(stretch);
  let row = 0;
  const isWhole = await eachRow(source, sheetNames, job, ({ attributes, inner }) => {
    row = countOf(attributeOf(attributes, 'r'), row + 1);
    if (hasSheetCell(inner, blanks)) filled.add(row);
  });
  return isWhole ? filled.count : null;
}

const sheetCell = new RegExp(
  `<(?:[\\w.-]+:)?c(?=[\\s>])${attributesPattern}(?<!/)>([\\s\\S]*?)</(?:[\\w.-]+:)?c\\s*>`,
  'g',
);
const valueOfCell = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?v\s*>/;
const textOfCell = /<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?t\s*>/g;
const reading = /<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh\s*>/g;

function hasSheetCell(inner: string, blanks: ReadonlySet<number>): boolean {
  if (inner === '') return false;
  for (const [, attributes = '', content = ''] of inner.matchAll(sheetCell)) {
    const value = valueOfCell.exec(content)?.[1] ?? '';
    const isShared = attributeOf(attributes, 't') === 's';
    if (isShared ? value !== '' && !blanks.has(Number(value)) : showsControls(value)) return true;
    if (value === '' && showsTexts(content)) return true;
  }
  return false;
}

/** Workbooks write some characters as `_x0020_`. */
function showsControls(text: string): boolean {
  return showsText(text.replace(/_x([0-9a-f]{4})_/gi, shownAs));
}

function shownAs(_: string, code: string): string {
  const sign = String.fromCharCode(Number.parseInt(code, 16));
  // Vertical tabs and page breaks are kept by the reader.
  return sign.trim() === '' && sign !== '\v' && sign !== '\f' ? ' ' : 'x';
}

function showsTexts(content: string): boolean {
  const texts = [...content.replace(reading, '').matchAll(textOfCell)].map(([, text = '']) => text);
  return texts.some(showsControls);
}

/** The shared texts that show nothing, by their position. */
async function blankStrings(source: AsyncIterable<Buffer>, job: Job): Promise<Set<number> | null> {
  const blanks = new Set<number>();
  let index = 0;
  const names: DocumentNames = { table: 'sst', row: 'si', ignored: ['rPh'] };
  const isWhole = await eachRow(source, names, job, ({ inner }) => {
    if (!showsTexts(inner)) blanks.add(index);
    index += 1;
  });
  return isWhole ? blanks : null;
}

/** Rows that hold a value in one sheet of an OpenDocument file, zipped or flat; null where it cannot be told. */
export async function countOdsRows(
  file: FrozenFile,
  isFlat: boolean,
  stretch: Stretch,
  job: Job,
): Promise<number | null> {
  const filled = new FilledRows(stretch);
  let row = 1;
  const take = (found: { table: number; attributes: string; inner: string }): void => {
    if (found.table !== stretch.table) return;
    const times = countOf(attributeOf(found.attributes, 'number-rows-repeated'), 1);
    if (hasOdsCell(found.inner)) filled.add(row, times);
    row += times;
  };
  if (isFlat) {
    const source = createReadStream(file.path, { highWaterMark: 1 << 18 });
    const isWhole = await eachRow(source, odsNames, job, take);
    return isWhole ? filled.count : null;
  }
  const zip = await ZipPackage.open(file);
  try {
    const isWhole = await eachRow(zip.read('content.xml', job), odsNames, job, take);
    return isWhole ? filled.count : null;
  } finally {
    zip.close();
  }
}

const odsCell = new RegExp(
  `<(?:[\\w.-]+:)?(?:covered-)?table-cell(?=[\\s/>])${attributesPattern}(?:/>|>([\\s\\S]*?)</(?:[\\w.-]+:)?(?:covered-)?table-cell\\s*>)`,
  'g',
);

function hasOdsCell(inner: string): boolean {
  for (const [, attributes = '', content = ''] of inner.matchAll(odsCell)) {
    if (showsText(content)) return true;
    const type = attributeOf(attributes, 'value-type');
    if (type === null) continue;
    if (type === 'boolean' || attributes.includes('value-type="error"')) return true;
    const value = ['value', 'date-value', 'time-value', 'string-value'].map((name) =>
      attributeOf(attributes, name),
    );
    if (value.some((text) => text !== null && showsText(text))) return true;
  }
  return false;
}

/** Rows that hold a value in one sheet of an XML Spreadsheet 2003; null where it cannot be told. */
export async function countXmlRows(file: FrozenFile, stretch: Stretch, job: Job): Promise<number | null> {
  const filled = new FilledRows(stretch);
  let table = -1;
  let row = 0;
  const source = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const isWhole = await eachRow(source, xmlNames, job, (found) => {
    if (found.table !== table) row = 0;
    table = found.table;
    row = countOf(attributeOf(found.attributes, 'Index'), row + 1);
    if (table === stretch.table && hasXmlData(found.inner)) filled.add(row);
  });
  return isWhole ? filled.count : null;
}

const xmlData = new RegExp(
  `<(?:[\\w.-]+:)?Data(?=[\\s>])${attributesPattern}>([\\s\\S]*?)</(?:[\\w.-]+:)?Data\\s*>`,
  'g',
);

function hasXmlData(inner: string): boolean {
  return [...inner.matchAll(xmlData)].some(
    ([, attributes = '', text = '']) => attributeOf(attributes, 'Type') === 'Boolean' || showsText(text),
  );
}
