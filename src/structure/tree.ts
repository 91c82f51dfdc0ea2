import type { AnyDiagnostic } from '../core/diagnostic.js';
import { numberingGaps, type Placed } from './gaps.js';
import type { Heading } from './headings.js';
import { learnNesting, type Nesting } from './nesting.js';
import type { SectionNode } from './nodes.js';

interface Open extends Placed {
  /** The last number of each style directly inside. */
  readonly numbers: Map<string, number>;
}

/** A document, a part of one, or an annex: numbering starts anew in each. */
interface Scope {
  readonly annex: Heading | undefined;
  readonly headings: Heading[];
}

/**
 * The section tree. Levels follow what the document does (`learnNesting`); an annex and a part start anew; a box ends
 * where the numbering around it goes on, and holds no other box.
 * @param parts the first lines of the parts of the text, in order
 * @param length of the text, UTF-16 units
 * @param known markers that are in the text without being headings
 */
export function buildTree(
  headings: readonly Heading[],
  parts: readonly number[],
  length: number,
  known: ReadonlySet<string> = new Set(),
): { nodes: SectionNode[]; diagnostics: AnyDiagnostic[] } {
  const placed: Placed[] = [];
  let annex: SectionNode | undefined;
  for (const [i, scope] of scopesOf(headings, parts).entries()) {
    const marker = scope.annex?.marker ?? '';
    // 附件1-2 is a part of 附件1.
    const whole = annex && /^[-—–－]/.test(marker.slice(annex.marker.length)) && marker.startsWith(annex.marker);
    const added = placeScope(scope, i, whole ? annex : undefined, length);
    for (const entry of added) placed.push(entry);
    if (scope.annex && !whole) annex = added[0]?.node;
  }
  const nodes = placed.map(({ node }) => node);
  closeNodes(nodes);
  return { nodes, diagnostics: numberingGaps(placed, known) };
}

function scopesOf(headings: readonly Heading[], parts: readonly number[]): Scope[] {
  const scopes: Scope[] = [];
  let part = 0;
  for (const heading of headings) {
    let entered = part;
    while ((parts[entered + 1] ?? Number.POSITIVE_INFINITY) <= heading.line.number) entered++;
    const last = scopes.at(-1);
    if (heading.style.kind === 'annex') scopes.push({ annex: heading, headings: [] });
    else if (!last || entered !== part) scopes.push({ annex: undefined, headings: [heading] });
    else last.headings.push(heading);
    part = entered;
  }
  return scopes;
}

function placeScope(scope: Scope, index: number, whole: SectionNode | undefined, length: number): Placed[] {
  const placed: Placed[] = [];
  const nesting = learnNesting(scope.headings.filter((heading) => !heading.leaf));
  const annex = scope.annex && toNode(scope.annex, whole, length);
  if (scope.annex && annex) placed.push({ node: annex, heading: scope.annex, scope: index });
  const root: Map<string, number> = new Map();
  const open: Open[] = [];
  const leaves: Placed[] = [];
  const lastNumbered = scope.headings.findLastIndex((heading) => !heading.leaf);
  for (const [i, heading] of scope.headings.entries()) {
    if (heading.leaf) {
      // 结语 closes what is before it.
      if (heading.style.id === 'word' && i > lastNumbered) open.length = 0;
      placed.push(placeLeaf(heading, leaves, open.at(-1)?.node ?? annex, index, length));
      continue;
    }
    leaves.length = 0;
    open.length = depthOf(heading, open, root, nesting);
    const parent = open.at(-1);
    const node = toNode(heading, parent?.node ?? annex, length);
    if (heading.number !== undefined) (parent?.numbers ?? root).set(keyOf(heading), heading.number);
    const entry = { node, heading, scope: index, numbers: new Map<string, number>() };
    open.push(entry);
    placed.push(entry);
  }
  return placed;
}

/** A heading without a number that holds none: it stands where it is found, and closes nothing but its like. */
function placeLeaf(
  heading: Heading,
  leaves: Placed[],
  around: SectionNode | undefined,
  scope: number,
  length: number,
): Placed {
  while (leaves.length > 0 && (leaves.at(-1)?.heading.style.rank ?? 0) >= heading.style.rank) leaves.pop();
  const entry = { node: toNode(heading, leaves.at(-1)?.node ?? around, length), heading, scope };
  leaves.push(entry);
  return entry;
}

function toNode(heading: Heading, parent: SectionNode | undefined, length: number): SectionNode {
  const { kind } = heading.style;
  return {
    kind,
    marker: heading.marker,
    title: heading.title,
    parent,
    annex: kind === 'annex' ? (heading.number ?? 1) : (parent?.annex ?? 0),
    line: heading.line.number,
    start: heading.start,
    end: length,
  };
}

/** A section ends where the first begins that does not stand inside it. */
function closeNodes(nodes: readonly SectionNode[]): void {
  const open: SectionNode[] = [];
  for (const node of nodes) {
    while (open.length > 0 && open.at(-1) !== node.parent) {
      const closed = open.pop();
      if (closed) closed.end = node.start;
    }
    open.push(node);
  }
}

function keyOf(heading: Heading): string {
  return heading.path.length > 1 ? `${heading.style.id}:${heading.path.slice(0, -1).join('.')}` : heading.style.id;
}

/** How many of the open sections hold a new heading. */
function depthOf(heading: Heading, open: readonly Open[], root: ReadonlyMap<string, number>, nesting: Nesting): number {
  const box = open.findIndex((o) => o.heading.style.kind === 'box');
  if (heading.style.kind === 'box') return boxDepth(box < 0 ? open : open.slice(0, box));
  if (box < 0) return depthAmong(heading, open, 0, nesting);
  return leavesBox(heading, open, box, root)
    ? depthAmong(heading, open.slice(0, box), 0, nesting)
    : depthAmong(heading, open, box + 1, nesting);
}

/** A box stands in the section around, not inside of one of its points. */
function boxDepth(open: readonly Open[]): number {
  let depth = open.length;
  while (depth > 1 && open[depth - 1]?.heading.style.item) depth--;
  return depth;
}

/** Among the open sections from `from` on: behind the one that it follows, else inside all that hold it. */
function depthAmong(heading: Heading, open: readonly Open[], from: number, nesting: Nesting): number {
  for (let i = open.length - 1; i >= from; i--) {
    if (open[i]?.heading.style.id === heading.style.id) return i;
  }
  for (let i = from; i < open.length; i++) {
    const outer = open[i]?.heading;
    if (outer && !nesting.holds(outer, heading)) return i;
  }
  return open.length;
}

/** Whether a heading goes on with the numbering around an open box. */
function leavesBox(heading: Heading, open: readonly Open[], box: number, root: ReadonlyMap<string, number>): boolean {
  const { id, rank } = heading.style;
  const key = keyOf(heading);
  if (rank < 4) return true;
  const within = lastNumber(open.slice(box), key);
  const around = lastNumber(open.slice(0, box), key) ?? root.get(key);
  const number = heading.number;
  if (number === undefined) return true;
  if (within !== undefined && number === within + 1) return false;
  if (around !== undefined && number === around + 1) return true;
  if (number === 1) return false;
  // The numbers jump: what is of the style of an open section goes on with that.
  return open.slice(0, box).some((o) => o.heading.style.id === id) || (within === undefined && around !== undefined);
}

function lastNumber(open: readonly Open[], key: string): number | undefined {
  for (let i = open.length - 1; i >= 0; i--) {
    const found = open[i]?.numbers.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
