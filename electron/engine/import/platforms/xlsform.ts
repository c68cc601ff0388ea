import { foldText } from '../cell-shapes';
import { findMissingCodes } from '../missing-codes';
import { orderByScale } from '../scales';
import type { Codebook, CodebookQuestion } from './codebook';
import { notApplicableLabel } from './not-applicable-words';
import { labelOf, languageOrder } from './xlsform-labels';
import { type FormRow, type FormSheets, nameColumns, readFormSheets, type SheetRows } from './xlsform-rows';
import { type FormType, formType } from './xlsform-types';

type Block = { name: string; repeats: boolean; relevant: string | null };
type Option = CodebookQuestion['options'][number];

/**
 * The questions of an XLSForm: labels in Spanish where the form has them, options in the form's order, and the rules of
 * each question together with those of its groups. Throws `codebook-unrecognised`.
 */
export function readXlsForm(sheets: SheetRows, fileName: string): Codebook {
  const form = readFormSheets(sheets, fileName);
  const order = languageOrder(form);
  const lists = optionLists(form, order);
  const ignored = new Map<string, number>();
  const ignore = (kind: string): void => {
    ignored.set(kind, (ignored.get(kind) ?? 0) + 1);
  };
  const questions: CodebookQuestion[] = [];
  const blocks: Block[] = [];
  for (const row of form.survey) {
    if (isYes(row.get('disabled'))) continue;
    const type = formType(row.get('type') ?? '', row.get('parameters') ?? '');
    const name = nameOf(row);
    if (type.is === 'begin') {
      blocks.push({ name, repeats: type.repeats, relevant: row.get('relevant') ?? null });
    } else if (type.is === 'end') {
      blocks.pop();
    } else if (type.is === 'ignored') {
      if (row.has('type')) ignore(type.kind);
    } else if (name !== '') {
      if (type.ignored) ignore(type.ignored);
      if (row.has('choice_filter')) ignore('choice-filter');
      const question = questionOf(row, name, type, blocks, lists, order);
      questions.push(question);
      if (type.orOther) questions.push(otherOf(question));
    }
  }
  return {
    origin: 'xlsform',
    title: form.settings.get('form_title') ?? form.settings.get('form_id') ?? null,
    languages: order.filter((language) => language !== ''),
    questions,
    ignored: [...ignored].map(([kind, count]) => ({ kind, count })),
  };
}

function nameOf(row: FormRow): string {
  for (const column of nameColumns) {
    const name = row.get(column);
    if (name !== undefined) return name;
  }
  return '';
}

function isYes(cell: string | undefined): boolean {
  return /^(yes|true|true\(\)|1|si|sí)$/i.test(cell ?? '');
}

function optionLists({ choices }: FormSheets, order: readonly string[]): Map<string, Option[]> {
  const lists = new Map<string, Option[]>();
  for (const row of choices) {
    const list = row.get('list_name');
    const value = nameOf(row);
    if (list === undefined || value === '') continue;
    const options = lists.get(list) ?? [];
    if (!options.some((option) => option.value === value)) {
      options.push({ value, label: labelOf(row, order) ?? value });
    }
    lists.set(list, options);
  }
  return lists;
}

function questionOf(
  row: FormRow,
  name: string,
  type: Extract<FormType, { is: 'question' }>,
  blocks: readonly Block[],
  lists: ReadonlyMap<string, Option[]>,
  order: readonly string[],
): CodebookQuestion {
  const listed = (type.list !== null && lists.get(type.list)) || [];
  const other = type.orOther && !listed.some(({ value }) => value === 'other');
  const all = other ? [...listed, { value: 'other', label: 'Otro' }] : [...listed];
  const outside = all.filter(({ label }) => notApplicableLabel(label));
  const silent = all.filter((option) => !outside.includes(option) && isSilence(option));
  const options = all.filter((option) => !outside.includes(option) && !silent.includes(option));
  const scale = type.kind === 'single' ? orderByScale(options.map(({ label }) => label)) : null;
  const repeatAt = blocks.findLastIndex(({ repeats }) => repeats);
  const path = (of: readonly Block[]): string[] => of.map((block) => block.name);
  return {
    name,
    path: [...path(blocks), name].join('/'),
    label: labelOf(row, order),
    kind: scale ? 'ordinal' : type.kind,
    options: scale ? inOrder(options, scale) : options,
    missingCodes: silent.map(({ value }) => value),
    notApplicableCodes: outside.map(({ value }) => value),
    isRequired: isYes(row.get('required')),
    relevant: allOf([...blocks.map(({ relevant }) => relevant), row.get('relevant') ?? null]),
    constraint: row.get('constraint') ?? null,
    repeat: repeatAt < 0 ? null : path(blocks.slice(0, repeatAt + 1)).join('/'),
    parts: [],
  };
}

/** An option that says nothing, such as "No responde". */
function isSilence({ label }: Option): boolean {
  return /\p{L}/u.test(label) && findMissingCodes([{ value: label, count: 1 }]).length > 0;
}

function inOrder(options: readonly Option[], labels: readonly string[]): Option[] {
  const rank = (option: Option): number =>
    labels.findIndex((label) => foldText(label) === foldText(option.label));
  return [...options].sort((left, right) => rank(left) - rank(right));
}

/** Every rule at once; null without any. */
function allOf(rules: readonly (string | null)[]): string | null {
  const written = rules.filter((rule) => rule !== null);
  return written.length > 1 ? written.map((rule) => `(${rule})`).join(' and ') : (written[0] ?? null);
}

/** The text question that `or_other` adds after its own. */
function otherOf(question: CodebookQuestion): CodebookQuestion {
  const asked = `selected(\${${question.name}}, 'other')`;
  return {
    ...question,
    name: `${question.name}_other`,
    path: `${question.path}_other`,
    label: `${question.label ?? question.name} (otro)`,
    kind: 'text',
    options: [],
    missingCodes: [],
    notApplicableCodes: [],
    isRequired: false,
    relevant: allOf([question.relevant, asked]),
    constraint: null,
  };
}
