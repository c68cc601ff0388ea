import { ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import type { Frame } from '../../shared/wire';
import type { EngineHost } from './engine-host';
import { channels } from './ipc';
import { checkSender } from './security';

const Start = z.tuple([z.string().min(1).max(64), z.string(), z.unknown()]);
const Cancel = z.tuple([z.string().min(1).max(64)]);

/** Joins the calls of a window to the engine. A message from anywhere else is dropped. */
export function answerCallChannels(engine: EngineHost): void {
  ipcMain.on(channels.start, (event, ...raw: unknown[]) => {
    checkSender(event);
    const [callId, method, input] = Start.parse(raw);
    const contents = event.sender;
    engine.start(ownId(contents, callId), method, input, (frame) => deliver(contents, callId, frame));
  });
  ipcMain.on(channels.cancel, (event, ...raw: unknown[]) => {
    checkSender(event);
    const [callId] = Cancel.parse(raw);
    engine.cancel(ownId(event.sender, callId));
  });
}

/** Cancels what a page had asked for once it is gone or loads anew. */
export function cancelWhenGone(engine: EngineHost, contents: WebContents): void {
  const id = contents.id;
  const cancel = () => engine.cancelAll((callId) => callId.startsWith(`${id}:`));
  contents.on('destroyed', cancel);
  contents.on('render-process-gone', cancel);
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) cancel();
  });
}

/** One window cannot cancel or answer for another: its calls carry its own number. */
function ownId(contents: WebContents, callId: string): string {
  return `${contents.id}:${callId}`;
}

function deliver(contents: WebContents, callId: string, frame: Frame): void {
  if (!contents.isDestroyed()) contents.send(channels.frame, callId, frame);
}
