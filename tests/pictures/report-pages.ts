import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { ensurePoppler } from '../support/ensure-poppler';

const run = promisify(execFile);

/** A picture of pages of a PDF side by side on a quiet ground; page numbers begin at 1. */
export async function pictureOfPages(
  browser: Browser,
  pdfPath: string,
  pages: readonly number[],
  target: string,
): Promise<void> {
  ensurePoppler();
  const folder = await mkdtemp(join(tmpdir(), 'linea-base-pages-'));
  try {
    await run('pdftoppm', ['-r', '90', '-png', pdfPath, join(folder, 'page')]);
    const names = (await readdir(folder)).sort();
    const sources = await Promise.all(
      pages
        .flatMap((page) => names.slice(page - 1, page))
        .map((name) => readFile(join(folder, name), 'base64')),
    );
    const images = sources.map((source) => `<img alt="" src="data:image/png;base64,${source}">`).join('');
    const page = await browser.newPage({ viewport: { width: 1280, height: 640 } });
    await page.setContent(
      `<style>body{margin:0;padding:32px;display:flex;gap:24px;justify-content:center;background:#efefec}
        img{height:576px;box-shadow:0 1px 4px #0003;background:#fff}</style>${images}`,
      { waitUntil: 'load' },
    );
    await page.screenshot({ path: target });
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
