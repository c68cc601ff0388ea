import { type ErrorCode, errorCodes } from '../../shared/errors';

export const exitSuccess = 0;
/** The command itself is badly written. */
export const exitUsage = 2;

const exitCodes: Record<ErrorCode, number> = {
  internal: 1,
  cancelled: 130,
  'unknown-method': 10,
  'invalid-input': 11,
  'invalid-output': 12,
  unauthorised: 13,
  'forbidden-host': 14,
  'forbidden-origin': 15,
  'payload-too-large': 16,
  'no-project-open': 20,
  'project-locked': 21,
  'project-damaged': 22,
  'project-newer': 23,
  'project-foreign': 24,
  'project-exists': 25,
  'project-missing': 26,
  'folder-not-writable': 27,
  'disk-full': 28,
  'file-not-granted': 30,
  'file-missing': 31,
  'file-empty': 32,
  'file-binary': 33,
  'file-changed': 34,
  'file-repeated': 115,
  'files-unlike': 116,
  'file-too-large': 35,
  'file-unsupported': 36,
  'codebook-unrecognised': 49,
  'statistics-file-damaged': 48,
  'workbook-protected': 110,
  'workbook-damaged': 111,
  'workbook-unsafe': 112,
  'workbook-empty': 113,
  'table-missing': 114,
  'line-too-long': 37,
  'header-only': 38,
  'encoding-mismatch': 39,
  'csv-malformed': 40,
  'row-count-disagreement': 41,
  'too-many-columns': 42,
  'column-unknown': 43,
  'identifier-repeated': 44,
  'identifier-missing': 45,
  'no-rows-kept': 46,
  'plan-incomplete': 47,
  'instrument-missing': 50,
  'variable-missing': 51,
  'variable-type': 52,
  'variable-in-use': 53,
  'wave-missing': 54,
  'wave-in-use': 55,
  'waves-share-no-variable': 56,
  'waves-without-identifier': 57,
  'no-matched-people': 58,
  'link-invalid': 117,
  'indicator-missing': 60,
  'indicator-invalid': 61,
  'comparison-missing': 62,
  'comparison-invalid': 63,
  'chart-not-applicable': 64,
  'design-invalid': 65,
  'design-value-missing': 66,
  'weights-invalid': 67,
  'population-incomplete': 68,
  'population-too-small': 69,
  'series-too-long': 75,
  'report-missing': 70,
  'report-empty': 71,
  'report-failed': 72,
  'practice-missing': 80,
  'practice-invalid': 81,
  'claim-missing': 82,
  'nothing-to-undo': 90,
  'nothing-to-redo': 91,
  'vault-locked': 92,
  'vault-damaged': 93,
  'vault-passphrase-wrong': 95,
  'engine-stopped': 94,
  'wave-plan-missing': 100,
  'correction-foreign': 101,
  'correction-rows': 102,
  'cleaning-missing': 103,
  'cleaning-invalid': 104,
  'cleaning-identity': 105,
};

/** The process's exit code for an error; each code has its own. */
export function exitCodeOf(code: ErrorCode): number {
  return exitCodes[code];
}

/** Every error code with its exit code, in order of the exit code. */
export function exitCodeTable(): { code: ErrorCode; exitCode: number }[] {
  return errorCodes
    .map((code) => ({ code, exitCode: exitCodes[code] }))
    .sort((a, b) => a.exitCode - b.exitCode);
}
