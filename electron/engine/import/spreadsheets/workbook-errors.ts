import { AppError } from '../../../../shared/errors';
import type { FrozenFile } from '../frozen-file';

/** Why a workbook is refused without being read. */
export type UnsafeReason = 'entities' | 'ratio' | 'size' | 'parts' | 'cells';

/** The file, or one part inside it, does not follow its own format. */
export function damaged(file: FrozenFile, part: string, cause?: unknown): AppError {
  return new AppError('workbook-damaged', { fileName: file.name, part }, { cause });
}

/** The file would grow beyond measure, or carries definitions that no table needs. */
export function unsafe(file: FrozenFile, reason: UnsafeReason, part: string | null = null): AppError {
  return new AppError('workbook-unsafe', { fileName: file.name, reason, part });
}

/** A password stands before the contents. */
export function passwordProtected(file: FrozenFile): AppError {
  return new AppError('workbook-protected', { fileName: file.name });
}
