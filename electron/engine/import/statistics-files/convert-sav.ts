import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceNotice } from '../../../../shared/domain/source';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { type ConvertedSource, cellBreak, tableDelimiter } from '../sources/converted-source';
import { SavBytes } from './sav-bytes';
import { savCases } from './sav-cases';
import { notice, savCodebook } from './sav-codebook';
import { type SavDictionary, savDictionary } from './sav-dictionary';
import { savText } from './sav-encoding';
import { responseSets } from './sav-long-records';
import { readSavRecords, type SavRecords } from './sav-records';
import { type SavColumn, savColumn } from './sav-values';

/**
 * Writes the cases of an SPSS file (`.sav`, `.zsav`) out as a text table in staging, codes as they are, with a codebook of
 * its labels and missing values. Throws `statistics-file-damaged`, `file-too-large`, `disk-full`, `cancelled`.
 */
export async function convertSav(
  context: Pick<EngineContext, 'files'>,
  file: Pick<FrozenFile, 'path' | 'name' | 'bytes'>,
  job: Job,
): Promise<ConvertedSource> {
  const handle = await open(file.path, 'r');
  const target = context.files.scratchPath('.table');
  try {
    const source = new SavBytes(handle, file.bytes, file.name);
    const records = await readSavRecords(source);
    const dictionary = savDictionary(source, records, savText(source, records));
    const columns = dictionary.variables.map((variable) => savColumn(source, dictionary.text, variable));
    let written = 0;
    async function* lines(): AsyncGenerator<string> {
      yield `${dictionary.variables.map(({ name }) => quoted(name)).join(tableDelimiter)}\n`;
      for await (const cases of savCases(source, records, job.signal, (share) =>
        job.report({ stage: 'reading', share, done: null, total: null }),
      )) {
        written += cases.length;
        yield cases.map((bytes) => lineOf(columns, bytes)).join('');
      }
      if (records.cases !== null && written < records.cases) throw source.damage('truncated');
    }
    await pipeline(Readable.from(lines()), createWriteStream(target, { mode: 0o600 }));
    return describe(records, dictionary, columns, { target, written });
  } catch (error) {
    await rm(target, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new AppError('disk-full', { fileName: file.name }, { cause: error });
    }
    throw error;
  } finally {
    await handle.close();
  }
}

function lineOf(columns: readonly SavColumn[], bytes: Buffer): string {
  let line = '';
  for (let index = 0; index < columns.length; index += 1) {
    if (index > 0) line += tableDelimiter;
    line += quoted(columns[index]?.read(bytes) ?? '');
  }
  return `${line}\n`;
}

function quoted(cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the delimiter of written tables is a control character
  if (!/["\r\n\u001f]/.test(cell)) return cell;
  return `"${cell.replace(/\r\n|\r|\n/g, cellBreak).replaceAll('"', '""')}"`;
}

function describe(
  records: SavRecords,
  dictionary: SavDictionary,
  columns: readonly SavColumn[],
  { target, written }: { target: string; written: number },
): ConvertedSource {
  const { variables, text } = dictionary;
  const seen = columns.map((column) => column.seen);
  const sets = responseSets(
    [7, 19].flatMap((subtype) => (records.extensions.get(subtype) ?? []).map(({ bytes }) => bytes)),
    (bytes) => text.decode(bytes),
  );
  const { codebook, notices } = savCodebook(dictionary, seen, sets);
  return {
    format: 'sav',
    textPath: target,
    tables: [
      {
        id: 'cases',
        name: dictionary.title ?? '',
        kind: 'sheet',
        isHidden: false,
        rows: written,
        columns: variables.length,
        firstLine: null,
        lastLine: null,
        parent: null,
      },
    ],
    tableId: null,
    notices: [...fileNotices(records, dictionary, columns), ...notices],
    columns: variables.map(({ format }, index) => {
      const own = seen[index];
      const numbers = own?.numbers ?? 0;
      const isNumber = ['number', 'percent', 'dollar'].includes(format.kind);
      return {
        numbers: isNumber ? numbers : 0,
        dates: format.kind === 'date' ? numbers : 0,
        datetimes: format.kind === 'datetime' ? numbers : 0,
        booleans: 0,
        texts: (own?.texts ?? 0) + (format.kind === 'time' ? numbers : 0),
        errors: 0,
        unit: format.kind === 'percent' ? '%' : format.kind === 'dollar' ? '$' : null,
        hasLineBreaks: own?.hasLineBreaks ?? false,
      };
    }),
    codebook,
    layout: { headerLine: 1, headerLines: 1, firstDataLine: 2, decimalMark: '.', dateOrder: 'ymd' },
  };
}

function fileNotices(
  records: SavRecords,
  { variables, text, weight }: SavDictionary,
  columns: readonly SavColumn[],
): SourceNotice[] {
  const found: SourceNotice[] = [];
  const add = (code: string, count: (column: SavColumn) => number): void => {
    const own = variables.filter((_, index) => {
      const column = columns[index];
      return column !== undefined && count(column) > 0;
    });
    const cells = columns.reduce((sum, column) => sum + count(column), 0);
    if (cells > 0) {
      found.push(
        notice(
          code,
          { cells },
          own.map(({ name }) => name),
          'attention',
        ),
      );
    }
  };
  const hasLetters = variables.some(({ label }) => /[^\0-\x7f]/.test(label ?? ''));
  if (text.isAssumed && hasLetters) found.push(notice('encoding-assumed', { encoding: text.encoding }, []));
  if (weight) found.push(notice('case-weights', { variable: weight.name }, [weight.name], 'attention'));
  if (records.documentLines > 0) {
    found.push(notice('documents-ignored', { count: records.documentLines }, []));
  }
  add('missing-range-blanked', ({ seen }) => seen.blanked);
  add('time-of-day-dropped', ({ seen }) => seen.hiddenTimes);
  add('undecodable-cells', ({ seen }) => seen.undecodable);
  add('zero-characters-removed', ({ seen }) => seen.zeroCharacters);
  return found;
}
