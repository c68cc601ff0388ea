import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, startApplication } from './support/application';
import { seriousFindings } from './support/axe';
import { launchBrowser, openWindow } from './support/browser';
import { dropFile } from './support/drop-file';
import { continueTo, stepHeadings } from './support/import-steps';
import { pressTabUntil } from './support/keyboard';
import { exAntePath, exPostPath } from './support/sample-figures';
import { es, openAddress, seeHeading } from './support/screen';

let application: Application;
let browser: Browser;
let places: Awaited<ReturnType<typeof findPlaces>>;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
  await application.client.call('project.openDemonstration', { fresh: false });
  places = await findPlaces();
});
afterAll(async () => {
  await browser?.close();
  await application?.close();
});

/** The first thing of each kind in the demonstration, by id. */
async function findPlaces() {
  const { client } = application;
  const [{ waves }, { indicators }, { comparisons }, { reports }, { practices }] = await Promise.all([
    client.call('wave.list', {}),
    client.call('indicator.list', {}),
    client.call('comparison.list', {}),
    client.call('report.list', {}),
    client.call('practice.list', {}),
  ]);
  const [wave, indicator, comparison, report, practice] = [
    waves[0],
    indicators[0],
    comparisons[0],
    reports[0]?.report,
    practices[0],
  ];
  const index = indicators.find(({ measure }) => measure.kind === 'index');
  if (!wave || !indicator || !index || !comparison || !report || !practice)
    throw new Error('the demonstration is incomplete');
  return { wave, indicator, index, comparison, report, practice };
}

type Screen = { name: string; address: () => string; ready: (page: Page) => Locator };

const screens: readonly Screen[] = [
  { name: 'Inicio', address: () => '/inicio', ready: heading(es.home.journey.title) },
  { name: 'Ajustes', address: () => '/inicio/ajustes', ready: dialog(es.home.panels.settingsTitle) },
  { name: 'Mediciones', address: () => '/mediciones', ready: table(es.waves.title) },
  { name: 'Personas', address: () => '/mediciones/personas', ready: heading(es.people.decisions.title) },
  { name: 'Identidades', address: () => '/privacidad', ready: heading(es.vault.audit.title) },
  {
    name: 'Recibo',
    address: () => `/mediciones/${places.wave.id}/recibo`,
    ready: heading(es.waves.receipt.columnsTitle),
  },
  {
    name: 'Respuestas guardadas',
    address: () => `/mediciones/${places.wave.id}`,
    ready: (page) => page.getByRole('cell', { name: 'Escuela Sintética 03' }).first(),
  },
  { name: 'Variables', address: () => '/variables', ready: (page) => page.getByRole('row').nth(5) },
  { name: 'Indicadores', address: () => '/indicadores', ready: (page) => page.getByRole('row').nth(3) },
  {
    name: 'Editor de indicador',
    address: () => `/indicadores/${places.indicator.id}`,
    ready: (page) => page.getByRole('complementary').getByRole('img'),
  },
  {
    name: 'Comparación',
    address: () => `/comparacion/${places.comparison.id}`,
    ready: table(es.comparison.table.label),
  },
  {
    name: 'Quiénes se quedaron',
    address: () => `/comparacion/${places.comparison.id}/seguimiento`,
    ready: table(es.panelUi.standardised.table),
  },
  {
    name: 'Editor de un índice',
    address: () => `/indicadores/${places.index.id}`,
    ready: table(es.scaleUi.table),
  },
  { name: 'Informes', address: () => '/informes', ready: (page) => page.getByRole('listitem').last() },
  {
    name: 'Editor de informe',
    address: () => `/informes/${places.report.id}`,
    ready: (page) => page.getByRole('article').getByRole('img').first(),
  },
  { name: 'Prácticas', address: () => '/practicas', ready: (page) => page.getByRole('listitem').last() },
  {
    name: 'Ficha',
    address: () => `/practicas/${places.practice.id}`,
    ready: heading(es.practices.sections.claims),
  },
];

function heading(name: string) {
  return (page: Page) => page.getByRole('heading', { name }).first();
}

