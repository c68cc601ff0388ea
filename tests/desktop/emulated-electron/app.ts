import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, emulation, preventable } from './state';

const paths = new Map<string, string>([
  ['userData', join(tmpdir(), 'linea-base-emulated')],
  ['documents', join(tmpdir(), 'linea-base-emulated', 'documents')],
]);

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly name = 'Línea Base';
  readonly commandLine = { hasSwitch: () => false, getSwitchValue: () => '' };
  rootFolder = process.cwd();
  /** Ends the process; set by the host, which has a browser to close first. */
  end: (code: number) => void = (code) => process.exit(code);
  /** Closes all windows; set by the host. */
  closeWindows: () => void = () => undefined;
  private isQuitting = false;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  setAppUserModelId(id: string): void {
    emulation.appUserModelId = id;
  }
  enableSandbox(): void {
    emulation.isSandboxEnabled = true;
  }
  getPath(name: string): string {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string): void {
    paths.set(name, path);
  }
  getAppPath(): string {
    return this.rootFolder;
  }
  getLocale(): string {
    return 'es-CL';
  }
  showAboutPanel(): void {
    emulation.aboutShown += 1;
  }
  quit(): void {
    if (this.isQuitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.isQuitting = true;
    this.closeWindows();
    this.emit('will-quit', preventable({}));
    this.emit('quit', {}, 0);
    this.end(0);
  }
  exit(code = 0): void {
    this.end(code);
  }
}

export const app = new App();
