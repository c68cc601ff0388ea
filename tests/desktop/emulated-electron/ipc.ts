import type { Frame, Page } from 'playwright-core';
import { fromBase64, toBase64 } from '../../../electron/host/base64';
import { decodeJson, encodeJson } from '../../../shared/wire';
import { EventEmitter, toAppUrl } from './state';

type Handler = (event: unknown, ...values: unknown[]) => unknown;
/** What the page gets back from an invoke. */
export type InvokeAnswer = { failed: false; text: string } | { failed: true; message: string };

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();

/** Values as they are after crossing between processes; throws on what cannot be cloned. */
export function encodeValues(values: unknown): string {
  return encodeJson(structuredClone(values), toBase64);
}

export type Sender = { mainFrame: EmulatedFrame; frameOf(frame: Frame): EmulatedFrame };
export type EmulatedFrame = { readonly url: string };

/** A frame as ipcMain's listeners see it. */
export function emulatedFrame(frame: Frame): EmulatedFrame {
  return {
    get url() {
      return toAppUrl(frame.url());
    },
  };
}

/** Passes a message from a page to ipcMain. */
export async function receiveFromPage(
  sender: Sender,
  source: { frame: Frame; page: Page },
  kind: 'send' | 'invoke',
  channel: string,
  text: string,
): Promise<InvokeAnswer> {
  const decoded = decodeJson(text, fromBase64);
  const values: unknown[] = Array.isArray(decoded) ? decoded : [];
  const event = { sender, senderFrame: sender.frameOf(source.frame) };
  if (kind === 'send') {
    try {
      ipcMain.emit(channel, event, ...values);
    } catch (error) {
      // Electron reports an exception of a listener in the main process; the page learns nothing.
      process.stderr.write(`ipc ${channel} refused: ${String(error)}\n`);
    }
    return { failed: false, text: encodeValues([null]) };
  }
  const handler = ipcMain.handlers.get(channel);
  if (handler === undefined) return { failed: true, message: `No handler registered for '${channel}'` };
  try {
    return { failed: false, text: encodeValues([await handler(event, ...values)]) };
  } catch (error) {
    return { failed: true, message: String(error) };
  }
}
