import type { OutputFile } from '../../../shared/domain/report';
import { assertNever } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { DocumentModel } from './document';
import { renderHtml } from './html';
import { renderPdf } from './pdf-typst';
import { docxMediaType, renderDocx } from './word/render-docx';

export type DocumentFormat = 'pdf' | 'docx' | 'html';

/** Writes one document to a file named `stem` and the format's own extension. Throws `report-failed`. */
export async function writeDocument(
  context: EngineContext,
  model: DocumentModel,
  stem: string,
  format: DocumentFormat,
): Promise<OutputFile> {
  switch (format) {
    case 'pdf': {
      const content = await renderPdf(model, context.options.resourcesFolder);
      return context.files.writeOutput(`${stem}.pdf`, 'application/pdf', content);
    }
    case 'docx':
      return context.files.writeOutput(`${stem}.docx`, docxMediaType, await renderDocx(model));
    case 'html':
      return context.files.writeOutput(`${stem}.html`, 'text/html; charset=utf-8', renderHtml(model));
    default:
      return assertNever(format);
  }
}
