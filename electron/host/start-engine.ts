import { createEngine, type Engine, type EngineOptions } from '../engine/engine';
import { logFile } from './log-file';
import { writeProblem } from './write-problem';

/**
 * Starts the engine of a host, which logs to its data folder. Throws `folder-not-writable` or `disk-full` when that
 * folder cannot be used.
 */
export async function startEngine(options: Omit<EngineOptions, 'log'>): Promise<Engine> {
  try {
    return await createEngine({ ...options, log: logFile(options.dataFolder) });
  } catch (error) {
    throw writeProblem(error, options.dataFolder);
  }
}
