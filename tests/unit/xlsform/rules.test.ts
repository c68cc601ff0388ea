import { describe, expect, it } from 'vitest';
import {
  checkXlsForm,
  type XlsForm,
  type XlsFormRule,
  xlsFormRules,
} from '../../../electron/engine/codebooks/xlsform-rules';

type Cells = Record<string, string>;
type Rows = { survey?: Cells[]; choices?: Cells[]; settings?: Cells };

const settings = { form_title: 'Prueba', form_id: 'prueba', version: '2024030101' };

function formOf({ survey = [], choices = [], settings: own }: Rows): XlsForm {
  const columnsOf = (rows: Cells[], least: string[]) => [
    ...new Set([...least, ...rows.flatMap(Object.keys)]),
  ];
  return {
    survey: { columns: columnsOf(survey, ['type', 'name', 'label']), rows: survey },
    choices: { columns: columnsOf(choices, ['list_name', 'name', 'label']), rows: choices },
    settings: { columns: Object.keys(own ?? settings), rows: [own ?? settings] },
  };
}

const text = (name: string, more: Cells = {}): Cells => ({ type: 'text', name, label: name, ...more });
const choice = (name: string, more: Cells = {}): Cells => ({ list_name: 'l', name, label: name, ...more });
const asks: Cells = { type: 'select_one l', name: 'q', label: 'Q' };
const asksSeveral: Cells = { type: 'select_multiple l', name: 'q', label: 'Q' };
const broken = (rows: Rows) => checkXlsForm(formOf(rows)).map(({ rule }) => rule);

/** A form that breaks the rule and nothing else. */
const examples: Partial<Record<XlsFormRule, XlsForm>> = {
  'choices-header-space': formOf({ survey: [asks], choices: [choice('a', { 'otra columna': 'x' })] }),
  'type-unknown': formOf({ survey: [text('a', { type: 'pregunta' })] }),
  'name-missing': formOf({ survey: [{ type: 'text', label: 'Sin nombre' }] }),
  'name-syntax': formOf({ survey: [text('1a')] }),
  'name-duplicate': formOf({ survey: [text('a'), text('a')] }),
  'name-case': formOf({ survey: [text('edad'), text('Edad')] }),
  'name-reserved': formOf({ survey: [text('meta')] }),
  'label-missing': formOf({ survey: [{ type: 'text', name: 'a' }] }),
  'list-missing': formOf({ survey: [{ ...asks, type: 'select_one otra' }] }),
  'list-unused': formOf({ survey: [text('a')], choices: [choice('x')] }),
  'list-name-space': formOf({ survey: [{ ...asks, type: 'select_one mi lista' }] }),
  'choice-name-missing': formOf({ survey: [asks], choices: [choice('a'), choice('', { label: 'B' })] }),
  'choice-duplicate': formOf({ survey: [asks], choices: [choice('a'), choice('a')] }),
  'choice-space': formOf({ survey: [asksSeveral], choices: [choice('a b')] }),
  'choice-label-missing': formOf({ survey: [asks], choices: [choice('a', { label: '' })] }),
  'or-other': formOf({ survey: [{ ...asks, type: 'select_one l or_other' }], choices: [choice('a')] }),
  'reference-syntax': formOf({ survey: [text('a'), text('b', { relevant: "${a = '1'" })] }),
  'reference-unknown': formOf({ survey: [text('b', { relevant: "${nadie} = '1'" })] }),
  'reference-ambiguous': formOf({
    survey: [
      text('a'),
      { type: 'begin_group', name: 'g', label: 'G' },
      text('a'),
      { type: 'end_group' },
      text('b', { relevant: "${a} = '1'" }),
    ],
  }),
  'group-unopened': formOf({ survey: [text('a'), { type: 'end_group' }] }),
  'group-unclosed': formOf({ survey: [{ type: 'begin_group', name: 'g', label: 'G' }, text('a')] }),
  'group-required': formOf({
    survey: [
      { type: 'begin_group', name: 'g', label: 'G', required: 'yes' },
      text('a'),
      { type: 'end_group' },
    ],
  }),
  'calculation-missing': formOf({ survey: [{ type: 'calculate', name: 'a' }] }),
  'translation-incomplete': {
    ...formOf({}),
    survey: {
      columns: ['type', 'name', 'label::Español (es)', 'label::English (en)'],
      rows: [{ type: 'text', name: 'a', 'label::Español (es)': 'A' }],
    },
    choices: { columns: [], rows: [] },
  },
  'language-unnamed': {
    ...formOf({}),
    survey: {
      columns: ['type', 'name', 'label', 'label::English (en)'],
      rows: [{ type: 'text', name: 'a', label: 'A', 'label::English (en)': 'A' }],
    },
    choices: { columns: [], rows: [] },
  },
  'default-language-unknown': {
    ...formOf({ settings: { ...settings, default_language: 'Français (fr)' } }),
    survey: {
      columns: ['type', 'name', 'label::English (en)'],
      rows: [{ type: 'text', name: 'a', 'label::English (en)': 'A' }],
    },
    choices: { columns: [], rows: [] },
  },
  'form-id-syntax': formOf({ settings: { ...settings, form_id: 'mi formulario' } }),
  'version-missing': formOf({ settings: { form_title: 'Prueba', form_id: 'prueba' } }),
  'header-missing': { ...formOf({}), survey: { columns: ['type', 'name'], rows: [] } },
  'header-duplicate': { ...formOf({}), survey: { columns: ['type', 'name', 'label', 'label'], rows: [] } },
};

describe('the rules of a survey form', () => {
  const rules = Object.keys(xlsFormRules) as XlsFormRule[]; // safe: the keys of a const object

  it.each(rules)('%s is found where it is broken, and nothing else', (rule) => {
    const form = examples[rule];
    if (!form) throw new Error(`no example of ${rule}`);
    expect(checkXlsForm(form).map((problem) => problem.rule)).toEqual([rule]);
  });

  it('takes a form in order, with groups, skips and several answers', () => {
    const survey = [
      { type: 'start', name: 'start' },
      { type: 'begin_group', name: 'g', label: 'G' },
      asksSeveral,
      text('otra', { relevant: "selected(${q}, 'a')", constraint: "regex(., '^[0-9]+$')" }),
      { type: 'end_group' },
    ];
    expect(broken({ survey, choices: [choice('a'), choice('b')] })).toEqual([]);
  });

  it('lets two groups hold questions of one name, and says in which row a rule is broken', () => {
    const group = (name: string) => [
      { type: 'begin_group', name, label: name },
      text('nota'),
      { type: 'end_group' },
    ];
    expect(broken({ survey: [...group('g'), ...group('h')] })).toEqual([]);
    const [problem] = checkXlsForm(formOf({ survey: [text('a'), text('b'), text('9')] }));
    expect(problem).toMatchObject({ sheet: 'survey', row: 4, value: '9', severity: 'error' });
  });
});
