import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import type { CellRules } from './cell-rules';

/** The text of a UTF-8 file from each of the given physical lines on, at most `length` signs each; one pass, in order. */
export async function readSections(
  filePath: string,
  rules: CellRules,
  lines: readonly number[],
  length: number,
  signal: CancelSignal,
): Promise<string[]> {
  const wanted = [...lines].sort((left, right) => left - right);
  const texts = new Map<number, string>();
  const open: number[] = [];
  let line = 1;
  let isAfterReturn = false;
  const take = (text: string): void => {
    for (const start of open) texts.set(start, (texts.get(start) ?? '') + text.slice(0, length));
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const start = open[index];
      if (start !== undefined && (texts.get(start)?.length ?? 0) >= length) open.splice(index, 1);
    }
  };
  const stream: AsyncIterable<string> = createReadStream(filePath, {
    encoding: 'utf8',
    highWaterMark: 1 << 20,
  });
  for await (const chunk of stream) {
    if (signal.aborted) throw new AppError('cancelled');
    let from = 0;
    const begin = (): void => {
      while (wanted[0] !== undefined && wanted[0] <= line) open.push(wanted.shift() ?? 0);
    };
    if (line === 1) begin();
    for (
      let at = nextEnd(chunk, 0, rules);
      at >= 0 && wanted.length > 0;
      at = nextEnd(chunk, at + 1, rules)
    ) {
      const isPair = chunk[at] === '\n' && (at > 0 ? chunk[at - 1] === '\r' : isAfterReturn);
      if (rules.endsAtCarriageReturn && isPair) continue;
      line += 1;
      if (wanted[0] !== line) continue;
      take(chunk.slice(from, at + 1));
      from = at + 1;
      begin();
    }
    isAfterReturn = chunk.endsWith('\r');
    take(chunk.slice(from));
    if (wanted.length === 0 && open.length === 0) break;
  }
  return lines.map((start) =>
    (texts.get(start) ?? '').replace(rules.endsAtCarriageReturn ? /^\n/ : /^$/, ''),
  );
}

function nextEnd(chunk: string, from: number, rules: CellRules): number {
  if (!rules.endsAtCarriageReturn) return chunk.indexOf('\n', from);
  const ends = /[\r\n]/g;
  ends.lastIndex = from;
  return ends.exec(chunk)?.index ?? -1;
}
