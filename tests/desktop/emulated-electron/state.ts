import { EventEmitter } from 'node:events';
import type { BrowserContext } from 'playwright-core';

export const pageOrigin = 'https://linea-base.emulated';
const appOrigin = 'app://linea-base';

/** The address Chromium is given for an `app://` one. */
export function toPageUrl(url: string): string {
  return url.startsWith(appOrigin) ? pageOrigin + url.slice(appOrigin.length) : url;
}

/** The `app://` address behind the one Chromium has. */
export function toAppUrl(url: string): string {
  return url.startsWith(pageOrigin) ? appOrigin + url.slice(pageOrigin.length) : url;
}

export type DialogCall = { kind: 'open' | 'save' | 'message' | 'error'; options: unknown };

/** Everything the emulation remembers, for the test to look at. */
export const emulation: {
  context: BrowserContext | null;
  schemes: unknown[];
  isSandboxEnabled: boolean;
  dialogs: DialogCall[];
  answers: unknown[];
  aboutShown: number;
  appUserModelId: string;
} = {
  context: null,
  schemes: [],
  isSandboxEnabled: false,
  dialogs: [],
  answers: [],
  aboutShown: 0,
  appUserModelId: '',
};

/** The browser all windows live in. */
export function browserContext(): BrowserContext {
  if (emulation.context === null) throw new Error('The emulated electron has no browser yet');
  return emulation.context;
}

/** An event whose default can be prevented, as Electron passes to its listeners. */
export function preventable<T extends object>(
  details: T,
): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

export { EventEmitter };
