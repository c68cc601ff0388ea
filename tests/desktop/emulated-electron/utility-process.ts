import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { EventEmitter } from './state';

/** A forked Node process that has a `process.parentPort`, as Electron's utility process has. */
class UtilityProcess extends EventEmitter {
  static readonly all: UtilityProcess[] = [];
  private readonly child: ChildProcess;

  constructor(modulePath: string, words: readonly string[]) {
    super();
    this.child = fork(join(import.meta.dirname, 'parent-port.mjs'), [modulePath, ...words], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('message', (message) => this.emit('message', message));
    this.child.once('exit', (code) => this.emit('exit', code ?? 0));
    this.child.once('spawn', () => this.emit('spawn'));
    this.child.on('error', () => undefined);
    UtilityProcess.all.push(this);
  }

  get pid(): number | undefined {
    return this.child.exitCode === null ? this.child.pid : undefined;
  }
  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(structuredClone(message) as object, () => undefined);
  }
  kill(): boolean {
    return this.child.kill();
  }
  /** As a crash would end it. */
  crash(): void {
    this.child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (modulePath: string, words: readonly string[] = []) => new UtilityProcess(modulePath, words),
};

/** The engine's process now running; null between two. */
export function latestUtilityProcess(): UtilityProcess | null {
  return UtilityProcess.all.at(-1) ?? null;
}

export function killUtilityProcesses(): void {
  for (const child of UtilityProcess.all) child.crash();
}
