import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors';
import { type HostTexts, hostTexts } from '../../shared/text/hosts';
import { decodeJson } from '../../shared/wire';
import { fromBase64 } from '../host/base64';
import type { CommandLine } from './arguments';
import { allowsNull, fieldsOf, type Schema, withoutNull } from './schema';
import { UsageError } from './usage-error';

type Text = HostTexts['commandLine'];
type Fields = Record<string, unknown>;

/**
 * The input of a call: the JSON given whole, then the fields given one by one, then what absent fields stand for. Throws UsageError for text that
 * cannot be read as its field asks, and `file-missing` when the input file does not exist.
 */
export async function assembleInput(line: CommandLine, schema: Schema): Promise<unknown> {
  const text = hostTexts(line.locale).commandLine;
  const input: Fields = {};
  for (const given of await givenJson(line, text)) {
    // The engine words what is wrong with an input that is no object.
    if (!isFields(given)) return given;
    Object.assign(input, given);
  }
  for (const { name, value } of line.fields) setField(input, schema, name, value, text);
  for (const [name, field] of fieldsOf(schema)) {
    const absent = absentValue(field);
    if (!Object.hasOwn(input, name) && absent !== undefined) input[name] = absent;
  }
  return input;
}

/** What a field that was not typed stands for: null where it may be, an empty object where nothing is required. */
function absentValue(schema: Schema): null | Fields | undefined {
  if (allowsNull(schema)) return null;
  return schema.type === 'object' && (schema.required ?? []).length === 0 ? {} : undefined;
}

async function givenJson(line: CommandLine, text: Text): Promise<unknown[]> {
  const given: unknown[] = [];
  if (line.inputFile !== null) {
    const read = parseJson(await readText(line.inputFile), 'input-file', text);
    given.push(planOf(line, read));
  }
  if (line.input !== null) given.push(parseJson(line.input, 'input', text));
  return given;
}

/** The result of `import.propose` holds the plan that `wave.import` takes. */
function planOf(line: CommandLine, read: unknown): unknown {
  const isProposal = line.method === 'wave.import' && isFields(read) && isFields(read.plan);
  return isProposal ? read.plan : read;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('file-missing', { fileName: path }, { cause });
  }
}

function setField(input: Fields, schema: Schema, option: string, value: string, text: Text): void {
  const path = option.split('.');
  let fields = input;
  let level = schema;
  for (const [depth, written] of path.entries()) {
    const name = ownName(level, written);
    const field = name === null ? undefined : level.properties?.[name];
    if (name === null || field === undefined) throw new UsageError(text.unknownOption(`--${option}`));
    if (depth === path.length - 1) {
      fields[name] = nextValue(fields[name], field, value, option, text);
      return;
    }
    const inner = fields[name];
    const next: Fields = isFields(inner) ? inner : {};
    fields[name] = next;
    fields = next;
    level = withoutNull(field);
  }
}

/** The field as the schema spells it: `wave-id` and `waveId` are the same. */
function ownName(schema: Schema, written: string): string | null {
  const camel = written.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  return [written, camel].find((name) => Object.hasOwn(schema.properties ?? {}, name)) ?? null;
}

function nextValue(before: unknown, schema: Schema, value: string, option: string, text: Text): unknown {
  const own = withoutNull(schema);
  if (own.type !== 'array' || value.trimStart().startsWith('['))
    return readValue(schema, value, option, text);
  const earlier: unknown[] = Array.isArray(before) ? before : [];
  return [...earlier, ...value.split(',').map((item) => readValue(own.items ?? {}, item, option, text))];
}

function readValue(schema: Schema, value: string, option: string, text: Text): unknown {
  if (value === 'null' && allowsNull(schema)) return null;
  const own = withoutNull(schema);
  switch (own.type) {
    case 'string':
      return value;
    case 'integer':
    case 'number':
      if (value.trim() === '' || !Number.isFinite(Number(value)))
        throw new UsageError(text.notNumber(`--${option}`));
      return Number(value);
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw new UsageError(text.notBoolean(`--${option}`));
      return value === 'true';
    default:
      return parseJson(value, option, text);
  }
}

function parseJson(value: string, option: string, text: Text): unknown {
  try {
    return decodeJson(value, fromBase64);
  } catch {
    throw new UsageError(text.badJson(`--${option}`));
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
