/**
 * Positions as near as may be to the wanted ones, at least `gap` apart and within two ends, in the same order.
 * Least squares by merging neighbours that touch (pool adjacent violators).
 */
export function spreadApart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const blocks: { sum: number; count: number }[] = [];
  for (const [rank, index] of order.entries()) {
    blocks.push({ sum: (wanted[index] ?? 0) - rank * gap, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const highest = Math.max(low, high - (wanted.length - 1) * gap);
  const starts = blocks.flatMap((block) =>
    Array.from({ length: block.count }, () => Math.min(highest, Math.max(low, block.sum / block.count))),
  );
  const placed: number[] = [];
  for (const [rank, index] of order.entries()) placed[index] = (starts[rank] ?? low) + rank * gap;
  return placed;
}
