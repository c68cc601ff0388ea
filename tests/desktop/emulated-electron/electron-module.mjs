const emulated = globalThis[Symbol.for('linea-base.emulated-electron')];

export const app = emulated.app;
export const BrowserWindow = emulated.BrowserWindow;
export const dialog = emulated.dialog;
export const ipcMain = emulated.ipcMain;
export const Menu = emulated.Menu;
export const protocol = emulated.protocol;
export const screen = emulated.screen;
export const session = emulated.session;
export const utilityProcess = emulated.utilityProcess;
