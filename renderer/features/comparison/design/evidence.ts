import type { DesignHint } from '../../../../shared/domain/design';
import type { VariableId } from '../../../../shared/domain/ids';
import type { Locale, Texts } from '../../../../shared/text';
import { formatNumber, formatPercent } from '../../../../shared/text/format';

/** What in the data speaks for a part of the design, as the end of a sentence after a colon. */
export function hintWords(
  hint: DesignHint,
  labelOf: (id: VariableId) => string | null,
  words: Texts['design']['evidence'],
  locale: Locale,
): string {
  const label = hint.variableId === null ? '' : (labelOf(hint.variableId) ?? '');
  const count = formatNumber(hint.count ?? 0, 0, locale);
  switch (hint.evidence) {
    case 'identifiers-repeat':
      if (hint.share === null || hint.share <= 0)
        return words.repeatShare(count, formatPercent(null, 0, locale));
      return words.repeat(count, formatNumber(Math.round((hint.count ?? 0) / hint.share), 0, locale));
    case 'identifiers-differ':
      return words.differ(count);
    case 'school-like':
      return hint.count === null ? words.clusterOnly(label) : words.cluster(label, count);
    case 'weight-like':
      return words.weight(label);
    case 'stratum-like':
      return words.stratum(label);
  }
}
