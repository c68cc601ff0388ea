import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { add, type Imported, idOf, importFirst } from '../cleaning/support';

let test: TestEngine;
let imported: Imported;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Informes', fileId: null });
  imported = await importFirst(test);
});
afterEach(() => test.close());

it('a report rendered before the data were corrected is outdated, and current again when the correction is undone', async () => {
  const report = await test.client.call('report.save', {
    reportId: null,
    report: {
      title: 'Atenciones',
      subtitle: '',
      municipality: '',
      unit: '',
      practiceId: null,
      audience: 'internal',
      locale: 'es',
      blocks: [
        {
          kind: 'series',
          spec: {
            waveIds: [imported.wave.id],
            dateVariableId: idOf(imported, 'fecha'),
            period: 'month',
            measure: { kind: 'cases' },
            filter: null,
            cutDate: null,
            from: null,
            to: null,
            lags: null,
            seasonality: 'none',
            includePartial: true,
            confidenceLevel: 0.95,
          },
          showTable: true,
          showSentences: false,
          caption: '',
        },
      ],
    },
  });
  const status = async (): Promise<string | undefined> =>
    (await test.client.call('report.list', {})).reports.find((each) => each.report.id === report.id)?.status;
  await test.client.call('report.render', { reportId: report.id, formats: ['html'] });
  expect(await status()).toBe('current');
  const { entry } = await add(test, imported, 'edad', { kind: 'recode', from: '99', to: null });
  expect(await status()).toBe('outdated');
  await test.client.call('cleaning.remove', { cleaningId: entry.id });
  expect(await status()).toBe('current');
});
