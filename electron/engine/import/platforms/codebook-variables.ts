import { VariableId } from '../../../../shared/domain/ids';
import type { Variable, VariableType } from '../../../../shared/domain/instrument';
import type { SourceNotice } from '../../../../shared/domain/source';
import { nameColumns } from '../column-names';
import type { Codebook, CodebookQuestion } from './codebook';

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
  other: 'text',
};

/** The questions that an instrument has a variable for: those of the main table that ask for an answer to be kept. */
export function draftedQuestions(codebook: Codebook): CodebookQuestion[] {
  const inSets = new Set(codebook.questions.flatMap(({ parts }) => parts.map(({ column }) => column)));
  return codebook.questions.filter(
    ({ kind, repeat, name }) => types[kind] !== undefined && repeat === null && !inSets.has(name),
  );
}

/** The variables of an instrument drafted from a codebook before there are data. */
export function codebookVariables(codebook: Codebook, newId: (prefix: string) => string): Variable[] {
  const questions = draftedQuestions(codebook);
  const names = nameColumns(
    questions.map(({ name }) => name),
    questions.length,
  );
  const labels = nameColumns(
    questions.map(({ label, name }) => label ?? name),
    questions.length,
  );
  return questions.map((question, index): Variable => {
    const type = types[question.kind] ?? 'text';
    const isListed = ['single', 'multiple', 'ordinal'].includes(type);
    const isUnlisted = isListed && question.options.length === 0;
    return {
      id: VariableId.parse(newId('var')),
      name: names[index]?.name ?? `pregunta_${index + 1}`,
      label: labels[index]?.label ?? question.name,
      type: isUnlisted ? 'text' : type,
      role: 'measure',
      options: type === 'boolean' ? yesNo : isListed ? question.options : [],
      missingCodes: question.missingCodes,
      notApplicableCodes: question.notApplicableCodes,
      unit: null,
      identity: null,
      standard: null,
    };
  });
}

const yesNo = [
  { value: 'true', label: 'Sí' },
  { value: 'false', label: 'No' },
];

/** Says what of a form is not used; nothing where all of it is. */
export function ignoredNotice(codebook: Codebook | null): SourceNotice[] {
  if (!codebook || codebook.ignored.length === 0) return [];
  const kinds = codebook.ignored.map(({ kind, count }) => `${kind} (${count})`).join(', ');
  return [
    {
      code: 'codebook-ignored',
      severity: 'information',
      details: { kinds: kinds.slice(0, 300) },
      lines: [],
      columns: [],
    },
  ];
}
