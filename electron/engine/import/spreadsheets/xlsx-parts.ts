import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '../../../../shared/errors';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { damaged, unsafe } from './workbook-errors';
import { utf8Chunks } from './xml-text';
import type { ZipPackage } from './zip-package';

export type XmlEvents = {
  /** The name without its prefix; attributes by their names without prefix. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes({ attributes }: SaxesTagPlain): Record<string, string> {
  const local: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value;
  return local;
}

/**
 * Reads a whole XML document with saxes. A document type is refused as `workbook-unsafe`, which leaves no entity but the
 * five of XML; anything not well-formed is `workbook-damaged`. Returns the root's local name, or what `stop` asked for.
 */
export async function readXml(
  file: FrozenFile,
  part: string,
  source: AsyncIterable<Buffer>,
  events: XmlEvents,
  afterChunk?: () => Promise<void>,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => {
    throw unsafe(file, 'entities', part);
  });
  parser.on('error', (error) => {
    throw /entity/.test(error.message) ? unsafe(file, 'entities', part) : damaged(file, part, error);
  });
  if (events.open) {
    const { open } = events;
    parser.on('opentag', (tag) => open(localName(tag.name), localAttributes(tag)));
  }
  if (events.close) {
    const { close } = events;
    parser.on('closetag', (tag) => close(localName(tag.name)));
  }
  if (events.text) {
    const { text } = events;
    parser.on('text', text);
    parser.on('cdata', text);
  }
  try {
    for await (const chunk of utf8Chunks(source)) {
      parser.write(chunk);
      if (afterChunk) await afterChunk();
    }
    parser.close();
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, part, error);
  }
}

/** Reads a part of a package that may be absent; the small ones, which are bounded in size. */
export async function readSmallPart(
  file: FrozenFile,
  zip: ZipPackage,
  part: string,
  events: XmlEvents,
  job: Job,
): Promise<boolean> {
  if (!zip.has(part)) return false;
  if (zip.sizeOf(part) > smallPartLimitBytes) throw unsafe(file, 'size', part);
  await readXml(file, part, zip.read(part, job), events);
  return true;
}

const smallPartLimitBytes = 128 * 2 ** 20;

export type Relationship = { id: string; type: string; target: string };

/** The relationships of a part, with targets as names inside the package; those that point outside are left out. */
export async function readRelationships(
  file: FrozenFile,
  zip: ZipPackage,
  part: string,
  job: Job,
): Promise<Relationship[]> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  const base = part.slice(folder === '' ? 0 : folder.length + 1);
  const found: Relationship[] = [];
  await readSmallPart(
    file,
    zip,
    `${folder === '' ? '' : `${folder}/`}_rels/${base}.rels`,
    {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
        const type = attributes.Type ?? '';
        found.push({
          id: attributes.Id ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolveTarget(folder, attributes.Target ?? ''),
        });
      },
    },
    job,
  );
  return found;
}

/** Targets are relative to the folder of their part, or begin at the package's root with a slash. */
export function resolveTarget(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const pieces = plain.startsWith('/') ? plain.split('/') : `${folder}/${plain}`.split('/');
  const path: string[] = [];
  for (const piece of pieces) {
    if (piece === '' || piece === '.') continue;
    if (piece === '..') path.pop();
    else path.push(piece);
  }
  return path.join('/');
}
