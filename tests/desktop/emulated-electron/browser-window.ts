import { readFileSync } from 'node:fs';
import type { Frame, Page, Request as PageRequest } from 'playwright-core';
import { app } from './app';
import { type EmulatedFrame, emulatedFrame, encodeValues, receiveFromPage, type Sender } from './ipc';
import { pageSide } from './page-side';
import { browserContext, EventEmitter, pageOrigin, preventable, toAppUrl, toPageUrl } from './state';

type WindowOptions = {
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  webPreferences: { preload: string } & Record<string, unknown>;
} & Record<string, unknown>;
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

let lastId = 0;

export class WebContents extends EventEmitter implements Sender {
  readonly id: number;
  page: Page | null = null;
  openHandler: OpenHandler | null = null;
  /** Addresses the application itself asked for; anything else is a navigation by the page. */
  expected = new Set<string>();
  blocked: string[] = [];
  private readonly frames = new Map<Frame, EmulatedFrame>();
  private queue: Promise<unknown> = Promise.resolve();
  private isGone = false;

  constructor() {
    super();
    lastId += 1;
    this.id = lastId;
  }

  get mainFrame(): EmulatedFrame {
    if (this.page === null) throw new Error('No page yet');
    return this.frameOf(this.page.mainFrame());
  }

  frameOf(frame: Frame): EmulatedFrame {
    const known = this.frames.get(frame) ?? emulatedFrame(frame);
    this.frames.set(frame, known);
    return known;
  }

  send(channel: string, ...values: unknown[]): void {
    const text = encodeValues(values);
    this.queue = this.queue.then(() => this.deliver(channel, text)).catch(() => undefined);
  }

  /** Resolves once everything sent so far has reached the page. */
  async delivered(): Promise<void> {
    await this.queue;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  reload(): void {
    if (this.page === null) return;
    this.expected.add(this.page.url());
    void this.page.reload().catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  destroy(): void {
    this.isGone = true;
    this.emit('destroyed');
  }

  /** Decides on a navigation as Electron's events would; true lets it pass. */
  admits(request: PageRequest): boolean {
    const url = toAppUrl(request.url());
    const isMainFrame = frameOf(request) === this.page?.mainFrame();
    if (isMainFrame && this.expected.delete(request.url())) return true;
    const event = preventable({ url, isMainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    if (event.defaultPrevented) this.blocked.push(url);
    return !event.defaultPrevented;
  }

  private deliver(channel: string, text: string): Promise<unknown> {
    if (this.page === null || this.isGone) return Promise.resolve();
    return this.page.evaluate(
      ([name, values]) => {
        const deliver: unknown = Reflect.get(window, '__emulatedDeliver');
        if (typeof deliver === 'function') deliver(name, values);
      },
      [channel, text] as const,
    );
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  title = '';
  isShown = false;
  progress: number[] = [];
  private isMax = false;
  private isGone = false;
  private readonly made: Promise<Page>;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    this.made = this.makePage();
    this.made.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    BrowserWindow.all.push(this);
  }

  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter((window) => !window.isGone);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.made;
    const address = toPageUrl(url);
    this.webContents.expected.add(address);
    await page.goto(address, { waitUntil: 'load' });
    this.emit('ready-to-show');
  }

  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.webContents.destroy();
    void this.made.then((page) => page.close()).catch(() => undefined);
    this.emit('closed');
    if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed');
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.emit('focus');
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {
    this.isMax = true;
  }
  isMaximized(): boolean {
    return this.isMax;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setProgressBar(share: number): void {
    this.progress.push(share);
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  private async makePage(): Promise<Page> {
    const page = await browserContext().newPage();
    const { width = 800, height = 600 } = this.options;
    await page.setViewportSize({ width, height });
    this.webContents.page = page;
    await page.exposeBinding(
      '__emulatedIpc',
      (source, kind: 'send' | 'invoke', channel: string, text: string) =>
        receiveFromPage(this.webContents, source, kind, channel, text),
    );
    await page.addInitScript({
      content: pageSide(readFileSync(this.options.webPreferences.preload, 'utf8')),
    });
    page.on('popup', (popup) => {
      const decision = this.webContents.openHandler?.({ url: toAppUrl(popup.url()) });
      if (decision?.action !== 'allow') void popup.close().catch(() => undefined);
    });
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) return;
      const isMainFrame = frameOf(request) === page.mainFrame();
      this.webContents.emit('did-start-navigation', {
        isMainFrame,
        isSameDocument: false,
        url: request.url(),
      });
    });
    page.on('close', () => this.destroy());
    return page;
  }
}

/** The frame that asks; null for the first request of a page that is only being made, as a popup's is. */
export function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** The window a page belongs to. */
export function contentsOf(page: Page | null): WebContents | null {
  return BrowserWindow.all.find((window) => window.webContents.page === page)?.webContents ?? null;
}

export { pageOrigin };
