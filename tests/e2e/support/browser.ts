import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/chromium';
import { texts } from '../../../shared/text';
import type { Application } from './application';

export type WindowOptions = { width?: number; height?: number; scheme?: 'light' | 'dark' };
export type OpenWindow = {
  page: Page;
  /** What the page complained about: uncaught errors, console errors, refused by the security policy. */
  problems: string[];
};

/** Starts Chromium without a window. Throws with what to do when there is none and it cannot be installed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Opens the application in a context of its own, in Spanish, and waits until its rail stands. */
export async function openWindow(
  browser: Browser,
  application: Application,
  options: WindowOptions = {},
): Promise<OpenWindow> {
  const { width = 1280, height = 900, scheme = 'light' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'es-CL',
    timezoneId: 'America/Santiago',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(application.launchUrl);
  await page.getByRole('navigation', { name: texts('es').common.navigation.label }).waitFor();
  return { page, problems };
}
