import { isFormName, readableName } from './header-text';
import { resolveJoined } from './joined-answers';
import { koboMeta, odkMeta } from './meta-columns';
import { findOptionColumns, isTicked, prefixesOf } from './option-columns';
import {
  type ColumnReading,
  compose,
  noReading,
  type PlatformReading,
  personal,
  type RawColumn,
  type RawTable,
  say,
} from './reading';

type Style = {
  meta: Readonly<Record<string, ColumnReading>>;
  /** Between the groups and the question in a header. */
  groupMark: string;
};

const styles = {
  kobotoolbox: { meta: koboMeta, groupMark: '/' },
  'odk-central': { meta: odkMeta, groupMark: '-' },
} as const satisfies Record<string, Style>;

const mediaFile = /^[^/\\]+\.(jpe?g|png|gif|heic|mp4|3gpp?|mov|webm|m4a|mp3|wav|amr|ogg|aac|pdf)$/i;
const position = /^-?\d{1,2}(\.\d+)?\s+-?\d{1,3}(\.\d+)?(\s+-?\d+(\.\d+)?){0,2}$/;

/** Exports of forms made with XLSForm: KoboToolbox by names or labels, and ODK Central. */
export function readXmlForm(table: RawTable, platform: keyof typeof styles): PlatformReading {
  const style: Style = styles[platform];
  const reading = noReading();
  const questions: RawColumn[] = [];
  for (const column of table.columns) {
    const meta = metaReading(column, table, style);
    if (meta) say(reading, column.source, meta);
    else questions.push(column);
  }
  const places = new Set(findPlaces(questions, reading));
  const answers = questions.filter((column) => !places.has(column) && !isMedia(column, table, reading));
  const labels = labelsOf(answers, style.groupMark);
  for (const column of answers) say(reading, column.source, labels.get(column.header) ?? {});
  const grouped = findOptionColumns(answers, '/');
  const width = table.columns.length;
  grouped.forEach(({ question, combined, parts }, index) => {
    const named = labelsOf(
      [...answers.map(({ header }) => ({ header })), { header: question }],
      style.groupMark,
    );
    compose(reading, {
      source: width + index,
      header: question,
      label: question,
      ...named.get(question),
      options: parts.map(({ option }) => ({ value: option, label: option })),
      parts: parts.map(({ column, option }) => ({ source: column.source, value: option })),
      combined: combined?.source ?? null,
      isDoubtful: combined === null,
      missingCodes: [],
      form: null,
    });
    if (combined) say(reading, combined.source, { plan: { action: 'drop' } });
  });
  for (const column of answers) {
    if (reading.columns.get(column.source)?.partOf === undefined) readSpaced(column, reading);
  }
  return reading;
}

/** Whether a question stays without a column that says which rows it belongs to, a repeat keeps its parent's number. */
function metaReading(column: RawColumn, table: RawTable, { meta }: Style): ColumnReading | null {
  const name = column.header.trim().toLowerCase();
  const own = meta[name];
  // `start` and the like are questions of the program only where they are not somebody's own.
  if (!own) return null;
  if (name === '_index' && table.tables.length > 1 && !table.columns.some(isParentIndex)) {
    return {
      label: 'Número del formulario',
      plan: { action: 'keep', type: 'text', role: 'group', options: [], missingCodes: [] },
    };
  }
  const isEmptyState = /validation_status|reviewstate/.test(name) && column.filled === 0;
  return isEmptyState ? { ...own, reason: 'technical', plan: { action: 'drop' } } : own;
}

function isParentIndex({ header }: RawColumn): boolean {
  return header.trim() === '_parent_index';
}

