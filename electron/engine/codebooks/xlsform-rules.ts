/** A form as its sheets hold it: column names, then one record a row; absent cells are empty. */
export type XlsFormSheet = { columns: readonly string[]; rows: readonly Readonly<Record<string, string>>[] };
export type XlsForm = { survey: XlsFormSheet; choices: XlsFormSheet; settings: XlsFormSheet };

export type XlsFormProblem = {
  rule: XlsFormRule;
  /** `error`: pyxform refuses the form. `warning`: it converts, with something amiss. */
  severity: 'error' | 'warning';
  sheet: 'survey' | 'choices' | 'settings';
  /** Row of the sheet, the header being 1; null for the sheet as a whole. */
  row: number | null;
  value: string;
};

/** The rules by the names of pyxform's own messages where it has one (`pyxform/errors.py`, release 4). */
export const xlsFormRules = {
  'header-missing': 'HEADER_003',
  'header-duplicate': 'HEADER_002',
  'choices-header-space': 'HEADER_004',
  'type-unknown': 'unknown question type',
  'name-missing': 'question without name',
  'name-syntax': 'NAMES_008',
  'name-duplicate': 'NAMES_001',
  'name-case': 'NAMES_002',
  'name-reserved': 'NAMES_005',
  'label-missing': 'question without label',
  'list-missing': 'NAMES_016',
  'list-unused': 'own: a list nobody asks for',
  'list-name-space': 'own: a list name must be one word in the type',
  'choice-name-missing': 'NAMES_006',
  'choice-duplicate': 'NAMES_007',
  'choice-space': 'choice names of select_multiple hold no spaces',
  'choice-label-missing': 'LABEL_001',
  'or-other': 'own: or_other does not go with translations',
  'reference-syntax': 'PYREF_001',
  'reference-unknown': 'PYREF_003',
  'reference-ambiguous': 'PYREF_004',
  'group-unopened': 'SURVEY_001',
  'group-unclosed': 'SURVEY_002',
  'group-required': 'SURVEY_011',
  'calculation-missing': 'calculate without calculation',
  'translation-incomplete': 'missing translations',
  'language-unnamed': 'a column without language beside columns with one',
  'default-language-unknown': 'default_language is none of the form',
  'form-id-syntax': 'own: letters, digits, hyphen and underscore (ODK form guidelines)',
  'version-missing': 'own: a form without version cannot be replaced on the server',
} as const;
export type XlsFormRule = keyof typeof xlsFormRules;

const questionTypes = new Set([
  'integer',
  'decimal',
  'text',
  'date',
  'datetime',
  'time',
  'note',
  'calculate',
  'acknowledge',
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
  'range',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
]);
const unlabelled = new Set([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
]);
const selects = /^(select_one|select_multiple|rank)\s+(.+?)(\s+or_other)?$/;
const blocks = /^(begin|end)[_ ](group|repeat)$/;
const nameForm = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u;
const expressionColumns =
  /^(relevant|constraint|calculation|required|default|choice_filter|label|hint|constraint_message)(::|$)/;

type Row = XlsFormSheet['rows'][number];
type Report = (
  rule: XlsFormRule,
  sheet: XlsFormProblem['sheet'],
  row: number | null,
  value: string,
  severity?: XlsFormProblem['severity'],
) => void;

/** Everything in a form that pyxform refuses or warns of, and what a server takes badly. Empty for a form in order. */
export function checkXlsForm(form: XlsForm): XlsFormProblem[] {
  const problems: XlsFormProblem[] = [];
  const report: Report = (rule, sheet, row, value, severity = 'error') => {
    problems.push({ rule, severity, sheet, row, value });
  };
  checkHeaders(form, report);
  checkNames(form.survey, report);
  checkTypes(form, report);
  checkChoices(form, report);
  checkReferences(form.survey, report);
  checkLanguages(form, report);
  checkSettings(form, report);
  return problems;
}

const cell = (row: Row | undefined, column: string): string => row?.[column]?.trim() ?? '';
const baseOf = (column: string): string => column.split('::')[0]?.trim() ?? '';

function hasLabel(row: Row, columns: readonly string[]): boolean {
  return columns.some((column) => baseOf(column) === 'label' && cell(row, column) !== '');
}

function checkHeaders({ survey, choices }: XlsForm, report: Report): void {
  const asks = survey.rows.some((row) => selects.test(cell(row, 'type')));
  for (const [sheet, { columns }, wanted] of [
    ['survey', survey, ['type', 'name', 'label']],
    ['choices', choices, asks ? ['list_name', 'name', 'label'] : []],
  ] as const) {
    const bases = columns.map(baseOf);
    for (const column of wanted) if (!bases.includes(column)) report('header-missing', sheet, 1, column);
    columns.forEach((column, at) => {
      if (columns.indexOf(column) !== at) report('header-duplicate', sheet, 1, column);
    });
  }
  for (const column of choices.columns) {
    if (baseOf(column) === '' || /\s/.test(baseOf(column)))
      report('choices-header-space', 'choices', 1, column);
  }
}

