import type { Call, ParsedInput } from '../../../shared/contract';
import type { Practice } from '../../../shared/domain/practice';
import type { OutputFile } from '../../../shared/domain/report';
import { texts } from '../../../shared/text';
import type { EngineContext } from '../context';
import { slug } from '../reports/file-names';
import { writeDocument } from '../reports/write-document';
import { composeEvidence } from './compose-evidence';
import { practiceEvidence } from './evidence';

/** Writes the page of evidence of a practice. Throws `report-failed`. */
export async function printEvidence(
  context: EngineContext,
  practice: Practice,
  { format, locale }: Pick<ParsedInput<'practice.printEvidence'>, 'format' | 'locale'>,
  call: Call,
): Promise<OutputFile> {
  call.report({ stage: 'computing', share: null, done: null, total: null });
  const model = composeEvidence(practice, await practiceEvidence(context, practice, call), locale);
  call.report({ stage: 'drawing', share: null, done: null, total: null });
  const word = texts(locale).evidence.page.file;
  return writeDocument(
    context,
    model,
    slug(`${word} ${practice.municipality || practice.title}`, word),
    format,
  );
}
