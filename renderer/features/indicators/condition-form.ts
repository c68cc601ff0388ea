import type { Condition } from '../../../shared/domain/condition';
import type { VariableId } from '../../../shared/domain/ids';
import { isDated, isNumeric, type Variable } from '../../../shared/domain/instrument';

export type LineOperator = 'is' | 'is-not' | 'range' | 'date-range' | 'answered';

/** One condition while it is being written; `key` tells lines apart on screen. */
export type ConditionLine =
  | {
      kind: 'line';
      key: string;
      variableId: VariableId | null;
      operator: LineOperator;
      values: readonly string[];
      min: number | null;
      max: number | null;
      from: string | null;
      to: string | null;
    }
  | { kind: 'group'; key: string; condition: Condition };

/** A line about one question, as opposed to a group kept whole. */
export type QuestionLine = Extract<ConditionLine, { kind: 'line' }>;

export type ConditionForm = { join: 'all' | 'any'; lines: readonly ConditionLine[] };

/** A line that asks nothing yet. */
export function emptyLine(): QuestionLine {
  return {
    kind: 'line',
    key: crypto.randomUUID(),
    variableId: null,
    operator: 'is',
    values: [],
    min: null,
    max: null,
    from: null,
    to: null,
  };
}

/** The operators that make sense for a variable, the usual one first. */
export function operatorsFor(variable: Pick<Variable, 'type'>): LineOperator[] {
  if (isNumeric(variable)) return ['range', 'answered'];
  if (isDated(variable)) return ['date-range', 'answered'];
  return ['is', 'is-not', 'answered'];
}

/** A stored condition as lines; null gives one empty line. Nested groups are kept whole. */
export function conditionFormOf(condition: Condition | null): ConditionForm {
  if (condition === null) return { join: 'all', lines: [emptyLine()] };
  if (condition.op === 'all' || condition.op === 'any') {
    return { join: condition.op, lines: condition.of.map(lineOf) };
  }
  return { join: 'all', lines: [lineOf(condition)] };
}

function lineOf(condition: Condition): ConditionLine {
  const line = emptyLine();
  switch (condition.op) {
    case 'is':
    case 'is-not':
      return { ...line, operator: condition.op, variableId: condition.variableId, values: condition.values };
    case 'range':
      return {
        ...line,
        operator: 'range',
        variableId: condition.variableId,
        min: condition.min,
        max: condition.max,
      };
    case 'date-range':
      return {
        ...line,
        operator: 'date-range',
        variableId: condition.variableId,
        from: condition.from,
        to: condition.to,
      };
    case 'answered':
      return { ...line, operator: 'answered', variableId: condition.variableId };
    case 'all':
    case 'any':
      return { kind: 'group', key: line.key, condition };
  }
}

/** The condition the lines say, or null while any line is incomplete. */
export function conditionOf(form: ConditionForm): Condition | null {
  const parts: Condition[] = [];
  for (const line of form.lines) {
    const part = conditionOfLine(line);
    if (part === null) return null;
    parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { op: form.join, of: parts };
}

function conditionOfLine(line: ConditionLine): Condition | null {
  if (line.kind === 'group') return line.condition;
  const { variableId, operator } = line;
  if (variableId === null) return null;
  switch (operator) {
    case 'is':
    case 'is-not':
      return line.values.length === 0 ? null : { op: operator, variableId, values: [...line.values] };
    case 'range':
      if (line.min === null && line.max === null) return null;
      return { op: 'range', variableId, min: line.min, max: line.max };
    case 'date-range':
      if (line.from === null && line.to === null) return null;
      return { op: 'date-range', variableId, from: line.from, to: line.to };
    case 'answered':
      return { op: 'answered', variableId };
  }
}
