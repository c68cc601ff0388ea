/** Latin letters as HTML names them, from U+00A0 on, and the few other names that tables use. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const names = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['euro', '€'],
  ['trade', '™'],
]);

/** A text of a page with its character references resolved; what is no reference stays as written. */
export function decodeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,7}));?/g,
    (written, hex, digits, name) => {
      if (name !== undefined) return names.get(String(name)) ?? written;
      const point = Number.parseInt(hex ?? digits, hex === undefined ? 10 : 16);
      const isText = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
      return isText ? String.fromCodePoint(point) : written;
    },
  );
}

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open' | 'close'; name: string; attributes: string };

const rawElements = new Set(['script', 'style', 'title', 'xml']);
/** A tag longer than this has lost its end; its first `>` is taken. */
const longestTag = 1 << 16;

/** The tags and texts of a page in order; comments, scripts and styles are left out. Any text at all can be read. */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0;
  while (at < page.length) {
    const mark = page.indexOf('<', at);
    if (mark < 0 || mark > at) yield { kind: 'text', text: page.slice(at, mark < 0 ? page.length : mark) };
    if (mark < 0) return;
    if (page.startsWith('<!--', mark)) {
      at = after(page, '-->', mark + 4);
      continue;
    }
    const tag = /^<(\/?)([A-Za-z][A-Za-z0-9:_-]{0,40})/.exec(page.slice(mark, mark + 48));
    if (!tag) {
      const isDeclaration = page[mark + 1] === '!' || page[mark + 1] === '?';
      if (isDeclaration) at = after(page, '>', mark + 1);
      else {
        yield { kind: 'text', text: '<' };
        at = mark + 1;
      }
      continue;
    }
    const [whole, slash = '', written = ''] = tag;
    const name = written.toLowerCase();
    const end = tagEnd(page, mark + whole.length);
    const attributes = page.slice(mark + whole.length, end);
    yield { kind: slash === '' ? 'open' : 'close', name, attributes };
    at = end + 1;
    if (slash === '' && rawElements.has(name) && !attributes.endsWith('/')) {
      const close = new RegExp(`</${name}\\s*>`, 'i').exec(page.slice(at));
      at = close ? at + close.index : page.length;
    }
  }
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

function tagEnd(page: string, from: number): number {
  let quote = '';
  const limit = Math.min(page.length, from + longestTag);
  for (let at = from; at < limit; at += 1) {
    const letter = page[at] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  const first = page.indexOf('>', from);
  return first < 0 ? page.length : first;
}

/** The value of an attribute, null where the tag has none of that name. */
export function htmlAttribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    attributes,
  );
  return found ? decodeHtml(found[1] ?? found[2] ?? found[3] ?? '') : null;
}
