import { rm } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { Delimiter } from '../../../shared/domain/dialect';
import type { EngineContext } from '../context';
import type { ByteSurvey } from './byte-survey';
import { type decideEncoding, type RewriteFindings, writeAsUtf8 } from './encoding';
import type { FrozenFile } from './frozen-file';
import { readHead } from './head-sample';
import { findLineForm, type LineForm } from './line-forms';
import { rewriteLines } from './rewrite-lines';

/** The file as UTF-8: the frozen copy itself where it already is that, else a converted one. */
export type Utf8File = {
  readonly path: string;
  readonly isConverted: boolean;
  /** Bytes the encoding did not explain became U+FFFD. */
  readonly hasUndecodableText: boolean;
  /** What had to be changed; null where the file is read as it is. */
  readonly findings: RewriteFindings | null;
  /** How the lines were dressed that have been undressed, and how many; absent where they are read as they stand. */
  readonly dressed?: { form: LineForm; lines: number };
};

/** Makes the file readable as UTF-8. Throws `disk-full` and `cancelled`. */
export async function toUtf8File(
  context: EngineContext,
  file: FrozenFile,
  survey: ByteSurvey,
  { encoding, isMixed }: ReturnType<typeof decideEncoding>,
  repairsDoubleEncoding: boolean,
  signal: CancelSignal,
): Promise<Utf8File> {
  const hasZeros = survey.zeroBytesEven + survey.zeroBytesOdd > 0;
  const { text } = await readHead(file.path, encoding);
  const hasDoubledReturns = endsDoubly(text);
  const isPlain = !hasZeros && !repairsDoubleEncoding && !survey.hasMarksInside && !hasDoubledReturns;
  if (encoding === 'utf-8' && survey.isValidUtf8 && isPlain) {
    return { path: file.path, isConverted: false, hasUndecodableText: false, findings: null };
  }
  const target = context.files.scratchPath('.utf8');
  const findings = await writeAsUtf8(
    file.path,
    target,
    {
      encoding,
      isMixed,
      repairsDoubleEncoding,
      hasZeros,
      hasDoubledReturns,
      hasOnlyCarriageReturns: text.includes('\r') && !text.includes('\n'),
    },
    signal,
  );
  return {
    path: target,
    isConverted: true,
    hasUndecodableText: encoding === 'utf-8' && !survey.isValidUtf8,
    findings,
  };
}

/**
 * The file with its lines undressed where they stand in quotes as a whole, are drawn or are aligned with spaces; else as it
 * is. A delimiter the analyst chose, other than the one found there, leaves the lines alone. Throws `disk-full` and
 * `cancelled`.
 */
export async function undressLines(
  context: EngineContext,
  file: Utf8File,
  delimiter: Delimiter | undefined,
  signal: CancelSignal,
): Promise<Utf8File> {
  const form = findLineForm((await readHead(file.path, 'utf-8')).text);
  if (form === null || (delimiter !== undefined && delimiter !== form.delimiter)) return file;
  const target = context.files.scratchPath('.lines');
  try {
    const lines = await rewriteLines(file.path, target, form, signal);
    return { ...file, path: target, isConverted: true, dressed: { form, lines } };
  } finally {
    await removeConverted(file);
  }
}

/** Share of a head's lines above which carriage returns before their ends are taken for a program's mistake. */
const nearlyAll = 0.9;

/** True where nearly all lines of a head end with two carriage returns or more and a line feed. */
function endsDoubly(text: string): boolean {
  const doubled = text.match(/\r{2,}\n/g)?.length ?? 0;
  return doubled > 1 && doubled >= (text.split('\n').length - 1) * nearlyAll;
}

/** Deletes the copy that was made, never the file that was given. */
export async function removeConverted(file: Utf8File): Promise<void> {
  if (file.isConverted) await rm(file.path, { force: true });
}
