import type { DialectEvidence } from '../../../shared/domain/import';
import type { Locale, Texts } from '../../../shared/text';
import type { Aspect } from './dialect-choices';
import { evidenceWords } from './evidence-words';

const steps = [0.995, 0.85, 0.5, 0.2];
const mostRivals = 3;
/** Readings that hardly anything speaks for are found in the list of the aspect, not beside it. */
const leastScore = 0.15;

/** The other readings worth showing, best first. */
export function rivalsOf(evidence: DialectEvidence): DialectEvidence['rivals'] {
  return evidence.rivals
    .filter(({ value, score }) => score >= leastScore && value !== evidence.chosen)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostRivals);
}

/** How well a reading fits beside the chosen one, in words, with the reason where it is another than the chosen one's. */
export function rivalWords(
  evidence: DialectEvidence,
  rival: DialectEvidence['rivals'][number],
  text: Pick<Texts, 'importReading' | 'detection'>,
  locale: Locale,
): string {
  const scale = text.importReading.rivals[scaleOf(evidence.aspect)];
  const step = steps.findIndex((least) => rival.score >= least);
  const fit = scale[step < 0 ? steps.length : step] ?? '';
  if (rival.why === evidence.why || saysTheSame.has(rival.why)) return `${fit}.`;
  const reason = evidenceWords({ ...evidence, chosen: rival.value, why: rival.why }, text.detection, locale);
  return reason === '' ? `${fit}.` : `${fit}. ${reason}`;
}

/** Reasons that only repeat how well a reading fits. */
const saysTheSame = new Set([
  'field-count-less-consistent',
  'fits-fewer-dates',
  'same-text',
  'smaller-table',
  'decimals-seen',
]);

function scaleOf(aspect: Aspect): 'cells' | 'letters' | 'dates' | 'places' {
  if (aspect === 'encoding') return 'letters';
  if (aspect === 'dateOrder') return 'dates';
  return aspect === 'delimiter' || aspect === 'quote' || aspect === 'escape' || aspect === 'decimalMark'
    ? 'cells'
    : 'places';
}
