import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Heading } from './headings.js';
import type { SectionNode } from './nodes.js';

interface Open {
  readonly node: SectionNode;
  readonly heading: Heading;
}

/**
 * The section tree. A style stands below every style of lower rank that is open, so the levels follow what the document
 * does (一 → (一) → 1., or 一 → 1.); an annex and a part start anew; a box ends where the numbering around it goes on.
 * @param parts the first lines of the parts of the text, in order
 * @param length of the text, UTF-16 units
 */
export function buildTree(
  headings: readonly Heading[],
  parts: readonly number[],
  length: number,
): { nodes: SectionNode[]; diagnostics: AnyDiagnostic[] } {
  const nodes: SectionNode[] = [];
  const diagnostics: AnyDiagnostic[] = [];
  const numbers = new Map<string, number>();
  let open: Open[] = [];
  let part = 0;
  headings.forEach((heading) => {
    const style = heading.style;
    const entered = parts.findLastIndex((line) => line <= heading.line.number);
    if (style.id === 'annex' || entered !== part) {
      numbers.clear();
      open = [];
      part = entered;
    }
    open = enclosing(open, heading, numbers);
    const parent = open.at(-1)?.node;
    const node: SectionNode = {
      kind: style.id === 'annex' ? 'annex' : style.id === 'box' ? 'box' : 'heading',
      marker: heading.marker,
      title: heading.title,
      parent,
      annex: style.id === 'annex' ? (heading.number ?? 1) : (parent?.annex ?? 0),
      line: heading.line.number,
      start: heading.line.start,
      end: length,
    };
    nodes.push(node);
    diagnostics.push(...checkNumber(open, heading, numbers));
    if (heading.number !== undefined) numbers.set(numberKey(open, heading), heading.number);
    open = [...open, { node, heading }];
  });
  closeNodes(nodes);
  return { nodes, diagnostics };
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

/** The open sections that hold a new heading. */
function enclosing(open: readonly Open[], heading: Heading, numbers: ReadonlyMap<string, number>): Open[] {
  // A lower rank behind a higher one was opened inside it: everything from the first rank that is not lower is closed.
  const cut = open.findIndex((o) => o.heading.style.rank >= heading.style.rank);
  const inside = cut < 0 ? [...open] : open.slice(0, cut);
  const box = inside.findIndex((o) => o.heading.style.id === 'box');
  if (box < 0) return inside;
  const outside = inside.slice(0, box);
  const within = numbers.get(numberKey(inside.slice(0, box + 1), heading)) ?? 0;
  const around = numbers.get(numberKey(outside, heading));
  const goesOnAround = around !== undefined && heading.number === around + 1 && heading.number !== within + 1;
  return goesOnAround ? outside : inside;
}

function numberKey(open: readonly Open[], heading: Heading): string {
  return `${open.map((o) => o.node.start).join('/')}:${heading.style.id}`;
}

/**
 * Numbers that jump: told once, with those that are missing. Numbering may start anew, and may run on across headings;
 * a box counts by itself.
 */
function checkNumber(open: readonly Open[], heading: Heading, numbers: Map<string, number>): AnyDiagnostic[] {
  const number = heading.number;
  const box = open.find((o) => o.heading.style.id === 'box')?.node.start ?? '';
  const key = `last:${box}:${heading.style.id}`;
  const last = numbers.get(key);
  if (number === undefined || heading.style.id === 'box' || heading.style.id === 'annex') return [];
  numbers.set(key, number);
  if (number === 1 || last === undefined || number === last + 1) return [];
  if (number === last) {
    return [diagnostic('structure/numbering-repeat', 'info', { marker: heading.marker }, heading.line.number)];
  }
  if (number < last) return [];
  const missing = Array.from({ length: number - last - 1 }, (_, k) => String(last + 1 + k));
  return [diagnostic('structure/numbering-gap', 'warning', { marker: heading.marker, missing }, heading.line.number)];
}
