import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { simpleSampling } from '../../shared/domain/design';
import { chartsText } from '../../shared/text/es/charts';
import type { Application } from '../e2e/support/application';
import { dropFile } from '../e2e/support/drop-file';
import { continueTo, stepHeadings } from '../e2e/support/import-steps';
import { es, openAddress, seeHeading } from '../e2e/support/screen';
import { openingDay, writeRegister } from './register';

/** Takes a picture of the window, or of one part of it. */
export type Camera = (name: string, part?: Locator) => Promise<void>;
type Scene = { page: Page; application: Application; take: Camera };

/** What an evaluator asks for: design, all changes, what stands behind a figure, who stayed, and a plan. */
export async function takeStatistics(scene: Scene): Promise<void> {
  await takeAllChanges(scene);
  await takeBehindFigures(scene);
  await takeIndex(scene);
  await takePanel(scene);
  await openAddress(scene.page, scene.application, '/planificar');
  await scene.page.getByRole('table', { name: es.planning.result.tableRequired }).waitFor();
  await scene.take('planificar');
}

async function savedComparison({ application }: Scene) {
  const { comparisons } = await application.client.call('comparison.list', {});
  const [everybody] = comparisons;
  if (!everybody) throw new Error('the demonstration has saved comparisons');
  return everybody;
}

/** The forest of all changes, and the tests that are corrected together. */
async function takeAllChanges(scene: Scene): Promise<void> {
  const { page, application, take } = scene;
  const { id } = await savedComparison(scene);
  await openAddress(page, application, `/comparacion/${id}`);
  const kinds = page.getByRole('radiogroup', { name: es.comparison.charts.kind }).first();
  await kinds.locator('label', { hasText: chartsText.kinds.forest }).click();
  const forest = page.getByRole('figure').first();
  await forest.getByRole('img').waitFor();
  await take('cambios-con-intervalo', forest);
  await page.getByRole('button', { name: /^Ver las \d+ pruebas$/ }).click();
  const family = page.getByRole('region', { name: es.comparison.family.title, exact: true });
  await family.getByRole('table').waitFor();
  await take('varias-preguntas', family);
}

/** One row under schools as clusters: method, precision, label, prudent calculation, and the answers behind a scale. */
async function takeBehindFigures(scene: Scene): Promise<void> {
  const { page, application, take } = scene;
  const { id: _, spec, name } = await savedComparison(scene);
  const { instruments } = await application.client.call('instrument.list', {});
  const school = instruments.flatMap(({ variables }) => variables).find(({ label }) => label === 'RBD');
  if (!school) throw new Error('the demonstration has a column of schools');
  const sampling = { ...simpleSampling, clusterId: school.id };
  const input = { comparisonId: null, name: `${name} (escuelas)`, spec: { ...spec, sampling } };
  const comparison = await application.client.call('comparison.save', input);
  await openAddress(page, application, `/comparacion/${comparison.id}`);
  await page.reload();
  const table = page.getByRole('table', { name: es.comparison.table.label });
  await table.waitFor();
  const window = page.viewportSize();
  await page.setViewportSize({ width: window?.width ?? 1280, height: 1560 });
  const row = async (indicator: RegExp) => {
    await table.getByRole('row', { name: indicator }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText(es.comparison.detail.method).first().waitFor();
    return panel;
  };
  await take('detalle-metodo', await row(/^Está con matrícula provisoria/));
  await page.keyboard.press('Escape');
  const panel = await row(/^Se siente parte/);
  const answers = panel.getByRole('heading', { name: es.comparison.detail.answers });
  await panel.getByRole('figure').first().waitFor();
  await answers.scrollIntoViewIfNeeded();
  await take('respuestas-detras', panel);
  await page.keyboard.press('Escape');
  if (window) await page.setViewportSize(window);
  await application.client.call('comparison.remove', { comparisonId: comparison.id });
  await page.reload();
}

/** Whether the questions of an index go together, where the index is built. */
async function takeIndex({ page, application, take }: Scene): Promise<void> {
  const { indicators } = await application.client.call('indicator.list', {});
  const index = indicators.find(({ measure }) => measure.kind === 'index');
  await openAddress(page, application, `/indicadores/${index?.id}`);
  const title = page.getByRole('heading', { name: es.scaleUi.title });
  await title.waitFor();
  await page.getByRole('table', { name: es.scaleUi.table }).first().waitFor();
  await title.scrollIntoViewIfNeeded();
  await take('indice');
}

async function takePanel(scene: Scene): Promise<void> {
  const { page, application, take } = scene;
  const { id } = await savedComparison(scene);
  await openAddress(page, application, `/comparacion/${id}/seguimiento`);
  await seeHeading(page, es.panel.sections.attrition);
  await page.getByRole('table', { name: es.panelUi.attrition.table }).waitFor();
  const window = page.viewportSize();
  await page.setViewportSize({ width: window?.width ?? 1280, height: 1480 });
  await take('quienes-se-quedaron');
  if (window) await page.setViewportSize(window);
}

/** A register of its own, imported by hand into a project of its own, followed before and after a date. */
export async function takeSeries({ page, application, take }: Scene): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'linea-base-register-'));
  try {
    const path = join(folder, 'registro-de-atenciones.csv');
    await writeRegister(path);
    await application.client.call('project.create', { name: 'Registro de atenciones', fileId: null });
    await page.reload();
    await openAddress(page, application, '/mediciones/importar');
    await seeHeading(page, es.import.file.drop);
    await dropFile(page, path, es.import.file.drop);
    await seeHeading(page, stepHeadings.dialect);
    await continueTo(page, 'columns');
    await continueTo(page, 'identity');
    await continueTo(page, 'confirm');
    await page.getByRole('textbox', { name: es.import.confirm.nameLabel, exact: true }).fill('2022 a 2024');
    await page.getByRole('button', { name: /^Importar \d/ }).click();
    await page.getByRole('heading', { name: '2022 a 2024' }).waitFor();
    await openAddress(page, application, '/serie');
    await page.getByLabel(es.series.spec.cut).fill(openingDay);
    await page.keyboard.press('Tab');
    await page.getByRole('table', { name: es.series.table.label }).waitFor();
    const window = page.viewportSize();
    await page.setViewportSize({ width: window?.width ?? 1280, height: 1480 });
    await take('serie');
    if (window) await page.setViewportSize(window);
    await application.client.call('project.openDemonstration', { fresh: false });
    await page.reload();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
