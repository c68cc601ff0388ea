import type { DetailsReader } from '../error-details';

/** Where it happened, from whatever places the error names. */
export function place(details: DetailsReader): string {
  const parts = [
    wordedWith(details.text('fileName'), (name) => `file “${name}”`),
    wordedWith(details.count('line') ?? details.count('row'), (line) => `line ${line}`),
    wordedWith(details.text('column') ?? details.text('header'), (column) => `column “${column}”`),
    wordedWith(details.text('value'), (value) => `value “${value}”`),
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return parts.length === 0 ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

/** The sentence with the value, or null when there is no value. */
export function wordedWith(value: string | null, sentence: (value: string) => string): string | null {
  return value === null ? null : sentence(value);
}

/** The values in quotation marks, or null when there are none. */
export function named(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => `“${value}”`).join(', ');
}

export const askSupport = 'If it happens again, tell support the code of the error and what you were doing.';
export const saveFromExcel =
  'Open it in Excel, save it as “CSV UTF-8 (Comma delimited)”, and import it again.';
