import { readFile, rm, stat } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import { surveyBytes } from '../byte-survey';
import { type FrozenFile, freezeFile } from '../frozen-file';
import type { Job } from '../job';
import { convertSource } from '../sources/convert-source';
import { type ConvertedSource, cellBreak, tableDelimiter } from '../sources/converted-source';
import { identifyFormat } from '../sources/file-format';
import type { Codebook } from './codebook';
import { readXlsForm } from './xlsform';
import type { SheetRows } from './xlsform-rows';

/** A form of thousands of questions is written out in a few of these. */
const largestSheetBytes = 32 * 2 ** 20;
const sheetNames = ['survey', 'choices', 'options', 'settings'];

/**
 * The codebook in a file: an XLSForm (XLSX, ODS) or the dictionary of an SPSS file. Throws `codebook-unrecognised` for
 * anything else, and whatever is wrong with the file itself.
 */
export async function readCodebookFile(context: EngineContext, fileId: string, job: Job): Promise<Codebook> {
  const file = await freezeFile(context, fileId);
  try {
    const format = await formatOf(file, job);
    if (format === 'sav') {
      const source = await convertSource(context, { file, format, tableId: null }, job);
      await discard(source);
      if (source.codebook) return source.codebook;
    }
    if (format !== 'xlsx' && format !== 'ods') {
      throw new AppError('codebook-unrecognised', { fileName: file.name });
    }
    return readXlsForm(await readSheets(context, file, format, job), file.name);
  } finally {
    if (file.path !== file.sourcePath) await rm(file.path, { force: true });
  }
}

async function formatOf(file: FrozenFile, job: Job): Promise<string> {
  const survey = await surveyBytes(file.path, job.signal, () => undefined);
  return identifyFormat(file.path, file.name, survey).catch((error: unknown) => {
    const isForeign = error instanceof AppError && ['file-binary', 'file-unsupported'].includes(error.code);
    throw isForeign ? new AppError('codebook-unrecognised', { fileName: file.name }) : error;
  });
}

async function readSheets(
  context: EngineContext,
  file: FrozenFile,
  format: 'xlsx' | 'ods',
  job: Job,
): Promise<SheetRows> {
  const first = await convertSource(context, { file, format, tableId: null }, job);
  await discard(first);
  const sheets: SheetRows = [];
  for (const { id, name } of first.tables) {
    if (!sheetNames.includes(name.trim().toLowerCase())) continue;
    const source = await convertSource(context, { file, format, tableId: id }, job).catch(
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'workbook-empty') return null;
        throw error;
      },
    );
    if (!source) continue;
    try {
      sheets.push({ name, rows: await readRows(file, source) });
    } finally {
      await discard(source);
    }
  }
  return sheets;
}

async function readRows(file: FrozenFile, { textPath }: ConvertedSource): Promise<string[][]> {
  if (!textPath) return [];
  const { size } = await stat(textPath);
  if (size > largestSheetBytes) {
    throw new AppError('file-too-large', { fileName: file.name, bytes: size, limit: largestSheetBytes });
  }
  const text = await readFile(textPath, 'utf8');
  return text.split('\n').map((line) => line.split(tableDelimiter).map(unquoted));
}

/** Tables written out hold neither line breaks nor, but for odd cells, the delimiter. */
function unquoted(cell: string): string {
  const bare = cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1) : cell;
  return bare.replaceAll('""', '"').replaceAll(cellBreak, '\n');
}

async function discard({ textPath }: ConvertedSource): Promise<void> {
  if (textPath) await rm(textPath, { force: true });
}
