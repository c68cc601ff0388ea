type PValue = number | null;

type Ranked = { p: number; position: number };

function ascending(pValues: readonly PValue[]): Ranked[] {
  return pValues.flatMap((p, position) => (p === null ? [] : [{ p, position }])).sort((a, b) => a.p - b.p);
}

/** Holm's adjusted p-values in the order given; null stays null and does not count. R: `p.adjust(p, "holm")`. */
export function adjustHolm(pValues: readonly PValue[]): PValue[] {
  const adjusted: PValue[] = pValues.map(() => null);
  const ranked = ascending(pValues);
  let highest = 0;
  ranked.forEach(({ p, position }, rank) => {
    highest = Math.max(highest, Math.min(1, (ranked.length - rank) * p));
    adjusted[position] = highest;
  });
  return adjusted;
}

/** Benjamini-Hochberg adjusted p-values in the order given; null stays null and does not count. R: `p.adjust(p, "BH")`. */
export function adjustBenjaminiHochberg(pValues: readonly PValue[]): PValue[] {
  const adjusted: PValue[] = pValues.map(() => null);
  const ranked = ascending(pValues);
  let lowest = 1;
  ranked.reverse().forEach(({ p, position }, fromTop) => {
    lowest = Math.min(lowest, (ranked.length / (ranked.length - fromTop)) * p);
    adjusted[position] = lowest;
  });
  return adjusted;
}
