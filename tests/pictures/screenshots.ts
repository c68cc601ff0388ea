import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { slug } from '../../electron/engine/reports/file-names';
import { type Application, root, startApplication } from '../e2e/support/application';
import { launchBrowser, openWindow } from '../e2e/support/browser';
import { dropFile } from '../e2e/support/drop-file';
import { continueTo, stepHeadings } from '../e2e/support/import-steps';
import { exPostPath } from '../e2e/support/sample-figures';
import { choose, download, es, openAddress, seeHeading } from '../e2e/support/screen';
import { practicePictures, takePractices } from './practice-screens';
import { pictureOfPages } from './report-pages';
import { type Camera, takeSeries, takeStatistics } from './statistics-screens';

/**
 * `npx tsx tests/pictures/screenshots.ts [folder]`: pictures of each screen with the demonstration, light and dark.
 * `npx tsx tests/pictures/screenshots.ts --docs [name …]`: those of README and guide, into `docs/imagenes`, all or only some.
 */
const isForDocs = process.argv[2] === '--docs';
/** Names of the pictures to take again; none for all. */
const wanted = isForDocs ? process.argv.slice(3) : [];
const folder = isForDocs
  ? join(root, 'docs', 'imagenes')
  : resolve(process.argv[2] ?? join(root, 'out', 'screenshots'));
const widths = isForDocs ? [1280] : [1280, 1920];
const schemes = isForDocs ? (['light'] as const) : (['light', 'dark'] as const);
/** The pictures that README and guide show, by the name of their screen. */
const documented: Readonly<Record<string, string>> = {
  inicio: 'inicio',
  'importar-escritura': 'importacion',
  'importar-columns': 'columnas',
  'importar-match': 'coincidencias',
  'importar-identity': 'identidad',
  recibo: 'recibo',
  indicador: 'indicador',
  'comparacion-por-escuela': 'comparacion',
  'comparacion-detalle': 'detalle',
  informe: 'editor-de-informe',
  'practica-afirmaciones': 'practica',
  'diseno-declarado': 'diseno',
  'cambios-con-intervalo': 'cambios-con-intervalo',
  'varias-preguntas': 'varias-preguntas',
  'detalle-metodo': 'detalle-metodo',
  'respuestas-detras': 'respuestas-detras',
  indice: 'indice',
  'quienes-se-quedaron': 'quienes-se-quedaron',
  planificar: 'planificar',
  serie: 'serie',
  ...practicePictures,
};

async function takeAll(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
  try {
    await application.client.call('project.openDemonstration', { fresh: false });
    for (const scheme of schemes) {
      for (const width of widths) await takeWindow(browser, application, { scheme, width });
    }
    if (isWanted('informe')) await takeReportPages(browser, application);
  } finally {
    await browser.close();
    await application.close();
  }
}

function isWanted(name: string | undefined): boolean {
  return wanted.length === 0 || (name !== undefined && wanted.includes(name));
}

