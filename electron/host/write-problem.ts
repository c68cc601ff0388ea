import { AppError } from '../../shared/errors';

const codesOfRefusal = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR'];

/** A failure to write into a folder, as `disk-full` or `folder-not-writable`; any other error as it is. */
export function writeProblem(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new AppError('disk-full', { fileName: folder }, { cause: error });
  if (codesOfRefusal.includes(code)) return new AppError('folder-not-writable', { folder }, { cause: error });
  return error;
}
