import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { type Application, startApplication } from './support/application';
import { seriousFindings } from './support/axe';
import { launchBrowser, openWindow } from './support/browser';
import { dropFile } from './support/drop-file';
import { outsideReferences, readPdf } from './support/exported-files';
import {
  confirmWave,
  continueTo,
  openColumn,
  previewHeaders,
  seeReceiptCounts,
  stepHeadings,
} from './support/import-steps';
import {
  changeMissingRule,
  deleteWave,
  openPractice,
  openReport,
  protectedRow,
  saveButton,
  seeEvidence,
  seeShares,
  seeStatus,
  share,
} from './support/project-steps';
import {
  correctedFollowUp,
  exAntePath,
  exPostPath,
  expected,
  knowsOfficeBySchool,
} from './support/sample-figures';
import { choose, download, es, goTo, seeHeading, wordsOf } from './support/screen';

const projectName = 'Diagnóstico de Los Andes';
const baseline = 'Diagnóstico 2023';
const followUp = 'Diagnóstico 2024';
const corrected = 'Diagnóstico 2024 corregido';
const indicatorName = 'Conoce la oficina de migración';
const comparisonName = 'Conoce la oficina, por establecimiento';
const reportTitle = 'Quiénes conocen la oficina';
const reportWords = 'Resumen de la oficina para el concejo.';
const question = '¿Conoce la Oficina de Migración?';
const { exAnte, exPost } = expected.files;
const knows = expected.proportions.conoce_oficina;

