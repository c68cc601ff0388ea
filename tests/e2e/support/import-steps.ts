import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { es, seeHeading } from './screen';

/** The heading of each step after the file. */
export const stepHeadings = {
  dialect: es.import.dialect.title,
  columns: es.import.columnsStep.title,
  match: es.import.match.title,
  identity: es.import.identity.title,
  confirm: es.import.confirm.title,
} as const;

/** Decides every difference with the instrument as it is proposed; those without a proposal are taken as they are. */
export async function acceptDifferences(page: Page): Promise<void> {
  const words = es.import.match;
  const { match } = es.importColumns;
  await page.getByText(match.text).waitFor();
  const [acceptWord] = match.accept('').split(':');
  const accept = page.getByRole('button', { name: new RegExp(`^${acceptWord}:`) });
  const together = page.getByRole('button', { name: new RegExp(match.acceptAll('.+')) });
  if ((await together.count()) > 0) {
    await together.click();
    await together.waitFor({ state: 'detached' });
  }
  for (let left = await accept.count(); left > 0; left = await accept.count()) {
    await accept.first().click();
    await expect.poll(() => accept.count()).toBeLessThan(left);
  }
  for (const box of await page.getByRole('combobox', { name: new RegExp(`^${words.decision}: `) }).all()) {
    if ((await box.inputValue()) !== '') continue;
    await box.click();
    await page.getByRole('option').first().click();
  }
}

/** Goes on to the next step, which must be the one named. Leaving the differences accepts what is proposed. */
export async function continueTo(page: Page, step: keyof typeof stepHeadings): Promise<void> {
  const isAtMatch = (await page.getByRole('heading', { name: stepHeadings.match }).count()) > 0;
  if (isAtMatch && step === 'identity') await acceptDifferences(page);
  await page.getByRole('button', { name: es.common.actions.continue }).click();
  await seeHeading(page, stepHeadings[step]);
}

/** The titles of the preview as it is read now, the line number first. */
export async function previewHeaders(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: es.import.dialect.preview });
  return table.getByRole('columnheader').allInnerTexts();
}

/** Opens what can be corrected about a column. */
export async function openColumn(page: Page, header: string): Promise<Locator> {
  await page.getByRole('row', { name: new RegExp(`^${header} `) }).click();
  const panel = page.getByRole('dialog', { name: header });
  await panel.waitFor();
  return panel;
}

/** Names the wave and imports it; the receipt stands afterwards. */
export async function confirmWave(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: es.import.confirm.nameLabel, exact: true }).fill(name);
  await page.getByRole('button', { name: /^Importar \d/ }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('heading', { name: es.waves.receipt.setAsideTitle }).waitFor();
}

/** The receipt on screen says these counts, and that a second reader agrees. */
export async function seeReceiptCounts(
  page: Page,
  counts: { rowsRead: number; rowsKept: number; rowsSetAside: number },
): Promise<void> {
  const write = (value: number) => formatNumber(value, 0, 'es');
  const { receipt } = es.waves;
  const receiptTab = page.getByRole('tabpanel', { name: es.waves.page.tabs.recibo });
  const text = (await receiptTab.allInnerTexts()).join(' ');
  const read = formatCount(counts.rowsRead, es.import.row, es.import.rows, 'es');
  expect(text).toContain(receipt.headline(read, write(counts.rowsKept), write(counts.rowsSetAside)));
  expect(text).toContain(receipt.secondCount(write(counts.rowsRead)));
}
