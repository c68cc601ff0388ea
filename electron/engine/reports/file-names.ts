/** A text as part of a file name: ASCII letters, digits and hyphens; `fallback` when nothing is left of it. */
export function slug(text: string, fallback: string): string {
  const ascii = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? fallback : ascii;
}
