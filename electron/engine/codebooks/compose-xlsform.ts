import type { z } from 'zod';
import type { TemplateVariable } from '../../../shared/domain/template';
import { assertNever } from '../../../shared/errors';
import type { XlsFormNote } from '../../../shared/methods/template';
import type { Locale } from '../../../shared/text/catalogue';
import { type FormWords, formWords } from '../../../shared/text/xlsform-words';
import type { XlsForm, XlsFormSheet } from './xlsform-rules';

type Note = z.infer<typeof XlsFormNote>;
type Cells = Record<string, string>;
/** A question that goes into a form: of a template, or of an instrument (what only templates say being empty). */
export type FormQuestion = TemplateVariable;

export type FormSource = {
  title: string;
  titleEnglish: string;
  formId: string;
  /** As `yyyymmddrr`. */
  version: string;
  questions: readonly FormQuestion[];
};

const languages = { es: 'Español (es)', en: 'English (en)' } as const;
const translatable = ['label', 'hint', 'constraint_message'] as const;
/** A long list is shown as a menu instead of a page of buttons. */
const menuFrom = 12;

type Choice = { name: string; label: string; labelEnglish: string };
type Asked = { question: FormQuestion; name: string; list: string | null; choices: Choice[] };

/**
 * The XLSForm of some questions, and what it does otherwise than they say. With any English text every text has an English
 * column, in Spanish where there is no translation; `locale` is the language in which the form opens.
 */
export function composeXlsForm(source: FormSource, locale: Locale): { form: XlsForm; notes: Note[] } {
  const notes: Note[] = [];
  const isBilingual = source.questions.some(({ labelEnglish }) => labelEnglish !== '');
  const open: Locale[] = isBilingual ? ['es', 'en'] : ['es'];
  const asked = askedQuestions(source.questions, notes);
  const survey: Cells[] = [];
  let section = '';
  let sections = 0;
  const endSection = (): void => {
    if (section !== '') survey.push({ type: 'end_group' });
  };
  for (const each of asked) {
    if (each.question.section !== section) {
      endSection();
      section = each.question.section;
      sections += 1;
      if (section !== '') {
        const texts = spread('label', section, '', open);
        survey.push({ type: 'begin_group', name: freeName(`seccion_${sections}`, asked), ...texts });
      }
    }
    survey.push(questionRow(each, asked, open));
  }
  endSection();
  const settings: Cells = {
    form_title: (locale === 'en' && source.titleEnglish) || source.title,
    form_id: source.formId,
    version: source.version,
    default_language: languages[locale === 'en' && isBilingual ? 'en' : 'es'],
  };
  return {
    form: {
      survey: sheetOf(
        [
          'type',
          'name',
          ...columnsOf('label', open),
          ...columnsOf('hint', open),
          'required',
          'relevant',
          'constraint',
          ...columnsOf('constraint_message', open),
          'appearance',
          'calculation',
        ],
        [...metaRows(asked), ...survey],
      ),
      choices: sheetOf(['list_name', 'name', ...columnsOf('label', open)], choiceRows(asked, open)),
      settings: sheetOf(Object.keys(settings), [settings]),
    },
    notes,
  };
}

function sheetOf(columns: readonly string[], rows: readonly Cells[]): XlsFormSheet {
  return { columns, rows };
}

function columnsOf(base: (typeof translatable)[number], open: readonly Locale[]): string[] {
  return open.map((locale) => `${base}::${languages[locale]}`);
}

/** One text in the columns of all languages; the Spanish one stands in for a translation that is missing. */
function spread(
  base: (typeof translatable)[number],
  spanish: string,
  english: string,
  open: readonly Locale[],
): Cells {
  const text = (locale: Locale): string => (locale === 'en' && english !== '' ? english : spanish);
  return Object.fromEntries(open.map((locale) => [`${base}::${languages[locale]}`, text(locale)]));
}

