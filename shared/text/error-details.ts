import type { ErrorCode, ErrorDetails } from '../errors';
import type { Locale } from './catalogue';
import { formatNumber } from './format';

/** What happened, where, and what to do. `where` is empty when the error names no place. */
export type ErrorWording = { title: string; where: string; advice: string };
/** One wording for every code of the closed list: a code without words does not compile. */
export type ErrorCatalogue = Record<ErrorCode, (details: DetailsReader) => ErrorWording>;

export type DetailsReader = {
  /** The detail as text; null when it is absent or empty. */
  text(name: string): string | null;
  /** The detail as the reader's language writes a whole number; null when it is not a number. */
  count(name: string): string | null;
  /** A size in bytes, worded in MB or GB; null when it is not a number. */
  size(name: string): string | null;
  /** A detail that is a list, or one value; empty when absent. */
  list(name: string): readonly string[];
};

/** Reads what an error carries, tolerating whatever is absent: a message is worded with what there is. */
export function readDetails(details: ErrorDetails, locale: Locale): DetailsReader {
  const numberOf = (name: string) => {
    const value = details[name];
    return typeof value === 'number' ? value : null;
  };
  return {
    text(name) {
      const value = details[name];
      if (typeof value === 'string') return value === '' ? null : value;
      return typeof value === 'number' ? String(value) : null;
    },
    count(name) {
      const value = numberOf(name);
      return value === null ? null : formatNumber(value, 0, locale);
    },
    size(name) {
      const value = numberOf(name);
      return value === null ? null : sizeText(value, locale);
    },
    list(name) {
      const value = details[name];
      if (Array.isArray(value)) return value.map(String);
      return value === undefined || value === null || value === '' ? [] : [String(value)];
    },
  };
}

/** Joins the sentences that are there. */
export function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

function sizeText(bytes: number, locale: Locale): string {
  const megabytes = bytes / 1024 ** 2;
  if (megabytes < 1) return `${formatNumber(bytes / 1024, 0, locale)} kB`;
  return megabytes < 1024
    ? `${formatNumber(megabytes, 0, locale)} MB`
    : `${formatNumber(megabytes / 1024, 1, locale)} GB`;
}
