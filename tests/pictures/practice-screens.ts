import type { Page } from 'playwright-core';
import type { Application } from '../e2e/support/application';
import { es, openAddress, seeHeading } from '../e2e/support/screen';
import type { Camera } from './statistics-screens';

/** The pictures that this file makes for the guide, by the name of their screen. */
export const practicePictures = {
  'registro-de-practicas': 'registro-de-practicas',
  plantilla: 'plantilla',
  recuento: 'recuento',
  evidencia: 'evidencia',
  comision: 'comision',
} as const;

type Scene = { page: Page; application: Application; take: Camera };

/** The registry, a template with its figures, a count, claims with their evidence, and a commission. */
export async function takePractices(scene: Scene): Promise<void> {
  const { page, application, take } = scene;
  const { client } = application;
  await client.call('project.create', { name: 'Prácticas', fileId: null });
  const workshops = await usedTemplate(application, 'maipu');
  await usedTemplate(application, 'lo-espejo');
  const commissionId = await scoredCommission(application);
  // Another client opened this project, so the window has to look again.
  await page.reload();
  await openAddress(page, application, '/practicas/catalogo');
  await page.getByRole('link', { name: /^Mesas Migrantes/ }).waitFor();
  await take('registro-de-practicas');
  await openAddress(page, application, `/practicas/${workshops}/plantilla`);
  await page.getByRole('table', { name: es.templates.results.text }).waitFor();
  await toTop(page, es.templates.steps.results);
  await take('plantilla');
  await takeMeetings(scene);
  await openAddress(page, application, `/practicas/${workshops}`);
  await seeHeading(page, es.practices.sections.claims);
  await page.getByText(es.practices.claims.status.current, { exact: true }).first().waitFor();
  await toTop(page, es.practices.sections.claims);
  await take('evidencia');
  await openAddress(page, application, `/practicas/comisiones/${commissionId}/resultado`);
  await seeHeading(page, es.commissionUi.result.ranking);
  await take('comision');
  await client.call('project.openDemonstration', { fresh: false });
}

/** The record of a template that was used, with its sample data in and its report prepared. */
async function usedTemplate({ client }: Application, slug: string): Promise<string> {
  const { practiceId } = await client.call('template.use', { slug, practiceId: null });
  await client.call('template.importSample', { practiceId, sampleKey: null });
  await client.call('template.prepare', { practiceId, render: ['pdf'] });
  return practiceId;
}

async function takeMeetings({ page, application, take }: Scene): Promise<void> {
  const { measurements } = await application.client.call('measurement.list', {});
  const meetings = measurements.find(({ spec }) => spec.kind === 'meetings');
  await openAddress(page, application, `/recuentos/${meetings?.id}`);
  await page.getByRole('figure').getByRole('img').first().waitFor();
  await take('recuento');
}

/** The commission of its template with the synthetic scores of its workbook. */
async function scoredCommission({ client }: Application): Promise<string> {
  const { practiceId } = await client.call('template.use', { slug: 'comision-2024', practiceId: null });
  const input = { practiceId, hasSampleScores: true, locale: 'es' } as const;
  const { id } = await client.call('commission.fromTemplate', input);
  return id;
}

async function toTop(page: Page, heading: string): Promise<void> {
  const found = page.getByRole('heading', { name: heading, exact: true });
  await found.evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
    window.scrollBy(0, -24);
  });
}
