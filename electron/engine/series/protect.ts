import type { Measure } from '../../../shared/domain/indicator';
import { countPeople } from '../comparison/protect';
import { isBelow } from '../privacy/suppression';
import { nodesAt, type PeriodNode } from './period-tree';

type Sized = { size: number; asked: number; isSmall: boolean };

/**
 * Nodes of the tree that must not be told: those that rest on 1 to threshold - 1 people, and as many of their
 * neighbours inside the same whole as it takes that the whole less its other parts gives back neither one part alone
 * nor fewer people than the threshold. What is hidden hides its own parts. The choice is made for all lengths of
 * period at once, whichever is asked for, so that a series by quarter and one by month or week (whose days a month
 * border may split) cannot be played against each other. Rows decide first, then the answers of the indicator, as in
 * tables of groups. See docs/decisions/0013-series.md.
 */
export function protectPeriods(
  root: PeriodNode,
  measure: Pick<Measure, 'kind'>,
  threshold: number,
): ReadonlySet<string> {
  const byRows = protectTree(
    root,
    ({ people }) => ({ size: people, asked: people, isSmall: isBelow(threshold, people) }),
    threshold,
    new Set(),
  );
  return protectTree(
    root,
    ({ statistics }) => countPeople(statistics, measure, threshold),
    threshold,
    byRows,
  );
}

function protectTree(
  root: PeriodNode,
  sizeOf: (node: PeriodNode) => Sized,
  threshold: number,
  forced: ReadonlySet<string>,
): Set<string> {
  const mustHide = new Set(forced);
  for (;;) {
    const hidden = new Set(mustHide);
    const exposed = hideBelow(root, sizeOf, threshold, hidden);
    if (exposed === null) return hidden;
    // Its parts cannot be hidden while it is told, so it goes as well and its own neighbours are looked at again.
    mustHide.add(exposed.id);
  }
}

/** Hides what must be below a node; gives back a node that would still expose a part of it, or null. */
function hideBelow(
  node: PeriodNode,
  sizeOf: (node: PeriodNode) => Sized,
  threshold: number,
  hidden: Set<string>,
): PeriodNode | null {
  if (node.level === 'all' && sizeOf(node).isSmall) hidden.add(node.id);
  if (hidden.has(node.id)) {
    for (const inside of inhabitedBelow(node)) hidden.add(inside.id);
    return null;
  }
  const sized = node.children.map((child) => ({ child, ...sizeOf(child) }));
  for (const { child, isSmall } of sized) if (isSmall) hidden.add(child.id);
  // Parts on which nothing rests neither expose anybody nor cover for others.
  const parts = sized
    .filter(({ size }) => size > 0)
    .sort((left, right) => left.size - right.size || (left.child.start < right.child.start ? -1 : 1));
  const gone = () => parts.filter(({ child }) => hidden.has(child.id));
  const isExposed = (): boolean =>
    gone().length > 0 && (gone().length < 2 || gone().reduce((sum, { size }) => sum + size, 0) < threshold);
  for (const { child } of parts) {
    if (!isExposed()) break;
    hidden.add(child.id);
  }
  if (isExposed()) return node;
  for (const child of node.children) {
    const exposed = hideBelow(child, sizeOf, threshold, hidden);
    if (exposed) return exposed;
  }
  return null;
}

function inhabitedBelow(node: PeriodNode): PeriodNode[] {
  return node.children
    .filter(({ people }) => people > 0)
    .flatMap((child) => [child, ...inhabitedBelow(child)]);
}

/**
 * Figures with which a model may count hidden nodes of a level: the average of the hidden parts that one told whole
 * leaves over. They follow from what is told, so the model gives away nothing that the shown figures do not. Only for
 * figures that add up. Nothing where everything is hidden.
 */
export function smoothHidden(
  root: PeriodNode,
  level: PeriodNode['level'],
  hidden: ReadonlySet<string>,
  figureOf: (node: PeriodNode) => number,
): ReadonlyMap<string, number> {
  const smoothed = new Map<string, number>();
  const visit = (node: PeriodNode): void => {
    if (hidden.has(node.id)) return;
    const gone = node.children.filter(({ id }) => hidden.has(id));
    const places = gone.flatMap((child) => nodesAt(child, level)).filter(({ id }) => hidden.has(id));
    const left = gone.reduce((sum, child) => sum + figureOf(child), 0);
    for (const { id } of places) smoothed.set(id, left / places.length);
    node.children.forEach(visit);
  };
  visit(root);
  return smoothed;
}
