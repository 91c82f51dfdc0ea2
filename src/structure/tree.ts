import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Section } from '../schema/model.js';
import type { Heading } from './headings.js';

interface Open {
  readonly section: Section;
  readonly heading: Heading;
}

/**
 * The section tree. A style stands below every style of lower rank that is open, so the levels follow what the document
 * does (一 → (一) → 1., or 一 → 1.); an annex starts anew; a box ends where the numbering around it goes on.
 */
export function buildTree(
  headings: readonly Heading[],
  lineCount: number,
): { sections: Section[]; diagnostics: AnyDiagnostic[] } {
  const sections: Section[] = [];
  const diagnostics: AnyDiagnostic[] = [];
  const numbers = new Map<string, number>();
  let open: Open[] = [];
  headings.forEach((heading, i) => {
    const style = heading.style;
    if (style.id === 'annex') {
      numbers.clear();
      open = [];
    }
    open = enclosing(open, heading, numbers);
    const parent = open.at(-1)?.section;
    const annex = style.id === 'annex' ? (heading.number ?? 1) : (parent?.annex ?? 0);
    const next = headings[i + 1];
    const section: Section = {
      id: `s${i + 1}`,
      parent: parent?.id ?? null,
      level: (parent?.level ?? 0) + 1,
      kind: style.id === 'annex' ? 'annex' : style.id === 'box' ? 'box' : 'heading',
      marker: heading.marker,
      title: heading.title,
      chain: parent ? `${parent.chain}/${heading.marker}` : heading.marker,
      annex,
      lines: [heading.line.number, next ? next.line.number - 1 : lineCount],
    };
    sections.push(section);
    diagnostics.push(...checkNumber(open, heading, numbers));
    if (heading.number !== undefined) numbers.set(numberKey(open, heading), heading.number);
    open = [...open, { section, heading }];
  });
  return { sections, diagnostics };
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
  return `${open.map((o) => o.section.id).join('/')}:${heading.style.id}`;
}

/**
 * Numbers that jump: told once, with those that are missing. Numbering may start anew, and may run on across headings;
 * a box counts by itself.
 */
function checkNumber(open: readonly Open[], heading: Heading, numbers: Map<string, number>): AnyDiagnostic[] {
  const number = heading.number;
  const box = open.find((o) => o.heading.style.id === 'box')?.section.id ?? '';
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