async function takeWindow(
  browser: Browser,
  application: Application,
  look: { scheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const height = look.width === 1280 ? 860 : 1080;
  const { page } = await openWindow(browser, application, { ...look, height });
  const take: Camera = async (name, part) => {
    const documentName = documented[name];
    if (isForDocs && documentName === undefined) return;
    if (!isWanted(documentName)) return;
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    const file = isForDocs ? documentName : `${name}-${look.width}-${look.scheme}`;
    const path = join(folder, `${file}.png`);
    await (part ?? page).screenshot({ path, animations: 'disabled', caret: 'hide' });
    console.log(path);
  };
  const practiceNames: readonly string[] = Object.values(practicePictures);
  const areOnlyPractices = wanted.length > 0 && wanted.every((name) => practiceNames.includes(name));
  if (!areOnlyPractices) await takeDemonstration(page, application, take);
  if (practiceNames.some(isWanted)) await takePractices({ page, application, take });
  await page.context().close();
}

/** The screens that show the project of the demonstration. */
async function takeDemonstration(page: Page, application: Application, take: Camera): Promise<void> {
  await takeSections(page, application, take);
  await takeComparison(page, application, take);
  await takeDocuments(page, application, take);
  await takeImport(page, application, take);
  await takeStatistics({ page, application, take });
  await takeSeries({ page, application, take });
}

async function takeSections(page: Page, application: Application, take: Camera): Promise<void> {
  const { waves } = await application.client.call('wave.list', {});
  const { indicators } = await application.client.call('indicator.list', {});
  await openAddress(page, application, '/inicio');
  await page.getByRole('listitem').nth(12).waitFor();
  await take('inicio');
  await openAddress(page, application, '/mediciones');
  await page.getByRole('table', { name: es.waves.title }).waitFor();
  await take('mediciones');
  await openAddress(page, application, `/mediciones/${waves[0]?.id}/recibo`);
  await seeHeading(page, es.waves.receipt.columnsTitle);
  await take('recibo');
  await openAddress(page, application, '/variables');
  await page.getByRole('row').nth(5).waitFor();
  await take('variables');
  await openAddress(page, application, '/indicadores');
  await page.getByRole('row').nth(3).waitFor();
  await take('indicadores');
  await openAddress(page, application, `/indicadores/${indicators[0]?.id}`);
  await page.getByRole('complementary').getByRole('img').waitFor();
  await take('indicador');
}

async function takeComparison(page: Page, application: Application, take: Camera): Promise<void> {
  const { comparisons } = await application.client.call('comparison.list', {});
  for (const [place, comparison] of comparisons.entries()) {
    await openAddress(page, application, `/comparacion/${comparison.id}`);
    await page.getByRole('table', { name: es.comparison.table.label }).waitFor();
    await take(`comparacion-${place + 1}`);
    // The answers to one question bring a choice of their own with the same name, further down.
    const kinds = page.getByRole('radiogroup', { name: es.comparison.charts.kind }).first();
    const names = (await kinds.locator('label').allInnerTexts()).map((name) => name.trim());
    for (const [index, name] of names.entries()) {
      await kinds.locator('label').nth(index).click();
      await page.getByRole('figure').getByRole('img').first().waitFor();
      await kinds.scrollIntoViewIfNeeded();
      await toTop(page, es.comparison.charts.title);
      await take(`comparacion-${place + 1}-${slug(name, String(index))}`);
    }
  }
  await takeSchools(page, application, take);
  await takePanels(page, application, take);
}

/** One indicator school by school, with what is protected, and the detail of its first row. */
async function takeSchools(page: Page, application: Application, take: Camera): Promise<void> {
  const { comparisons } = await application.client.call('comparison.list', {});
  const bySchool =
    comparisons.find((comparison) => comparison.name.includes('stablecimiento')) ?? comparisons[0];
  await openAddress(page, application, `/comparacion/${bySchool?.id}`);
  await choose(page, es.comparison.charts.indicator, /^Conoce/);
  await page
    .getByRole('figure')
    .getByRole('img', { name: /Escuela Sintética 13/ })
    .waitFor();
  const window = page.viewportSize();
  await page.setViewportSize({ width: window?.width ?? 1280, height: 1080 });
  await toTop(page, es.comparison.charts.title);
  await take('comparacion-por-escuela');
  if (window) await page.setViewportSize(window);
  await page.getByRole('table', { name: es.comparison.table.label }).getByRole('row').nth(1).click();
  await page.getByRole('dialog').getByText(es.comparison.detail.method).waitFor();
  await take('comparacion-detalle');
}

/** The panels in which the design is declared and the analysis chosen. */
async function takePanels(page: Page, application: Application, take: Camera): Promise<void> {
  await openAddress(page, application, '/comparacion');
  await page.getByRole('table', { name: es.comparison.table.label }).waitFor();
  const { declare, change } = es.design.line;
  await page.getByRole('button', { name: new RegExp(`^(${declare}|${change})$`) }).click();
  const design = page.getByRole('dialog', { name: es.design.title });
  await design.getByRole('radio').first().waitFor();
  await take('diseno-declarado-inicio');
  const window = page.viewportSize();
  await page.setViewportSize({ width: window?.width ?? 1280, height: 1560 });
  await take('diseno-declarado', design);
  if (window) await page.setViewportSize(window);
  await page.keyboard.press('Escape');
  await design.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: es.comparison.analysis.open }).click();
  await page.getByRole('dialog', { name: es.comparison.analysis.title }).waitFor();
  await take('opciones-de-analisis');
  await page.keyboard.press('Escape');
}

async function toTop(page: Page, heading: string): Promise<void> {
  const found = page.getByRole('heading', { name: heading, exact: true });
  await found.evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
    window.scrollBy(0, -24);
  });
}

/** Pages of the report as it leaves the application. */
async function takeReportPages(browser: Browser, application: Application): Promise<void> {
  const { reports } = await application.client.call('report.list', {});
  const { page } = await openWindow(browser, application);
  await openAddress(page, application, `/informes/${reports[0]?.report.id}`);
  await page.getByRole('button', { name: es.reportsUi.render.again }).click();
  const save = page.getByRole('button', { name: /^Guardar .*\.pdf$/ });
  const pdf = await download(page, () => save.click());
  const name = isForDocs ? 'informe' : 'informe-pdf';
  await pictureOfPages(browser, pdf, [1, 3], join(folder, `${name}.png`));
  await page.context().close();
}

async function takeDocuments(page: Page, application: Application, take: Camera): Promise<void> {
  const { reports } = await application.client.call('report.list', {});
  const { practices } = await application.client.call('practice.list', {});
  await openAddress(page, application, '/informes');
  await page.getByRole('listitem').last().waitFor();
  await take('informes');
  await openAddress(page, application, `/informes/${reports[0]?.report.id}`);
  await page.getByRole('article').getByRole('img').first().waitFor();
  await take('informe');
  await openAddress(page, application, `/practicas/${practices[0]?.id}`);
  await seeHeading(page, es.practices.sections.claims);
  await take('practica');
  await toTop(page, es.practices.sections.claims);
  await page.getByText(es.practices.claims.status.current, { exact: true }).first().waitFor();
  await take('practica-afirmaciones');
}

async function takeImport(page: Page, application: Application, take: Camera): Promise<void> {
  await openAddress(page, application, '/mediciones/importar');
  await seeHeading(page, es.import.file.drop);
  await take('importar-archivo');
  await dropFile(page, exPostPath, es.import.file.drop);
  await seeHeading(page, stepHeadings.dialect);
  await take('importar-escritura');
  for (const step of ['columns', 'match', 'identity', 'confirm'] as const) {
    await continueTo(page, step);
    // Each column in view shows one of its cells as it is read, which takes a moment.
    if (step === 'columns') await page.getByText(/» → /).first().waitFor();
    await take(`importar-${step}`);
  }
}

await takeAll();
