import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/domain/condition';
import { variableId, waveId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, times, valueAt } from './measured';

type Case = {
  dia: string | null;
  cierre: string | null;
  canal: string;
  ficha: boolean | null;
  llamada: boolean | null;
};
const row = (dia: string | null, canal: string, more: Partial<Case> = {}): Case => ({
  dia,
  canal,
  cierre: null,
  ficha: false,
  llamada: false,
  ...more,
});
function yes(name: string): Condition {
  return { op: 'is', variableId: variableId(name), values: ['true'] };
}
const spec = {
  kind: 'cases' as const,
  dateId: variableId('dia'),
  resolvedId: variableId('cierre'),
  splitIds: [variableId('canal')],
  standards: [
    { id: 'ficha', label: 'Ficha completa', condition: yes('ficha') },
    { id: 'llamada', label: 'Llamada de seguimiento', condition: yes('llamada') },
  ],
  cutDate: '2022-12-01',
  period: 'month' as const,
};
const rows = [
  // Before: 80 cases, of which 40 keep a file and 20 of those call back.
  ...times(20, row('2022-10-10', 'oficina', { ficha: true, llamada: true, cierre: '2022-10-20' })),
  ...times(20, row('2022-11-10', 'oficina', { ficha: true, cierre: '2022-11-15' })),
  ...times(40, row('2022-11-20', 'web', { cierre: '2022-12-20' })),
  // After: 100 cases, of which 80 keep a file and 60 call back; 30 are still open.
  ...times(60, row('2022-12-10', 'oficina', { ficha: true, llamada: true, cierre: '2022-12-12' })),
  ...times(10, row('2023-01-10', 'web', { ficha: true, cierre: '2023-01-20' })),
  ...times(10, row('2023-01-10', 'web', { ficha: true })),
  ...times(20, row('2023-01-31', 'web')),
];

