import type { Call, MethodName, MethodOutput, ParsedInput } from '../../shared/contract';
import type { FileStore } from './files/file-store';
import type { KeyStore } from './privacy/key-store';
import type { OpenProject } from './projects/open-project';
import type { ProjectSession } from './projects/project-session';

export type HostKind = 'memory' | 'loopback' | 'cli' | 'desktop';

/** What the engine takes from outside; the clock, randomness and logger are arguments so that tests can fix them. */
export type EngineOptions = {
  host: HostKind;
  /** Application data: list of recent projects, vault keys, staging. */
  dataFolder: string;
  projectsFolder: string;
  /** Where `seeds/` and `sample-data/` are. */
  resourcesFolder: string;
  hasDialogs?: boolean;
  now?: () => Date;
  randomBytes?: (size: number) => Uint8Array;
  log?: (line: string) => void;
  /** Where the keys of vaults are kept; null keeps them in files of the data folder. */
  keyStore?: KeyStore | null;
};

export type EngineContext = {
  readonly options: Required<EngineOptions>;
  readonly files: FileStore;
  readonly projects: ProjectSession;
  /** The open project. Throws `no-project-open`. */
  project(): OpenProject;
  /** A new id such as `ind_k3v9…`. */
  newId(prefix: string): string;
  /** The present instant as ISO text. */
  instant(): string;
};

export type Handler<M extends MethodName> = (
  context: EngineContext,
  input: ParsedInput<M>,
  call: Call,
) => Promise<MethodOutput<M>>;

export type HandlerMap = { [M in MethodName]?: Handler<M> };
export type AllHandlers = { [M in MethodName]: Handler<M> };
