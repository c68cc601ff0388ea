import { describe, expect, it } from 'vitest';
import { rankRegisters } from '../../renderer/features/series/rank-registers';

function register(
  name: string,
  ...files: [startDate: string | null, endDate: string | null, rows: number][]
) {
  return { name, waves: files.map(([startDate, endDate, rows]) => ({ startDate, endDate, rows })) };
}

function first(...registers: ReturnType<typeof register>[]): string | undefined {
  return rankRegisters(registers)[0]?.name;
}

describe('the register that a series starts from', () => {
  it('is the one whose files cover most months, however few its rows', () => {
    const survey = register('survey', ['2023-06-01', '2023-07-31', 900], ['2024-08-01', '2024-08-30', 900]);
    const attendance = register('attendance', ['2022-01-01', '2023-12-31', 300]);
    expect(first(survey, attendance)).toBe('attendance');
  });

  it('counts a month once, whether in one file or in several', () => {
    const monthly = register('monthly', ['2023-01-01', '2023-01-31', 10], ['2023-02-01', '2023-02-28', 10]);
    const repeated = register('repeated', ['2023-01-01', '2023-01-20', 99], ['2023-01-21', '2023-01-31', 99]);
    expect(first(repeated, monthly)).toBe('monthly');
  });

  it('is a single file, and then the one with most rows, where nothing is declared', () => {
    const survey = register('survey', [null, null, 900], [null, '2024-08-30', 900]);
    const small = register('small', [null, null, 40]);
    const large = register('large', [null, null, 400]);
    expect(first(survey, small, large)).toBe('large');
  });
});
