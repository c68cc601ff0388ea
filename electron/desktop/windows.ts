import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { windowUrl } from './protocol';
import { confine, windowPreferences } from './security';
import { fittingBounds, readWindowState, smallestWindow, writeWindowState } from './window-state';

/**
 * Opens the application's window where it was left, and shows it once there is something to see. `created` is told
 * and awaited before the page loads, so that nothing the page does is missed.
 */
export async function openWindow(stateFile: string, created: (window: BrowserWindow) => void): Promise<void> {
  const state = readWindowState(stateFile);
  const bounds = fittingBounds(
    state.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Línea Base',
    backgroundColor: '#ffffff',
    webPreferences: {
      ...windowPreferences,
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
    },
  });
  confine(window.webContents);
  if (state.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    void writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
  await created(window);
  if (window.isDestroyed()) return;
  await window.loadURL(windowUrl);
}