/** When an answer was begun and ended; servers expect both. */
function metaRows(asked: readonly Asked[]): Cells[] {
  return ['start', 'end'].map((type) => ({ type, name: freeName(type, asked) }));
}

function freeName(wanted: string, asked: readonly { name: string }[]): string {
  const taken = new Set(asked.map(({ name }) => name.toLowerCase()));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}_${number}`)) return `${wanted}_${number}`;
  }
}

/** The questions of the form with names that XML and pyxform take; what is not asked is noted. */
function askedQuestions(questions: readonly FormQuestion[], notes: Note[]): Asked[] {
  const asked: Asked[] = [];
  for (const question of questions) {
    if (!question.isAsked) {
      notes.push({ code: 'not-asked', name: question.name, became: '' });
      continue;
    }
    const name = freeName(question.name === 'meta' ? 'meta_1' : question.name, asked);
    if (name !== question.name) notes.push({ code: 'renamed', name: question.name, became: name });
    const choices = choicesOf(question, notes);
    if (isListed(question) && choices.length === 0) {
      notes.push({ code: 'options-absent', name: question.name, became: 'text' });
    }
    asked.push({ question, name, list: choices.length > 0 ? `l_${name}` : null, choices });
  }
  return asked;
}

function isListed({ type }: FormQuestion): boolean {
  return type === 'single' || type === 'ordinal' || type === 'multiple' || type === 'boolean';
}

function choicesOf(question: FormQuestion, notes: Note[]): Choice[] {
  if (question.type === 'boolean') return [...formWords('es').yesNo(formWords('en'))];
  if (!isListed(question) || question.options.length === 0) return [];
  const words = { es: formWords('es'), en: formWords('en') };
  const known = new Set(question.options.map(({ value }) => value));
  const silent = (code: string, of: (each: FormWords) => string) => ({
    value: code,
    label: /\p{L}/u.test(code) ? code : of(words.es),
    labelEnglish: /\p{L}/u.test(code) ? '' : of(words.en),
  });
  const all = [
    ...question.options.map(({ value, label }) => ({
      value,
      label,
      labelEnglish: question.optionsEnglish[value] ?? '',
    })),
    ...question.missingCodes.map((code) => silent(code, (each) => each.noAnswer(code))),
    ...question.notApplicableCodes.map((code) => silent(code, (each) => each.notApplicable(code))),
  ].filter(({ value }, at) => at < question.options.length || !known.has(value));
  const taken: { name: string }[] = [];
  return all.map(({ value, label, labelEnglish }) => {
    const name = freeChoice(choiceName(value), taken);
    taken.push({ name });
    if (name !== value)
      notes.push({ code: 'choice-renamed', name: `${question.name}: ${value}`, became: name });
    return { name, label, labelEnglish };
  });
}

function freeChoice(wanted: string, taken: readonly { name: string }[]): string {
  let name = wanted;
  for (let number = 2; taken.some((each) => each.name === name); number += 1) name = `${wanted}_${number}`;
  return name;
}

/** Answers of several choices are stored apart by spaces, and rules quote a choice: both must not be inside. */
function choiceName(value: string): string {
  if (/^[\p{L}\p{N}_.+-]+$/u.test(value)) return value;
  const plain = value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.+-]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return plain === '' ? 'opcion' : plain;
}

function questionRow(each: Asked, asked: readonly Asked[], open: readonly Locale[]): Cells {
  const { question, name, choices } = each;
  const { es, en } = { es: formWords('es'), en: formWords('en') };
  const rule = ruleOf(question, es, en);
  const hint = [question.hint, question.unit ? es.unit(question.unit) : '', rule.hint.es].filter(Boolean);
  const hintEnglish = [question.hint, question.unit ? en.unit(question.unit) : '', rule.hint.en].filter(
    Boolean,
  );
  return {
    type: typeOf(each),
    name,
    ...spread('label', question.label, question.labelEnglish, open),
    ...(hint.length > 0 ? spread('hint', hint.join(' '), hintEnglish.join(' '), open) : {}),
    required: question.isRequired ? 'yes' : '',
    relevant: relevantOf(question, asked),
    constraint: rule.constraint,
    ...(rule.constraint === '' ? {} : spread('constraint_message', rule.message.es, rule.message.en, open)),
    appearance: choices.length >= menuFrom && question.type !== 'multiple' ? 'minimal' : '',
  };
}

function typeOf({ question, list }: Asked): string {
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'date':
      return question.type;
    case 'datetime':
      return 'dateTime';
    case 'single':
    case 'ordinal':
    case 'boolean':
      return list ? `select_one ${list}` : 'text';
    case 'multiple':
      return list ? `select_multiple ${list}` : 'text';
    case 'text':
    case 'identifier':
      return 'text';
    default:
      return assertNever(question.type);
  }
}

type Rule = { constraint: string; message: { es: string; en: string }; hint: { es: string; en: string } };

/** A RUT or IPE: its digits, a hyphen, and a digit or K; the check digit itself is judged when the file is imported. */
const rutForm = "regex(., '^[0-9]{6,9}-[0-9kK]$')";
const mailForm = "regex(., '^[^@ ]+@[^@ ]+[.][^@ ]+$')";
const phoneForm = "regex(., '^[+]?[0-9 ]{8,15}$')";

function ruleOf(question: FormQuestion, es: FormWords, en: FormWords): Rule {
  const told = (constraint: string, of: (words: FormWords) => readonly [string, string]): Rule => ({
    constraint,
    message: { es: of(es)[0], en: of(en)[0] },
    hint: { es: of(es)[1], en: of(en)[1] },
  });
  switch (question.identity) {
    case 'rut':
    case 'ipe':
      return told(rutForm, (words) => [words.rutWrong, words.rutHint]);
    case 'email':
      return told(mailForm, (words) => [words.emailWrong, '']);
    case 'phone':
      return told(phoneForm, (words) => [words.phoneWrong, '']);
    default:
  }
  if (question.type !== 'integer' && question.type !== 'decimal') return told('', () => ['', '']);
  const { minimum, maximum } = question;
  const codes = [...question.missingCodes, ...question.notApplicableCodes].filter((code) =>
    /^-?\d+$/.test(code),
  );
  const bounds = [minimum === null ? '' : `. >= ${minimum}`, maximum === null ? '' : `. <= ${maximum}`];
  const range = bounds.filter(Boolean).join(' and ');
  const hints = (words: FormWords): string => (codes.length === 0 ? '' : words.numberCodes(codes.join(', ')));
  if (range === '') return { ...told('', () => ['', '']), hint: { es: hints(es), en: hints(en) } };
  const outside = codes.map((code) => ` or . = ${code}`).join('');
  const constraint = outside === '' ? range : `(${range})${outside}`;
  return told(constraint, (words) => [words.outsideRange(minimum, maximum), hints(words)]);
}

/** Asked only of those who gave one of some answers to an earlier question. */
function relevantOf({ askedIf }: FormQuestion, asked: readonly Asked[]): string {
  if (!askedIf) return '';
  const earlier = asked.find(({ question }) => question.name === askedIf.variable);
  if (!earlier) return '';
  const { question, name, choices } = earlier;
  const nameOf = (value: string): string => {
    if (question.type === 'boolean') return value === 'true' ? 'si' : 'no';
    const at = question.options.findIndex((option) => option.value === value);
    return choices[at]?.name ?? choiceName(value);
  };
  return askedIf.values
    .map((value) =>
      question.type === 'multiple'
        ? `selected(\${${name}}, '${nameOf(value)}')`
        : `\${${name}} = '${nameOf(value)}'`,
    )
    .join(' or ');
}

function choiceRows(asked: readonly Asked[], open: readonly Locale[]): Cells[] {
  return asked.flatMap(({ list, choices }) =>
    list === null
      ? []
      : choices.map(({ name, label, labelEnglish }) => ({
          list_name: list,
          name,
          ...spread('label', label, labelEnglish, open),
        })),
  );
}
