import type { Call, ParsedInput } from '../../../shared/contract';
import type { Practice } from '../../../shared/domain/practice';
import type { OutputFile } from '../../../shared/domain/report';
import { reportWords } from '../../../shared/text/reports';
import { unFormWords } from '../../../shared/text/un-form';
import type { EngineContext } from '../context';
import { slug } from '../reports/file-names';
import { writeDocument } from '../reports/write-document';
import { composeFicha } from './compose-ficha';
import { composeUnForm } from './compose-un-form';
import { practiceEvidence } from './evidence';

type Print = Pick<ParsedInput<'practice.print'>, 'format' | 'layout' | 'locale'>;

/**
 * Writes a practice record as a ficha, in Spanish as the municipal form, or as the United Nations form in either language,
 * with the evidence as it stands now. Throws `report-failed`.
 */
export async function printFicha(
  context: EngineContext,
  practice: Practice,
  { format, layout, locale }: Print,
  call: Call,
): Promise<OutputFile> {
  call.report({ stage: 'computing', share: null, done: null, total: null });
  const evidence = await practiceEvidence(context, practice, call);
  const isForm = layout === 'un';
  const model = isForm ? composeUnForm(practice, evidence, locale) : composeFicha(practice, evidence, 'es');
  call.report({ stage: 'drawing', share: null, done: null, total: null });
  const word = isForm ? unFormWords(locale).file : reportWords('es').files.sheet;
  const stem = slug(`${word} ${practice.municipality || practice.title}`, word);
  return writeDocument(context, model, stem, format);
}
