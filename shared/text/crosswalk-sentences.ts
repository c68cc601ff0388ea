import type { ComparisonResult } from '../domain/comparison';
import type { InstrumentDifference } from '../domain/crosswalk';
import type { IndicatorId } from '../domain/ids';
import { assertNever } from '../errors';
import type { Locale } from './catalogue';
import { crosswalkText as english } from './en/crosswalk';
import { crosswalkText as spanish } from './es/crosswalk';

/** The wording of crosswalks. */
export function crosswalkWords(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

/** A result that rests on several waves, and what its groups are made of. */
type OfWaves = {
  waves: readonly { id: string; name: string }[];
  breakdown?: readonly { id: string }[];
  composition?: readonly { id: string }[];
};

/** What changed in a question between the waves compared, in a sentence, and what that means for the change observed. */
export function differenceSentence(
  result: OfWaves,
  difference: InstrumentDifference,
  locale: Locale,
): string {
  const words = crosswalkWords(locale);
  const name = (waveId: string): string => result.waves.find(({ id }) => id === waveId)?.name ?? '';
  const baseline = name(difference.baselineWaveId);
  const followUp = name(difference.followUpWaveId);
  const groups = [...(result.breakdown ?? []), ...(result.composition ?? [])];
  const isOfGroups = groups.some(({ id }) => id === difference.variableId);
  const lead = difference.indicatorId === null && isOfGroups ? words.leadGroups : words.lead;
  const typed = (type: InstrumentDifference['typeBefore']): string => (type ? words.types[type] : '');
  const parts = difference.statuses.map((status) => {
    switch (status) {
      case 'reworded':
        return words.parts.reworded(baseline, difference.headerBefore, followUp, difference.headerAfter);
      case 'options-added':
      case 'options-dropped':
        return words.parts[status](followUp);
      case 'recoded':
        return words.parts.recoded;
      case 'scale-reversed':
        return words.parts[difference.isRealigned ? 'scale-reversed' : 'scale-left'];
      case 'type-changed':
        return words.parts['type-changed'](typed(difference.typeBefore), typed(difference.typeAfter));
      default:
        return assertNever(status);
    }
  });
  const isOnlyDropped = difference.statuses.every((status) => status === 'options-dropped');
  if (isOnlyDropped && !difference.note) return words.onlyDropped(difference.variableLabel, followUp);
  return [
    `${lead(difference.variableLabel)}: ${parts.join('; ')}.`,
    ...(difference.note ? [`${words.note(difference.note).replace(/\.$/, '')}.`] : []),
    difference.isRealigned ? words.ending : words.warning,
  ].join(' ');
}

/** The differences that bear on one indicator and follow-up; `followUpWaveId` absent takes all. */
export function differencesOf(
  result: Pick<ComparisonResult, 'differences'>,
  indicatorId: IndicatorId | null,
  followUpWaveId?: string,
): InstrumentDifference[] {
  return (result.differences ?? []).filter(
    (difference) =>
      difference.indicatorId === indicatorId &&
      (followUpWaveId === undefined || difference.followUpWaveId === followUpWaveId),
  );
}

/** Every difference a result rests on, each said once, whatever rests on it. */
export function differenceSentences(
  result: OfWaves & { differences?: readonly InstrumentDifference[] | undefined },
  locale: Locale,
): string[] {
  return [...new Set((result.differences ?? []).map((each) => differenceSentence(result, each, locale)))];
}
