import type { Locator, Page } from 'playwright-core';

const mostPresses = 120;

/** Presses Tab until the focus stands on the target. Throws when it never gets there. */
export async function pressTabUntil(page: Page, target: Locator): Promise<void> {
  // The radios of a segmented control are there and take the focus, with nothing of their own to see.
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not reach ${target}`);
}
