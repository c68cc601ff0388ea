import type { Locator, Page } from 'playwright-core';
import { type Texts, texts } from '../../../shared/text';
import type { Application } from './application';

/** The Spanish words of the interface, by which a person and these tests find things. */
export const es: Texts = texts('es');

/** Goes to a section by its entry in the rail. */
export async function goTo(page: Page, section: keyof Texts['common']['sections']): Promise<void> {
  const rail = page.getByRole('navigation', { name: es.common.navigation.label });
  await rail.getByRole('link', { name: es.common.sections[section] }).click();
}

/** Chooses an option of a list by its words. */
export async function choose(place: Page | Locator, list: string, option: string | RegExp): Promise<void> {
  const box = place.getByRole('combobox', { name: list });
  await box.click();
  const page = 'page' in place ? place.page() : place;
  await page.getByRole('option', { name: option }).first().click();
}

/** Waits for a heading that starts so. */
export async function seeHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name }).first().waitFor();
}

/** What the cells of a row say, one after another with single spaces. */
export async function wordsOf(row: Locator): Promise<string> {
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** Presses the button that downloads and gives the path of the file on this computer. */
export async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return file.path();
}

/** Goes straight to an address of the window, such as `/mediciones`, without loading it anew. */
export async function openAddress(page: Page, application: Application, address: string): Promise<void> {
  const [window] = application.launchUrl.split('#');
  await page.goto(`${window}#${address}`);
}
