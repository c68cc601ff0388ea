import type { SavBytes } from './sav-bytes';

/** Everything the dictionary of a statistics file holds, as written: texts are still bytes. */
export type SavRecords = {
  compression: 'none' | 'bytecode' | 'zlib';
  bias: number;
  /** Cases declared; null where the file does not say. */
  cases: number | null;
  /** Slot, from 1, of the variable that weighs cases; null for none. */
  weightSlot: number | null;
  title: Buffer;
  slots: SavSlot[];
  valueLabels: { labels: { value: Buffer; label: Buffer }[]; slots: number[] }[];
  documentLines: number;
  extensions: Map<number, SavExtension[]>;
  /** Where the cases begin. */
  dataStart: number;
};

/** Eight bytes of a case: a number, or the first piece of a text; null for a further piece of the text before. */
export type SavSlot = {
  width: number;
  name: Buffer;
  label: Buffer | null;
  /** Print format: type, width and decimals. */
  format: number;
  /** -3 a range and a value, -2 a range, 1 to 3 single values. */
  missing: { kind: number; values: Buffer[] };
} | null;

export type SavExtension = { size: number; count: number; bytes: Buffer };

const headerBytes = 176;
const extensionsKept = new Set([3, 4, 7, 11, 13, 14, 16, 19, 20, 21, 22]);

/**
 * Reads the dictionary, by the description of the format that PSPP publishes ("System File Format" in its developers'
 * manual). Throws `statistics-file-damaged`.
 */
export async function readSavRecords(source: SavBytes): Promise<SavRecords> {
  const header = Buffer.from(await source.take(headerBytes));
  const layout = [2, 3];
  source.isLittleEndian = layout.includes(header.readInt32LE(64));
  if (!source.isLittleEndian && !layout.includes(header.readInt32BE(64))) throw source.damage('byte-order');
  const compression = (['none', 'bytecode', 'zlib'] as const)[source.integerAt(header, 72)];
  if (!compression) throw source.damage('dictionary');
  const cases = source.integerAt(header, 80);
  const weightSlot = source.integerAt(header, 76);
  const records: SavRecords = {
    compression,
    bias: source.numberAt(header, 84),
    cases: cases < 0 ? null : cases,
    weightSlot: weightSlot > 0 ? weightSlot : null,
    title: header.subarray(109, 173),
    slots: [],
    valueLabels: [],
    documentLines: 0,
    extensions: new Map(),
    dataStart: 0,
  };
  for (;;) {
    const type = await source.integer();
    if (type === 999) break;
    if (type === 2) records.slots.push(await readVariable(source));
    else if (type === 3) records.valueLabels.push(await readValueLabels(source));
    else if (type === 6) {
      const lines = await source.integer();
      records.documentLines += lines;
      for (let line = 0; line < lines; line += 1) await source.take(80);
    } else if (type === 7) await readExtension(source, records);
    else throw source.damage('dictionary');
  }
  await source.take(4);
  records.dataStart = source.position;
  const total = records.extensions.get(16)?.[0];
  if (total && total.bytes.length >= 16 && records.cases === null) {
    const known = source.longAt(total.bytes, 8);
    records.cases = known >= 0 ? known : null;
  }
  if (records.slots.length === 0 || records.slots[0] === null) throw source.damage('dictionary');
  return records;
}

async function readVariable(source: SavBytes): Promise<SavSlot> {
  const fixed = Buffer.from(await source.take(28));
  const width = source.integerAt(fixed, 0);
  const hasLabel = source.integerAt(fixed, 4);
  const missing = source.integerAt(fixed, 8);
  if (width < -1 || width > 255 || Math.abs(missing) > 3 || missing === -1) throw source.damage('dictionary');
  let label: Buffer | null = null;
  if (hasLabel === 1) {
    const length = await source.integer();
    label = Buffer.from(await source.take(Math.ceil(length / 4) * 4)).subarray(0, length);
  } else if (hasLabel !== 0) throw source.damage('dictionary');
  const values: Buffer[] = [];
  for (let index = 0; index < Math.abs(missing); index += 1) values.push(Buffer.from(await source.take(8)));
  if (width === -1) return null;
  return {
    width,
    name: fixed.subarray(20, 28),
    label,
    format: source.integerAt(fixed, 12),
    missing: { kind: missing, values },
  };
}

async function readValueLabels(source: SavBytes): Promise<SavRecords['valueLabels'][number]> {
  const count = await source.integer();
  if (count < 0) throw source.damage('dictionary');
  const labels: { value: Buffer; label: Buffer }[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = Buffer.from(await source.take(9));
    const length = start.readUInt8(8);
    // Length and text together fill whole groups of eight bytes.
    const rest = Buffer.from(await source.take(Math.ceil((length + 1) / 8) * 8 - 1));
    labels.push({ value: start.subarray(0, 8), label: rest.subarray(0, length) });
  }
  if ((await source.integer()) !== 4) throw source.damage('dictionary');
  const members = await source.integer();
  const slots: number[] = [];
  for (let index = 0; index < members; index += 1) slots.push(await source.integer());
  return { labels, slots };
}

async function readExtension(source: SavBytes, { extensions }: SavRecords): Promise<void> {
  const subtype = await source.integer();
  const size = await source.integer();
  const count = await source.integer();
  if (size < 0 || count < 0) throw source.damage('dictionary');
  const bytes = await source.take(size * count);
  if (!extensionsKept.has(subtype)) return;
  const kept = extensions.get(subtype) ?? [];
  kept.push({ size, count, bytes: Buffer.from(bytes) });
  extensions.set(subtype, kept);
}
