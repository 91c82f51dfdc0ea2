import type { App, OpenDocument } from './app.js';
import { blocksOf, type Cell, type LineBlock, type TableBlock, type TextBlock } from './blocks.js';
import { type CleaningNotes, cleaningNotes } from './cleaning-notes.js';
import { type Child, el } from './dom.js';
import type { TextLine } from './lines.js';
import { lineAt } from './lines.js';
import { markRanges, unmark } from './ranges.js';
import type { RecordRef } from './records.js';
import { type PieceMaker, pieceMaker } from './text-pieces.js';

export interface TextView {
  readonly element: HTMLElement;
  /** Brings a line of the text into view; without a text nothing. */
  readonly showLine: (line: number) => void;
  /** Brings a record into view, and its button into focus where `focus` says so. */
  readonly showRecord: (ref: RecordRef, focus: boolean) => void;
  /** Brings a stretch into view and marks it under a name. */
  readonly mark: (
    name: 'scope' | 'hit' | 'now',
    stretches: readonly { readonly start: number; readonly end: number }[],
  ) => void;
  /** Looks again at what is shown, chosen and judged. */
  readonly paint: () => void;
  /** Brings a place of the text into view. */
  readonly showPlace: (offset: number) => void;
  /** Chooses the record that was clicked: of several in one another the innermost, at each further click the next. */
  readonly chooseAt: (event: Event) => void;
  /** The line in which a record begins, while it is to be seen; else null. */
  readonly lineInSight: (ref: RecordRef) => number | null;
  /** The line at a height of the window; null outside of the text. */
  readonly lineAtHeight: (y: number) => number | null;
}

/** Blocks that are laid out together, or left alone while they are out of sight. */
const CHUNK = 30;
/** Blocks that are made before the page is shown; the others follow while nobody waits. */
const FIRST = 120;

/** Whether details lie over the lower half of the window, as the styles have it. */
export const isNarrow = (): boolean => matchMedia('(width < 820px)').matches;

interface Making {
  readonly app: App;
  readonly one: OpenDocument;
  readonly maker: PieceMaker;
  readonly notes: CleaningNotes;
}

/** The numbers of a line in the cleaned text and in the original. */
function lineNumber({ app, one }: Making, line: number): HTMLElement {
  const source = one.sourceLines[line - 1] ?? null;
  const said = source === null ? app.say('line.one', line) : app.say('line.both', line, source);
  return el('span', {
    class: 'no',
    title: said,
    'data-line-number': line,
    'data-source': source === null ? '' : `${source}`,
  });
}

function lineElement(making: Making, block: LineBlock): Child {
  const { before, behind } = making.notes.around(block.line - 1);
  const words = making.maker.make(block, block.heading ? block.headEnd : block.start);
  // A heading of its own line is one for readers of the screen; a line that goes on is a paragraph with a head.
  const alone = block.heading !== null && block.end - block.headEnd <= 2;
  const level = Math.min(6, block.depth + 2);
  const body = alone
    ? el('div', { class: `heading d${Math.min(block.depth, 4)}`, role: 'heading', 'aria-level': level }, words)
    : el('p', { class: block.heading ? `runs d${Math.min(block.depth, 4)}` : '' }, words);
  const line = el(
    'div',
    { class: 'line', id: `L${block.line}`, 'data-line': block.line },
    lineNumber(making, block.line),
    body,
  );
  return [before, line, behind];
}

function cellElement(making: Making, tag: 'td' | 'th', cell: Cell): HTMLElement {
  const notes = cell.lines.flatMap(({ line }) => {
    const { before, behind } = making.notes.around(line - 1);
    return [...before, ...behind];
  });
  const lines = cell.lines.map((line: TextLine) =>
    el(
      'span',
      { class: 'cell-line', id: `L${line.line}`, 'data-line': line.line },
      making.maker.make(line, line.start),
    ),
  );
  const text =
    lines.length > 0
      ? lines
      : cell.text !== '' && el('span', { class: 'again', title: making.app.say('table.again') }, cell.text);
  return el(tag, tag === 'th' ? { scope: 'col' } : {}, text, notes);
}

function tableElement(making: Making, block: TableBlock): Child {
  const { table, header, rows, before, after } = block;
  const [first, last] = table.lines;
  const head =
    header.length > 0 &&
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        header.map((cell) => cellElement(making, 'th', cell)),
      ),
    );
  const body = el(
    'tbody',
    {},
    rows.map((row) =>
      el(
        'tr',
        {},
        row.map((cell) => cellElement(making, 'td', cell)),
      ),
    ),
  );
  const label = making.app.say('table.label', table.title, first, last);
  return [
    before.map((line) => lineElement(making, line)),
    el('div', { class: 'table-box', role: 'region', 'aria-label': label, tabindex: 0 }, el('table', {}, head, body)),
    after.map((line) => lineElement(making, line)),
  ];
}

