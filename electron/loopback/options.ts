import type { Locale } from '../../shared/text/catalogue';
import { type HostTexts, hostTexts } from '../../shared/text/hosts';

export type LaunchOptions = {
  port: number;
  dataFolder: string | null;
  opensBrowser: boolean;
  /** Whether the demonstration is opened: never, when there is no project yet, or made anew in any case. */
  demonstration: 'never' | 'first' | 'fresh';
  locale: Locale;
  wantsHelp: boolean;
};

export type ParsedLaunch = { options: LaunchOptions; problem: string | null };

/** Reads the arguments of the loopback host; `problem` is a sentence for the person, null when all is well. */
export function parseLaunchOptions(words: readonly string[]): ParsedLaunch {
  const locale: Locale =
    words[words.indexOf('--lang') + 1] === 'en' && words.includes('--lang') ? 'en' : 'es';
  const text = hostTexts(locale).launch;
  const options: LaunchOptions = {
    port: 0,
    dataFolder: null,
    opensBrowser: true,
    demonstration: 'first',
    locale,
    wantsHelp: false,
  };
  let problem: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const value = words[index + 1];
    switch (word) {
      case '--no-open':
        options.opensBrowser = false;
        break;
      case '--no-demo':
        options.demonstration = 'never';
        break;
      case '--fresh-demo':
        options.demonstration = 'fresh';
        break;
      case '--browser':
        break;
      case '--help':
        options.wantsHelp = true;
        break;
      case '--port':
      case '--data-folder':
      case '--lang':
        if (value === undefined || value.startsWith('--')) problem ??= text.missingValue(word);
        else problem ??= takeValue(options, word, value, text);
        index += 1;
        break;
      default:
        problem ??= text.unknownOption(word);
    }
  }
  return { options, problem };
}

function takeValue(
  options: LaunchOptions,
  option: '--port' | '--data-folder' | '--lang',
  value: string,
  text: HostTexts['launch'],
): string | null {
  if (option === '--data-folder') options.dataFolder = value;
  if (option === '--port') {
    options.port = Number(value);
    if (!/^\d{1,5}$/.test(value) || options.port > 65_535) return text.badPort(value);
  }
  return null;
}
