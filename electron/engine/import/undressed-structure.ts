import type { DialectCorrections } from '../../../shared/domain/dialect';
import { decideStructure, type StructureDecision } from './detect-delimiter';
import type { Utf8File } from './utf8-file';

/** Lines that were undressed are divided by the sign they were written again with. */
export function undressedStructure(
  text: string,
  corrections: DialectCorrections,
  { form, lines }: NonNullable<Utf8File['dressed']>,
): StructureDecision {
  const { delimiter, width } = form;
  const found = decideStructure(text, {
    quote: '"',
    escape: 'doubled',
    ...(form.kind === 'wrapped' ? {} : { commentMark: null }),
    ...corrections,
    delimiter,
  });
  const why = { wrapped: 'whole-lines-quoted', ruled: 'ruled-lines', aligned: 'columns-aligned' } as const;
  const reason = why[form.kind === 'spaced' ? 'aligned' : form.kind];
  return {
    ...found,
    width,
    evidence: found.evidence.map((item) => {
      if (item.aspect === 'delimiter') {
        const single = { value: delimiter === ';' ? ',' : ';', score: 0.2, why: 'single-column' };
        return { ...item, why: reason, details: { fields: width, lines }, rivals: [single] };
      }
      const { aspect } = item;
      if (aspect !== 'quote' && aspect !== 'escape' && aspect !== 'commentMark') return item;
      return corrections[aspect] === undefined && item.why === 'corrected'
        ? { ...item, why: usualWhy[aspect], rivals: [] }
        : item;
    }),
  };
}

const usualWhy = {
  quote: 'quotes-enclose-cells',
  escape: 'usual-escape',
  commentMark: 'no-comments-found',
} as const;
