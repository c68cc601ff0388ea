import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { toBridgeError } from '../../shared/bridge-error';
import type { DesktopBridge, MenuCommand } from '../../shared/desktop-bridge';
import type { Answer } from './file-channels';
import { channels } from './ipc';

/** The part of the browser's File that is used here; this layer has no DOM types. */
type FileLike = { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> };

const bridge: DesktopBridge<FileLike> = {
  start: (callId, method, input) => ipcRenderer.send(channels.start, callId, method, input),
  cancel: (callId) => ipcRenderer.send(channels.cancel, callId),
  onFrame: (listener) => listen(channels.frame, (callId: string, frame: unknown) => listener(callId, frame)),
  stageFile: async (file) => {
    // Safe: what the window hands over is a File; getPathForFile throws on anything else.
    const path = webUtils.getPathForFile(file as unknown as Parameters<typeof webUtils.getPathForFile>[0]);
    // A file that the window made in memory has no path.
    if (path === '') {
      return ask(channels.stageBytes, file.name, new Uint8Array(await file.arrayBuffer()));
    }
    return ask(channels.stagePath, path);
  },
  saveOutput: (fileId, suggestedName) => ask(channels.saveOutput, fileId, suggestedName),
  pickProject: () => ask(channels.pickProject),
  pickNewProject: (suggestedName) => ask(channels.pickNewProject, suggestedName),
  pickData: () => ask(channels.pickData),
  onMenu: (listener) => listen(channels.menu, (command: MenuCommand) => listener(command)),
  onOpenProject: (listener) => {
    const stop = listen(channels.openProject, (fileId: string) => listener(fileId));
    // A project opened by double click waits until somebody listens.
    ipcRenderer.send(channels.ready);
    return stop;
  },
};

async function ask<T>(channel: string, ...values: unknown[]): Promise<T> {
  const answer: Answer = await ipcRenderer.invoke(channel, ...values);
  if (!answer.ok) throw toBridgeError(answer.error);
  return answer.value as T; // safe: the main process of this same build answers this channel with this type
}

function listen<Values extends unknown[]>(
  channel: string,
  listener: (...values: Values) => void,
): () => void {
  // Safe: the main process of this same build sends these values on this channel.
  const wrapped = (_event: unknown, ...values: unknown[]) => listener(...(values as Values));
  ipcRenderer.on(channel, wrapped);
  return () => {
    ipcRenderer.removeListener(channel, wrapped);
  };
}

contextBridge.exposeInMainWorld('lineaBase', bridge);
