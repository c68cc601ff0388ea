import { collapseSpaces } from '../cell-shapes';
import { cellBreak } from '../sources/converted-source';

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The words of a header: without markup, expressions of the form in braces, entities, and doubled or no-break spaces. */
export function headerText(header: string): string {
  const withoutMarkup = header
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\{(if|[A-Za-z_][\w.]*\s*\()[^{}]*\}/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
  return collapseSpaces(withoutMarkup.replaceAll(cellBreak, ' ').replace(/[\u00a0\u200b\ufeff]/g, ' '));
}

/** True for a name such as a form gives its questions: no spaces, accents or question marks. */
export function isFormName(text: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(text);
}

/** A form's name as words: `num_personas` becomes "Num personas"; anything else stays. */
export function readableName(name: string): string {
  if (!isFormName(name)) return name;
  const words = collapseSpaces(name.replaceAll('_', ' ').replaceAll('.', ' '));
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
