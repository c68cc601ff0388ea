import type { Locale } from '../../../shared/text/catalogue';
import { isShareStyle } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import type { DocumentPart } from './document';
import type { ReportMaterial } from './material';

/** The terms this report uses, each explained; only those that appear in it. */
export function glossaryParts(material: ReportMaterial, locale: Locale): DocumentPart[] {
  const { glossary: words, method } = reportWords(locale);
  const results = material.blocks.flatMap((block) => (block.kind === 'comparison' ? [block.result] : []));
  if (results.length === 0) return [];
  const changes = results.flatMap((result) => result.rows.flatMap((row) => row.changes));
  const indicators = results.flatMap((result) => result.indicators);
  const terms = [
    words.exAnte,
    words.exPost,
    words.n,
    changes.some((change) => change.interval !== null) ? words.interval : null,
    indicators.some(isShareStyle) ? words.pp : null,
    changes.some((change) => change.test !== null) ? words.p : null,
    results.some((result) => result.spec.coverage === 'census') ? words.census : null,
    results.some((result) => result.privacy.suppressedCells > 0) ? words.protected : null,
    indicators.some((indicator) => indicator.target !== null) ? words.target : null,
  ].filter((term) => term !== null);
  return [
    { kind: 'heading', level: 1, text: method.glossaryTitle },
    { kind: 'definitions', items: terms.map(({ term, text }) => ({ term, texts: [text] })) },
  ];
}
