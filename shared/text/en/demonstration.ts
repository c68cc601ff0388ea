import type { Catalogue } from '../catalogue';
import type { demonstrationText as spanish } from '../es/demonstration';

export const demonstrationText: Catalogue<typeof spanish> = {
  title: (name) => `${name} (synthetic data)`,
  people: (both, baseline, followUp) =>
    `${both} pupils are in both waves (${baseline} in the first, ${followUp} in the second).`,
  columns: { indicator: 'Indicator', change: 'Change', interval: 'Interval', direction: 'Direction' },
  n: (n) => `n = ${n}`,
  claims: 'Claims of the practice',
  files: (folder) => `Files in ${folder}`,
  seconds: (seconds) => `Done in ${seconds} s.`,
  failed: 'The demonstration could not be made.',
};
