import { mkdtempSync, rmSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../../scripts/chromium';
import { app } from './app';
import { BrowserWindow, contentsOf, frameOf } from './browser-window';
import { ipcMain } from './ipc';
import { answerRoute, decide, dialog, Menu, menuItems, protocol, screen, session } from './services';
import { emulation } from './state';
import { killUtilityProcesses, latestUtilityProcess, utilityProcess } from './utility-process';

/** Commands of the test, over Node's own channel between processes. */
const commands: Record<string, (...values: never[]) => unknown> = {
  state: () => ({
    schemes: emulation.schemes,
    isSandboxEnabled: emulation.isSandboxEnabled,
    appUserModelId: emulation.appUserModelId,
    dialogs: emulation.dialogs,
    aboutShown: emulation.aboutShown,
    enginePid: latestUtilityProcess()?.pid ?? null,
    channels: { handled: [...ipcMain.handlers.keys()], listened: ipcMain.eventNames().map(String) },
    windows: BrowserWindow.getAllWindows().map((window) => ({
      options: window.options,
      isShown: window.isShown,
      title: window.title,
      progress: window.progress,
      blocked: window.webContents.blocked,
      url: window.webContents.mainFrame.url,
    })),
  }),
  answerDialog: (answer: unknown) => emulation.answers.push(answer),
  menu: () => menuItems().map(({ id, label, accelerator, role }) => ({ id, label, accelerator, role })),
  clickMenu: (id: string) => {
    const item = menuItems().find((candidate) => candidate.id === id || candidate.label === id);
    if (item?.click === undefined) throw new Error(`No menu item ${id}`);
    item.click();
  },
  setPaths: async (paths: [name: string, path: string][]) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.send('__paths', ...paths);
    await contents?.delivered();
  },
  permission: (name: string) => decide(name),
  /** A message as from a frame at this address; `top` is the window's own. */
  messageFrom: (url: string, channel: string, ...values: unknown[]) =>
    ipcMain.handlers.get(channel)?.(eventFrom(url), ...values),
  sendFrom: (url: string, channel: string, ...values: unknown[]) =>
    ipcMain.emit(channel, eventFrom(url), ...values),
  secondInstance: (words: string[]) => app.emit('second-instance', {}, words, ''),
  openFile: (path: string) => app.emit('open-file', { preventDefault: () => undefined }, path),
  crashEngine: () => latestUtilityProcess()?.crash(),
  closeWindow: () => BrowserWindow.getAllWindows()[0]?.close(),
  quit: () => app.quit(),
};

function eventFrom(url: string): { sender: unknown; senderFrame: { url: string } } {
  const sender = BrowserWindow.getAllWindows()[0]?.webContents;
  if (sender === undefined) throw new Error('No window');
  return { sender, senderFrame: url === 'top' ? sender.mainFrame : { url } };
}

async function start(): Promise<void> {
  const [rootFolder = '', debugPort = '0', ...words] = process.argv.slice(2);
  const profile = mkdtempSync(join(tmpdir(), 'linea-base-emulated-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${debugPort}`,
    ],
    locale: 'es-CL',
  });
  emulation.context = context;
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) {
      const contents = contentsOf(frameOf(request)?.page() ?? null);
      // 'aborted' leaves the page that is shown where it is; other reasons would put an error page there.
      if (contents === null || !contents.admits(request)) return route.abort('aborted');
    }
    return answerRoute(route).catch(() => undefined);
  });
  app.rootFolder = rootFolder;
  app.closeWindows = () => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  };
  app.end = (code) => {
    killUtilityProcesses();
    void context.close().finally(() => {
      try {
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      } catch {
        // Chromium may still be writing into its profile; what is left lies in the folder for temporary files.
      }
      process.exit(code);
    });
  };
  process.on('disconnect', () => app.end(0));
  process.on('message', (message: { id: number; name: string; values: never[] }) => {
    void obey(message);
  });
  process.argv = [process.execPath, rootFolder, ...words];
  Reflect.set(globalThis, Symbol.for('linea-base.emulated-electron'), {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    protocol,
    screen,
    session,
    utilityProcess,
  });
  register('./resolve-electron.mjs', import.meta.url);
  process.send?.({ note: 'This is an emulation, not Electron' });
  await import(pathToFileURL(resolve(rootFolder, 'dist/main/main.js')).href);
}

async function obey({ id, name, values }: { id: number; name: string; values: never[] }): Promise<void> {
  try {
    const value = await commands[name]?.(...values);
    process.send?.({ id, value: JSON.parse(JSON.stringify(value ?? null)) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
}

await start();
