import { type Child, svg } from './dom.js';
import type { RecordKind } from './view.js';

/** A shape for each kind, so that nobody needs colours to tell them apart. */
const SHAPES: { readonly [K in RecordKind]: string } = {
  targets: 'M8 1 15 8 8 15 1 8Z',
  deadlines: 'M2 1h12L9 8l5 7H2l5-7Z',
  responsibilities: 'M8 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM1 15c0-4 3-5 7-5s7 1 7 5Z',
};

const ICONS = {
  accepted: 'M2 8.5 6 13 14 3',
  rejected: 'M3 3 13 13M13 3 3 13',
  corrected: 'M2 14 3 10 11 2l3 3-8 8Z',
  suspect: 'M8 2v7M8 12.2v1.6',
  search: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2ZM11 11l4 4',
  up: 'M3 11 8 5l5 6',
  down: 'M3 5l5 6 5-6',
  close: 'M3 3 13 13M13 3 3 13',
  warning: 'M8 2 15 14H1ZM8 6v4M8 11.6v.8',
} as const;

export type Icon = keyof typeof ICONS;

/** The filled shape of a kind. It says nothing by itself: a text or a label stands with it. */
export function kindMark(kind: RecordKind): Child {
  return svg(
    'svg',
    { class: `shape k-${kind}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[kind] }),
  );
}

/** A drawn sign. */
export function icon(name: Icon): Child {
  return svg(
    'svg',
    { class: `icon i-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[name] }),
  );
}
