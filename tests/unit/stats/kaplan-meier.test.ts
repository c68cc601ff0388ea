import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { survivalMedian } from '../../../shared/stats/kaplan-meier';

const golden = z
  .array(
    z.object({
      durations: z.array(z.tuple([z.number(), z.number(), z.number()])),
      median: z.number().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
    }),
  )
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'golden/kaplan-meier.json'), 'utf8')));

describe('the median of durations of which some have not ended', () => {
  it.each(golden.map((one, index) => ({ ...one, index })))('agrees with survfit in R, case $index', (one) => {
    const result = survivalMedian(
      one.durations.map(([time, ended, censored]) => ({ time, ended, censored })),
    );
    expect(result.value).toBe(one.median);
    const isBounded = one.median !== null && one.lower !== null && one.upper !== null;
    expect(result.interval).toEqual(isBounded ? { lower: one.lower, upper: one.upper, level: 0.95 } : null);
  });

  it('is not known while fewer than half have ended, and without any', () => {
    expect(survivalMedian([{ time: 5, ended: 0, censored: 9 }]).reason).toBe('median-not-reached');
    expect(survivalMedian([]).reason).toBe('no-cases');
  });
});