/** Names are unique within their group; groups themselves have names too. */
function checkNames({ rows }: XlsFormSheet, report: Report): void {
  const scopes: { name: string; kind: string; row: number; names: Map<string, string> }[] = [
    { name: '', kind: '', row: 0, names: new Map() },
  ];
  rows.forEach((row, at) => {
    const line = at + 2;
    const [, edge, kind = ''] = blocks.exec(cell(row, 'type')) ?? [];
    if (edge === 'end') {
      if (scopes.length > 1 && scopes.at(-1)?.kind === kind) scopes.pop();
      else report('group-unopened', 'survey', line, cell(row, 'name'));
      return;
    }
    const name = cell(row, 'name');
    if (name === '') report('name-missing', 'survey', line, cell(row, 'type'));
    else {
      if (!nameForm.test(name)) report('name-syntax', 'survey', line, name);
      if (name.toLowerCase() === 'meta') report('name-reserved', 'survey', line, name);
      const names = scopes.at(-1)?.names;
      const twin = names?.get(name.toLowerCase());
      if (twin === name) report('name-duplicate', 'survey', line, name);
      else if (twin !== undefined) report('name-case', 'survey', line, name, 'warning');
      names?.set(name.toLowerCase(), name);
    }
    if (edge === 'begin') {
      if (cell(row, 'required') !== '') report('group-required', 'survey', line, name);
      scopes.push({ name, kind, row: line, names: new Map() });
    }
  });
  for (const { name, row } of scopes.slice(1)) report('group-unclosed', 'survey', row, name);
}

function checkTypes({ survey, choices }: XlsForm, report: Report): void {
  const lists = new Set(choices.rows.map((row) => cell(row, 'list_name')));
  const asked = new Set<string>();
  survey.rows.forEach((row, at) => {
    const line = at + 2;
    const type = cell(row, 'type');
    if (blocks.test(type)) return;
    const [, , list, other] = selects.exec(type) ?? [];
    if (list !== undefined) {
      asked.add(list);
      if (/\s/.test(list)) report('list-name-space', 'survey', line, list);
      else if (!lists.has(list)) report('list-missing', 'survey', line, list);
      if (other) report('or-other', 'survey', line, type, 'warning');
    } else if (!questionTypes.has(type.toLowerCase())) report('type-unknown', 'survey', line, type);
    if (type === 'calculate' && cell(row, 'calculation') === '') {
      report('calculation-missing', 'survey', line, cell(row, 'name'));
    }
    if (!unlabelled.has(type) && !hasLabel(row, survey.columns)) {
      report('label-missing', 'survey', line, cell(row, 'name'), 'warning');
    }
  });
  for (const list of lists) {
    const row = choices.rows.findIndex((each) => cell(each, 'list_name') === list) + 2;
    if (!asked.has(list)) report('list-unused', 'choices', row, list, 'warning');
  }
}

function checkChoices({ survey, choices }: XlsForm, report: Report): void {
  const multiple = new Set(
    survey.rows.flatMap((row) => {
      const [, kind, list] = selects.exec(cell(row, 'type')) ?? [];
      return kind === 'select_multiple' && list ? [list] : [];
    }),
  );
  const seen = new Set<string>();
  choices.rows.forEach((row, at) => {
    const line = at + 2;
    const [list, name] = [cell(row, 'list_name'), cell(row, 'name')];
    if (name === '') report('choice-name-missing', 'choices', line, list);
    else if (seen.has(JSON.stringify([list, name]))) report('choice-duplicate', 'choices', line, name);
    seen.add(JSON.stringify([list, name]));
    if (multiple.has(list) && /\s/.test(name)) report('choice-space', 'choices', line, name);
    if (!hasLabel(row, choices.columns)) report('choice-label-missing', 'choices', line, name, 'warning');
  });
}

/** `${name}` must be one question of the form. */
function checkReferences({ columns, rows }: XlsFormSheet, report: Report): void {
  const names = rows.filter((row) => !/^end[_ ]/.test(cell(row, 'type'))).map((row) => cell(row, 'name'));
  rows.forEach((row, at) => {
    for (const column of columns) {
      if (!expressionColumns.test(column)) continue;
      const text = cell(row, column);
      for (const opening of text.matchAll(/\$\{([^}]*)(\}?)/g)) {
        const [whole, name = '', closing] = opening;
        const found = names.filter((each) => each === name.trim()).length;
        if (closing === '' || !nameForm.test(name.trim()))
          report('reference-syntax', 'survey', at + 2, whole);
        else if (found === 0) report('reference-unknown', 'survey', at + 2, name);
        else if (found > 1) report('reference-ambiguous', 'survey', at + 2, name);
      }
    }
  });
}

const languageOf = (column: string): string | null =>
  column.includes('::') ? column.slice(column.indexOf('::') + 2).trim() : null;
const translated = new Set(['label', 'hint', 'constraint_message', 'required_message']);

/** Every text is there in every language, or in none. */
function checkLanguages({ survey, choices, settings }: XlsForm, report: Report): void {
  const languages = new Set(
    [...survey.columns, ...choices.columns].flatMap((column) => languageOf(column) ?? []),
  );
  const own = cell(settings.rows[0], 'default_language');
  if (own !== '' && languages.size > 0 && !languages.has(own)) {
    report('default-language-unknown', 'settings', 2, own);
  }
  if (languages.size === 0) return;
  for (const [sheet, { columns, rows }] of [
    ['survey', survey],
    ['choices', choices],
  ] as const) {
    for (const base of new Set(columns.map(baseOf).filter((each) => translated.has(each)))) {
      if (columns.includes(base)) report('language-unnamed', sheet, 1, base, 'warning');
      rows.forEach((row, at) => {
        const texts = [...languages].map((language) => cell(row, `${base}::${language}`));
        const isPartly = texts.some((text) => text !== '') && texts.some((text) => text === '');
        if (isPartly) report('translation-incomplete', sheet, at + 2, base, 'warning');
      });
    }
  }
}

function checkSettings({ settings }: XlsForm, report: Report): void {
  const row = settings.rows[0];
  const id = cell(row, 'form_id');
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(id)) report('form-id-syntax', 'settings', 2, id);
  if (cell(row, 'version') === '') report('version-missing', 'settings', 2, '', 'warning');
}
