/** A possible pair and its worth above nothing. */
export type Edge = { left: number; right: number; worth: number };

/** Larger knots of claims are settled by worth alone, which takes far less time. */
const largestSolved = 400;

/**
 * The pairs of greatest total worth in which nobody stands twice, so that one item never takes what another fits
 * better. Worths are positive. The Hungarian method on each knot of claims (Kuhn 1955, in the form of Jonker and
 * Volgenant's shortest paths).
 */
export function assign(edges: readonly Edge[]): Edge[] {
  return knots(edges).flatMap((knot) => {
    const lefts = [...new Set(knot.map(({ left }) => left))];
    const rights = [...new Set(knot.map(({ right }) => right))];
    return lefts.length > largestSolved || rights.length > largestSolved
      ? byWorth(knot)
      : solve(knot, lefts, rights);
  });
}

function byWorth(edges: readonly Edge[]): Edge[] {
  const lefts = new Set<number>();
  const rights = new Set<number>();
  return [...edges]
    .sort((first, second) => second.worth - first.worth)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    });
}

/** Edges that hang together. */
function knots(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.get(root) !== undefined && parent.get(root) !== root) root = parent.get(root) ?? root;
    parent.set(key, root);
    return root;
  };
  for (const { left, right } of edges) {
    const [first, second] = [rootOf(`l${left}`), rootOf(`r${right}`)];
    parent.set(first, second);
    if (!parent.has(second)) parent.set(second, second);
  }
  const byRoot = new Map<string, Edge[]>();
  for (const edge of edges) {
    const root = rootOf(`l${edge.left}`);
    const known = byRoot.get(root);
    if (known) known.push(edge);
    else byRoot.set(root, [edge]);
  }
  return [...byRoot.values()];
}

function solve(edges: readonly Edge[], lefts: readonly number[], rights: readonly number[]): Edge[] {
  const rows = lefts.length;
  // A place of their own lets each stay alone at no worth.
  const columns = rights.length + rows;
  const worth = new Map(edges.map(({ left, right, worth: value }) => [`${left}:${right}`, value]));
  const cost = lefts.map((left) =>
    Array.from({ length: columns }, (_, column) => -(worth.get(`${left}:${rights[column]}`) ?? 0)),
  );
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(columns + 1).fill(0);
  const rowOf = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row += 1) {
    const way = new Array<number>(columns + 1).fill(0);
    const least = new Array<number>(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(columns + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = true;
      const from = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate += 1) {
        if (used[candidate]) continue;
        const reduced =
          (cost[from - 1]?.[candidate - 1] ?? 0) -
          (rowPotential[from] ?? 0) -
          (columnPotential[candidate] ?? 0);
        if (reduced < (least[candidate] ?? 0)) {
          least[candidate] = reduced;
          way[candidate] = column;
        }
        if ((least[candidate] ?? 0) < delta) {
          delta = least[candidate] ?? 0;
          next = candidate;
        }
      }
      for (let each = 0; each <= columns; each += 1) {
        if (used[each]) {
          const owner = rowOf[each] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[each] = (columnPotential[each] ?? 0) - delta;
        } else least[each] = (least[each] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  return rights.flatMap((right, index): Edge[] => {
    const row = rowOf[index + 1] ?? 0;
    const left = row > 0 ? lefts[row - 1] : undefined;
    const value = left === undefined ? undefined : worth.get(`${left}:${right}`);
    return left === undefined || value === undefined ? [] : [{ left, right, worth: value }];
  });
}
