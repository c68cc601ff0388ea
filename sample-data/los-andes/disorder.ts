import type { Answers } from './answers';
import type { WaveKey } from './vocabulary';

/** A cell typed wrongly: what stands in the file, and why it cannot be read as the column's type. */
export interface Slip {
  /** Position of the record in the wave, from 0. */
  position: number;
  key: 'birth' | 'caregiverAge' | 'arrivalYear';
  text: string;
  reason: 'not-a-date' | 'not-a-number';
}

/** The disorder planted in one file, each kind at a fixed place so that every figure can be checked by hand. */
export interface Disorder {
  slips: readonly Slip[];
  /** Rows cut after some cells, as when somebody presses Enter in the middle of a line. */
  shortRows: readonly { position: number; cells: number }[];
  /** Rows whose comment holds a semicolon without quotes. */
  longRows: readonly { position: number; comment: string }[];
  /** A row pasted again further down, letter by letter. */
  repeatedRows: readonly { position: number; after: number }[];
  /** Positions of pupils whose check digit was typed wrongly. */
  wrongCheckDigits: readonly number[];
  /** Position of the comment that holds a line break inside its quotes; null for none. */
  lineBreak: number | null;
  blankRowsBeforeTotal: number;
  hasTotalRow: boolean;
  blankRowsAtEnd: number;
}

export const disorder: Readonly<Record<WaveKey, Disorder>> = {
  exAnte: {
    slips: [
      { position: 77, key: 'birth', text: '31-02-2012', reason: 'not-a-date' },
      { position: 163, key: 'caregiverAge', text: '25 años', reason: 'not-a-number' },
      { position: 290, key: 'arrivalYear', text: 'hace 2 años', reason: 'not-a-number' },
    ],
    shortRows: [{ position: 118, cells: 30 }],
    longRows: [{ position: 402, comment: 'Le interesa el taller de música; pide un cupo' }],
    repeatedRows: [{ position: 211, after: 230 }],
    wrongCheckDigits: [],
    lineBreak: 55,
    blankRowsBeforeTotal: 0,
    hasTotalRow: false,
    blankRowsAtEnd: 3,
  },
  exPost: {
    slips: [
      { position: 350, key: 'birth', text: '30/02/2013', reason: 'not-a-date' },
      { position: 95, key: 'caregiverAge', text: '41 años', reason: 'not-a-number' },
    ],
    shortRows: [{ position: 265, cells: 22 }],
    longRows: [],
    repeatedRows: [],
    wrongCheckDigits: [141],
    lineBreak: null,
    blankRowsBeforeTotal: 1,
    hasTotalRow: true,
    blankRowsAtEnd: 3,
  },
};

/** The answers as they can be read back: a cell typed wrongly counts as unanswered. */
export function withoutSlips(answers: readonly Answers[], slips: readonly Slip[]): Answers[] {
  return answers.map((record, position) => {
    const lost = slips.filter((slip) => slip.position === position).map((slip) => [slip.key, null]);
    return { ...record, ...Object.fromEntries(lost) };
  });
}
