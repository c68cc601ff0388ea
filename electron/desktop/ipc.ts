import type { StagedFile } from '../../shared/desktop-bridge';
import type { WireError } from '../../shared/errors';
import type { Frame } from '../../shared/wire';

/** Channels between window and main process; nothing else crosses. */
export const channels = {
  start: 'call:start',
  cancel: 'call:cancel',
  frame: 'call:frame',
  stagePath: 'file:stage-path',
  stageBytes: 'file:stage-bytes',
  saveOutput: 'file:save-output',
  pickProject: 'dialog:pick-project',
  pickNewProject: 'dialog:pick-new-project',
  pickData: 'dialog:pick-data',
  menu: 'menu:command',
  openProject: 'project:open-file',
  ready: 'window:ready',
} as const;

/** Files up to this size may be handed over as bytes; anything larger must be a file on disk. */
export const stageBytesLimit = 64 * 1024 * 1024;

export type EngineStart = {
  type: 'start';
  dataFolder: string;
  projectsFolder: string;
  resourcesFolder: string;
};
export type EngineRequest =
  | { name: 'grant-path'; path: string; access: 'read' | 'write' }
  | { name: 'stage-bytes'; fileName: string; bytes: Uint8Array }
  | { name: 'output'; fileId: string }
  | { name: 'close' };
export type EngineReply = {
  'grant-path': StagedFile;
  'stage-bytes': StagedFile;
  output: { path: string; name: string; mediaType: string };
  close: null;
};
/** From the main process to the engine's. */
export type ToEngine =
  | EngineStart
  | { type: 'call'; callId: string; method: string; input: unknown }
  | { type: 'cancel'; callId: string }
  | { type: 'request'; requestId: number; request: EngineRequest };
/** From the engine's process to the main one. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'frame'; callId: string; frame: Frame }
  | { type: 'reply'; requestId: number; value: unknown }
  | { type: 'failure'; requestId: number; error: WireError }
  | { type: 'not-started'; error: WireError };
