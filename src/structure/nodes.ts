import type { Section } from '../schema/model.js';

/** A section in the making: its place in the tree, before ids are given. */
export interface SectionNode {
  readonly kind: Section['kind'];
  /** As a reader names it: `一`, `(一)`, `附件1`, `专栏3`, `一是`; empty where the heading has no number. */
  readonly marker: string;
  readonly title: string;
  readonly parent: SectionNode | undefined;
  readonly annex: number;
  /** The first line, 1-based. */
  readonly line: number;
  /** UTF-16 offset in the text where it opens. */
  readonly start: number;
  /** Where it ends, exclusive; for headings set by what follows them. */
  end: number;
}

export function levelOf(node: SectionNode): number {
  let level = 1;
  for (let up = node.parent; up; up = up.parent) level++;
  return level;
}

/** The markers from the root down; what has no number adds nothing. */
export function chainOf(node: SectionNode): string {
  const markers: string[] = [];
  for (let at: SectionNode | undefined = node; at; at = at.parent) if (at.marker !== '') markers.unshift(at.marker);
  return markers.join('/');
}
