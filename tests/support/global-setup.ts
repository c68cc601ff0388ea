import { ensureChromium, findChromium } from '../../scripts/chromium';

/** Installs Chromium once before the workers start, where it is missing and may be installed. */
export default function setup(): void {
  if (findChromium() !== null) return;
  try {
    ensureChromium();
  } catch (error) {
    // The tests that need it fail with the same sentence; the others run.
    console.error(error instanceof Error ? error.message : error);
  }
}