/** Records with their quotes alone, section by section, where the text is not to be had. */
function quotes({ app, one, maker }: Making): HTMLElement {
  const titles = new Map(one.document.sections.map(({ id, marker, title }) => [id, `${marker} ${title}`.trim()]));
  let last: string | null | undefined;
  const items = one.refs.map((ref): Child => {
    const { section } = ref.record;
    const head = section === last ? null : el('h3', {}, titles.get(section ?? '') ?? app.say('section.none'));
    last = section;
    return [head, el('p', { class: 'line quote' }, maker.quote(ref))];
  });
  return el('div', { class: 'quotes' }, el('p', { class: 'notice' }, app.say('text.none')), items);
}

/** The text of the open document with its records, made piece by piece so that a long one is there at once. */
export function textView(app: App, one: OpenDocument): TextView {
  const making: Making = { app, one, maker: pieceMaker(app, one), notes: cleaningNotes(app, one) };
  const { maker } = making;
  const blocks: readonly TextBlock[] = one.hasText ? blocksOf(one.document, one.lines, one.text) : [];
  const element = el('article', { class: 'text', lang: 'zh-CN', 'aria-label': app.say('text.label') });
  /** What the filter lets pass, and the chosen record whatever it says: links, search and views lead to all. */
  const shownKeys = (): ReadonlySet<string> =>
    new Set([...app.shown().map(({ key }) => key), app.state.now().selected ?? '']);
  let next = 0;
  const makeSome = (count: number): void => {
    const from = maker.pieces.length;
    const end = Math.min(blocks.length, next + count);
    while (next < end) {
      const own = blocks.slice(next, Math.min(next + CHUNK, end));
      next += own.length;
      element.append(
        el(
          'div',
          { class: 'chunk' },
          own.map((block) => (block.type === 'line' ? lineElement(making, block) : tableElement(making, block))),
        ),
      );
    }
    maker.paint(from, shownKeys());
    if (next === blocks.length) finish();
  };
  let finished = false;
  const finish = (): void => {
    if (finished) return;
    finished = true;
    element.append(el('div', { class: 'chunk' }, making.notes.rest()));
  };
  const makeAll = (): void => {
    if (next < blocks.length) makeSome(blocks.length);
  };
  if (!one.hasText) {
    element.append(quotes(making));
    maker.paint(0, shownKeys());
    finish();
  } else makeSome(FIRST);
  const goOn = (): void => {
    if (next >= blocks.length || !element.isConnected) return;
    makeSome(FIRST);
    setTimeout(goOn, 0);
  };
  setTimeout(goOn, 0);

  const lineOf = (line: number): Element | null => {
    for (let at = line; at > 0; at--) {
      const found = element.querySelector(`[data-line="${at}"]`);
      if (found) return found;
      makeAll();
    }
    return null;
  };
  return {
    element,
    paint: () => maker.paint(0, shownKeys()),
    showLine: (line) => {
      const found = lineOf(line);
      found?.scrollIntoView({ block: 'start' });
      found?.animate?.([{ opacity: 0.3 }, { opacity: 1 }], {
        duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500,
      });
    },
    showRecord: (ref, focus) => {
      if (!maker.tags.has(ref.key)) makeAll();
      const tag = maker.tags.get(ref.key);
      if (!tag) return;
      for (const other of maker.tags.values()) other.tabIndex = -1;
      tag.tabIndex = 0;
      const { top, bottom } = tag.getBoundingClientRect();
      const below = isNarrow() ? 0.45 : 0.7;
      if (top < 140 || bottom > innerHeight * below) tag.scrollIntoView({ block: isNarrow() ? 'start' : 'center' });
      if (focus) tag.focus({ preventScroll: true });
    },
    mark: (name, stretches) => {
      const last = stretches.at(-1);
      if (last && lineAt(one.lines, last.start) > 0 && next < blocks.length) makeAll();
      unmark(name, element);
      markRanges(name, maker.pieces, stretches);
    },
    showPlace: (offset) => {
      const found = lineOf(lineAt(one.lines, offset));
      const piece = maker.pieces.find(({ start, end }) => start <= offset && end > offset);
      const range = new Range();
      if (!found || !piece) return;
      range.selectNode(piece.node);
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 140 || bottom > innerHeight * 0.7) (piece.mark ?? found).scrollIntoView({ block: 'center' });
    },
    chooseAt: (event) => {
      const target = event.target as Element;
      const key = target.closest('.tag')?.getAttribute('data-key') ?? null;
      if (key !== null) return app.select(key);
      const mark = target.closest('mark');
      if (!mark || !getSelection()?.isCollapsed) return;
      const shown = shownKeys();
      const refs = maker.pieceOf(mark)?.refs.filter((ref) => shown.has(ref.key)) ?? [];
      const inner = [...refs].sort((a, b) => a.end - a.start - (b.end - b.start));
      const next = inner[(inner.findIndex((ref) => ref.key === app.state.now().selected) + 1) % inner.length];
      if (next) app.select(next.key);
    },
    lineInSight: (ref) => {
      const box = maker.tags.get(ref.key)?.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight ? lineAt(one.lines, ref.start) : null;
    },
    lineAtHeight: (y) => {
      const { left, width } = element.getBoundingClientRect();
      for (const below of [0, 30, 60]) {
        const found = document.elementFromPoint(left + width / 2, y + below)?.closest('[data-line]');
        if (found && element.contains(found)) return Number(found.getAttribute('data-line'));
      }
      return null;
    },
  };
}
