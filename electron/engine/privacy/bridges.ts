/**
 * Positions of the edges of an undirected graph that lie on no cycle, ascending. Parallel edges form a cycle.
 * Tarjan 1974, without recursion so that large tables do not exhaust the stack.
 */
export function findBridges(edges: readonly (readonly [string, string])[]): number[] {
  const neighbours = new Map<string, { to: string; edge: number }[]>();
  edges.forEach(([from, to], edge) => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), { to, edge }]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), { to: from, edge }]);
  });
  const entered = new Map<string, number>();
  const lowest = new Map<string, number>();
  const bridges: number[] = [];
  for (const root of neighbours.keys()) {
    if (entered.has(root)) continue;
    const path: { node: string; through: number; next: number }[] = [{ node: root, through: -1, next: 0 }];
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = neighbours.get(top.node)?.[top.next];
      if (step) {
        top.next += 1;
        if (step.edge === top.through) continue;
        if (entered.has(step.to)) {
          lower(top.node, entered.get(step.to) ?? 0);
        } else {
          enter(step.to);
          path.push({ node: step.to, through: step.edge, next: 0 });
        }
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (!parent) continue;
      lower(parent.node, lowest.get(top.node) ?? 0);
      if ((lowest.get(top.node) ?? 0) > (entered.get(parent.node) ?? 0)) bridges.push(top.through);
    }
  }
  return bridges.sort((left, right) => left - right);

  function enter(node: string): void {
    entered.set(node, entered.size);
    lowest.set(node, entered.size - 1);
  }

  function lower(node: string, value: number): void {
    lowest.set(node, Math.min(lowest.get(node) ?? value, value));
  }
}
