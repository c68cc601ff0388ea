import { basename } from 'node:path';
import type { Page } from 'playwright-core';

/** Drops a file of this computer on the middle of an element, as the hand of a person does with the browser. */
export async function dropFile(page: Page, filePath: string, zoneText: string): Promise<void> {
  const zone = page.getByText(zoneText, { exact: true });
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  if (box === null) throw new Error(`nothing to drop ${basename(filePath)} on`);
  const session = await page.context().newCDPSession(page);
  const where = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [filePath], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...where, data });
  }
  await session.detach();
}
