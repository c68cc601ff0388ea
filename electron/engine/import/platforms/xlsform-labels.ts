import { collapseSpaces } from '../cell-shapes';
import type { FormRow, FormSheets } from './xlsform-rows';

const spanish = /espa[nñ]ol|spanish|castellano|\(es(-\w+)?\)|^es(-\w+)?$/i;

/** The languages of a form in the order in which labels are taken: Spanish, the form's own, the others; '' is the plain column. */
export function languageOrder({ languages, settings }: FormSheets): string[] {
  const own = settings.get('default_language') ?? null;
  const rank = (language: string): number => {
    if (spanish.test(language)) return 0;
    if (language === own) return 1;
    return language === '' ? 2 : 3;
  };
  const plain = own !== null && languages.includes(own) ? [] : [''];
  // A form without named Spanish labels is written in its own language, in the plain column.
  return [...plain, ...languages].sort((left, right) => rank(left) - rank(right));
}

/** The label of a row in the first language that has one, without marks of Markdown and HTML; null without any. */
export function labelOf(row: FormRow, order: readonly string[]): string | null {
  for (const language of [...order, '']) {
    const label = row.get(language === '' ? 'label' : `label::${language}`);
    const plain = label === undefined ? '' : plainLabel(label);
    if (plain !== '') return plain;
  }
  return null;
}

function plainLabel(label: string): string {
  const bare = label
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(^|\n)\s*#{1,6}\s+/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(^|[^\w*])[*_]([^*_\s][^*_]*)[*_](?=[^\w*]|$)/g, '$1$2');
  return collapseSpaces(bare);
}
