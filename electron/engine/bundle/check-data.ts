import Papa from 'papaparse';
import { type BundleCheck, DataPackage, type TableField } from '../../../shared/domain/bundle';
import type { ZipEntry } from './read-zip';

type Problems = BundleCheck['problems'][number][];
/** Values of the first column of each table of data, by its path in the bundle. */
export type TableKeys = ReadonlyMap<string, ReadonlySet<string>>;

const packagePath = 'datos/datapackage.json';
const mostProblems = 50;

/** Reads the tables of a bundle by their description; problems say file, row and column, not what stands there. */
export function checkData(entries: ReadonlyMap<string, ZipEntry>): { problems: Problems; keys: TableKeys } {
  const keys = new Map<string, Set<string>>();
  const problems: Problems = [];
  const description = entries.get(packagePath);
  const paths = [...entries.keys()].filter((path) => path.startsWith('datos/') && path !== packagePath);
  if (!description) {
    for (const path of paths) problems.push({ code: 'unlinked', subject: path });
    return { problems, keys };
  }
  const parsed = DataPackage.safeParse(parseJson(description.text));
  if (!parsed.success) return { problems: [{ code: 'invalid', subject: packagePath }], keys };
  const described = new Set<string>();
  for (const resource of parsed.data.resources) {
    const path = `datos/${resource.path}`;
    const entry = entries.get(path);
    described.add(path);
    if (!entry) problems.push({ code: 'missing', subject: path });
    else if (entry.text === null) problems.push({ code: 'unreadable', subject: path });
    else {
      if (resource.hash !== `sha256:${entry.sha256}` || resource.bytes !== entry.bytes) {
        problems.push({ code: 'disagrees', subject: path });
      }
      keys.set(path, readTable(path, entry.text, resource.schema.fields, problems));
    }
  }
  for (const path of paths) if (!described.has(path)) problems.push({ code: 'unlinked', subject: path });
  return { problems: problems.slice(0, mostProblems), keys };
}

function readTable(
  path: string,
  text: string,
  fields: readonly TableField[],
  problems: Problems,
): Set<string> {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: ';',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  const [header = [], ...rows] = data;
  const keys = new Set<string>();
  if (errors.length > 0) problems.push({ code: 'unreadable', subject: path });
  if (header.join(';') !== fields.map(({ name }) => name).join(';')) {
    problems.push({ code: 'invalid', subject: path });
    return keys;
  }
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    if (row.length !== fields.length) problems.push({ code: 'cell', subject: path, row: line, field: '' });
    for (const [position, field] of fields.entries()) {
      if (!isValid(row[position] ?? '', field)) {
        problems.push({ code: 'cell', subject: path, row: line, field: field.name });
      }
    }
    const key = row[0] ?? '';
    if (key === '' || keys.has(key)) {
      problems.push({ code: 'cell', subject: path, row: line, field: fields[0]?.name ?? '' });
    }
    keys.add(key);
    if (problems.length > mostProblems) return keys;
  }
  return keys;
}

/** Whether a cell is a value of its field; an empty one is missing. */
function isValid(cell: string, { type, categories }: TableField): boolean {
  if (cell === '') return true;
  switch (type) {
    case 'integer':
      return /^-?\d+$/.test(cell);
    case 'number':
      return /^-?\d+(,\d+)?(e[+-]?\d+)?$/i.test(cell);
    case 'string':
      return !categories || categories.some(({ value }) => value === cell);
  }
}

export function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
