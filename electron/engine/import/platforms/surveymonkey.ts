import { shareGridAnswers } from './grids';
import { headerText } from './header-text';
import { monkeyMeta } from './meta-columns';
import {
  anythingWritten,
  compose,
  noReading,
  type PlatformReading,
  type RawColumn,
  type RawTable,
  say,
} from './reading';

type Cell = { column: RawColumn; answer: string };

const single = /^(response|respuesta|open-ended response|respuesta abierta|respuesta de respuesta abierta)$/i;
const ownAnswer = /^(other|otro|otra|otros|otras)\b.*(specify|especifi|indi)/i;

/** Exports of SurveyMonkey: the question stands over its first column only, the options or rows in the line below. */
export function readSurveyMonkey(table: RawTable): PlatformReading {
  const reading = noReading();
  const [questions = [], answers = []] = table.headerRows;
  let question = '';
  let cells: Cell[] = [];
  const close = (): void => {
    if (cells.length > 0) readQuestion(question, cells, table.columns.length, reading);
    cells = [];
  };
  for (const column of table.columns) {
    const own = headerText(questions[column.source] ?? '');
    const answer = headerText(answers[column.source] ?? '');
    const meta = monkeyMeta[own.toLowerCase()];
    if (own !== '') {
      close();
      question = own;
    }
    if (meta && answer === '') {
      say(reading, column.source, withMonthFirst(meta));
      question = '';
    } else if (question !== '') cells.push({ column, answer });
  }
  close();
  return reading;
}

/** SurveyMonkey writes days month first. */
function withMonthFirst(meta: (typeof monkeyMeta)[string]): (typeof monkeyMeta)[string] {
  return meta.plan?.type === 'datetime' ? { ...meta, plan: { ...meta.plan, dateOrder: 'mdy' } } : meta;
}

function readQuestion(
  question: string,
  cells: readonly Cell[],
  width: number,
  reading: PlatformReading,
): void {
  for (const { column, answer } of cells) {
    const label = answer === '' || single.test(answer) ? question : `${question}: ${answer}`;
    say(reading, column.source, { label, question });
  }
  const choices = cells.filter(({ answer }) => !ownAnswer.test(answer) && !single.test(answer));
  const others = cells.filter(({ answer }) => ownAnswer.test(answer));
  if (choices.length < 2 || !choices.some(({ column }) => column.filled > 0)) return;
  if (!choices.every(isOption) || !areNumbersInOrder(choices)) {
    shareGridAnswers(
      choices.map(({ column }) => column),
      reading,
    );
    return;
  }
  compose(reading, {
    source: width + reading.compositions.length,
    header: question,
    label: question,
    question,
    options: [...choices, ...others.slice(0, 1)].map(({ answer }) => ({ value: answer, label: answer })),
    parts: choices.map(({ column, answer }) => ({
      source: column.source,
      value: answer,
      chosen: anythingWritten,
    })),
    combined: null,
    isDoubtful: false,
    missingCodes: [],
    form: null,
  });
  for (const { column, answer } of others.slice(0, 1)) {
    reading.compositions
      .at(-1)
      ?.parts.push({ source: column.source, value: answer, chosen: anythingWritten });
  }
}

/** The cell repeats the option's own text, or holds its number in an export by numbers; never two different things. */
function isOption({ column, answer }: Cell): boolean {
  if (column.isUnlisted || column.distinct > 1) return false;
  const [only] = column.values;
  if (!only) return true;
  const value = headerText(only.value);
  return value === answer || /^\d{1,3}$/.test(value);
}

/** Numbers of options grow from one to the next; the same number twice is an answer to a row. */
function areNumbersInOrder(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap(({ column, answer }) => {
    const [only] = column.values;
    return only && headerText(only.value) !== answer ? [Number(headerText(only.value))] : [];
  });
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
