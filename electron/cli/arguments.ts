import type { Locale } from '../../shared/text/catalogue';
import { hostTexts } from '../../shared/text/hosts';
import { UsageError } from './usage-error';

/** A command line taken apart; nothing in it has been looked up yet. */
export type CommandLine = {
  method: string | null;
  wantsHelp: boolean;
  helpTopic: string | null;
  locale: Locale;
  project: string | null;
  opensDemonstration: boolean;
  input: string | null;
  inputFile: string | null;
  file: string | null;
  /** The files after the first `--file`, read together with it. */
  moreFiles: string[];
  out: string | null;
  dataFolder: string | null;
  isJson: boolean;
  isQuiet: boolean;
  /** Fields of the input, in the order given; the same name may come several times. */
  fields: { name: string; value: string }[];
};

const valued = {
  '--project': 'project',
  '--input': 'input',
  '--input-file': 'inputFile',
  '--file': 'file',
  '--out': 'out',
  '--data-folder': 'dataFolder',
} as const;

/** Takes the words of a command apart. Throws UsageError for an option without its value or a stray word. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const locale = words[words.indexOf('--lang') + 1] === 'en' && words.includes('--lang') ? 'en' : 'es';
  const text = hostTexts(locale).commandLine;
  const line: CommandLine = {
    method: null,
    wantsHelp: words.length === 0,
    helpTopic: null,
    locale,
    project: null,
    opensDemonstration: false,
    input: null,
    inputFile: null,
    file: null,
    moreFiles: [],
    out: null,
    dataFolder: null,
    isJson: false,
    isQuiet: false,
    fields: [],
  };
  const rest = [...words];
  while (rest.length > 0) {
    const [word, assigned] = splitAssignment(rest.shift() ?? '');
    const next = rest[0];
    if (word === '--json') line.isJson = true;
    else if (word === '--quiet') line.isQuiet = true;
    else if (word === '--demo') line.opensDemonstration = true;
    else if (word === '--help' || word === '-h') {
      line.wantsHelp = true;
      if (next !== undefined && !next.startsWith('-')) line.helpTopic = rest.shift() ?? null;
    } else if (word.startsWith('--')) {
      // A value that begins with two hyphens can be given as `--option=value`.
      const value = assigned ?? (next?.startsWith('--') ? undefined : rest.shift());
      if (value === undefined) throw new UsageError(text.missingValue(word));
      takeValue(line, word, value);
    } else if (line.method === null) line.method = word;
    else throw new UsageError(text.stray(word));
  }
  return line;
}

function takeValue(line: CommandLine, option: string, value: string): void {
  if (option === '--lang') return;
  if (option === '--file' && line.file !== null) line.moreFiles.push(value);
  else if (isValued(option)) line[valued[option]] = value;
  else line.fields.push({ name: option.slice(2), value });
}

function isValued(option: string): option is keyof typeof valued {
  return Object.hasOwn(valued, option);
}

function splitAssignment(word: string): [word: string, assigned: string | undefined] {
  const equals = word.indexOf('=');
  if (!word.startsWith('--') || equals < 0) return [word, undefined];
  return [word.slice(0, equals), word.slice(equals + 1)];
}
