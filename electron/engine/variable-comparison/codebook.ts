import type { Variable, VariableOption } from '../../../shared/domain/instrument';
import { formatNumber } from '../../../shared/text/format';
import { largestOptionList, listOptions } from '../comparison/distribution';
import { optionsOf } from '../comparison/groups';
import type { Answer } from './tallies';

/** What answers become: a place in the list of options, and a number where they have an order. */
export type Codebook = {
  options: readonly VariableOption[];
  indexOf(answer: Answer): number;
  /** 1 for the first option of a scale; numbers as they are; null for an answer outside the scale. */
  scoreOf(answer: Answer): number | null;
  /** How many options the instrument lists. */
  scaleLength: number;
};

const fewestClasses = 10;

/**
 * The codebook of a variable for the answers that were given. Options come in the instrument's order, answers outside them
 * follow; decimals, dates and whole numbers of more than 100 values come in classes. Throws `variable-type` for more than 100
 * categories.
 */
export function makeCodebook(variable: Variable, given: Iterable<Answer>): Codebook {
  const seen = [...new Set(given)];
  const numbers = seen.filter((answer) => typeof answer === 'number').sort((a, b) => a - b);
  switch (variable.type) {
    case 'date':
    case 'datetime':
      return { ...dateClasses(numbers), scoreOf: Number, scaleLength: 0 };
    case 'decimal':
      return { ...numberClasses(numbers, false), scoreOf: Number, scaleLength: 0 };
    case 'integer': {
      const isShort = numbers.length <= largestOptionList;
      const classes = isShort ? wholeNumbers(variable, numbers) : numberClasses(numbers, true);
      return { ...classes, scoreOf: Number, scaleLength: 0 };
    }
    default:
      return categories(variable, seen.map(String));
  }
}

function categories(variable: Variable, seen: readonly string[]): Codebook {
  const { length: scaleLength } = optionsOf(variable);
  const options = listOptions(variable, seen);
  const places = new Map<Answer, number>(options.map(({ value }, index) => [value, index]));
  return {
    options,
    indexOf: (answer) => places.get(answer) ?? -1,
    scoreOf: (answer) => {
      const place = places.get(answer);
      return place === undefined || place >= scaleLength ? null : place + 1;
    },
    scaleLength,
  };
}

type Classes = Pick<Codebook, 'options' | 'indexOf'>;

function wholeNumbers(variable: Variable, numbers: readonly number[]): Classes {
  const options = numbers.map((number) => {
    const value = String(number);
    return variable.options.find((option) => option.value === value) ?? { value, label: value };
  });
  const places = new Map<Answer, number>(numbers.map((number, index) => [number, index]));
  return { options, indexOf: (answer) => places.get(answer) ?? -1 };
}

/** Ten to some twenty classes of one round width. */
function numberClasses(numbers: readonly number[], isWhole: boolean): Classes {
  const [lowest, highest] = [numbers[0], numbers.at(-1)];
  if (lowest === undefined || highest === undefined) return { options: [], indexOf: () => -1 };
  const width = roundWidth((highest - lowest) / fewestClasses, isWhole);
  const decimals = Math.max(0, -Math.floor(Math.log10(width) + 1e-9));
  // A value on a border belongs to the class it opens, also where dividing leaves it a little below.
  const classOf = (value: number): number => Math.floor(value / width + 1e-9);
  const first = classOf(lowest);
  const write = (value: number): string => formatNumber(value, decimals, 'es');
  const options = Array.from({ length: classOf(highest) - first + 1 }, (_, index) => {
    const from = (first + index) * width;
    const value = String(Number(from.toFixed(decimals)));
    if (isWhole && width === 1) return { value, label: write(from) };
    const label = isWhole
      ? `${write(from)}–${write(from + width - 1)}`
      : `${write(from)} – <${write(from + width)}`;
    return { value, label };
  });
  return { options, indexOf: (answer) => classOf(Number(answer)) - first };
}

function roundWidth(least: number, isWhole: boolean): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [5, 2, 1].find((factor) => factor * power <= least * 1.0001) ?? 1;
  return isWhole ? Math.max(1, Math.round(step * power)) : step * power;
}

const dayMs = 86_400_000;
const mostClasses = 24;

/** By month, by year or by decade, whichever makes no more than 24 classes. */
function dateClasses(days: readonly number[]): Classes {
  const monthOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 7);
  const yearOf = (day: number): string => monthOf(day).slice(0, 4);
  const decadeOf = (day: number): string => `${yearOf(day).slice(0, 3)}0`;
  const fits = (classOf: (day: number) => string): boolean => new Set(days.map(classOf)).size <= mostClasses;
  const classOf = [monthOf, yearOf].find(fits) ?? decadeOf;
  const values = [...new Set(days.map(classOf))];
  return {
    options: values.map((value) => ({
      value,
      label: classOf === decadeOf ? `${value}–${value.slice(0, 3)}9` : value,
    })),
    indexOf: (answer) => values.indexOf(classOf(Number(answer))),
  };
}
