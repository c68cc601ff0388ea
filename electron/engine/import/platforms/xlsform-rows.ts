import { AppError } from '../../../../shared/errors';

/** A workbook's sheets as rows of texts, by name. */
export type SheetRows = { name: string; rows: readonly (readonly string[])[] }[];

/** One row of a form's sheet: its cells by column name, as `list_name`, `label` or `label::español (es)`. */
export type FormRow = ReadonlyMap<string, string>;

export type FormSheets = {
  survey: FormRow[];
  choices: FormRow[];
  settings: FormRow;
  /** Languages of `label::…`, as written, in the order of the columns. */
  languages: string[];
};

/**
 * The sheets of an XLSForm with their column names in one spelling. Throws `codebook-unrecognised` for a workbook without a
 * sheet `survey` that has the columns type and name.
 */
export function readFormSheets(sheets: SheetRows, fileName: string): FormSheets {
  const find = (name: string): SheetRows[number] | undefined =>
    sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
  const survey = formRows(find('survey')?.rows ?? []);
  const hasForm = survey.names.includes('type') && survey.names.some((name) => nameColumns.includes(name));
  if (!hasForm || survey.rows.length === 0) throw new AppError('codebook-unrecognised', { fileName });
  const choices = formRows(find('choices')?.rows ?? find('options')?.rows ?? []);
  const languages = [...survey.names, ...choices.names].flatMap((name) =>
    name.startsWith('label::') ? [name.slice('label::'.length)] : [],
  );
  return {
    survey: survey.rows,
    choices: choices.rows,
    settings: formRows(find('settings')?.rows ?? []).rows[0] ?? new Map(),
    languages: [...new Set(languages)],
  };
}

/** KoboToolbox names rows of its own export in `$autoname`. */
export const nameColumns: readonly string[] = ['name', '$autoname', 'value'];

const aliases = new Map([
  ['list name', 'list_name'],
  ['relevance', 'relevant'],
  ['repeat count', 'repeat_count'],
  ['choice filter', 'choice_filter'],
  ['default language', 'default_language'],
  ['form title', 'form_title'],
  ['form id', 'form_id'],
  ['caption', 'label'],
  ['calculate', 'calculation'],
]);

/** `label : Español (es)`, `Label::Español (es)` and the like in one spelling; languages keep their letters. */
function columnName(header: string): string {
  const [first = '', ...rest] = header
    .trim()
    .split(/\s*::\s*|\s*(?<!^media|^bind|^body):\s*/i)
    .map((part) => part.trim());
  const base = first.toLowerCase().replace(/\s+/g, ' ');
  const known = aliases.get(base) ?? base.replaceAll(' ', '_');
  return rest.length === 0 ? known : `${known}::${rest.join('::')}`;
}

function formRows(rows: readonly (readonly string[])[]): { names: string[]; rows: FormRow[] } {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const names = (rows[at] ?? []).map(columnName);
  const found = rows.slice(at + 1).flatMap((row): FormRow[] => {
    const cells = new Map<string, string>();
    names.forEach((name, index) => {
      const cell = row[index]?.trim() ?? '';
      if (name !== '' && cell !== '' && !cells.has(name)) cells.set(name, cell);
    });
    return cells.size > 0 ? [cells] : [];
  });
  return { names, rows: found };
}
