import type { WaveId } from '../../../shared/domain/ids';
import type { PeopleOverview, PersonPair } from '../../../shared/domain/people';
import type { Texts } from '../../../shared/text';

/** Where pairs are looked for: between the first wave and a later one, or among the rows of one. */
export type ReviewScope = { key: string; label: string } & (
  | { kind: 'between'; baselineWaveId: WaveId; followUpWaveId: WaveId }
  | { kind: 'within'; waveId: WaveId }
);

/** Every place worth looking at, pairs of waves first. */
export function reviewScopes(
  overview: PeopleOverview,
  names: ReadonlyMap<string, string>,
  text: Texts['people']['review'],
): ReviewScope[] {
  const nameOf = (id: string) => names.get(id) ?? '';
  return [
    ...overview.flows.map(
      ({ baselineWaveId, followUpWaveId }): ReviewScope => ({
        key: `${baselineWaveId} ${followUpWaveId}`,
        label: text.between(nameOf(baselineWaveId), nameOf(followUpWaveId)),
        kind: 'between',
        baselineWaveId,
        followUpWaveId,
      }),
    ),
    ...overview.waves.map(
      ({ waveId }): ReviewScope => ({
        key: waveId,
        label: text.within(nameOf(waveId)),
        kind: 'within',
        waveId,
      }),
    ),
  ];
}

/** How alike a pair is, in words. */
export function likenessOf({ score }: PersonPair): keyof Texts['people']['review']['score'] {
  if (score >= 0.9) return 'veryHigh';
  return score >= 0.8 ? 'high' : 'low';
}

/** What is alike, as one phrase: "el mismo nombre, la misma escuela y …". */
export function reasonsPhrase(pair: PersonPair, text: Texts['people']['review']): string {
  const words = pair.reasons.map((reason) => text.reasons[reason]);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')}${text.and}${last}`;
}
