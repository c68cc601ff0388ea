import type { ColumnPlan } from '../../../../shared/domain/import';
import type { VariableOption, VariableType } from '../../../../shared/domain/instrument';
import { collapseSpaces, foldText } from '../cell-shapes';
import type { Codebook, CodebookQuestion } from './codebook';
import { headerText } from './header-text';
import { resolveJoined } from './joined-answers';
import { isTicked } from './option-columns';
import {
  type Composition,
  compose,
  type PlatformReading,
  personal,
  type RawColumn,
  type RawTable,
  say,
} from './reading';

const mostUnlisted = 100;

/**
 * Resolves the columns of a table by a codebook: labels, types, options in the form's order with what the file holds
 * besides, and the columns that are one multiple choice. Headers may be names, paths of names or labels; where several
 * questions have one label, the n-th column of that label is the n-th question.
 */
export function applyCodebook(
  reading: PlatformReading,
  table: RawTable,
  codebook: Codebook,
): PlatformReading {
  const resolved: PlatformReading = {
    finding: reading.finding,
    columns: new Map(
      [...reading.columns].map(([source, said]) => {
        const isPart = said.reason === 'part' || said.reason === 'combined';
        return [source, isPart ? {} : said];
      }),
    ),
    compositions: [],
  };
  const questions = codebook.questions.filter(({ kind }) => kind !== 'metadata');
  const taken = new Set<number>();
  const byColumn = matchColumns(table.columns, questions);
  const covered = new Set<CodebookQuestion>();
  for (const question of questions.filter(({ kind }) => kind === 'multiple')) {
    const combined = [...byColumn].find(([, found]) => found === question)?.[0] ?? null;
    const parts = partsOf(question, combined, table.columns, taken);
    if (parts.length === 0) continue;
    covered.add(question);
    for (const { source } of parts) taken.add(source);
    if (combined) taken.add(combined.source);
    compose(resolved, composition(question, combined, parts, table, resolved));
  }
  // What the platform found together and the codebook does not know stays together.
  for (const found of reading.compositions) {
    if (found.parts.some(({ source }) => taken.has(source))) continue;
    compose(resolved, { ...found, source: table.columns.length + resolved.compositions.length });
    for (const { source } of found.parts) taken.add(source);
    if (found.combined !== null) taken.add(found.combined);
  }
  for (const [column, question] of byColumn) {
    if (!taken.has(column.source)) sayQuestion(resolved, column, question);
  }
  return resolved;
}

function matchColumns(
  columns: readonly RawColumn[],
  questions: readonly CodebookQuestion[],
): Map<RawColumn, CodebookQuestion> {
  const found = new Map<RawColumn, CodebookQuestion>();
  const used = new Set<CodebookQuestion>();
  const take = (column: RawColumn, candidates: readonly CodebookQuestion[]): void => {
    const question = candidates.find((candidate) => !used.has(candidate));
    if (!question || found.has(column)) return;
    found.set(column, question);
    used.add(question);
  };
  const by = (column: RawColumn, fits: (question: CodebookQuestion, header: string) => boolean): void =>
    take(
      column,
      questions.filter((question) => fits(question, column.header.trim())),
    );
  for (const column of columns) {
    by(column, ({ path, name }, header) => [path, path.replaceAll('/', '-'), name].includes(header));
  }
  for (const column of columns) {
    by(column, ({ label }, header) => label !== null && sameText(label, header));
  }
  // Labels of groups stand before the question's own.
  for (const column of columns) {
    by(column, ({ label, path }, header) => {
      const isGrouped = path.includes('/') && label !== null;
      return isGrouped && foldText(headerText(header)).endsWith(foldText(label)) && header.includes(`/`);
    });
  }
  for (const column of columns) {
    by(column, ({ name }, header) => /[/-]/.test(header) && header.split(/[/-]/).at(-1) === name);
  }
  return found;
}

function sameText(left: string, right: string): boolean {
  return collapseSpaces(headerText(left)).toLowerCase() === collapseSpaces(headerText(right)).toLowerCase();
}

function partsOf(
  question: CodebookQuestion,
  combined: RawColumn | null,
  columns: readonly RawColumn[],
  taken: ReadonlySet<number>,
): Composition['parts'] {
  if (question.parts.length > 0) {
    return question.parts.flatMap(({ column, value, chosen, blanks }) => {
      const part = columns.find(({ header, source }) => header.trim() === column && !taken.has(source));
      return part ? [{ source: part.source, value, chosen, blanks }] : [];
    });
  }
  const stems = [question.path, question.path.replaceAll('/', '-'), question.name, combined?.header ?? null];
  const prefixes = [...stems, question.label]
    .filter((stem): stem is string => stem !== null && stem !== '')
    .map((stem) => `${stem}/`);
  const from = combined ? combined.source + 1 : 0;
  return question.options.flatMap(({ value, label }) => {
    const part = columns.find(({ header, source }, index) => {
      const isNear = index >= from && (!combined || index <= combined.source + question.options.length + 2);
      const isPart = prefixes.some((prefix) => {
        const at = header.indexOf(prefix);
        const isHere = at === 0 || (at > 0 && header[at - 1] === '/');
        const rest = header.slice(at + prefix.length);
        return at >= 0 && isHere && (rest === value || sameText(rest, label));
      });
      return isNear && isPart && !taken.has(source);
    });
    return part && isTicked(part) ? [{ source: part.source, value }] : [];
  });
}

