import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnPlan } from '../../../shared/domain/import';
import { startTestEngine, type TestEngine } from '../../support/engine';

/** Invented answers. Counted by hand: 14 rows, one blank age, two of 99, two that are no number. */
const ages = ['25', '31', '25 años', 's/i', '99', '99', '', '1.200', '18', '19', '20', '25', '25', '44'];
const content = `Edad;Origen;RUN\n${ages
  .map((age, index) => `${age};${index % 2 === 0 ? 'venezolano' : 'VEN'};12.345.678-5`)
  .join('\n')}\n`;

describe('what a plan would make of a column', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Prueba', fileId: null });
  });
  afterEach(() => test.close());

  async function trial(source: number, change: Partial<ColumnPlan>) {
    const fileId = await test.stage('edades.csv', content);
    const reading = { fileId, corrections: {} };
    const inspection = await test.client.call('import.inspect', reading);
    const proposal = inspection.columns[source]?.proposal;
    if (!proposal) throw new Error('the file has three columns');
    return test.client.call('import.column', { ...reading, column: { ...proposal, ...change } });
  }

  it('counts every cell once, and lists what would not be understood with its line', async () => {
    const tried = await trial(0, { type: 'integer', missingCodes: ['99'], decimalMark: ',' });
    expect(tried).toMatchObject({ rows: 14, blank: 1, kept: 9, failed: 2, failedDistinct: 2 });
    expect(tried.missing).toEqual([{ code: '99', count: 2 }]);
    expect(tried.failures).toEqual([
      { value: '25 años', count: 1, lines: [4] },
      { value: 's/i', count: 1, lines: [5] },
    ]);
  });

  it('shows that the same cell is a thousand with a comma for decimals, and one and a bit with a point', async () => {
    const comma = await trial(0, { type: 'decimal', decimalMark: ',' });
    const point = await trial(0, { type: 'decimal', decimalMark: '.' });
    const read = ({ readings }: typeof comma) => readings.find(({ from }) => from === '1.200')?.to;
    expect(Number(read(comma))).toBe(1200);
    expect(Number(read(point))).toBe(1.2);
  });

  it('shows the day a date would be by either order', async () => {
    const fileId = await test.stage('fechas.csv', 'Fecha;Nota\n03/04/2024;1\n05/06/2024;2\n');
    const reading = { fileId, corrections: {} };
    const inspection = await test.client.call('import.inspect', reading);
    const proposal = inspection.columns[0]?.proposal;
    if (!proposal) throw new Error('the file has two columns');
    const read = async (dateOrder: 'dmy' | 'mdy') => {
      const column = { ...proposal, type: 'date' as const, dateOrder };
      const { readings } = await test.client.call('import.column', { ...reading, column });
      return readings.find(({ from }) => from === '03/04/2024')?.to;
    };
    expect(await read('dmy')).toBe('2024-04-03');
    expect(await read('mdy')).toBe('2024-03-04');
  });

  it('tells answers that say "no corresponde" from answers that are missing', async () => {
    const tried = await trial(0, { type: 'integer', missingCodes: ['s/i'], notApplicableCodes: ['99'] });
    expect(tried.missing).toEqual([{ code: 's/i', count: 1 }]);
    expect(tried.notApplicable).toEqual([{ code: '99', count: 2 }]);
  });

  it('counts what is read as another answer', async () => {
    const tried = await trial(1, {
      type: 'single',
      recodes: [{ from: 'venezolano', to: 'VEN' }],
      options: [{ value: 'VEN', label: 'Venezuela' }],
      missingCodes: [],
    });
    expect(tried).toMatchObject({ kept: 14, recoded: 7, failed: 0 });
    expect(tried.readings).toContainEqual({ from: 'venezolano', to: 'VEN', count: 7 });
  });

  it('counts the cells of an identifier and shows none of them', async () => {
    const tried = await trial(2, {});
    expect(tried).toMatchObject({ kept: 14, failures: [], readings: [] });
    expect(JSON.stringify(tried)).not.toContain('12.345.678');
  });

  it('names a column that the file does not have', async () => {
    await expect(trial(0, { source: 7 })).rejects.toMatchObject({ code: 'column-unknown' });
  });
});
