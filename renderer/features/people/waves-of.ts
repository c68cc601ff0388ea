import type { PeopleOverview } from '../../../shared/domain/people';
import type { Wave } from '../../../shared/domain/wave';

/** The names of waves by id; a wave that is gone has none. */
export function waveNames(waves: readonly Wave[]): ReadonlyMap<string, string> {
  return new Map(waves.map(({ id, name }) => [id, name]));
}

/** Each pair of waves whose people can be looked for in one another, as one text for a list. */
export function flowKey({ baselineWaveId, followUpWaveId }: PeopleOverview['flows'][number]): string {
  return `${baselineWaveId} ${followUpWaveId}`;
}
