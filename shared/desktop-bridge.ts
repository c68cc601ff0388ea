/** A file the host put within the engine's reach. */
export type StagedFile = { fileId: string; name: string; bytes: number };

export const menuCommands = [
  'new-project',
  'open-project',
  'save-as',
  'import',
  'undo',
  'redo',
  'export-project',
  'toggle-theme',
  'help',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the preload puts on `window.lineaBase`; the only thing the window can reach outside itself. */
export type DesktopBridge<FileLike = unknown> = {
  start(callId: string, method: string, input: unknown): void;
  cancel(callId: string): void;
  /** Frames of every call, in order; returns a function that stops listening. */
  onFrame(listener: (callId: string, frame: unknown) => void): () => void;
  stageFile(file: FileLike): Promise<StagedFile>;
  /** Asks where to save a file the engine wrote; false when the person cancels. */
  saveOutput(fileId: string, suggestedName: string): Promise<boolean>;
  /** Native dialogs; null when the person cancels. */
  pickProject(): Promise<string | null>;
  pickNewProject(suggestedName: string): Promise<string | null>;
  pickData(): Promise<StagedFile | null>;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** A `*.lineabase` opened by double click or dropped on the icon. */
  onOpenProject(listener: (fileId: string) => void): () => void;
};
