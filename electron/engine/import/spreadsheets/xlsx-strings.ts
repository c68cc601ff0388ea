import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { isNumericText } from './cell-text';
import { scanDocument } from './scan-part';
import { SharedStrings } from './shared-strings';
import { encodeCell } from './table-writer';
import { unsafe } from './workbook-errors';
import { nameCode, type XmlHandler, type XmlScanner } from './xml-scanner';
import type { ZipPackage } from './zip-package';

const item = nameCode('si');
const textElement = nameCode('t');
const phonetic = nameCode('rPh');
const mostStrings = 100_000_000;

/** Turns the escapes of control characters, such as `_x000D_`, back; those that no text may hold stay written out. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
    return isControl || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe
      ? written
      : String.fromCharCode(code);
  });
}

/** Reads the texts that cells share; pieces of formatted text are joined, readings of East Asian words left out. */
export async function readSharedStrings(
  file: FrozenFile,
  zip: ZipPackage,
  part: string,
  spillPath: string,
  job: Job,
): Promise<SharedStrings> {
  const strings = new SharedStrings(spillPath);
  const handler = new StringsHandler(strings);
  try {
    await scanDocument(file, part, zip.read(part, job), handler);
    if (strings.count > mostStrings) throw unsafe(file, 'cells', part);
    return strings;
  } catch (error) {
    strings.close();
    throw error;
  }
}

class StringsHandler implements XmlHandler {
  private readonly strings: SharedStrings;
  private text_ = '';
  private isInText = false;
  private phonetics = 0;

  constructor(strings: SharedStrings) {
    this.strings = strings;
  }

  open(name: number, _scanner: XmlScanner, isEmpty: boolean): void {
    if (name === item) {
      this.text_ = '';
      if (isEmpty) this.add();
    } else if (name === textElement) this.isInText = !isEmpty && this.phonetics === 0;
    else if (name === phonetic && !isEmpty) this.phonetics += 1;
  }

  close(name: number): void {
    if (name === textElement) this.isInText = false;
    else if (name === phonetic) this.phonetics -= 1;
    else if (name === item) this.add();
  }

  text(start: number, end: number, scanner: XmlScanner): void {
    if (this.isInText) this.text_ += scanner.textOf(start, end);
  }

  private add(): void {
    const text = unescapeControls(this.text_);
    this.strings.add(encodeCell(text), {
      isNumeric: isNumericText(text),
      hasBreaks: /[\r\n]/.test(text),
      isBlank: text.trim() === '',
    });
  }
}
