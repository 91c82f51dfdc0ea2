import type { Section } from '../../schema/model.js';
import type { App, OpenDocument } from './app.js';
import { type Child, el, replaceChildren } from './dom.js';
import { within } from './filter.js';

/** What the tree needs of the text. */
export interface Shower {
  /** Brings a line of the text into view. */
  readonly showLine: (line: number) => void;
  /** Called with the line that is being read as the reader moves on. */
  readonly onMove: (follower: (line: number) => void) => void;
}

/** Deeper levels are folded at first where there are more sections than this. */
const MANY = 60;

const named = ({ kind, marker, title }: Section): string => {
  const gap = /[、.．)）\]]$/.test(marker) || marker === '' ? '' : ' ';
  return kind === 'item' ? marker : `${marker}${gap}${title}`;
};

interface Branch {
  readonly section: Section;
  readonly children: Branch[];
}

function branches(sections: readonly Section[]): Branch[] {
  const roots: Branch[] = [];
  const known = new Map<string, Branch>();
  for (const section of sections) {
    if (section.kind === 'item') continue;
    const branch: Branch = { section, children: [] };
    known.set(section.id, branch);
    (known.get(section.parent ?? '')?.children ?? roots).push(branch);
  }
  return roots;
}

/** How many records stand in each section, those inside included. */
function countsOf({ document, refs }: OpenDocument): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { record } of refs) own.set(record.section ?? '', (own.get(record.section ?? '') ?? 0) + 1);
  const all = new Map<string, number>();
  for (const { id } of document.sections) {
    let sum = 0;
    for (const inside of within(document.sections, id)) sum += own.get(inside) ?? 0;
    all.set(id, sum);
  }
  return all;
}

/** The section tree of the open document: it folds, leads to places, and follows the reader. */
export function tree(app: App, one: OpenDocument, shower: Shower): HTMLElement {
  const { sections } = one.document;
  const counts = countsOf(one);
  const links = new Map<string, HTMLElement>();
  const many = sections.length > MANY;
  const item = ({ section, children }: Branch, depth: number): Child => {
    const count = counts.get(section.id) ?? 0;
    const link = el(
      'a',
      {
        href: `#L${section.lines[0]}`,
        on: {
          click: (event) => {
            event.preventDefault();
            app.state.set({ panel: null });
            shower.showLine(section.lines[0]);
          },
        },
      },
      el('span', {}, named(section)),
      count > 0 && el('span', { class: 'count', 'aria-label': app.say('tree.count', count) }, count),
    );
    links.set(section.id, link);
    if (children.length === 0) return el('li', {}, el('div', { class: 'row leaf' }, link));
    const inner = el(
      'ul',
      {},
      children.map((child) => item(child, depth + 1)),
    );
    const open = !many || depth < 2;
    const fold = el('button', {
      type: 'button',
      class: 'fold',
      'aria-expanded': String(open),
      'aria-label': app.say('tree.fold', named(section)),
      on: { click: () => turn(fold.getAttribute('aria-expanded') !== 'true') },
    });
    const turn = (wide: boolean): void => {
      fold.setAttribute('aria-expanded', String(wide));
      inner.hidden = !wide;
    };
    turn(open);
    return el('li', {}, el('div', { class: 'row' }, fold, link), inner);
  };
  const roots = branches(sections);
  const list = el(
    'ul',
    { class: 'tree' },
    roots.map((root) => item(root, 1)),
  );
  const box = el('nav', { id: 'panel-tree', class: 'panel tree-panel', 'aria-label': app.say('panel.tree') });
  replaceChildren(
    box,
    el('h2', {}, app.say('panel.tree')),
    roots.length > 0 ? list : el('p', { class: 'quiet' }, app.say('tree.none')),
  );
  follow(box, sections, links, shower);
  return box;
}

/** Marks the section that is being read, and unfolds nothing: the innermost that is to be seen. */
function follow(
  box: HTMLElement,
  sections: readonly Section[],
  links: ReadonlyMap<string, HTMLElement>,
  shower: Shower,
): void {
  let current: HTMLElement | null = null;
  shower.onMove((line) => {
    const holding = sections.filter(({ kind, lines }) => kind !== 'item' && lines[0] <= line && line <= lines[1]);
    const seen = holding.reverse().flatMap(({ id }) => links.get(id) ?? []);
    const next = seen.find((link) => link.offsetParent !== null) ?? null;
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'location');
    current = next;
    if (!next || box.contains(document.activeElement)) return;
    const [top, bottom] = [next.offsetTop - box.scrollTop, next.offsetTop - box.scrollTop + next.offsetHeight];
    if (top < 40 || bottom > box.clientHeight - 40) box.scrollTop = next.offsetTop - box.clientHeight / 3;
  });
}
