import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cohensKappa, kappaOfCode } from '../../../shared/stats/kappa';
import { expectDigits, expectFiniteThroughout } from './support';

const figure = z.number();
const golden = z
  .strictObject({
    tables: z.array(
      z.strictObject({
        table: z.array(z.array(figure)),
        level: figure,
        kappa: figure,
        standardError: figure,
        lower: figure,
        upper: figure,
        agreement: figure,
      }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/kappa.json', import.meta.url), 'utf8')),
  );

describe("Cohen's kappa", () => {
  it.each(golden.tables)('gives the kappa, error and interval of R: $table at $level', (row) => {
    const found = cohensKappa(row.table, row.level);
    expectDigits(found.kappa, row.kappa);
    expectDigits(found.agreement, row.agreement);
    expectDigits(found.standardError, row.standardError, 7);
    expectDigits(found.interval?.lower, row.lower, 7);
    expectDigits(found.interval?.upper, row.upper, 7);
    expect(found.reason).toBeNull();
  });

  it('says why there is none: nobody coded twice, one category only', () => {
    expect(cohensKappa([])).toMatchObject({ kappa: null, agreement: null, reason: 'no-double-coding' });
    const one = cohensKappa([
      [17, 0],
      [0, 0],
    ]);
    expect(one).toEqual({
      n: 17,
      agreement: 1,
      kappa: null,
      standardError: null,
      interval: null,
      reason: 'one-category',
    });
  });

  it('is 1 without an interval where all agree, and 0 where one coder used one category only', () => {
    expect(
      cohensKappa([
        [6, 0],
        [0, 4],
      ]),
    ).toMatchObject({ kappa: 1, interval: null, reason: 'full-agreement' });
    const constant = cohensKappa([
      [8, 2],
      [0, 0],
    ]);
    expect(constant.kappa).toBe(0);
    expectFiniteThroughout(constant);
  });

  it('counts a code as given or not by each coder', () => {
    const answers = [
      ...Array.from({ length: 40 }, () => ({ first: false, second: false })),
      ...Array.from({ length: 9 }, () => ({ first: false, second: true })),
      ...Array.from({ length: 6 }, () => ({ first: true, second: false })),
      ...Array.from({ length: 25 }, () => ({ first: true, second: true })),
    ];
    expectDigits(kappaOfCode(answers).kappa, golden.tables[1]?.kappa ?? null);
  });
});
