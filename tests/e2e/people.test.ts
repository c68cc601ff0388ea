import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InstrumentId } from '../../shared/domain/ids';
import { FileId } from '../../shared/domain/ids';
import { type Application, startApplication } from './support/application';
import { seriousFindings } from './support/axe';
import { launchBrowser, openWindow } from './support/browser';
import { es, openAddress, seeHeading } from './support/screen';

/** Invented pupils; the identifiers are made up, with right check digits. */
const head = 'RUN;Nombre del estudiante;Fecha de nacimiento;Colegio;Conoce la oficina\n';
const before = `${head}12.345.678-5;Ana Rojas Soto;03-05-2011;Escuela Norte;Sí
100.200.300-3;Wislande Pierre Louis;09-04-2012;Escuela Sur;No
;Yuleisy Gonzales Mora;1-12-2013;Escuela Sur;No
`;
const after = `${head}12345678-5;Ana Rojas Soto;2011-05-03;Escuela Norte;Sí
26.111.222-1;Pierre Louis Wislande;2012-04-09;Escuela Sur;Sí
26.333.444-2;Yuleisi Gonzalez Mora;2013-12-01;Escuela Sur;Sí
`;
const passphrase = 'caballo pera lunes tejado';
const text = es.people;

let application: Application;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
  await application.client.call('project.create', { name: 'Personas', fileId: null });
  ({ page, problems } = await openWindow(browser, application));
  const instrumentId = await importTable('antes.csv', before, 'Inicio 2023', null);
  await importTable('despues.csv', after, 'Cierre 2024', instrumentId);
  await page.reload();
});
afterAll(async () => {
  await browser?.close();
  await application?.close();
});

/** Sends a table as the window does, and imports it as proposed. */
async function importTable(
  name: string,
  content: string,
  waveName: string,
  instrumentId: InstrumentId | null,
): Promise<InstrumentId> {
  const { client } = application;
  const staged = await application.stage(name, content);
  const { plan } = await client.call('import.propose', {
    fileId: FileId.parse(staged),
    corrections: {},
    ...(instrumentId === null ? { isNew: true } : { instrumentId }),
  });
  const { instrument } = await client.call('wave.import', {
    ...plan,
    wave: { ...plan.wave, name: waveName, isSynthetic: true },
  });
  return instrument.id;
}

it('people are reviewed with names that only the open vault tells, and decisions are taken back', async () => {
  await openAddress(page, application, '/privacidad');
  await page.getByRole('button', { name: es.vault.key.protect }).click();
  await page.getByLabel(es.vault.protect.label).fill(passphrase);
  await page.getByLabel(es.vault.protect.repeat).fill(passphrase);
  await page.getByRole('button', { name: es.vault.protect.button, exact: true }).click();
  await page.getByRole('button', { name: es.vault.key.lock }).click();
  await page.getByText(es.vault.states.locked).waitFor();

  await openAddress(page, application, '/mediciones/personas');
  await seeHeading(page, text.review.lockedTitle);
  expect(await page.getByText('Wislande').count()).toBe(0);
  await page.getByLabel(es.vault.unlock.label).fill('otra frase cualquiera');
  await page.getByRole('button', { name: es.vault.unlock.button, exact: true }).click();
  await page.getByText(/La contraseña no abre/).waitFor();
  await page.getByLabel(es.vault.unlock.label).fill(passphrase);
  await page.getByRole('button', { name: es.vault.unlock.button, exact: true }).click();

  await page.getByRole('cell', { name: 'Wislande Pierre Louis' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: text.review.next }).press('ArrowRight');
  await page.getByRole('cell', { name: 'Yuleisy Gonzales Mora' }).waitFor();
  await page.getByLabel(text.review.decidedBy).fill('Oficina de convivencia');
  await page.getByRole('button', { name: text.review.same }).click();
  await page.getByText(/encontró de nuevo a 2\spersonas/).waitFor();
  expect(await page.getByLabel(text.review.decidedBy).inputValue()).toBe('Oficina de convivencia');
  await page.getByRole('button', { name: text.review.different }).click();
  await seeHeading(page, text.review.empty);
  await page
    .getByRole('button', { name: new RegExp(`^${text.decisions.takeBackOf(text.decisions.kinds.reviewed)}`) })
    .click();
  await page.getByText(/encontró de nuevo a 1\spersona/).waitFor();

  const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  expect(kept).not.toMatch(/Wislande|Yuleis|26111222/);
});

it('identities are handed out for a reason that stays, and destroyed for good', async () => {
  await openAddress(page, application, '/privacidad');
  await page.getByRole('button', { name: es.vault.holds.revealOf('Inicio 2023') }).click();
  await page.getByLabel(es.vault.reveal.reason).fill('Derivar a la oficina de protección');
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: es.vault.reveal.button }).click(),
  ]);
  await page.getByRole('cell', { name: 'Derivar a la oficina de protección' }).waitFor();
  await page.getByRole('button', { name: es.vault.destroy.allButton }).click();
  const button = page.getByRole('button', { name: es.vault.destroy.button });
  expect(await button.isDisabled()).toBe(true);
  await page.getByLabel(es.vault.destroy.prompt(es.vault.destroy.word)).fill(es.vault.destroy.word);
  await button.click();
  await seeHeading(page, es.vault.none.title);
  await page.getByRole('cell', { name: es.vault.audit.actions['vault.destroy'] }).waitFor();
  expect(problems).toEqual([]);
});
