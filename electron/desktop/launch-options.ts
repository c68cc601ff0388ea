import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { projectExtension } from './file-channels';

export type DesktopOptions = { dataFolder: string | null; demonstration: 'never' | 'first' | 'fresh' };

/** Reads the words after the program's name; words meant for Chromium itself are passed over. */
export function readDesktopOptions(words: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      'data-folder': { type: 'string' },
      'no-demo': { type: 'boolean' },
      'fresh-demo': { type: 'boolean' },
    },
  });
  const dataFolder = values['data-folder'];
  const isFresh = values['fresh-demo'] === true;
  return {
    dataFolder: typeof dataFolder === 'string' ? dataFolder : null,
    demonstration: values['no-demo'] === true ? 'never' : isFresh ? 'fresh' : 'first',
  };
}

/** The project files among the words of a command line, as a double click writes it. */
export function projectPaths(words: readonly string[]): string[] {
  return words.filter((word) => !word.startsWith('-') && extname(word).toLowerCase() === projectExtension);
}
