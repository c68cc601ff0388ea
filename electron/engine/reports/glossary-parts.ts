import type { Locale } from '../../../shared/text/catalogue';
import { isShareStyle } from '../../../shared/text/format';
import { reportBlockWords, reportMethodWords, reportWords } from '../../../shared/text/reports';
import type { DocumentPart } from './document';
import type { ReportMaterial } from './material';
import { readCells } from './printed-result';
import { protectedFigures } from './protected-figures';

/** The terms this report uses, each explained; only those that appear in it. */
export function glossaryParts(material: ReportMaterial, locale: Locale): DocumentPart[] {
  const { glossary: words, method } = reportWords(locale);
  const results = material.blocks.flatMap((block) => (block.kind === 'comparison' ? [block.result] : []));
  const series = material.blocks.flatMap((block) => (block.kind === 'series' ? [block.result] : []));
  const counted = material.blocks.flatMap((block) => (block.kind === 'measurement' ? [block.result] : []));
  const figures = counted.flatMap((result) => result.figures);
  if (results.length + series.length + figures.length === 0) return [];
  const { terms: more } = reportMethodWords(locale);
  const { series: seriesWords } = reportBlockWords(locale);
  const cells = results.flatMap((result) => readCells(result.rows, result.spec.linkage));
  const changes = results.flatMap((result) => result.rows.flatMap((row) => row.changes));
  const indicators = results.flatMap((result) => result.indicators);
  const terms = [
    results.length > 0 ? words.exAnte : null,
    results.length > 0 ? words.exPost : null,
    words.n,
    changes.some((change) => change.interval !== null) || figures.some(({ interval }) => interval !== null)
      ? words.interval
      : null,
    indicators.some(isShareStyle) || figures.some(({ scale }) => scale === 'share-change') ? words.pp : null,
    changes.some((change) => change.test !== null) ? words.p : null,
    changes.some((change) => change.adjusted) ? more.corrected : null,
    cells.some((cell) => cell.precision?.reliability) ? more.reliability : null,
    results.some((result) => result.samples?.some(({ clusters }) => clusters !== null)) ? more.cluster : null,
    results.some((result) => result.samples?.some(({ strata }) => strata !== null)) ? more.stratum : null,
    results.some((result) => result.spec.sampling?.weightId) ? more.weight : null,
    cells.some((cell) => cell.precision?.designEffect != null) ? more.designEffect : null,
    series.some(({ model }) => model !== null) ? seriesWords.term : null,
    results.some((result) => result.spec.coverage === 'census') ? words.census : null,
    protectedFigures(material) > 0 ? words.protected : null,
    indicators.some((indicator) => indicator.target !== null) ? words.target : null,
  ].filter((term) => term !== null);
  return [
    { kind: 'heading', level: 1, text: method.glossaryTitle },
    { kind: 'definitions', items: terms.map(({ term, text }) => ({ term, texts: [text] })) },
  ];
}
