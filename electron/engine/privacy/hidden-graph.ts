/** A hidden cell; a margin is the sum of its row or column instead of a part of it. */
export type HiddenEdge = { row: string; column: string; size: number; isMargin: boolean };

/** What can be worked out about one hidden cell of a crossed table. */
export type Exposure = {
  /** People in the smallest group, this cell among them, whose sum follows from what is shown (up to the limit asked). */
  smallestSum: number;
  /** Rows and columns on one side of that sum: a cell hidden across the two sides makes it larger or unknown. */
  rows: ReadonlySet<string>;
  columns: ReadonlySet<string>;
};

export type HiddenGraph = {
  add(edge: HiddenEdge): void;
  expose(edge: HiddenEdge, limit: number): Exposure;
};

type Arc = { to: number; back: number; capacity: number };

/**
 * The hidden cells of a crossed table as a graph whose nodes are its rows and columns. Adding and subtracting what is
 * shown gives the sums of hidden cells over cuts of this graph and nothing else, and a sum without negative terms is a
 * cut that no cell crosses the other way. The smallest such sum around one cell is a minimum cut, found as a maximum
 * flow (Ford and Fulkerson 1956; shortest paths first, Edmonds and Karp 1972).
 */
export function createHiddenGraph(): HiddenGraph {
  const nodes = new Map<string, number>();
  const arcs: Arc[][] = [];
  const rowNode = (row: string): number => nodeOf(`row ${row}`);
  const columnNode = (column: string): number => nodeOf(`column ${column}`);

  function nodeOf(name: string): number {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    nodes.set(name, arcs.length);
    arcs.push([]);
    return arcs.length - 1;
  }

  // A margin enters the sum of its row with the opposite sign, hence the other way round.
  function ends(edge: HiddenEdge): { from: number; to: number } {
    const row = rowNode(edge.row);
    const column = columnNode(edge.column);
    return edge.isMargin ? { from: column, to: row } : { from: row, to: column };
  }

  return {
    add(edge) {
      const { from, to } = ends(edge);
      const forward = arcs[from] ?? [];
      const backward = arcs[to] ?? [];
      forward.push({ to, back: backward.length, capacity: edge.size });
      backward.push({ to: from, back: forward.length - 1, capacity: Number.POSITIVE_INFINITY });
    },
    expose(edge, limit) {
      const { from, to } = ends(edge);
      const { flow, reached } = maximumFlow(
        arcs.map((list) => list.map((arc) => ({ ...arc }))),
        from,
        to,
        limit,
      );
      const side = (prefix: string): Set<string> =>
        new Set(
          [...nodes]
            .filter(([name, node]) => name.startsWith(prefix) && reached.has(node))
            .map(([name]) => name.slice(prefix.length)),
        );
      return { smallestSum: flow, rows: side('row '), columns: side('column ') };
    },
  };
}

/** Stops at `limit`; `reached` are the nodes still reachable from the source when no more can flow. */
function maximumFlow(
  arcs: readonly Arc[][],
  source: number,
  sink: number,
  limit: number,
): { flow: number; reached: Set<number> } {
  let flow = 0;
  for (;;) {
    const { reached, path } = shortestPath(arcs, source, sink);
    if (!path || flow >= limit) return { flow, reached };
    const amount = path.reduce((least, arc) => Math.min(least, arc.capacity), limit - flow);
    for (const arc of path) {
      arc.capacity -= amount;
      const back = arcs[arc.to]?.[arc.back];
      if (back) back.capacity += amount;
    }
    flow += amount;
  }
}

function shortestPath(
  arcs: readonly Arc[][],
  source: number,
  sink: number,
): { reached: Set<number>; path: Arc[] | null } {
  const arrivals = new Map<number, { from: number; arc: Arc } | null>([[source, null]]);
  const queue = [source];
  for (const node of queue) {
    for (const arc of arcs[node] ?? []) {
      if (arc.capacity <= 0 || arrivals.has(arc.to)) continue;
      arrivals.set(arc.to, { from: node, arc });
      queue.push(arc.to);
    }
    if (arrivals.has(sink)) break;
  }
  if (!arrivals.has(sink)) return { reached: new Set(arrivals.keys()), path: null };
  const path: Arc[] = [];
  for (let step = arrivals.get(sink); step; step = arrivals.get(step.from)) path.push(step.arc);
  return { reached: new Set(arrivals.keys()), path };
}
