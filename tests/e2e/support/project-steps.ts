import type { Locator, Page } from 'playwright-core';
import { formatPercent } from '../../../shared/text/format';
import { es, goTo, seeHeading } from './screen';

/** The row of one group whose figures are hidden. */
export function protectedRow(table: Locator, name: string): Locator {
  return table.getByRole('row', { name: new RegExp(`^${name} ${es.common.privacy.protected}`) });
}

/** People in both waves, then the share of each wave, as the row of a matched comparison reads them out. */
export async function seeShares(
  table: Locator,
  name: string,
  n: number,
  before: number,
  after: number,
): Promise<void> {
  const figures = new RegExp(`^${name} ${n} · ${n}\\b.* ${share(before, n)} .* ${share(after, n)} `);
  await table.getByRole('row', { name: figures }).waitFor();
}

/** A share as it is written on screen, with an ordinary space. */
export function share(count: number, n: number): string {
  return formatPercent(count / n, 1, 'es').replaceAll(/\s/g, ' ');
}

/** The button that hands out the file with this ending. */
export function saveButton(page: Page, ending: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^Guardar .*\\${ending}$`) });
}

/** Waits until a report says this of its files. */
export async function seeStatus(page: Page, status: keyof typeof es.reportsUi.status): Promise<void> {
  await page.getByText(es.reportsUi.status[status], { exact: true }).first().waitFor();
}

/** Waits until exactly one claim of the open record says this of its evidence. */
export async function seeEvidence(
  page: Page,
  status: keyof typeof es.practices.claims.status,
): Promise<void> {
  const claims = page.getByRole('region', { name: es.practices.sections.claims });
  await claims.getByText(es.practices.claims.status[status], { exact: true }).waitFor();
}

/** Opens a report from its list. */
export async function openReport(page: Page, title: string): Promise<void> {
  await goTo(page, 'reports');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('textbox', { name: es.reportsUi.columns.title, exact: true }).waitFor();
}

/** Opens the record of Los Andes from the list of practices. */
export async function openPractice(page: Page): Promise<void> {
  await goTo(page, 'practices');
  await page.getByRole('listitem').filter({ hasText: 'Los Andes' }).getByRole('link').click();
  await seeHeading(page, es.practices.sections.claims);
}

/** Asks for a wave to be deleted, its name typed as the application demands. */
export async function deleteWave(page: Page, name: string): Promise<void> {
  await goTo(page, 'waves');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: es.waves.page.edit }).click();
  const panel = page.getByRole('dialog', { name: es.waves.edit.title });
  await panel.getByLabel(es.waves.edit.deletePrompt(name)).fill(name);
  await panel.getByRole('button', { name: es.waves.edit.deleteButton }).click();
}

/** Changes what an indicator does with those who did not answer. */
export async function changeMissingRule(
  page: Page,
  indicator: string,
  rule: 'exclude' | 'count-as-no',
): Promise<void> {
  await goTo(page, 'indicators');
  await page.getByRole('row', { name: new RegExp(`^${indicator} `) }).click();
  await page.getByRole('radio', { name: es.indicators.missing[rule] }).click();
  await page.getByRole('button', { name: es.common.actions.save }).click();
  await page.getByText(es.indicators.saved(indicator)).waitFor();
}
