import type { Dialect } from '../../../shared/domain/dialect';
import type { EngineContext } from '../context';
import type { Job } from '../import/job';
import { forgetFile, type PreparedFile, prepareFile } from '../import/prepared-file';
import { tableDelimiter } from '../import/sources/converted-source';

export type CorrectedTable = {
  prepared: PreparedFile;
  /** The line in the source of the row on a line of the table. */
  lineOf(line: number): number;
  dialect: Dialect;
  sha256: string;
  remove(): Promise<void>;
};

/** The corrected rows as a regular table that the import can read, in staging. */
export async function writeCorrectedTable(
  context: EngineContext,
  rows: readonly { line: number; cells: readonly string[] }[],
  plan: { dialect: Dialect; width: number },
  job: Job,
): Promise<CorrectedTable> {
  const lines = new Map<number, number>();
  const texts = [Array.from({ length: plan.width }, (_, index) => `c${index}`).join(tableDelimiter)];
  let line = 2;
  for (const row of rows) {
    lines.set(line, row.line);
    const text = row.cells.map(quoted).join(tableDelimiter);
    texts.push(text);
    line += text.split('\n').length;
  }
  const content = Buffer.from(`${texts.join('\n')}\n`);
  const { fileId } = await context.files.stageStream('filas corregidas.csv', one(content));
  const dialect = {
    ...plan.dialect,
    encoding: 'utf-8',
    hasByteOrderMark: false,
    delimiter: tableDelimiter,
    quote: '"',
    escape: 'doubled',
    commentMark: null,
    lineEnd: 'lf',
    headerLine: 1,
    headerLines: 1,
    firstDataLine: 2,
    lastDataLine: null,
    firstColumn: 0,
    tableId: null,
  } satisfies Dialect;
  const remove = async (): Promise<void> => {
    await forgetFile(context, fileId);
    await context.files.release(fileId);
  };
  try {
    const prepared = await prepareFile(context, { fileId, corrections: dialect }, job);
    return {
      prepared,
      lineOf: (own) => lines.get(own) ?? own,
      dialect,
      sha256: prepared.survey.sha256,
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function quoted(cell: string): string {
  return /["\n\r]/.test(cell) || cell.includes(tableDelimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