describe('cases of a service before and after a protocol', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      rowUnit: 'case',
      variables: {
        dia: { type: 'date' },
        cierre: { type: 'date' },
        canal: { type: 'single', options: ['oficina', 'web'], label: 'Canal' },
        ficha: { type: 'boolean' },
        llamada: { type: 'boolean' },
      },
      waves: [
        { name: 'Registro', rows },
        {
          name: 'Pequeño',
          rows: [
            ...times(14, row('2023-01-10', 'oficina')),
            ...times(3, row('2023-02-10', 'oficina', { cierre: '2023-02-01' })),
            ...times(12, row('2023-03-10', 'web')),
            ...times(11, row('2023-04-10', 'web')),
            ...times(2, row(null, 'web')),
          ],
        },
        {
          name: 'Con dos años mal escritos',
          rows: [
            ...times(20, row('2024-05-02', 'oficina')),
            ...times(12, row('0024-05-02', 'web')),
            ...times(11, row('9999-12-31', 'web')),
          ],
        },
      ],
      indicators: [],
    });
  });
  afterAll(() => measured.close());
  it('are counted by month, channel and phase', async () => {
    const result = await measured.compute({ ...spec, waveIds: [waveId(0)] });
    expect(valueAt(result, 'cases')).toBe(180);
    expect(valueAt(result, 'cases/period:2022-11')).toBe(60);
    expect(valueAt(result, 'cases/phase:before')).toBe(80);
    expect(valueAt(result, 'cases/split:canal=web')).toBe(80);
    expect(valueAt(result, 'cases/split:canal=oficina/phase:after')).toBe(60);
    expect(valueAt(result, 'cases/split:canal=web/period:2023-01')).toBe(40);
    // R: prop.test(80, 180, correct = FALSE)$conf.int
    const share = figure(result, 'case-share/split:canal=web');
    expect(share).toMatchObject({ numerator: 80, n: 180 });
    expect(share.interval?.lower).toBeCloseTo(0.3737671, 6);
    expect(share.interval?.upper).toBeCloseTo(0.5174435, 6);
    // From 1 June 2022, when the file begins, to 31 January 2023: 245 days are 8.0493 months.
    expect(valueAt(result, 'cases-per-month')).toBeCloseTo(180 / (245 / 30.4375), 8);
  });

  it('meet each standard and all of them, with the change since the protocol', async () => {
    const result = await measured.compute({ ...spec, waveIds: [waveId(0)] });
    expect(valueAt(result, 'standard-met/standard:ficha/phase:before')).toBe(0.5);
    expect(valueAt(result, 'standard-met/standard:ficha/phase:after')).toBe(0.8);
    expect(valueAt(result, 'all-standards')).toBeCloseTo(80 / 180, 12);
    expect(valueAt(result, 'standards-mean/phase:after')).toBeCloseTo((80 + 60) / 100, 12);
    const change = figure(result, 'change/standard:ficha');
    expect(change).toMatchObject({ method: 'newcombe-independent', scale: 'share-change', n: 180 });
    expect(change.value).toBeCloseTo(0.3, 12);
    // R: DescTools::BinomDiffCI(80, 100, 40, 80, method = "score"); prop.test(c(40, 80), c(80, 100), correct = FALSE)
    expect(change.interval?.lower).toBeCloseTo(0.1609131, 6);
    expect(change.interval?.upper).toBeCloseTo(0.4260734, 6);
    expect(change.test?.p).toBeCloseTo(2.209e-5, 7);
    expect(valueAt(result, 'change/standard:llamada/split:canal=oficina')).toBeCloseTo(0.5, 12);
  });

  it('count open cases for as long as they are known in the median of days', async () => {
    const result = await measured.compute({ ...spec, waveIds: [waveId(0)] });
    expect(valueAt(result, 'open-cases')).toBe(30);
    // R: survfit(Surv(c(2, 5, 10, 30, 0, 21), c(1, 1, 1, 1, 0, 0)) ~ 1, weights = c(60, 20, 30, 40, 20, 10))
    expect(figure(result, 'median-days')).toMatchObject({ value: 7.5, method: 'kaplan-meier', n: 180 });
    // Without open cases by order statistics: 20 of 10 days, 20 of 5 and 40 of 30, so between the 40th and the 41st.
    expect(figure(result, 'median-days/phase:before')).toMatchObject({
      value: 20,
      method: 'order-statistics',
      n: 80,
    });
  });

  it('hide a small month with another of its quarter, whichever period is asked for, and leave undated cases out', async () => {
    const small = { ...spec, waveIds: [waveId(1)], cutDate: null, standards: [], splitIds: [] };
    const months = await measured.compute(small);
    expect(valueAt(months, 'cases')).toBe(40);
    expect(valueAt(months, 'cases/period:2023-02')).toBe('suppressed');
    expect(valueAt(months, 'cases/period:2023-03')).toBe('suppressed');
    expect(valueAt(months, 'cases/period:2023-01')).toBe(14);
    expect(months.notices).toContainEqual({ code: 'undated-left-out', details: {} });
    const quarters = await measured.compute({ ...small, period: 'quarter' });
    expect(valueAt(quarters, 'cases/period:2023-Q1')).toBe(29);
    expect(JSON.stringify(months)).not.toContain('"value":3,');
  });

  it('tell cases closed before they were opened without a number where they are few', async () => {
    const result = await measured.compute({ ...spec, waveIds: [waveId(1)], cutDate: null });
    expect(result.notices).toContainEqual({ code: 'resolved-before-opened', details: {} });
    expect(valueAt(result, 'open-cases')).toBe('suppressed');
    expect(valueAt(result, 'median-days')).toBe('suppressed');
  });

  it('say so where no case has a date', async () => {
    const none = await measured.compute({
      ...spec,
      waveIds: [waveId(0), waveId(1)],
      filter: { op: 'date-range', variableId: variableId('dia'), from: '2030-01-01', to: null },
    });
    expect(none.notices).toEqual([{ code: 'no-rows', details: {} }]);
  });

  it('tell the months that have cases, not those of centuries between two of them', async () => {
    const result = await measured.compute({ ...spec, waveIds: [waveId(2)], standards: [], cutDate: null });
    const months = result.figures.flatMap(({ key, period }) =>
      key.startsWith('cases/period') ? period : [],
    );
    expect(months).toEqual(['0024-05', '2024-05', '9999-12']);
  });
});
