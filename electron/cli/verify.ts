import { AppError, asAppError } from '../../shared/errors';
import { texts } from '../../shared/text';
import type { Locale } from '../../shared/text/catalogue';
import { errorText } from '../../shared/text/errors';
import { type BundleVerdict, verifyBundle } from '../engine/bundle/verify-bundle';
import { exitCodeOf, exitSuccess, exitUsage } from './exit-codes';
import type { Surroundings } from './run';

export const verifyCommand = 'verify';

/**
 * Checks a bundle of evidence and says, line by line, what holds and what does not. Needs neither engine nor project. Exits
 * with 0, or with the code of `bundle-altered`, `bundle-unrecognised` or `file-missing`.
 */
export async function runVerify({
  words,
  write,
  tell,
}: Pick<Surroundings, 'words' | 'write' | 'tell'>): Promise<number> {
  const language = words.indexOf('--lang');
  const locale: Locale = language >= 0 && words[language + 1] === 'en' ? 'en' : 'es';
  const isJson = words.includes('--json');
  const text = texts(locale).evidence.verify;
  const valued = new Set(['--lang', '--data-folder']);
  const [filePath, ...stray] = words
    .slice(1)
    .filter((word, index, all) => !word.startsWith('--') && !valued.has(all[index - 1] ?? ''));
  if (words.includes('--help') || words.includes('-h')) {
    write(`${text.usage}\n${text.summary}`);
    return exitSuccess;
  }
  if (filePath === undefined || stray.length > 0) {
    tell(text.usage);
    return exitUsage;
  }
  try {
    const verdict = await verifyBundle(filePath);
    write(isJson ? JSON.stringify(verdict) : describe(verdict, locale));
    if (verdict.isValid) return exitSuccess;
    return failed(new AppError('bundle-altered', { fileName: verdict.fileName }), locale, isJson, { tell });
  } catch (error) {
    if (isJson) write(JSON.stringify({ error: asAppError(error).toWire() }));
    return failed(error, locale, isJson, { tell });
  }
}

function failed(
  error: unknown,
  locale: Locale,
  isJson: boolean,
  { tell }: Pick<Surroundings, 'tell'>,
): number {
  const wire = asAppError(error).toWire();
  const { title, detail, advice } = errorText(wire, locale);
  if (!isJson) tell([`${title} (${wire.code}).`, detail, advice].filter((part) => part !== '').join(' '));
  return exitCodeOf(wire.code);
}

function describe(verdict: BundleVerdict, locale: Locale): string {
  const text = texts(locale).evidence.verify;
  const failing = verdict.checks.filter(({ problems }) => problems.length > 0);
  const { practice, date, applicationVersion } = verdict;
  return [
    failing.length === 0 ? text.ok(verdict.fileName) : text.failed(verdict.fileName, String(failing.length)),
    ...(practice !== null ? [text.practice(practice, date ?? '', applicationVersion ?? '')] : []),
    text.sha256(verdict.sha256),
    '',
    ...verdict.checks.flatMap(({ id, problems }) => [
      problems.length === 0 ? text.holds(text.checks[id]) : text.fails(text.checks[id]),
      ...problems.map((problem) => `          ${problemText(problem, locale)}`),
    ]),
  ].join('\n');
}

function problemText(problem: BundleVerdict['checks'][number]['problems'][number], locale: Locale): string {
  const words = texts(locale).evidence.verify.problems;
  const { code, subject } = problem;
  if (code !== 'cell') return words[code](subject);
  return words.cell(subject, String(problem.row ?? ''), problem.field ?? '');
}
