import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/desktop-bridge';
import type { HostTexts } from '../../shared/text/hosts';

type Item = MenuItemConstructorOptions;
type Send = (command: MenuCommand) => void;

/** Sets the application's menu; commands go to the window, which knows what each means now. */
export function setMenu(text: HostTexts['menu'], send: Send, platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, send, platform)));
}

function menuTemplate(text: HostTexts['menu'], send: Send, platform: NodeJS.Platform): Item[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [macMenu(text)] : []),
    fileMenu(text, send, isMac),
    editMenu(text, send),
    viewMenu(text, send),
    { label: text.window, role: 'window', submenu: [minimise(text), closeItem(text)] },
    {
      label: text.help,
      role: 'help',
      submenu: [
        commandItem(text.manual, 'help', send, 'F1'),
        ...(isMac ? [] : [{ label: text.about, click: () => app.showAboutPanel() }]),
      ],
    },
  ];
}

function commandItem(label: string, command: MenuCommand, send: Send, accelerator?: string): Item {
  const item: Item = { id: command, label, click: () => send(command) };
  return accelerator === undefined ? item : { ...item, accelerator };
}

function fileMenu(text: HostTexts['menu'], send: Send, isMac: boolean): Item {
  return {
    label: text.file,
    submenu: [
      commandItem(text.newProject, 'new-project', send, 'CmdOrCtrl+N'),
      commandItem(text.openProject, 'open-project', send, 'CmdOrCtrl+O'),
      { type: 'separator' },
      commandItem(text.import, 'import', send, 'CmdOrCtrl+I'),
      { type: 'separator' },
      commandItem(text.saveAs, 'save-as', send, 'CmdOrCtrl+Shift+S'),
      commandItem(text.exportProject, 'export-project', send, 'CmdOrCtrl+Shift+E'),
      ...(isMac ? [] : [{ type: 'separator' } satisfies Item, quitItem(text)]),
    ],
  };
}

function editMenu(text: HostTexts['menu'], send: Send): Item {
  // The page handles these two keys itself: in a text field they undo what was typed.
  const isHandledByPage = { registerAccelerator: false };
  return {
    label: text.edit,
    submenu: [
      { ...commandItem(text.undo, 'undo', send, 'CmdOrCtrl+Z'), ...isHandledByPage },
      { ...commandItem(text.redo, 'redo', send, 'CmdOrCtrl+Shift+Z'), ...isHandledByPage },
      { type: 'separator' },
      { label: text.cut, role: 'cut' },
      { label: text.copy, role: 'copy' },
      { label: text.paste, role: 'paste' },
      { label: text.selectAll, role: 'selectAll' },
    ],
  };
}

function viewMenu(text: HostTexts['menu'], send: Send): Item {
  return {
    label: text.view,
    submenu: [
      commandItem(text.theme, 'toggle-theme', send),
      { type: 'separator' },
      { label: text.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
      { label: text.zoomOut, role: 'zoomOut' },
      { label: text.zoomReset, role: 'resetZoom' },
      { type: 'separator' },
      { label: text.fullScreen, role: 'togglefullscreen' },
    ],
  };
}

function macMenu(text: HostTexts['menu']): Item {
  return {
    label: app.name,
    submenu: [
      { label: text.about, role: 'about' },
      { type: 'separator' },
      { label: text.hide, role: 'hide' },
      { label: text.hideOthers, role: 'hideOthers' },
      { label: text.showAll, role: 'unhide' },
      { type: 'separator' },
      quitItem(text),
    ],
  };
}

function quitItem(text: HostTexts['menu']): Item {
  return { label: text.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() };
}

function minimise(text: HostTexts['menu']): Item {
  return { label: text.minimise, role: 'minimize' };
}

function closeItem(text: HostTexts['menu']): Item {
  return { label: text.close, role: 'close' };
}
