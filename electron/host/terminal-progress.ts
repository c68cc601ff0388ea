import type { Progress } from '../../shared/contract';
import { texts } from '../../shared/text';
import type { Locale } from '../../shared/text/catalogue';

type Terminal = { write(text: string): unknown; isTTY?: boolean };

/**
 * Shows progress on a terminal: one line that is rewritten, or, where the output is kept in a file, a new line
 * for each new stage.
 */
export function terminalProgress(terminal: Terminal, locale: Locale) {
  let shown = '';
  function show(progress: Progress): void {
    const line = progressLine(progress, locale);
    const isSame = terminal.isTTY === true ? line === shown : stageOf(line) === stageOf(shown);
    if (isSame) return;
    terminal.write(terminal.isTTY === true ? `\r\u001b[K  ${line}` : `  ${stageOf(line)}\n`);
    shown = line;
  }
  function end(): void {
    if (shown !== '' && terminal.isTTY === true) terminal.write('\r\u001b[K');
    shown = '';
  }
  return { show, end };
}

function progressLine(progress: Progress, locale: Locale): string {
  const stage = texts(locale).common.stages[progress.stage];
  if (progress.share !== null) return `${stage} … ${Math.floor(progress.share * 100)} %`;
  if (progress.done !== null)
    return `${stage} … ${progress.done.toLocaleString(locale === 'es' ? 'es-CL' : 'en-GB')}`;
  return `${stage} …`;
}

function stageOf(line: string): string {
  return line.split(' … ', 1)[0]?.replace(/ …$/, '') ?? line;
}
