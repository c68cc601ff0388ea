import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract';
import type { FileId } from '../../../shared/domain/ids';
import type { AdditionalFile } from '../../../shared/domain/import';
import type { Receipt } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { foldText } from '../import/cell-shapes';
import { redactFileName } from '../privacy/redact-text';
import { hashOf } from './file-hash';

/** The files of a wave in the order they had in it, under what the wave calls them. */
export type FilesOfWave = {
  fileId: FileId;
  additionalFiles: z.infer<typeof AdditionalFile>[];
  label: string | null;
};

type Given = { fileId: FileId; fileName: string; sha256: string; label: string | null };
type Known = Receipt['files'][number];

/**
 * Which of the given files is which of the wave's: by its bytes, else by its name, else by its label; one that is left
 * over on both sides is the same file renamed. Throws `wave-files-incomplete` where a file of the wave is missing or one
 * is given that is none of its files.
 */
export async function filesOfWave(
  context: EngineContext,
  { fileId, additionalFiles }: Pick<ParsedInput<'wave.reimport'>, 'fileId' | 'additionalFiles'>,
  { files: known, fileName }: Receipt,
): Promise<FilesOfWave> {
  if (known.length === 0) {
    if (additionalFiles.length === 0) return { fileId, additionalFiles: [], label: null };
    const extra = additionalFiles.map((each) => context.files.resolve(each.fileId).name);
    throw new AppError('wave-files-incomplete', { fileName: extra[0] ?? fileName, missing: '' });
  }
  const given: Given[] = [];
  for (const each of [{ fileId, label: null }, ...additionalFiles]) {
    const { path, name } = context.files.resolve(each.fileId);
    given.push({ ...each, fileName: redactFileName(name), sha256: await hashOf(path) });
  }
  const found = new Map<Known, Given>();
  const left = (): Known[] => known.filter((file) => !found.has(file));
  const take = (isSame: (file: Known, one: Given) => boolean): void => {
    for (const file of left()) {
      const at = given.findIndex((one) => isSame(file, one));
      const [one] = at < 0 ? [] : given.splice(at, 1);
      if (one) found.set(file, one);
    }
  };
  take((file, one) => file.sha256 === one.sha256);
  take((file, one) => foldText(file.fileName) === foldText(one.fileName));
  take((file, one) => file.label !== null && file.label === one.label);
  const [only] = given;
  if (given.length === 1 && left().length === 1) take((_, one) => one === only);
  const missing = left().map((file) => file.fileName);
  if (missing.length > 0 || given.length > 0) {
    throw new AppError('wave-files-incomplete', {
      fileName: given[0]?.fileName ?? fileName,
      missing: missing.join(', '),
    });
  }
  const ordered = known.flatMap((file) => {
    const one = found.get(file);
    return one ? [{ fileId: one.fileId, label: file.label ?? file.fileName }] : [];
  });
  const [first, ...others] = ordered;
  if (!first) throw new AppError('wave-files-incomplete', { fileName, missing: '' });
  return { ...first, additionalFiles: others };
}
