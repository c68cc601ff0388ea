import type { SavBytes } from './sav-bytes';
import type { SavText } from './sav-encoding';
import { type SavFormat, savFormat, textOfNumber } from './sav-formats';
import { longLabels, longMissing, longNames, veryLongWidths } from './sav-long-records';
import type { SavRecords, SavSlot } from './sav-records';

/** One variable of a statistics file. Texts of labels and codes are as the cells are written out. */
export type SavVariable = {
  name: string;
  shortName: string;
  label: string | null;
  /** Position among the variables. */
  index: number;
  isText: boolean;
  /** Where its bytes stand in a case; a number has one piece of eight. */
  pieces: { start: number; bytes: number }[];
  format: SavFormat;
  measure: 'nominal' | 'ordinal' | 'scale' | null;
  /** Value and label, in the order of the file. */
  labels: Map<string, string>;
  missingValues: string[];
  missingRange: { from: number; to: number } | null;
};

export type SavDictionary = {
  title: string | null;
  text: SavText;
  variables: SavVariable[];
  /** Slots of eight bytes in a case. */
  slots: number;
  weight: SavVariable | null;
};

type Slot = NonNullable<SavSlot>;
type Segment = { slot: Slot; position: number };

/** Puts the records together into variables. Throws `statistics-file-damaged`. */
export function savDictionary(source: SavBytes, records: SavRecords, text: SavText): SavDictionary {
  const decode = (bytes: Uint8Array): string => text.decode(bytes).replace(/[\0 ]+$/u, '');
  const extension = (subtype: number): Buffer | null => records.extensions.get(subtype)?.[0]?.bytes ?? null;
  const segments = records.slots.flatMap((slot, position): Segment[] => (slot ? [{ slot, position }] : []));
  const names = longNames(extension(13), decode);
  const widths = veryLongWidths(extension(14), decode);
  const measures = readMeasures(source, extension(11), segments.length);
  const variables: SavVariable[] = [];
  const bySlot = new Map<number, SavVariable>();
  for (let at = 0; at < segments.length; ) {
    const first = segments[at];
    if (!first) break;
    const shortName = decode(first.slot.name).toUpperCase();
    const width = widths.get(shortName) ?? first.slot.width;
    const count = width > 255 ? Math.ceil(width / 252) : 1;
    const own = segments.slice(at, at + count);
    if (own.length < count || own.some(({ slot }) => slot.width === 0 && width > 0)) {
      throw source.damage('dictionary');
    }
    const variable: SavVariable = {
      name: names.get(shortName) ?? decode(first.slot.name),
      shortName,
      label: (first.slot.label && decode(first.slot.label).trim()) || null,
      index: variables.length,
      isText: width > 0,
      pieces: piecesOf(own, width),
      format: savFormat(first.slot.format),
      measure: measures[at] ?? null,
      labels: new Map(),
      missingValues: [],
      missingRange: null,
    };
    readMissing(source, variable, first.slot, decode);
    variables.push(variable);
    bySlot.set(first.position + 1, variable);
    at += count;
  }
  for (const { labels, slots } of records.valueLabels) {
    for (const slot of slots) {
      const variable = bySlot.get(slot);
      if (!variable) throw source.damage('dictionary');
      for (const { value, label } of labels) {
        variable.labels.set(
          variable.isText ? decode(value) : textOfNumber(source.numberAt(value, 0), variable.format),
          decode(label),
        );
      }
    }
  }
  const byName = new Map(variables.map((variable) => [variable.name.toUpperCase(), variable]));
  for (const [name, labels] of longLabels(source, extension(21), decode)) {
    for (const [value, label] of labels) byName.get(name.toUpperCase())?.labels.set(value, label);
  }
  for (const [name, values] of longMissing(source, extension(22), decode)) {
    byName.get(name.toUpperCase())?.missingValues.push(...values);
  }
  return {
    title: decode(records.title).trim() || null,
    text,
    variables,
    slots: records.slots.length,
    weight: (records.weightSlot && bySlot.get(records.weightSlot)) || null,
  };
}

// A very long text is cut into variables of 255 bytes, packed tightly; what is left over at the end is unused.
function piecesOf(segments: readonly Segment[], width: number): SavVariable['pieces'] {
  if (width === 0) return segments.map(({ position }) => ({ start: position * 8, bytes: 8 }));
  let left = width;
  return segments.flatMap(({ slot, position }) => {
    const bytes = Math.min(slot.width, left);
    left -= bytes;
    return bytes > 0 ? [{ start: position * 8, bytes }] : [];
  });
}

function readMeasures(source: SavBytes, bytes: Buffer | null, variables: number): SavVariable['measure'][] {
  if (!bytes || variables === 0) return [];
  const each = bytes.length / 4 / variables;
  if (each !== 2 && each !== 3) return [];
  const known = [null, 'nominal', 'ordinal', 'scale'] as const;
  return Array.from(
    { length: variables },
    (_, index) => known[source.integerAt(bytes, index * each * 4)] ?? null,
  );
}

function readMissing(
  source: SavBytes,
  variable: SavVariable,
  { missing }: Slot,
  decode: (bytes: Uint8Array) => string,
): void {
  const { kind, values } = missing;
  if (variable.isText) {
    variable.missingValues.push(...values.map((value) => decode(value)));
    return;
  }
  const numbers = values.map((value) => source.numberAt(value, 0));
  const singles = kind < 0 ? numbers.slice(2) : numbers;
  const [from, to] = numbers;
  if (kind < 0 && from !== undefined && to !== undefined) variable.missingRange = { from, to };
  variable.missingValues.push(...singles.map((value) => textOfNumber(value, variable.format)));
}
