import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { type Application, startApplication } from './support/application';
import { launchBrowser, openWindow } from './support/browser';
import { readPdf } from './support/exported-files';
import { saveButton, seeStatus } from './support/project-steps';
import { download, es, goTo, seeHeading, wordsOf } from './support/screen';

/** What the document of Lo Espejo states, typed from it: cases, quarters and months from April to October. */
const document = {
  cases: { stated: '1270', written: '1.270' },
  quarters: '3 de 3',
  months: '7 de 7',
};
const { templates, registry, measurementsUi } = es;

/** The steps follow one another in one window: each rests on those before it. */
describe('a practice of the catalogue, used as a template until its report', () => {
  let application: Application;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
    await application.client.call('project.create', { name: 'Mesas', fileId: null });
    ({ page, problems } = await openWindow(browser, application));
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  function step(name: string, work: () => Promise<void>): void {
    it(name, async () => {
      onTestFailed(async () => {
        console.log(await page.locator('body').ariaSnapshot());
      });
      await work();
      expect(problems).toEqual([]);
      expect(application.logged).toEqual([]);
    });
  }

  step('is taken from the catalogue with its instruments', async () => {
    await goTo(page, 'practices');
    await page.getByRole('link', { name: registry.catalogue.title }).first().click();
    await page
      .getByRole('link', { name: /^Mesas Migrantes/ })
      .first()
      .click();
    await page.getByRole('button', { name: registry.catalogue.use }).click();
    await page.getByRole('button', { name: templates.instrument.make, exact: true }).click();
    await page.getByRole('button', { name: templates.data.allSamples }).waitFor();
    await page.getByRole('button', { name: `${templates.instrument.form}: Registro de casos` }).waitFor();
  });

  step('takes its sample data in and tells the figures of the document beside those counted', async () => {
    await page.getByRole('button', { name: templates.data.allSamples }).click();
    const figures = page.getByRole('table', { name: templates.results.text });
    await figures.waitFor();
    const row = figures.getByRole('row', { name: /^Casos atendidos entre enero/ });
    expect(await wordsOf(row)).toContain(`${document.cases.stated} ${document.cases.written}`);
    const [quarters, months] = [/Mesa Institucional/, /Mesa de Organizaciones/].map((name) =>
      figures.getByRole('row', { name }).first(),
    );
    if (!quarters || !months) throw new Error('two rows are asked for');
    expect(await wordsOf(quarters)).toContain(`100,0 % ${document.quarters} ${templates.results.agrees}`);
    expect(await wordsOf(months)).toContain(`100,0 % ${document.months} ${templates.results.agrees}`);
    await figures.getByText(templates.results.differs).waitFor({ state: 'detached' });
  });

  step('shows each figure again where it is counted', async () => {
    await page.getByRole('link', { name: 'Casos atendidos por mes' }).first().click();
    await page.getByText(`Se registraron ${document.cases.written} casos.`).waitFor();
    await page.getByRole('heading', { name: measurementsUi.result.method }).waitFor();
    await page.goBack();
    await seeHeading(page, templates.steps.report);
  });

  step('prepares the report, prints it and finds every claim with its evidence', async () => {
    await page.getByRole('button', { name: templates.report.prepare, exact: true }).click();
    await page.getByText(templates.report.claims('5', '5')).waitFor();
    await page.getByRole('link', { name: templates.report.open }).click();
    await page.getByRole('button', { name: es.reportsUi.render.run }).click();
    await seeStatus(page, 'current');
    const pdf = await readPdf(await download(page, () => saveButton(page, '.pdf').click()));
    expect(pdf.text).toContain(`Se registraron ${document.cases.written} casos.`);
    expect(pdf.text).toContain('se reunió en 3 de los 3 trimestres previstos');
    expect(pdf.text).toContain('se reunió en 7 de los 7 meses previstos');
    expect(pdf.text).not.toContain('personas que');
  });
});
