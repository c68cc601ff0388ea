/** A day typed as dd-mm-yyyy (also with `/` or `.`, or as yyyy-mm-dd) in ISO form; null when it is not a real day. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  const chilean = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(trimmed);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const [year, month, day] = chilean
    ? [chilean[3], chilean[2], chilean[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

/** An ISO day as dd-mm-yyyy; empty for null. */
export function writeDay(day: string | null): string {
  if (day === null) return '';
  const [year, month, date] = day.split('-');
  return `${date}-${month}-${year}`;
}
