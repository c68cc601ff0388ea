import type { SavBytes } from './sav-bytes';
import type { SavRecords } from './sav-records';

/** How the texts of a statistics file are written. */
export type SavText = {
  /** As a person reads it: `windows-1252`, `utf-8` … */
  encoding: string;
  /** The file does not say; the letters decided. */
  isAssumed: boolean;
  decode(bytes: Uint8Array): string;
};

const codePages = new Map<number, string>([
  [65001, 'utf-8'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [20127, 'windows-1252'],
  [28591, 'windows-1252'],
  [28605, 'iso-8859-15'],
  [10000, 'macintosh'],
]);

/** The upper half of the code pages of DOS, which no decoder of the platform knows. */
const dosPages = new Map([
  [
    'cp850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
  [
    'cp437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ],
]);

/** The encoding the file names (record 7/20), else its code page (7/3), else what its labels look like. */
export function savText(source: SavBytes, records: SavRecords): SavText {
  const name = records.extensions.get(20)?.[0]?.bytes.toString('latin1').trim().toLowerCase();
  const machine = records.extensions.get(3)?.[0]?.bytes;
  const page = machine && machine.length >= 32 ? source.integerAt(machine, 28) : 0;
  const found = named(name) ?? named(page > 3 ? (codePages.get(page) ?? `cp${page}`) : undefined);
  if (found) return { ...found, isAssumed: false };
  const sample = texts(records);
  if (!sample.some((byte) => byte > 127)) return { ...windows(), isAssumed: true };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample);
    return { ...utf8(), isAssumed: true };
  } catch {
    return { ...windows(), isAssumed: true };
  }
}

function texts({ slots, valueLabels }: SavRecords): Buffer {
  return Buffer.concat([
    ...slots.flatMap((slot) => (slot?.label ? [slot.label, Buffer.from(' ')] : [])),
    ...valueLabels.flatMap(({ labels }) => labels.flatMap(({ label }) => [label, Buffer.from(' ')])),
  ]);
}

type Named = Omit<SavText, 'isAssumed'>;

function named(name: string | undefined): Named | null {
  if (!name) return null;
  const label = name.replace(/^cp-?(125\d|874)$/, 'windows-$1').replace(/^(us-)?ascii$/, 'windows-1252');
  if (label === 'windows-1252') return windows();
  if (/^utf-?8$/.test(label)) return utf8();
  const dos = dosPages.get(label.replace(/^ibm-?/, 'cp'));
  if (dos) return { encoding: label, decode: (bytes) => decodePage(bytes, dos) };
  // The web's label `iso-8859-1` means Windows-1252, a superset of it in all printable letters.
  if (/^(iso-8859-1|latin-?1)$/.test(label)) return windows();
  try {
    const decoder = new TextDecoder(label);
    return { encoding: decoder.encoding, decode: (bytes) => decoder.decode(bytes) };
  } catch {
    return null;
  }
}

function utf8(): Named {
  return {
    encoding: 'utf-8',
    decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
  };
}

/** Where Windows-1252 departs from Latin-1; Node 20 decodes whole texts of it as Latin-1. */
const windowsMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows(): Named {
  return {
    encoding: 'windows-1252',
    decode: (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        .toString('latin1')
        .replace(/[\u0080-\u009f]/g, (mark) => windowsMarks[mark.charCodeAt(0) - 128] ?? mark),
  };
}

function decodePage(bytes: Uint8Array, upper: string): string {
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '\ufffd');
  return text;
}
