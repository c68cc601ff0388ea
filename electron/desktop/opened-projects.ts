import { extname } from 'node:path';
import { projectExtension } from './file-channels';

/** The project files among the words of a command line, as a double click writes it. */
export function projectPaths(words: readonly string[]): string[] {
  return words.filter((word) => !word.startsWith('-') && extname(word).toLowerCase() === projectExtension);
}