/** Columns of latitude and longitude, and the one that holds the whole position. */
function findPlaces(columns: readonly RawColumn[], reading: PlatformReading): RawColumn[] {
  const pieces = columns.filter(
    ({ header }) =>
      /(^|\/)_.+_(latitude|longitude|altitude|precision)$/i.test(header.trim()) ||
      /-(Latitude|Longitude|Altitude|Accuracy)$/.test(header.trim()),
  );
  const whole = columns.filter(
    ({ isUnlisted, values, filled }) =>
      !isUnlisted &&
      filled > 0 &&
      values.every(({ value }) => position.test(value.trim())) &&
      values.every(({ value }) => value.trim().split(/\s+/).length >= 2),
  );
  const found = [...pieces, ...whole.filter((column) => !pieces.includes(column))];
  for (const { source } of found) say(reading, source, personal('location'));
  return found;
}

function isMedia(column: RawColumn, { columns }: RawTable, reading: PlatformReading): boolean {
  const header = column.header.trim();
  const isLink = /_URL$/.test(header) && columns.some((other) => `${other.header.trim()}_URL` === header);
  const hasLink = columns.some((other) => other.header.trim() === `${header}_URL`);
  const isFile = column.filled > 0 && column.values.every(({ value }) => mediaFile.test(value.trim()));
  if (!isLink && !hasLink && !isFile) return false;
  say(reading, column.source, personal('media'));
  return true;
}

/**
 * The question without the groups it stands in. In a header by names every slash parts a group; in one by labels only a
 * beginning that other columns share does, since questions may hold slashes ("y/o").
 */
function labelsOf(
  columns: readonly Pick<RawColumn, 'header'>[],
  mark: string,
): Map<string, { label: string; group?: string }> {
  const headers = new Set(columns.map(({ header }) => header));
  const shared = new Map<string, number>();
  for (const header of headers) {
    for (const prefix of prefixesOf(header, mark)) shared.set(prefix, (shared.get(prefix) ?? 0) + 1);
  }
  const labels = new Map<string, { label: string; group?: string }>();
  for (const header of headers) {
    const isNamed = mark === '/' && header.split('/').every(isFormName);
    const prefix = prefixesOf(header, mark).find(
      (candidate) => isNamed || ((shared.get(candidate) ?? 0) > 1 && !headers.has(candidate)),
    );
    const rest = prefix === undefined ? header : header.slice(prefix.length + mark.length);
    const group = prefix?.split(mark).map(readableName).join(' / ');
    labels.set(header, { label: readableName(rest), ...(group === undefined ? {} : { group }) });
  }
  return labels;
}

/** A multiple choice with its answers in one cell only, parted by spaces: names, or labels that hold spaces themselves. */
function readSpaced(column: RawColumn, reading: PlatformReading): void {
  if (column.isUnlisted || column.distinct < 3 || isTicked(column)) return;
  const values = column.values;
  const words = values.map(({ value }) => value.trim().split(/\s+/));
  if (!words.some((list) => list.length > 1) || words.some((list) => new Set(list).size < list.length))
    return;
  const areNames = words.every((list) => list.every((word) => /^[a-z0-9_][\w.-]*$/.test(word)));
  if (areNames && values.every(({ value }) => /^[\d\s.,:-]+$/.test(value)) && !areCodes(words)) return;
  const resolved = resolveJoined(values, ' ', { minimumJoined: 2 });
  if (!resolved || resolved.free.length > 0) return;
  // Sentences repeat words too; options are few, and most of them stand alone in some cell.
  const alone = new Set(values.map(({ value }) => value.trim()));
  const aloneShare = resolved.options.filter((option) => alone.has(option)).length / resolved.options.length;
  if (!areNames && aloneShare < 1) return;
  if (areNames && aloneShare < 0.5) return;
  if (resolved.options.length >= alone.size) return;
  say(reading, column.source, {
    plan: {
      action: 'keep',
      type: 'multiple',
      options: resolved.options.map((option) => ({ value: option, label: option })),
      optionSeparator: ' ',
    },
  });
}

/** Small whole numbers, as choices numbered 1, 2, 3 are named. */
function areCodes(words: readonly (readonly string[])[]): boolean {
  return words.every((list) => list.every((word) => /^\d{1,3}$/.test(word)));
}
