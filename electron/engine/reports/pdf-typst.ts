import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '../../../shared/errors';
import { interFontFiles, interFonts } from '../fonts';
import {
  type DocumentModel,
  type DocumentPart,
  splitAtDecimalMark,
  startsWithNumber,
  type TablePart,
  type TableRow,
} from './document';
import { printableText, readFontCoverage, unprintableSign } from './font-coverage';

/** Where the templates lie below the resources folder. */
const templateFolder = path.join('electron', 'engine', 'reports', 'templates');
const templates = ['document.typ', 'parts.typ'] as const;

/**
 * Draws a document as a tagged PDF (PDF/UA-1). Texts reach Typst as JSON strings, never as markup, and the dates in
 * the file are the document's own, so the same document always gives the same bytes. Throws `report-failed`.
 */
export async function renderPdf(model: DocumentModel, resourcesFolder: string): Promise<Uint8Array> {
  const folder = path.resolve(resourcesFolder, templateFolder);
  const fonts = await Promise.all(interFontFiles.map((file) => readFile(file)));
  const printable = await printableModel(model);
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts }],
  });
  for (const name of templates) {
    compiler.mapShadow(path.join(folder, name), await readFile(path.join(folder, name)));
  }
  compiler.mapShadow(path.join(folder, 'document.json'), Buffer.from(JSON.stringify(forTypst(printable))));
  try {
    const compiled = compiler.compile({ mainFilePath: path.join(folder, 'document.typ') });
    if (!compiled.result) {
      const failure = compiled.takeError();
      throw new AppError('report-failed', {
        format: 'pdf',
        problem: failure ? describe(compiler.fetchDiagnostics(failure)) : '',
      });
    }
    return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'report-failed',
      { format: 'pdf', problem: error instanceof Error ? error.message : '' },
      { cause: error },
    );
  } finally {
    compiler.evictCache(0);
  }
}

function describe(diagnostics: readonly unknown[]): string {
  return JSON.stringify(diagnostics).slice(0, 600);
}

/** The model without characters that Inter cannot draw, and a note at the end where a sign stands for some. */
async function printableModel(model: DocumentModel): Promise<DocumentModel> {
  const covers = readFontCoverage(await readFile(interFonts.regular));
  let isReplaced = false;
  const printable = mapTexts(model, (text) => {
    const changed = printableText(text, covers);
    isReplaced ||= changed.includes(unprintableSign) && !text.includes(unprintableSign);
    return changed;
  });
  if (!isReplaced) return printable;
  const note: DocumentPart = { kind: 'paragraph', look: 'quiet', text: model.words.unprintable };
  return { ...printable, parts: [...printable.parts, note] };
}

/** A copy of a value with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

/** The model with the tails of the figures in its tables, which the template sets on their decimal mark. */
function forTypst(model: DocumentModel): unknown {
  return { ...model, parts: model.parts.map((part) => withTails(part, model)) };
}

function withTails(part: DocumentPart, model: DocumentModel): unknown {
  if (part.kind !== 'table') return part;
  return { ...part, rows: part.rows.map((row) => ({ ...row, cells: cutCells(part, row, model) })) };
}

/** A cell with a figure says what follows its decimal mark, whose width the template makes up for. */
function cutCells(table: TablePart, row: TableRow, model: DocumentModel): unknown[] {
  return row.cells.map((cell, index) => {
    const isFigure = table.columns[index]?.align === 'number' && startsWithNumber(cell.text);
    return { ...cell, tail: isFigure ? splitAtDecimalMark(cell.text, model.locale).tail : null };
  });
}
