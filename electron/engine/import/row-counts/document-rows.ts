import { AppError } from '../../../../shared/errors';
import type { Job } from '../job';
import { utf8Bytes } from '../spreadsheets/xml-text';
import { attributesPattern } from './filled-rows';

/** A row longer than this is not counted a second time. */
const longestRow = 64 * 2 ** 20;

export type DocumentNames = {
  /** The element, without prefix, that holds the rows of a table. */
  table: string;
  row: string;
  /** Elements whose contents are no cells: drawings, comments. */
  ignored: readonly string[];
};

/** One row of a document with what stands in it, as Latin-1 text of its bytes; the text is empty for an empty element. */
export type DocumentRow = { table: number; attributes: string; inner: string };

/**
 * Takes the rows of a document, found by the names of their tags alone and in bounded memory. False where a row is too
 * long, and the rows were not all told. Throws `cancelled`.
 */
export async function eachRow(
  source: AsyncIterable<Buffer>,
  names: DocumentNames,
  job: Job,
  take: (row: DocumentRow) => void,
): Promise<boolean> {
  const walker = new RowWalker(names, take);
  for await (const chunk of utf8Bytes(source)) {
    if (job.signal.aborted) throw new AppError('cancelled');
    walker.feed(chunk.toString('latin1'));
    if (walker.held > longestRow) return false;
  }
  return true;
}

class RowWalker {
  private readonly names: DocumentNames;
  private readonly take: (row: DocumentRow) => void;
  private readonly tag: RegExp;
  private text = '';
  private table = -1;
  /** Tables inside tables, and elements to leave out inside such. */
  private depth = 0;
  private ignored = 0;
  /** What is known of the row that is open, up to `from`. */
  private attributes: string | null = null;
  private inner: string[] = [];
  private innerLength = 0;
  private from = 0;

  constructor(names: DocumentNames, take: (row: DocumentRow) => void) {
    this.names = names;
    this.take = take;
    const all = [names.table, names.row, ...names.ignored].join('|');
    this.tag = new RegExp(
      `<!--|<!\\[CDATA\\[|<(/?)(?:[\\w.-]+:)?(${all})(?=[\\s/>])${attributesPattern}(/?)>`,
      'g',
    );
  }

  /** Bytes kept of what is not finished. */
  get held(): number {
    return this.text.length + this.innerLength;
  }

  feed(chunk: string): void {
    this.text += chunk;
    const done = this.walk();
    if (this.attributes !== null && this.ignored === 0) this.keep(done);
    this.text = this.text.slice(done);
    this.from = 0;
  }

  private keep(end: number): void {
    if (end <= this.from) return;
    this.inner.push(this.text.slice(this.from, end));
    this.innerLength += end - this.from;
    this.from = end;
  }

  /** Handles whole tags and returns where what is unfinished begins. */
  private walk(): number {
    const { text, tag } = this;
    let at = 0;
    tag.lastIndex = 0;
    for (let found = tag.exec(text); found; found = tag.exec(text)) {
      const [whole] = found;
      at = found.index + whole.length;
      if (whole === '<!--' || whole === '<![CDATA[') {
        const mark = whole === '<!--' ? '-->' : ']]>';
        const close = text.indexOf(mark, at);
        if (close < 0) return found.index;
        at = close + mark.length;
        tag.lastIndex = at;
      } else this.handle(found, at);
    }
    const last = text.lastIndexOf('<');
    return last < at ? text.length : last;
  }

  private handle(found: RegExpExecArray, end: number): void {
    const [, slash = '', name = '', attributes = '', isEmpty = ''] = found;
    const { names } = this;
    if (names.ignored.includes(name)) {
      if (isEmpty !== '') return;
      if (slash === '') {
        if (this.ignored === 0 && this.attributes !== null) this.keep(found.index);
        this.ignored += 1;
      } else if (this.ignored > 0) {
        this.ignored -= 1;
        this.from = end;
      }
    } else if (this.ignored > 0) return;
    else if (name === names.table) {
      if (slash === '' && this.depth === 0) this.table += 1;
      if (slash !== '') this.depth -= 1;
      else if (isEmpty === '') this.depth += 1;
    } else if (slash !== '') this.endRow(found.index);
    else if (isEmpty !== '') this.take({ table: this.table, attributes, inner: '' });
    else if (this.attributes === null) {
      this.attributes = attributes;
      this.from = end;
    }
  }

  private endRow(end: number): void {
    if (this.attributes === null) return;
    this.keep(end);
    this.take({ table: this.table, attributes: this.attributes, inner: this.inner.join('') });
    this.attributes = null;
    this.inner = [];
    this.innerLength = 0;
  }
}
