import { rm } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { Dialect, Encoding } from '../../../shared/domain/import';
import type { EngineContext } from '../context';
import type { ByteSurvey } from './byte-survey';
import { writeAsUtf8 } from './encoding';
import type { FrozenFile } from './frozen-file';
import { readHead } from './head-sample';

/** The file as UTF-8 with line feeds: the frozen copy itself where it already is that, else a converted one. */
export type Utf8File = {
  readonly path: string;
  readonly isConverted: boolean;
  /** The source's line end where converting hid it; null when the path still shows it. */
  readonly lineEnd: Dialect['lineEnd'] | null;
  /** Bytes the encoding did not explain became U+FFFD. */
  readonly hasUndecodableText: boolean;
};

/** Makes the file readable as UTF-8. Throws `disk-full` and `cancelled`. */
export async function toUtf8File(
  context: EngineContext,
  file: FrozenFile,
  survey: ByteSurvey,
  encoding: Encoding,
  signal: CancelSignal,
): Promise<Utf8File> {
  const head = await readHead(file.path, encoding);
  const hasOnlyCarriageReturns = head.lineEnds.cr > 0 && head.lineEnds.lf === 0 && head.lineEnds.crlf === 0;
  if (encoding === 'utf-8' && survey.isValidUtf8 && !hasOnlyCarriageReturns) {
    return { path: file.path, isConverted: false, lineEnd: null, hasUndecodableText: false };
  }
  const target = context.files.scratchPath('.utf8');
  await writeAsUtf8(file.path, target, { encoding, hasOnlyCarriageReturns }, signal);
  return {
    path: target,
    isConverted: true,
    lineEnd: hasOnlyCarriageReturns ? 'cr' : null,
    hasUndecodableText: encoding === 'utf-8' && !survey.isValidUtf8,
  };
}

/** Deletes the copy that was made, never the file that was given. */
export async function removeConverted(file: Utf8File): Promise<void> {
  if (file.isConverted) await rm(file.path, { force: true });
}
