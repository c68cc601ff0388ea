import type { CodebookQuestion } from './codebook';

/** What a row of a form's survey sheet is, by its type. */
export type FormType =
  | { is: 'begin'; repeats: boolean }
  | { is: 'end'; repeats: boolean }
  | {
      is: 'question';
      kind: CodebookQuestion['kind'];
      list: string | null;
      orOther: boolean;
      ignored: string | null;
    }
  | { is: 'ignored'; kind: string };

const kinds: Readonly<Record<string, CodebookQuestion['kind']>> = {
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  text: 'text',
  string: 'text',
  barcode: 'text',
  date: 'date',
  datetime: 'datetime',
  time: 'text',
  acknowledge: 'boolean',
  trigger: 'boolean',
  geopoint: 'location',
  geotrace: 'location',
  geoshape: 'location',
  location: 'location',
  gps: 'location',
  image: 'media',
  photo: 'media',
  audio: 'media',
  video: 'media',
  file: 'media',
  'background-audio': 'media',
  start: 'metadata',
  end: 'metadata',
  today: 'metadata',
  deviceid: 'metadata',
  subscriberid: 'metadata',
  simserial: 'metadata',
  phonenumber: 'metadata',
  username: 'metadata',
  email: 'metadata',
  'start-geopoint': 'metadata',
  calculate: 'calculated',
  hidden: 'calculated',
};

/** Reads a type such as `select_one comuna or_other`, `begin group` or `range`; words that are not known are ignored by name. */
export function formType(written: string, parameters: string): FormType {
  const text = written.trim().replace(/\s+/g, ' ');
  const word = text.toLowerCase();
  const block = /^(begin|end)[ _](group|repeat|lookup|score|rank|kobomatrix|looped group)\b/.exec(word);
  if (block) {
    const repeats = block[2] === 'repeat' || block[2] === 'looped group';
    return { is: block[1] === 'begin' ? 'begin' : 'end', repeats };
  }
  const choice =
    /^(select[ _]one|select[ _]multiple|select all that apply|select1|select|rank)(?:[ _](external|from[ _]file))?(?: from)? (.+?)( or[ _]other| or specify other)?$/i.exec(
      text,
    );
  if (choice) {
    const [, how = '', outside, list = '', other] = choice;
    const isOne = /one|select1/i.test(how);
    const isRank = /rank/i.test(how);
    const isOutside = outside !== undefined || /\.(csv|xml|geojson)$/i.test(list);
    return {
      is: 'question',
      kind: isRank ? 'text' : isOne ? 'single' : 'multiple',
      list: isOutside ? null : list.trim(),
      orOther: other !== undefined,
      ignored: isRank ? 'rank-order' : isOutside ? 'options-in-file' : null,
    };
  }
  if (word === 'range') {
    const isDecimal = /(start|end|step)\s*=\s*-?\d*\.\d/.test(parameters);
    return question(isDecimal ? 'decimal' : 'integer', null);
  }
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  if (!kind) return { is: 'ignored', kind: word.split(' ')[0] ?? word };
  return question(kind, kind === 'calculated' ? word : null);
}

function question(kind: CodebookQuestion['kind'], ignored: string | null): FormType {
  return { is: 'question', kind, list: null, orOther: false, ignored };
}
