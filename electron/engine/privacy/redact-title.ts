import { knowsPeople } from './file-people';
import { redactText } from './redact-text';

/**
 * A header, label, option or machine name with personal details replaced by their kind; underscores and slashes count as spaces
 * where any were found. Short words such as "Edad" or "p12" come back without a search.
 */
export function redactTitle(title: string): string {
  if (!knowsPeople() && !/\d{3}|@|[\s_/]/.test(title)) return title;
  const safe = redactText(title);
  if (!/[_/]/.test(safe)) return safe;
  const spaced = safe.replace(/[_/]+/g, ' ');
  const search = redactText(spaced);
  return search === spaced ? safe : search;
}
