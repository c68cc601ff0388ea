import { describe, expect, it } from 'vitest';
import {
  type DetailedRow,
  findCandidates,
  findNearDuplicates,
} from '../../../electron/engine/people/candidate-pairs';
import { nameLikeness, nameWords } from '../../../electron/engine/people/person-names';

/** Invented people; no identifier belongs to anybody known. */
function row(line: number, details: Partial<DetailedRow['details']>): DetailedRow {
  return {
    line,
    person: null,
    details: { identifier: null, name: null, birthDate: null, group: null, ...details },
  };
}

describe('likeness of names', () => {
  const alike = (left: string, right: string) => nameLikeness(nameWords(left), nameWords(right));

  it('does not mind accents, case, particles and the order of words', () => {
    expect(alike('María de los Ángeles Ñáñez Soto', 'SOTO NAÑEZ MARIA ANGELES')).toBe(1);
  });

  it('is a tenth less where one form leaves names out', () => {
    expect(alike('Juan Carlos Pérez Rojas', 'Juan Pérez')).toBeCloseTo(0.9, 10);
  });

  it('counts the letters of a misspelt word', () => {
    // one of eight letters differs: (7/8 + 1) / 2
    expect(alike('Jhonatan Mora', 'Jonathan Mora')).toBeGreaterThan(0.85);
    expect(alike('Gonzales Mora', 'Gonzalez Mora')).toBeCloseTo((7 / 8 + 1) / 2, 10);
  });

  it('is nothing for names that share one word alone', () => {
    expect(alike('Ana Rojas', 'Ana Fuentes')).toBe(0);
    expect(alike('Ana', 'Ana')).toBe(0);
  });
});

describe('pairs proposed for review', () => {
  it('finds the same name and birth date, and says why', () => {
    const pairs = findCandidates(
      [row(2, { name: 'Wislande Pierre Louis', birthDate: '2012-04-09', group: 'Escuela A' })],
      [
        row(7, { name: 'Pierre Louis, Wislande', birthDate: '2012-04-09', group: 'ESCUELA A' }),
        row(8, { name: 'Pierre Joseph, Nadege', birthDate: '2012-04-09', group: 'Escuela A' }),
      ],
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      right: { line: 7 },
      score: 1,
      reasons: ['same-name', 'same-birth-date', 'same-group'],
    });
  });

  it('finds a birth date with day and month exchanged under a nearly equal name', () => {
    const [pair] = findCandidates(
      [row(2, { name: 'Yuleisy Gonzales Mora', birthDate: '2013-03-11' })],
      [row(5, { name: 'Yuleisi Gonzalez Mora', birthDate: '2013-11-03' })],
    );
    expect(pair?.reasons).toEqual(['similar-name', 'similar-birth-date']);
  });

  it('does not propose people who share only a birth date, or only a surname', () => {
    expect(
      findCandidates(
        [row(2, { name: 'Ana Rojas Soto', birthDate: '2013-03-11' })],
        [row(5, { name: 'Luis Fuentes Mella', birthDate: '2013-03-11' })],
      ),
    ).toEqual([]);
    expect(findCandidates([row(2, { name: 'Ana Rojas' })], [row(5, { name: 'Luis Rojas' })])).toEqual([]);
  });

  it('does not propose namesakes born on other days', () => {
    expect(
      findCandidates(
        [row(2, { name: 'Ana Rojas Soto', birthDate: '2013-03-11', group: 'A' })],
        [row(5, { name: 'Ana Rojas Soto', birthDate: '2009-07-20', group: 'B' })],
      ),
    ).toEqual([]);
  });

  it.each([
    ['12345678-5', '12345679-3', 'identifier-one-digit'],
    ['12345678-5', '12354678-K', 'identifier-swapped-digits'],
    ['12345678-5', '12345678-K', 'identifier-check-digit'],
  ])('knows %s and %s for a slip of the pen', (left, right, reason) => {
    const [pair] = findCandidates([row(2, { identifier: left })], [row(3, { identifier: right })]);
    expect(pair?.reasons).toEqual([reason]);
  });

  it('compares each pair of one list once and no row with itself', () => {
    const rows = [
      row(2, { name: 'Ana Rojas Soto', birthDate: '2013-03-11' }),
      row(9, { name: 'Rojas Soto Ana', birthDate: '2013-03-11' }),
    ];
    expect(findNearDuplicates(rows).map(({ left, right }) => [left.line, right.line])).toEqual([[2, 9]]);
  });
});
