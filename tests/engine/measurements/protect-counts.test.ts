import { describe, expect, it } from 'vitest';
import { hideExposed, type SummedCell } from '../../../electron/engine/measurements/protect-counts';

/** A cell of the groups 0 (A in March), 1 (A in April), 2 (B in March) and 3 (B in April). */
function cell(id: string, members: number[]): SummedCell {
  const people = [4, 46, 44, 56];
  const size = members.reduce((sum, member) => sum + (people[member] ?? 0), 0);
  return { id, size, isSmall: size < 10, members };
}
const cells = [
  cell('whole', [0, 1, 2, 3]),
  cell('A', [0, 1]),
  cell('B', [2, 3]),
  cell('March', [0, 2]),
  cell('April', [1, 3]),
  cell('A in March', [0]),
  cell('A in April', [1]),
  cell('B in March', [2]),
  cell('B in April', [3]),
];

describe('numbers that would give a small group back by subtraction', () => {
  it('hides the smallest part of each sum, so that margins and the whole stay', () => {
    const hidden = new Set(['A in March']);
    hideExposed(cells, hidden);
    // By hand: A − A in April, March − B in March, and whole − B − April + B in April all give the 4 of A in March.
    expect([...hidden].sort()).toEqual(['A in April', 'A in March', 'B in April', 'B in March']);
  });

  it('hides nothing more where no sum gives the small group back', () => {
    const hidden = new Set(['A in March']);
    hideExposed(
      cells.filter(({ id }) => ['whole', 'A', 'B', 'A in March'].includes(id)),
      hidden,
    );
    expect([...hidden]).toEqual(['A in March']);
  });

  it('does so over thousands of sessions of dozens of groups', () => {
    // 3,000 sessions, 25 groups; a group comes to every session, and one session in a hundred is small and hidden.
    const sessions = Array.from({ length: 3000 }, (_, session) => session);
    const groups = Array.from({ length: 25 }, (_, group) => group);
    const many: SummedCell[] = [
      {
        id: '*',
        size: 75_000,
        isSmall: false,
        members: sessions.flatMap((s) => groups.map((g) => s * 25 + g)),
      },
      ...groups.map((g) => ({
        id: `g${g}`,
        size: 3000,
        isSmall: false,
        members: sessions.map((s) => s * 25 + g),
      })),
      ...sessions.map((s) => ({
        id: `s${s}`,
        size: s % 100 === 0 ? 5 : 25,
        isSmall: s % 100 === 0,
        members: groups.map((g) => s * 25 + g),
      })),
    ];
    const hidden = new Set(['s0']);
    hideExposed(many, hidden);
    // The whole less all other sessions gives the hidden one; one more has to go, and no more than that.
    expect([...hidden]).toEqual(['s0', 's100']);
  }, 10_000);
});
