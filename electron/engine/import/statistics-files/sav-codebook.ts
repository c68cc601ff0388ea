import type { SourceNotice } from '../../../../shared/domain/source';
import type { Codebook, CodebookQuestion } from '../platforms/codebook';
import { notApplicableLabel } from '../platforms/not-applicable-words';
import { orderByScale } from '../scales';
import type { SavDictionary, SavVariable } from './sav-dictionary';
import type { DichotomySet } from './sav-long-records';
import type { SavSeen } from './sav-values';

/** Unlabelled values that still are options of a nominal or ordinal variable. */
const mostUnlabelled = 200;

type Described = { codebook: Codebook; notices: SourceNotice[] };

/** The questions of a statistics file by its labels, measures, missing values and sets. */
export function savCodebook(
  dictionary: SavDictionary,
  seen: readonly SavSeen[],
  sets: { dichotomies: readonly DichotomySet[]; categories: readonly string[] },
): Described {
  const numbersWithLabels: string[] = [];
  const questions = dictionary.variables.map((variable, index): CodebookQuestion => {
    const own = seen[index];
    const answers = own ? answersOf(variable, own) : null;
    if (answers?.keepsNumbers) numbersWithLabels.push(variable.name);
    const missing = [...new Set([...variable.missingValues, ...(own?.missing ?? [])])].filter(Boolean);
    const outside = missing.filter((code) => notApplicableLabel(variable.labels.get(code) ?? code));
    const stray = (answers?.options ?? []).filter(({ label }) => notApplicableLabel(label));
    return {
      name: variable.name,
      path: variable.name,
      label: variable.label,
      kind: answers?.kind ?? plainKind(variable, own),
      options: (answers?.options ?? []).filter((option) => !stray.includes(option)),
      missingCodes: missing.filter((code) => !outside.includes(code)),
      notApplicableCodes: [...outside, ...stray.map(({ value }) => value)],
      isRequired: false,
      relevant: null,
      constraint: null,
      repeat: null,
      parts: [],
    };
  });
  const codebook: Codebook = {
    origin: 'statistics-file',
    title: dictionary.title,
    languages: [],
    questions: [...questions, ...sets.dichotomies.flatMap((set) => setQuestion(dictionary, set, questions))],
    ignored: [],
  };
  const notices: SourceNotice[] = [];
  if (numbersWithLabels.length > 0) {
    notices.push(notice('labels-on-numbers', { count: numbersWithLabels.length }, numbersWithLabels));
  }
  if (sets.categories.length > 0) {
    notices.push(notice('category-sets-apart', { count: sets.categories.length }, [...sets.categories]));
  }
  return { codebook, notices };
}

/** A notice about variables, of which the first twenty are named. */
export function notice(
  code: string,
  details: SourceNotice['details'],
  columns: readonly string[],
  severity: SourceNotice['severity'] = 'information',
): SourceNotice {
  return { code, severity, details, lines: [], columns: columns.slice(0, 20) };
}

function plainKind({ isText, format }: SavVariable, seen: SavSeen | undefined): CodebookQuestion['kind'] {
  if (isText) return 'other';
  if (format.kind === 'date' || format.kind === 'datetime') return format.kind;
  if (format.kind === 'time') return 'text';
  return seen?.hasFraction ? 'decimal' : 'integer';
}

type Answers = Pick<CodebookQuestion, 'kind' | 'options'> & { keepsNumbers: boolean };

/** The options, where values stand for answers; null where they are figures or texts of their own. */
function answersOf(variable: SavVariable, seen: SavSeen): Answers | null {
  const missing = new Set([...variable.missingValues, ...seen.missing]);
  const labelled = [...variable.labels].filter(([value]) => !missing.has(value));
  if (labelled.length === 0) return null;
  const known = new Set(labelled.map(([value]) => value));
  const others = seen.values === null ? null : [...seen.values.keys()].filter((value) => !known.has(value));
  if (others === null || others.length > mostUnlabelled) {
    return variable.isText ? null : { ...figures(seen), keepsNumbers: true };
  }
  const isCategory = variable.measure === 'nominal' || variable.measure === 'ordinal';
  const isFigure = seen.hasFraction || (!isCategory && others.length >= labelled.length && others.length > 0);
  if (isFigure && !variable.isText) return { ...figures(seen), keepsNumbers: true };
  const options = [
    ...labelled.map(([value, label]) => ({ value, label: label.trim() || value })),
    ...others.map((value) => ({ value, label: value })),
  ];
  if (!variable.isText) options.sort((left, right) => Number(left.value) - Number(right.value));
  const scored = options.filter(({ label }) => !notApplicableLabel(label)).map(({ label }) => label);
  const isScale = variable.measure === 'ordinal' || orderByScale(scored) !== null;
  return { kind: isScale ? 'ordinal' : 'single', options, keepsNumbers: false };
}

function figures({ hasFraction }: SavSeen): Pick<CodebookQuestion, 'kind' | 'options'> {
  return { kind: hasFraction ? 'decimal' : 'integer', options: [] };
}

function setQuestion(
  { variables }: SavDictionary,
  { name, label, counted, members }: DichotomySet,
  questions: readonly CodebookQuestion[],
): CodebookQuestion[] {
  const own = members.flatMap((member) =>
    variables.filter((variable) => variable.shortName === member || variable.name.toUpperCase() === member),
  );
  if (own.length === 0) return [];
  const options = own.map((variable) => ({
    value: variable.name,
    label: variable.label ?? variable.labels.get(counted) ?? variable.name,
  }));
  return [
    {
      name,
      path: name,
      label: label || null,
      kind: 'multiple',
      options,
      missingCodes: [],
      notApplicableCodes: [],
      isRequired: false,
      relevant: null,
      constraint: null,
      repeat: null,
      parts: own.map((variable) => ({
        column: variable.name,
        value: variable.name,
        chosen: counted,
        blanks: questions.find((question) => question.name === variable.name)?.missingCodes ?? [],
      })),
    },
  ];
}
