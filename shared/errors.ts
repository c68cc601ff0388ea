import { z } from 'zod';

/**
 * Every failure a person can meet. The text catalogues word each code in the reader's language:
 * what happened, where, and what to do.
 */
export const errorCodes = [
  'internal',
  'cancelled',
  'unknown-method',
  'invalid-input',
  'invalid-output',
  'unauthorised',
  'forbidden-host',
  'forbidden-origin',
  'payload-too-large',
  'no-project-open',
  'project-locked',
  'project-damaged',
  'project-newer',
  'project-foreign',
  'project-exists',
  'project-missing',
  'folder-not-writable',
  'disk-full',
  'file-not-granted',
  'file-missing',
  'file-empty',
  'file-binary',
  'file-changed',
  'file-repeated',
  'files-unlike',
  'file-too-large',
  'file-unsupported',
  'workbook-protected',
  'workbook-damaged',
  'workbook-unsafe',
  'workbook-empty',
  'table-missing',
  'statistics-file-damaged',
  'codebook-unrecognised',
  'line-too-long',
  'header-only',
  'encoding-mismatch',
  'csv-malformed',
  'row-count-disagreement',
  'too-many-columns',
  'column-unknown',
  'identifier-repeated',
  'identifier-missing',
  'no-rows-kept',
  'plan-incomplete',
  'instrument-missing',
  'variable-missing',
  'variable-type',
  'variable-in-use',
  'wave-missing',
  'wave-in-use',
  'wave-plan-missing',
  'correction-foreign',
  'correction-rows',
  'wave-files-incomplete',
  'cleaning-missing',
  'cleaning-invalid',
  'cleaning-identity',
  'waves-share-no-variable',
  'waves-without-identifier',
  'no-matched-people',
  'link-invalid',
  'indicator-missing',
  'indicator-invalid',
  'comparison-missing',
  'comparison-invalid',
  'design-invalid',
  'design-value-missing',
  'weights-invalid',
  'population-incomplete',
  'population-too-small',
  'chart-not-applicable',
  'series-too-long',
  'report-missing',
  'report-empty',
  'report-failed',
  'measurement-missing',
  'measurement-invalid',
  'template-missing',
  'template-invalid',
  'commission-missing',
  'commission-invalid',
  'scores-unrecognised',
  'coding-sheet-unrecognised',
  'record-unrecognised',
  'record-newer',
  'bundle-unrecognised',
  'bundle-altered',
  'instrument-rows',
  'practice-missing',
  'practice-invalid',
  'claim-missing',
  'nothing-to-undo',
  'nothing-to-redo',
  'vault-locked',
  'vault-damaged',
  'vault-passphrase-wrong',
  'engine-stopped',
] as const;

export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const ErrorDetails = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
);
export type ErrorDetails = z.infer<typeof ErrorDetails>;

/** An error as it crosses a transport. `details` hold what the catalogue needs to say where it happened. */
export const WireError = z.strictObject({ code: ErrorCode, details: ErrorDetails });
export type WireError = z.infer<typeof WireError>;

/** A failure with a code of the closed list; `details` name the place (line, column, file, limit). */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.details = details;
  }

  toWire(): WireError {
    return { code: this.code, details: this.details };
  }
}

/** Returns the value as an AppError, keeping one that already is and wrapping anything else as `internal`. */
export function asAppError(error: unknown, details: ErrorDetails = {}): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', details, { cause: error });
}

/** Marks a branch that the types rule out. */
export function assertNever(value: never): never {
  throw new AppError('internal', { unexpected: JSON.stringify(value) ?? 'undefined' });
}
