import type { PracticeTemplate } from '../../../shared/domain/template';
import type { Wave } from '../../../shared/domain/wave';

/**
 * The wave that stands for each sample of a template: one of the analyst's own where the instrument has any that no
 * sample file made, by moment and order; else the one the sample file made. Samples without a wave are left out.
 */
export function templateWaves(
  template: PracticeTemplate,
  ids: Readonly<Record<string, string>>,
  waves: readonly Wave[],
): Map<string, Wave> {
  const fromSamples = new Set(template.samples.map(({ key }) => ids[`wave:${key}`]));
  const found = new Map<string, Wave>();
  for (const instrument of template.instruments) {
    const samples = template.samples.filter((sample) => sample.instrument === instrument.key);
    const all = waves.filter(({ instrumentId }) => instrumentId === ids[`instrument:${instrument.key}`]);
    const own = all.filter(({ id }) => !fromSamples.has(id));
    const free = [...own];
    for (const sample of samples) {
      if (own.length === 0) {
        const made = all.find(({ id }) => id === ids[`wave:${sample.key}`]);
        if (made) found.set(sample.key, made);
        continue;
      }
      const at = free.findIndex(({ moment }) => moment === sample.wave.moment);
      const [taken] = at < 0 ? [] : free.splice(at, 1);
      if (taken) found.set(sample.key, taken);
    }
  }
  return found;
}

/** The ids of a use with those of the waves that stand for its samples. */
export function withWaves(
  ids: Readonly<Record<string, string>>,
  waves: ReadonlyMap<string, Wave>,
): Record<string, string> {
  const others = Object.entries(ids).filter(([reference]) => !reference.startsWith('wave:'));
  return Object.fromEntries([...others, ...[...waves].map(([key, { id }]) => [`wave:${key}`, id as string])]);
}