function dialog(name: string) {
  return (page: Page) => page.getByRole('dialog', { name });
}

function table(name: string) {
  return (page: Page) => page.getByRole('table', { name }).getByRole('cell').first();
}

it('the check itself finds a fault that is put before it', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<html lang="es"><title>x</title><main><button></button><img src="data:,"></main></html>',
  );
  const found = (await seriousFindings(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['button-name', 'image-alt']));
  await page.close();
});

describe.each(['light', 'dark'] as const)('screens in %s, looked at by axe', (scheme) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openWindow(browser, application, { scheme }));
  });
  afterAll(() => page.context().close());

  it.each(screens)('has no serious finding: $name', async ({ address, ready }) => {
    await openAddress(page, application, address());
    await ready(page).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has no serious finding in any step of an import', async () => {
    await openAddress(page, application, '/mediciones/importar');
    await seeHeading(page, es.import.file.drop);
    expect(await seriousFindings(page)).toEqual([]);
    await dropFile(page, exPostPath, es.import.file.drop);
    await seeHeading(page, stepHeadings.dialect);
    expect(await seriousFindings(page)).toEqual([]);
    for (const step of ['columns', 'match', 'identity', 'confirm'] as const) {
      await continueTo(page, step);
      expect(await seriousFindings(page), step).toEqual([]);
    }
  });

  it('has no serious finding in the panels of the design and of the analysis', async () => {
    await openAddress(page, application, '/comparacion');
    await page.getByRole('table', { name: es.comparison.table.label }).waitFor();
    await page.getByRole('button', { name: es.design.line.change }).click();
    const design = page.getByRole('dialog', { name: es.design.title });
    await design.getByRole('button', { name: es.design.useColumn }).first().click();
    await design.getByRole('button', { name: es.common.actions.options }).click();
    await design.getByRole('switch').press('Space');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await design.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: es.comparison.analysis.open }).click();
    await page.getByRole('dialog', { name: es.comparison.analysis.title }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has no serious finding with all tests of the comparison shown', async () => {
    await openAddress(page, application, `/comparacion/${places.comparison.id}`);
    await page.getByRole('button', { name: /^Ver las \d+ pruebas$/ }).click();
    await page.getByRole('table', { name: es.comparison.family.title }).getByRole('cell').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has no serious finding beside an open row of the comparison', async () => {
    await openAddress(page, application, `/comparacion/${places.comparison.id}`);
    await page.getByRole('table', { name: es.comparison.table.label }).getByRole('row').nth(1).click();
    await page.getByRole('dialog').getByText(es.comparison.detail.method).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openWindow(browser, application));
  });
  afterAll(() => page.context().close());

  it('the rail is reached by Tab and followed by Enter, and can be skipped', async () => {
    await openAddress(page, application, '/inicio');
    await seeHeading(page, es.home.journey.title);
    await pressTabUntil(page, page.getByRole('button', { name: es.common.navigation.skip }));
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('main'));
    const rail = page.getByRole('navigation', { name: es.common.navigation.label });
    await pressTabUntil(page, rail.getByRole('link', { name: es.common.sections.indicators }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: es.common.sections.indicators, level: 1 }).waitFor();
    await page.keyboard.press('Alt+5');
    await page.getByRole('heading', { name: es.common.sections.comparison, level: 1 }).waitFor();
  });

  it('a file is chosen, and a column opened and closed, without a pointer', async () => {
    // Chromium hands its file dialog over only to who asked well before it opens.
    const dialog = page.waitForEvent('filechooser', { timeout: 60_000 });
    await openAddress(page, application, '/mediciones/importar');
    await seeHeading(page, es.import.file.drop);
    await pressTabUntil(page, page.locator('button', { hasText: es.import.file.choose }));
    await page.keyboard.press('Enter');
    await (await dialog).setFiles(exAntePath);
    await seeHeading(page, stepHeadings.dialect);
    await pressTabUntil(page, page.getByRole('button', { name: es.common.actions.continue }));
    await page.keyboard.press('Enter');
    await seeHeading(page, stepHeadings.columns);
    const row = page.getByRole('row', { name: /^Folio / });
    await pressTabUntil(page, row);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Folio' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Folio' }).waitFor({ state: 'detached' });
    await expectFocus(row);
  });

  it('the table of a comparison scrolls with the arrows and a row opens with Enter', async () => {
    await openAddress(page, application, `/comparacion/${places.comparison.id}`);
    const region = page.getByRole('region', { name: es.comparison.table.label });
    await region.waitFor();
    await pressTabUntil(page, region);
    await page.keyboard.press('End');
    await expect.poll(() => region.evaluate((frame) => frame.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Home');
    await expect.poll(() => region.evaluate((frame) => frame.scrollTop)).toBe(0);
    const firstRow = region.getByRole('row').nth(1);
    await pressTabUntil(page, firstRow);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(es.comparison.detail.method).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('who stayed is reached from a comparison, described otherwise, and a row of it opened', async () => {
    await openAddress(page, application, `/comparacion/${places.comparison.id}`);
    const link = page.getByRole('link', { name: es.panelUi.link.open });
    await link.waitFor();
    await pressTabUntil(page, link);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: es.panelUi.title, level: 1 }).waitFor();
    const row = page.getByRole('table', { name: es.panelUi.attrition.table }).getByRole('row').nth(1);
    await row.waitFor();
    await pressTabUntil(page, page.getByRole('button', { name: es.panel.compositionQuestion }));
    await page.keyboard.press('Enter');
    await pressTabUntil(page, page.getByRole('checkbox', { name: 'Nacionalidad' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect
      .poll(() =>
        page.getByRole('region', { name: es.panel.sections.composition }).getByRole('radio').count(),
      )
      .toBe(0);
    await pressTabUntil(page, row);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(es.panelUi.detail.assumes, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocus(row);
  });

  it('another chart is chosen with the arrows, and its figures are read as a table', async () => {
    await openAddress(page, application, `/comparacion/${places.comparison.id}`);
    const kinds = page.getByRole('radiogroup', { name: es.comparison.charts.kind });
    await pressTabUntil(page, kinds.getByRole('radio', { checked: true }));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => kinds.getByRole('radio').nth(1).isChecked()).toBe(true);
    await pressTabUntil(page, page.getByRole('button', { name: es.figure.asTable }));
    await page.keyboard.press('Enter');
    const figures = page.getByRole('figure').getByRole('table');
    await figures.waitFor();
    await pressTabUntil(page, page.getByRole('figure').getByRole('region'));
  });

  it('a sample of schools is declared for one comparison, and the result rests on it', async () => {
    await openAddress(page, application, '/comparacion');
    await page.getByRole('table', { name: es.comparison.table.label }).waitFor();
    await pressTabUntil(page, page.getByRole('button', { name: es.design.line.change }));
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: es.design.title });
    await pressTabUntil(page, panel.getByRole('radio', { name: es.design.groups.alone }));
    await page.keyboard.press('ArrowDown');
    await pressTabUntil(page, panel.getByRole('combobox', { name: es.design.groups.column }));
    await page.keyboard.type('Establecimiento');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByText(es.design.consequence.cautious).waitFor();
    await pressTabUntil(page, panel.getByRole('button', { name: es.design.tryHere }));
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await page.getByText(es.design.summary.clustersCounted('13', 'Establecimiento')).waitFor();
    const row = page.getByRole('table', { name: es.comparison.table.label }).getByRole('row').nth(1);
    await pressTabUntil(page, row);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(es.comparison.detail.cautious, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('the parts of a report are put in another order with Alt and the arrows', async () => {
    await openAddress(page, application, `/informes/${places.report.id}`);
    const first = page.getByRole('region', { name: /Parte 1 de/ });
    await first.waitFor();
    const words = await first.getByRole('textbox').first().inputValue();
    await pressTabUntil(page, first.getByRole('textbox').first());
    await page.keyboard.press('Alt+ArrowDown');
    const second = page
      .getByRole('region', { name: /Parte 2 de/ })
      .getByRole('textbox')
      .first();
    await expect.poll(() => second.inputValue()).toBe(words);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => first.getByRole('textbox').first().inputValue()).toBe(words);
  });
});

async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
}
