import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorCodes } from '../../../shared/errors';
import { errorText } from '../../../shared/text/errors';

const details = {
  fileName: 'respuestas.csv',
  line: 1400,
  column: 'edad',
  value: 'trece',
  fields: 9,
  expected: 11,
  folder: '/datos',
  bytes: 3 * 1024 ** 3,
  limitBytes: 2 * 1024 ** 3,
};

describe.each(['es', 'en'] as const)('error texts in %s', (locale) => {
  it.each(errorCodes)('say what happened with %s, without leftovers', (code) => {
    for (const given of [{}, details]) {
      const { title, detail, advice } = errorText({ code, details: given }, locale);
      expect(title.length).toBeGreaterThan(8);
      expect(title).not.toMatch(/[.:]$/);
      for (const text of [title, detail, advice])
        expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\$\{/);
      for (const text of [detail, advice]) if (text !== '') expect(text).toMatch(/[.!?]$/);
    }
  });

  const selfEvident: readonly ErrorCode[] = ['nothing-to-undo', 'nothing-to-redo'];
  it.each(errorCodes.filter((code) => !selfEvident.includes(code)))('say what to do about %s', (code) => {
    expect(errorText({ code, details: {} }, locale).advice.length).toBeGreaterThan(15);
  });
});

describe('the place an error names', () => {
  it('is told with the numbers of the language', () => {
    const error = { code: 'csv-malformed', details } as const;
    expect(errorText(error, 'es').detail).toBe(
      'Archivo «respuestas.csv», línea 1.400, columna «edad», valor «trece». Se encontraron 9 columnas. Se esperaban 11.',
    );
    expect(errorText(error, 'en').detail).toBe(
      'File “respuestas.csv”, line 1,400, column “edad”, value “trece”. 9 columns were found. 11 were expected.',
    );
  });

  it('gives sizes in the unit a person reads', () => {
    const { detail } = errorText({ code: 'file-too-large', details }, 'es');
    expect(detail).toContain('Pesa 3,0 GB. El máximo es 2,0 GB.');
  });
});
