import type { Call } from '../../../shared/contract';
import type { OutputFile, ReportFormat } from '../../../shared/domain/report';
import { AppError, assertNever } from '../../../shared/errors';
import { svgToPng } from '../charts/draw';
import type { EngineContext } from '../context';
import { composeReport, fileStem } from './compose-report';
import type { DocumentModel, FigurePart } from './document';
import { renderHtml } from './html';
import type { ReportMaterial } from './material';
import { renderPdf } from './pdf-typst';
import { reportTables } from './tables-csv';
import { docxMediaType, renderDocx } from './word/render-docx';

type NamedContent = { name: string; mediaType: string; content: Uint8Array | string };
export type ReportOutput = { format: ReportFormat; output: OutputFile };

/** Pixels of a PNG a pixel of the drawing: sharp on paper at the width of a page. */
const pngScale = 3;

/**
 * Writes a report in the formats asked for; SVG and PNG give one file a figure, CSV one a table. Throws
 * `report-failed` when a format has nothing to write.
 */
export async function renderFiles(
  context: EngineContext,
  material: ReportMaterial,
  formats: readonly ReportFormat[],
  call: Call,
): Promise<ReportOutput[]> {
  const model = composeReport(material);
  const outputs: ReportOutput[] = [];
  for (const [index, format] of formats.entries()) {
    if (call.signal.aborted) throw new AppError('cancelled');
    call.report({ stage: 'drawing', share: index / formats.length, done: index, total: formats.length });
    for (const file of await drawFormat(context, format, material, model)) {
      const output = await context.files.writeOutput(file.name, file.mediaType, file.content);
      outputs.push({ format, output });
    }
  }
  return outputs;
}

async function drawFormat(
  context: EngineContext,
  format: ReportFormat,
  material: ReportMaterial,
  model: DocumentModel,
): Promise<NamedContent[]> {
  const stem = fileStem(material);
  switch (format) {
    case 'pdf': {
      const content = await renderPdf(model, context.options.resourcesFolder);
      return [{ name: `${stem}.pdf`, mediaType: 'application/pdf', content }];
    }
    case 'docx':
      return [{ name: `${stem}.docx`, mediaType: docxMediaType, content: await renderDocx(model) }];
    case 'html':
      return [{ name: `${stem}.html`, mediaType: 'text/html; charset=utf-8', content: renderHtml(model) }];
    case 'csv':
      return reportTables(material, stem);
    case 'svg':
      return figuresOf(model).map(({ stem: name, standalone }) => ({
        name: `${name}.svg`,
        mediaType: 'image/svg+xml',
        content: standalone,
      }));
    case 'png':
      return figuresOf(model).map(({ stem: name, standalone }) => ({
        name: `${name}.png`,
        mediaType: 'image/png',
        content: svgToPng(standalone, { scale: pngScale }),
      }));
    default:
      return assertNever(format);
  }
}

function figuresOf(model: DocumentModel): FigurePart[] {
  return model.parts.filter((part) => part.kind === 'figure');
}