/** The steps follow one another in one window, as the work of an analyst does: each rests on those before it. */
describe('the journey of an analyst, from an empty folder to a claim with evidence', () => {
  let application: Application;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
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
        await page.screenshot({ path: `out/e2e/${name.replaceAll(/[^a-z]+/gi, '-')}.png`, fullPage: true });
      });
      await work();
      expect(problems).toEqual([]);
      expect(application.logged).toEqual([]);
    });
  }

  step('begins without a project and makes one', async () => {
    await page.getByRole('button', { name: es.home.welcome.newTitle }).click();
    await page.getByLabel(es.home.panels.nameLabel).fill(projectName);
    await page.getByRole('button', { name: es.home.panels.create }).click();
    await seeHeading(page, projectName);
    await page.getByRole('link', { name: es.home.journey.baseline.action }).first().click();
    await seeHeading(page, es.import.file.drop);
  });

  step('reads the dropped file and shows what it recognised', async () => {
    await dropFile(page, exAntePath, es.import.file.drop);
    await seeHeading(page, stepHeadings.dialect);
    const box = (name: string) => page.getByRole('combobox', { name });
    const { aspects, values } = es.import.dialect;
    expect(await box(aspects.encoding).inputValue()).toBe(values.encoding['windows-1252']);
    expect(await box(aspects.delimiter).inputValue()).toBe(values.delimiter.semicolon);
    expect(await box(aspects.decimalMark).inputValue()).toBe(values.decimalMark.comma);
    expect(await box(aspects.dateOrder).inputValue()).toBe(values.dateOrder.dmy);
    expect(await box(aspects.headerLine).inputValue()).toContain(`Línea ${exAnte.headerLine}:`);
    const headers = await previewHeaders(page);
    expect(headers.slice(1, 4)).toEqual(['Folio', 'RUN o IPE', 'Nombre del estudiante']);
    expect(headers).toHaveLength(exAnte.fields + 1);
  });

  step('follows a correction in the preview, and goes back to what it recognised', async () => {
    const { aspects, undoCorrection, preview } = es.import.dialect;
    const firstFolio = page.getByRole('region', { name: preview }).getByText('EA-0001');
    await choose(page, aspects.headerLine, /^Línea 5:/);
    await page.getByRole('columnheader', { name: 'EA-0001' }).waitFor();
    expect(await previewHeaders(page)).not.toContain('Folio');
    await page.getByRole('button', { name: undoCorrection }).click();
    await page.getByRole('columnheader', { name: 'Folio' }).waitFor();
    await firstFolio.waitFor();

    await choose(page, aspects.encoding, es.import.dialect.values.encoding['iso-8859-1']);
    await page.getByRole('button', { name: undoCorrection }).waitFor();
    await page.getByRole('button', { name: undoCorrection }).click();
    await page.getByRole('button', { name: undoCorrection }).waitFor({ state: 'detached' });
  });

  step('lets a column be corrected, with the evidence for its type beside it', async () => {
    await continueTo(page, 'columns');
    const panel = await openColumn(page, 'Folio');
    await panel.getByRole('switch', { name: es.import.columnPanel.keepLabel }).click({ force: true });
    await panel.getByRole('button', { name: es.common.actions.accept }).click();
    const row = page.getByRole('row', { name: /^Folio / });
    await expect.poll(() => wordsOf(row)).toContain(es.importColumns.list.drop);
  });

  step('proposes what to do with identities before anything is stored', async () => {
    await continueTo(page, 'identity');
    const chosen = (column: string, action: string) =>
      page.getByRole('radiogroup', { name: column }).getByRole('radio', { name: action });
    const { actions } = es.import.identity;
    expect(await chosen('RUN o IPE', actions.pseudonymise).isChecked()).toBe(true);
    expect(await chosen('Nombre del estudiante', actions.drop).isChecked()).toBe(true);
    expect(await chosen('Fecha de nacimiento', actions.drop).isChecked()).toBe(true);
  });

  step('imports, and the receipt counts what the makers of the file counted', async () => {
    await continueTo(page, 'confirm');
    await confirmWave(page, baseline);
    await seeReceiptCounts(page, exAnte);
    const receipt = page.getByRole('tabpanel', { name: es.waves.page.tabs.recibo });
    const text = (await receipt.allInnerTexts()).join(' ');
    for (const { line } of exAnte.setAside) expect(text).toMatch(new RegExp(`\\b${line}\\b`));
    const visible = exAnte.cellsThatDoNotConvert.filter(({ header }) => header !== 'Fecha de nacimiento');
    for (const { line, header, value } of visible) {
      await receipt.getByRole('row', { name: new RegExp(`^${line} ${header}.*«${value}»`) }).waitFor();
    }
  });

  step('shows no identity among the stored answers', async () => {
    await page.getByRole('tab', { name: es.waves.page.tabs.datos }).click();
    const table = page.getByRole('table', { name: es.waves.data.label(baseline) });
    await table.getByRole('cell', { name: 'Escuela Sintética 03' }).first().waitFor();
    const shown = (await table.allInnerTexts()).join(' ');
    expect(shown).not.toMatch(/\d{8,9}-[\dK]/);
    expect(shown).not.toMatch(/Estudiante \d{4}/);
  });

  step('matches the second file to the instrument and hides no difference', async () => {
    await goTo(page, 'waves');
    await page.getByRole('link', { name: es.waves.import }).click();
    await dropFile(page, exPostPath, es.import.file.drop);
    await seeHeading(page, stepHeadings.dialect);
    await continueTo(page, 'columns');
    await continueTo(page, 'match');
    const { match } = es.import;
    const { match: words } = es.importColumns;
    for (const { exAnte: before, exPost: now } of expected.differences.reworded) {
      const decision = page.getByRole('combobox', { name: `${match.decision}: ${now}` });
      // Nothing is joined before somebody says so.
      expect(await decision.inputValue()).toBe('');
      await page.getByText(before, { exact: true }).first().waitFor();
    }
    expect(await page.getByRole('button', { name: es.common.actions.continue }).isDisabled()).toBe(true);
    await page.getByText(words.optionsAdded(expected.differences.optionAdded)).waitFor();
    for (const fold of [words.absentTitle(''), words.newTitle('')]) {
      await page.locator('summary').filter({ hasText: fold }).click();
    }
    const internet = page.getByRole('combobox', { name: `${match.decision}: ¿Tiene internet en el hogar?` });
    expect(await internet.inputValue()).toBe(words.options.new);
    await page.getByText('Distancia a la escuela (km)').first().waitFor();
    await choose(page, `${match.decision}: Folio`, words.options.drop);
  });

  step('imports the second wave as ex-post with its own receipt', async () => {
    await continueTo(page, 'identity');
    await continueTo(page, 'confirm');
    const moment = page.getByRole('radiogroup', { name: es.import.confirm.momentLabel });
    expect(await moment.getByRole('radio', { name: es.common.moments['ex-post'] }).isChecked()).toBe(true);
    await confirmWave(page, followUp);
    await seeReceiptCounts(page, exPost);
  });

  step('builds an indicator without code while its result follows', async () => {
    await goTo(page, 'indicators');
    await page.getByRole('link', { name: es.indicators.create }).click();
    await page.getByRole('radio', { name: es.indicators.editor.questions.proportion }).click();
    await choose(page, es.indicators.measure.variable, question);
    const condition = page.getByRole('group', { name: es.indicators.condition.answersFor(question) });
    await condition.getByRole('checkbox', { name: 'Sí', exact: true }).check();
    const live = page.getByRole('complementary', { name: es.indicators.live.title });
    const row = (wave: string) => live.getByRole('row', { name: wave });
    for (const [wave, { x, n, missing }] of [
      [baseline, knows.exAnte],
      [followUp, knows.exPost],
    ] as const) {
      const figures = new RegExp(`^${share(x, n)} .*\\b${n} ${missing}$`);
      await expect.poll(() => wordsOf(row(wave)), { timeout: 15_000 }).toMatch(figures);
    }
    await page.getByRole('textbox', { name: es.indicators.editor.name }).fill(indicatorName);
    await page.getByRole('button', { name: es.common.actions.save }).click();
    await page.getByText(es.indicators.saved(indicatorName)).waitFor();
  });

  step('compares the same pupils by school, and the figures are those of the sample', async () => {
    await goTo(page, 'comparison');
    const { breakdown } = es.comparison.spec;
    await page.getByRole('button', { name: new RegExp(`^${breakdown}: `) }).click();
    await page.getByRole('group', { name: breakdown }).getByLabel('Establecimiento').click();
    await page.keyboard.press('Escape');
    const table = page.getByRole('table', { name: es.comparison.table.label });
    await table.getByRole('row', { name: /Escuela Sintética 01/ }).waitFor();
    const { yesYes, yesNo, noYes, noNo } = knows.matched;
    const pairs = yesYes + yesNo + noYes + noNo;
    await seeShares(table, indicatorName, pairs, yesYes + yesNo, yesYes + noYes);
    const schools = knowsOfficeBySchool();
    const small = schools.filter((school) => school.pairs < 10);
    expect(small.map((school) => school.name)).toEqual(['Escuela Sintética 13']);
    let hidden = 0;
    for (const school of schools) {
      const isHidden = (await protectedRow(table, school.name).count()) > 0;
      if (isHidden) hidden += 1;
      else await seeShares(table, school.name, school.pairs, school.yesBefore, school.yesAfter);
    }
    // The small school, and one more so that it cannot be told from the total.
    expect(hidden).toBe(2);
    const words = await wordsOf(protectedRow(table, 'Escuela Sintética 13'));
    expect(words).not.toMatch(/\d %|\d pp/);
  });

  step('keeps the comparison under a name', async () => {
    await page.getByRole('button', { name: es.comparison.save }).click();
    const panel = page.getByRole('dialog', { name: es.comparison.save });
    await panel.getByLabel(es.comparison.name).fill(comparisonName);
    await panel.getByRole('button', { name: es.common.actions.save }).click();
    await seeHeading(page, comparisonName);
  });

  step('adds the record of Los Andes with its claims, none of them backed yet', async () => {
    await goTo(page, 'practices');
    await page.getByRole('link', { name: es.registry.catalogue.title }).first().click();
    const seed = await application.client.call('practice.seeds', {});
    const title = seed.seeds.find(({ slug }) => slug === 'los-andes')?.title ?? '';
    await page.getByRole('button', { name: es.registry.actionsOf(title) }).click();
    await page.getByRole('menuitem', { name: es.registry.catalogue.add }).click();
    await seeHeading(page, es.practices.sections.claims);
    const claims = page.getByRole('region', { name: es.practices.sections.claims });
    await claims.getByText(es.practices.claims.status['no-evidence']).first().waitFor();
    expect(await claims.getByText(es.practices.claims.status.current, { exact: true }).count()).toBe(0);
  });

  step('writes a report from the comparison', async () => {
    await goTo(page, 'reports');
    await page.getByRole('button', { name: es.reportsUi.create }).click();
    await page.getByRole('textbox', { name: es.reportsUi.columns.title, exact: true }).fill(reportTitle);
    await page
      .getByRole('textbox', { name: es.reportsUi.blocks.text, exact: true })
      .first()
      .fill(reportWords);
    await page.getByRole('status').filter({ hasText: es.indicators.editor.saved }).waitFor();
    await seeStatus(page, 'never-rendered');
  });

  step('exports the report as a tagged PDF with the words and figures on screen', async () => {
    await page.getByRole('button', { name: es.reportsUi.render.run }).click();
    await seeStatus(page, 'current');
    const pdf = await readPdf(await download(page, () => saveButton(page, '.pdf').click()));
    expect(pdf.info).toMatch(/^Tagged:\s+yes$/m);
    expect(pdf.info).toMatch(new RegExp(`^Title:\\s+${reportTitle}$`, 'm'));
    expect(pdf.pages).toBeGreaterThanOrEqual(4);
    expect(pdf.text).toContain(reportWords);
    expect(pdf.text).toContain(indicatorName);
    expect(pdf.text).toContain('Datos sintéticos');
    expect(pdf.text).toContain(es.common.privacy.protected);
    const { yesYes, yesNo, noYes, noNo } = knows.matched;
    const pairs = yesYes + yesNo + noYes + noNo;
    expect(pdf.text).toContain(share(yesYes + yesNo, pairs));
    expect(pdf.text).toContain(share(yesYes + noYes, pairs));
  });

  step('exports the report as one HTML file that asks nothing of the network', async () => {
    const path = await download(page, () => saveButton(page, '.html').click());
    const html = await readFile(path, 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain(reportWords);
    expect(outsideReferences(html)).toEqual([]);
    const asked: string[] = [];
    const context = await browser.newContext();
    const reading = await context.newPage();
    reading.on('request', (request) => asked.push(request.url()));
    await reading.setContent(html);
    await reading.getByRole('heading', { name: reportTitle }).first().waitFor();
    expect(asked).toEqual([]);
    expect(await seriousFindings(reading)).toEqual([]);
    await context.close();
  });

  step('links a claim to its result, which then counts as current evidence', async () => {
    await openPractice(page);
    await page.getByRole('button', { name: es.practices.claims.link }).first().click();
    const panel = page.getByRole('dialog', { name: es.practices.linking.title });
    await panel.getByText(es.practices.linking.preview).waitFor();
    await panel.getByRole('button', { name: es.practices.linking.save, exact: true }).click();
    await seeEvidence(page, 'current');
    await page.getByText(es.practices.claims.inReport(reportTitle)).waitFor();
  });

  step('says «desactualizado» in report and practice after the indicator changes', async () => {
    await changeMissingRule(page, indicatorName, 'count-as-no');
    await openReport(page, reportTitle);
    await seeStatus(page, 'outdated');
    await page.getByText(es.reportsUi.outdatedText).waitFor();
    await openPractice(page);
    await seeEvidence(page, 'outdated');
  });

  step('is current again once the report is rendered again', async () => {
    await openReport(page, reportTitle);
    await page.getByRole('button', { name: es.reportsUi.render.again }).click();
    await seeStatus(page, 'current');
    await openPractice(page);
    await seeEvidence(page, 'current');
  });

  step('refuses to delete a wave that results rest on, and says which', async () => {
    await deleteWave(page, followUp);
    await page.getByText(comparisonName).waitFor();
    await page.getByRole('button', { name: es.common.actions.cancel }).click();
  });

  step('takes a corrected file in, and says «desactualizado» once the comparison rests on it', async () => {
    await goTo(page, 'waves');
    await page.getByRole('link', { name: es.waves.import }).click();
    await dropFile(page, await correctedFollowUp(application.folder), es.import.file.drop);
    await seeHeading(page, stepHeadings.dialect);
    for (const next of ['columns', 'match', 'identity', 'confirm'] as const) await continueTo(page, next);
    await confirmWave(page, corrected);
    // The row that was cut short is whole now.
    const { rowsRead, rowsKept, rowsSetAside } = exPost;
    await seeReceiptCounts(page, { rowsRead, rowsKept: rowsKept + 1, rowsSetAside: rowsSetAside - 1 });

    await goTo(page, 'comparison');
    await page.getByRole('button', { name: es.comparison.savedList('1') }).click();
    await page.getByRole('link', { name: comparisonName }).click();
    await page.getByRole('button', { name: `${es.comparison.spec.followUp}: ${followUp}` }).click();
    const choices = page.getByRole('dialog', { name: es.comparison.spec.followUp });
    await choices.getByLabel(corrected, { exact: true }).click();
    await choices.getByLabel(followUp, { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: es.comparison.saveChanges }).click();
    await page.getByText(es.comparison.saved(comparisonName)).last().waitFor();
    await openReport(page, reportTitle);
    await seeStatus(page, 'outdated');
    await openPractice(page);
    await seeEvidence(page, 'broken');
  });

  step(
    'holds again with the new data: the old wave deleted, the report rendered, the claim linked anew',
    async () => {
      await deleteWave(page, followUp);
      await page.getByText(es.waves.edit.deleted(followUp)).waitFor();
      await openReport(page, reportTitle);
      await page.getByRole('button', { name: es.reportsUi.render.again }).click();
      await seeStatus(page, 'current');
      await openPractice(page);
      await page.getByRole('button', { name: es.practices.claims.change }).click();
      await page
        .getByRole('dialog', { name: es.practices.linking.title })
        .getByText(corrected)
        .first()
        .waitFor();
      await page.getByRole('button', { name: es.practices.linking.save, exact: true }).click();
      await seeEvidence(page, 'current');
    },
  );
});
