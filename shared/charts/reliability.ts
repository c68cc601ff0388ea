import type { ComparisonResult, ReliabilityLabel, ReliabilityStandard } from '../domain/comparison';
import type { Locale } from '../text/catalogue';
import type { LegendItem } from './types';
import { chartWords } from './words';

/** By whose rules the estimates of a table are labelled, and whether these let the table as a whole be published. */
export type TableReliability = {
  standard: Exclude<ReliabilityStandard, 'none'>;
  isPublishable: boolean;
};

/** Labels that leave a mark on a figure. */
type Doubt = Exclude<ReliabilityLabel, 'reliable'>;
const doubts = ['less-reliable', 'unreliable'] as const satisfies readonly Doubt[];
/** Signs rather than colours, so that they survive paper and colour blindness. */
const signs = { 'less-reliable': '†', unreliable: '‡' } as const satisfies Record<Doubt, string>;

/** How the table of a result is judged; null for a census, without a standard, and where nothing was judged. */
export function tableReliability(result: ComparisonResult): TableReliability | null {
  const { reliability } = result;
  if (!reliability || reliability.standard === 'none') return null;
  return { standard: reliability.standard, isPublishable: reliability.isPublishable };
}

/** The sign written after a figure: † less reliable, ‡ unreliable, nothing where it is reliable or was not judged. */
export function reliabilitySign(label: ReliabilityLabel | null): string {
  return label === null || label === 'reliable' ? '' : signs[label];
}

/** The label in words: `poco fiable`; empty where nothing was judged. */
export function reliabilityText(label: ReliabilityLabel | null, locale: Locale): string {
  return label === null ? '' : chartWords(locale).reliability.labels[label];
}

/** The worse of several labels; null where none was judged. */
export function worstReliability(labels: readonly (ReliabilityLabel | null)[]): ReliabilityLabel | null {
  if (labels.includes('unreliable')) return 'unreliable';
  if (labels.includes('less-reliable')) return 'less-reliable';
  return labels.includes('reliable') ? 'reliable' : null;
}

/** True where some label is worth a mark. */
export function hasDoubt(labels: readonly (ReliabilityLabel | null)[]): boolean {
  return labels.some((label) => label !== null && label !== 'reliable');
}

/** One legend entry for each sign that occurs. */
export function reliabilityLegend(
  labels: readonly (ReliabilityLabel | null)[],
  locale: Locale,
): LegendItem[] {
  return doubts
    .filter((doubt) => labels.includes(doubt))
    .map((doubt) => ({ kind: 'sign', sign: signs[doubt], label: reliabilityText(doubt, locale) }));
}

/** What each sign that occurs means, by which standard, and that a table may not be fit to publish. */
export function reliabilityNotes(
  labels: readonly (ReliabilityLabel | null)[],
  table: TableReliability | null,
  of: 'estimates' | 'changes',
  locale: Locale,
): string[] {
  if (!table) return [];
  const words = chartWords(locale).reliability;
  const standard = words.standards[table.standard];
  const note = of === 'changes' ? words.changeNote : words.note;
  return [
    ...doubts
      .filter((doubt) => labels.includes(doubt))
      .map((doubt) => note(signs[doubt], words.labels[doubt], standard)),
    ...(table.isPublishable ? [] : [words.unpublishable(standard)]),
  ];
}
