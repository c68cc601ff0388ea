import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, session } from 'electron';
import type { MenuCommand } from '../../shared/desktop-bridge';
import { asAppError } from '../../shared/errors';
import { errorText } from '../../shared/text/errors';
import { hostTexts } from '../../shared/text/hosts';
import { openFirstProject } from '../host/open-first-project';
import { answerCallChannels, cancelWhenGone } from './call-channels';
import { EngineHost } from './engine-host';
import { engineTransport } from './engine-transport';
import { answerFileChannels, grant } from './file-channels';
import { channels } from './ipc';
import { projectPaths, readDesktopOptions } from './launch-options';
import { setMenu } from './menu';
import { declareScheme, serveWindow } from './protocol';
import { checkSender, denyPermissions } from './security';
import { openWindow } from './windows';

const locale = 'es';
const text = hostTexts(locale);
const closeTimeoutMs = 5000;
/** A call younger than this ends by itself before anybody reads a question about it. */
const longCallMs = 1500;

let window: BrowserWindow | null = null;
let engine: EngineHost | null = null;
let isListening = false;
let isQuitting = false;
let isRestarting = false;
const options = readDesktopOptions(process.argv.slice(1));
const waitingPaths: string[] = projectPaths(process.argv.slice(1));

function launch(): void {
  if (options.dataFolder !== null) app.setPath('userData', options.dataFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.setAppUserModelId('cl.lineabase.app');
  declareScheme();
  app.enableSandbox();
  app.on('second-instance', (_event, words) => {
    waitingPaths.push(...projectPaths(words));
    focus();
    void handOverProjects();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    waitingPaths.push(path);
    void handOverProjects();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (window === null && engine !== null) void showWindow(engine);
  });
  app.on('before-quit', (event) => {
    if (isQuitting || engine === null) return;
    event.preventDefault();
    void quit(engine);
  });
  app.whenReady().then(ready).catch(fail);
}

async function ready(): Promise<void> {
  denyPermissions(session.defaultSession);
  await serveWindow(join(import.meta.dirname, '..', 'renderer'));
  const dataFolder = app.getPath('userData');
  const host = new EngineHost({
    modulePath: join(import.meta.dirname, 'engine.js'),
    folders: {
      dataFolder,
      projectsFolder:
        options.dataFolder === null
          ? join(app.getPath('documents'), 'Línea Base')
          : join(dataFolder, 'proyectos'),
      resourcesFolder: app.isPackaged ? process.resourcesPath : app.getAppPath(),
    },
    onRestart: tellRestart,
  });
  engine = host;
  answerCallChannels(host);
  answerFileChannels({ engine: host, text: text.dialogs, window: () => window });
  ipcMain.on(channels.ready, (event) => {
    checkSender(event);
    isListening = true;
    void handOverProjects();
  });
  setMenu(text.menu, sendCommand, process.platform);
  await showWindow(host);
}

async function showWindow(host: EngineHost): Promise<void> {
  isListening = false;
  await openWindow(join(app.getPath('userData'), 'window.json'), async (created) => {
    window = created;
    cancelWhenGone(host, created.webContents);
    created.webContents.on('will-prevent-unload', (event) => {
      if (isRestarting || confirmLeave(created)) event.preventDefault();
      isRestarting = false;
    });
    created.on('closed', () => {
      window = null;
      isListening = false;
    });
    if (waitingPaths.length === 0) await prepareDemonstration(host, created);
  });
}

/** With no project yet, the window first shows the progress of making the demonstration. */
async function prepareDemonstration(host: EngineHost, shown: BrowserWindow): Promise<void> {
  if (options.demonstration === 'never') return;
  try {
    await openFirstProject(engineTransport(host), {
      fresh: options.demonstration === 'fresh',
      onPreparing: () => {
        shown.setTitle(text.launch.demonstration);
        shown.show();
      },
      onProgress: ({ share }) => shown.setProgressBar(share ?? 2),
    });
  } catch (error) {
    // The start page offers the demonstration again; nothing else depends on it.
    console.error(error);
  } finally {
    if (!shown.isDestroyed()) shown.setProgressBar(-1);
  }
}

function sendCommand(command: MenuCommand): void {
  window?.webContents.send(channels.menu, command);
}

function focus(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Hands double-clicked projects to the window, once it listens; the last one stays open. */
async function handOverProjects(): Promise<void> {
  while (isListening && engine !== null && waitingPaths.length > 0) {
    const path = waitingPaths.shift();
    if (path === undefined) return;
    try {
      const { fileId } = await grant(engine, path);
      window?.webContents.send(channels.openProject, fileId);
    } catch (error) {
      showError(error);
    }
  }
}

/** Asks first when long work is under way; then the engine closes its project before the process ends. */
async function quit(host: EngineHost): Promise<void> {
  if (host.hasCallOlderThan(longCallMs) && !(await confirmQuit())) return;
  isQuitting = true;
  await host.close(closeTimeoutMs);
  app.quit();
}

async function confirmQuit(): Promise<boolean> {
  const question = {
    type: 'question' as const,
    title: text.dialogs.quitTitle,
    message: text.dialogs.quitMessage,
    detail: text.dialogs.quitDetail,
    buttons: [text.dialogs.quitStay, text.dialogs.quitNow],
    defaultId: 0,
    cancelId: 0,
  };
  const answer = await (window === null
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question));
  return answer.response === 1;
}

/** The page holds something unfinished, which does not outlive it. */
function confirmLeave(parent: BrowserWindow): boolean {
  return (
    dialog.showMessageBoxSync(parent, {
      type: 'question',
      title: text.dialogs.leaveTitle,
      message: text.dialogs.quitMessage,
      detail: text.dialogs.leaveDetail,
      buttons: [text.dialogs.quitStay, text.dialogs.quitNow],
      defaultId: 0,
      cancelId: 0,
    }) === 1
  );
}

/** The calls that were running end in `engine-stopped`; the page starts over with no project open. */
function tellRestart(): void {
  isRestarting = true;
  window?.webContents.reload();
}

function showError(error: unknown): void {
  const worded = errorText(asAppError(error).toWire(), locale);
  dialog.showErrorBox(worded.title, [worded.detail, worded.advice].filter(Boolean).join('\n\n'));
}

function fail(error: unknown): void {
  showError(error);
  app.exit(1);
}

launch();
