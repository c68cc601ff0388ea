import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { Locale, Texts } from '../../../shared/text';
import type { Aspect } from './dialect-choices';
import { evidenceWords } from './evidence-words';

const steps = [0.995, 0.85, 0.5, 0.2];
const mostRivals = 3;
/** Readings that hardly anything speaks for are found in the list of the aspect, not beside it. */
const leastScore = 0.15;
const closeScore = 0.85;
/** Where nothing in the file speaks for any reading, none is a rival. */
const nothingSeen = new Set(['usual-with-delimiter', 'no-dates-found', 'only-ascii', 'corrected']);

/** The other readings worth showing, best first. */
export function rivalsOf(evidence: DialectEvidence): DialectEvidence['rivals'] {
  if (nothingSeen.has(evidence.why)) return [];
  return evidence.rivals
    .filter(
      ({ value, score, why }) => score >= leastScore && value !== evidence.chosen && why !== 'same-text',
    )
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostRivals);
}

/** True when another reading fits so nearly as well that the preview should be looked at. */
export function isClose(rivals: DialectEvidence['rivals']): boolean {
  return rivals.some(({ score }) => score >= closeScore);
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
