import type { Transport } from '../../shared/client';
import type { MenuCommand, StagedFile } from '../../shared/desktop-bridge';
import { desktopHost, findDesktopBridge } from './desktop-host';
import { loopbackHost, takeToken } from './loopback-host';

/** Native file dialogs; each resolves to null when the person cancels. */
export type HostDialogs = {
  pickProject(): Promise<string | null>;
  pickNewProject(suggestedName: string): Promise<string | null>;
  pickData(): Promise<StagedFile | null>;
};

/** What the window can ask of the program around it: the engine's calls, and files in and out. */
export type HostBridge = {
  kind: 'loopback' | 'desktop';
  transport: Transport;
  stageFile(file: File): Promise<StagedFile>;
  /** Hands a file the engine wrote to the person; false when they cancel. */
  saveOutput(file: { fileId: string; name: string }): Promise<boolean>;
  /** Null where the host has none and the browser's own file input serves. */
  dialogs: HostDialogs | null;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  onOpenProject(listener: (fileId: string) => void): () => void;
};

/** The host around this window: the desktop application when its bridge is there, otherwise the loopback server. */
export function connectHost(): HostBridge {
  const bridge = findDesktopBridge();
  return bridge ? desktopHost(bridge) : loopbackHost(takeToken());
}
