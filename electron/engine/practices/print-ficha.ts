import type { Call } from '../../../shared/contract';
import type { Practice } from '../../../shared/domain/practice';
import type { OutputFile } from '../../../shared/domain/report';
import { reportWords } from '../../../shared/text/reports';
import type { EngineContext } from '../context';
import { slug } from '../reports/file-names';
import { renderHtml } from '../reports/html';
import { renderPdf } from '../reports/pdf-typst';
import { docxMediaType, renderDocx } from '../reports/word/render-docx';
import { composeFicha } from './compose-ficha';
import { practiceEvidence } from './evidence';

/** Fichas follow the municipal form, which exists in Spanish. */
const locale = 'es';

/** Writes a practice record as a ficha, with the evidence as it stands now. Throws `report-failed`. */
export async function printFicha(
  context: EngineContext,
  practice: Practice,
  format: 'pdf' | 'docx' | 'html',
  call: Call,
): Promise<OutputFile> {
  call.report({ stage: 'computing', share: null, done: null, total: null });
  const model = composeFicha(practice, await practiceEvidence(context, practice, call), locale);
  call.report({ stage: 'drawing', share: null, done: null, total: null });
  const word = reportWords(locale).files.sheet;
  const name = slug(`${word} ${practice.municipality || practice.title}`, word);
  if (format === 'html') {
    return context.files.writeOutput(`${name}.html`, 'text/html; charset=utf-8', renderHtml(model));
  }
  if (format === 'docx') {
    return context.files.writeOutput(`${name}.docx`, docxMediaType, await renderDocx(model));
  }
  const content = await renderPdf(model, context.options.resourcesFolder);
  return context.files.writeOutput(`${name}.pdf`, 'application/pdf', content);
}