function composition(
  question: CodebookQuestion,
  combined: RawColumn | null,
  parts: Composition['parts'],
  table: RawTable,
  reading: PlatformReading,
): Composition {
  const first = table.columns.find(({ source }) => source === parts[0]?.source);
  const shared = first?.header.split('/').slice(0, -1).join('/');
  return {
    source: table.columns.length + reading.compositions.length,
    header: combined?.header ?? (shared || question.name),
    label: labelOf(question),
    ...groupOf(question),
    question: labelOf(question),
    options: question.options,
    parts,
    combined: combined?.source ?? null,
    isDoubtful: false,
    missingCodes: question.missingCodes,
    form: formOf(question),
  };
}

function labelOf({ label, name }: CodebookQuestion): string {
  return label === null ? name : headerText(label) || name;
}

function groupOf({ path }: CodebookQuestion): { group?: string } {
  const groups = path.split('/').slice(0, -1);
  return groups.length === 0 ? {} : { group: groups.join(' / ') };
}

function formOf(question: CodebookQuestion): ColumnPlan['form'] {
  const { name, relevant, constraint, isRequired } = question;
  return { name, relevant, constraint, isRequired };
}

const types: Partial<Record<CodebookQuestion['kind'], VariableType>> = {
  integer: 'integer',
  decimal: 'decimal',
  text: 'text',
  single: 'single',
  multiple: 'multiple',
  ordinal: 'ordinal',
  date: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
};

function sayQuestion(reading: PlatformReading, column: RawColumn, question: CodebookQuestion): void {
  const base = { label: labelOf(question), ...groupOf(question), question: labelOf(question) };
  const codes = {
    form: formOf(question),
    missingCodes: question.missingCodes,
    notApplicableCodes: question.notApplicableCodes,
  };
  if (question.kind === 'location') {
    say(reading, column.source, { ...base, ...personal('location') });
    return;
  }
  if (question.kind === 'media') {
    say(reading, column.source, { ...base, ...personal('media') });
    return;
  }
  const type = types[question.kind];
  if (!type) {
    say(reading, column.source, { ...base, plan: { form: codes.form } });
    return;
  }
  const isListed = ['single', 'multiple', 'ordinal'].includes(type);
  const separator = type === 'multiple' ? separatorOf(column, question) : null;
  const options = isListed ? optionsOf(column, question, separator) : [];
  const typed = isListed && options.length === 0 ? {} : { type, options, optionSeparator: separator };
  say(reading, column.source, { ...base, plan: { ...(type === 'boolean' ? {} : typed), ...codes } });
}

type Separator = NonNullable<ColumnPlan['optionSeparator']>;

/** What joins the answers so that all of them are options of the question; a space where nothing explains them all. */
function separatorOf({ values }: RawColumn, { options }: CodebookQuestion): Separator {
  const known = new Set(options.flatMap(({ value, label }) => [value, label]).map(foldText));
  const candidates: readonly Separator[] = [' ', ', ', '; ', ';', '|', ','];
  const explained = candidates.map((separator) => ({
    separator,
    count: values.reduce((sum, { value, count }) => {
      const pieces = collapseSpaces(value).split(separator);
      return sum + (isMadeOf(pieces, separator, known) ? count : 0);
    }, 0),
  }));
  return explained.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

function isMadeOf(pieces: readonly string[], separator: string, known: ReadonlySet<string>): boolean {
  const reached = [true];
  for (let end = 1; end <= pieces.length; end += 1) {
    reached[end] = pieces.some(
      (_, start) =>
        start < end &&
        reached[start] === true &&
        known.has(foldText(pieces.slice(start, end).join(separator))),
    );
  }
  return reached[pieces.length] === true;
}

/** The form's options in its order, then answers of the file that it does not know, so that none is lost. */
function optionsOf(
  column: RawColumn,
  question: CodebookQuestion,
  separator: Separator | null,
): VariableOption[] {
  const { options } = question;
  if (options.length === 0) return [];
  const known = new Set(options.flatMap(({ value, label }) => [value, label]).map(foldText));
  const codes = new Set([...question.missingCodes, ...question.notApplicableCodes].map(foldText));
  const listed = options.filter(({ value }) => !codes.has(foldText(value)));
  if (column.isUnlisted) return listed;
  const written = separator === null ? column.values.map(({ value }) => collapseSpaces(value)) : [];
  const joined = separator === null ? null : unknownPieces(column, separator, known);
  const unknown = [...new Set([...written, ...(joined ?? [])])].filter(
    (value) => value !== '' && !known.has(foldText(value)) && !codes.has(foldText(value)),
  );
  return [...listed, ...unknown.slice(0, mostUnlisted).map((value) => ({ value, label: value }))];
}

/** Answers that no option explains: the pieces of cells that options cannot make up. */
function unknownPieces(column: RawColumn, separator: Separator, known: ReadonlySet<string>): string[] {
  const left = column.values.filter(
    ({ value }) => !isMadeOf(collapseSpaces(value).split(separator), separator, known),
  );
  const resolved = resolveJoined(left, separator);
  const pieces = resolved?.options ?? left.flatMap(({ value }) => collapseSpaces(value).split(separator));
  return pieces.map((piece) => piece.trim());
}
