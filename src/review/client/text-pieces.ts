import type { App, OpenDocument } from './app.js';
import { type Child, el } from './dom.js';
import type { TextLine } from './lines.js';
import { lineAt } from './lines.js';
import { kindMark } from './marks.js';
import { type Piece, piecesOf, refsByLine } from './pieces.js';
import { labelOf, type RecordRef } from './records.js';

/** A piece of the text as it stands in the page. */
export interface ShownPiece extends Piece {
  readonly node: Text;
  /** What carries the highlight; null where no record has its evidence here. */
  readonly mark: HTMLElement | null;
}

export interface PieceMaker {
  /** The pieces of a line with the marks of the records that begin in it. */
  readonly make: (line: TextLine, headEnd: number) => Child;
  /** The quote of a record, where there is no text to show it in. */
  readonly quote: (ref: RecordRef) => Child;
  /** All that were made so far. */
  readonly pieces: readonly ShownPiece[];
  /** The buttons of records, by key. */
  readonly tags: ReadonlyMap<string, HTMLButtonElement>;
  readonly pieceOf: (mark: Element) => ShownPiece | undefined;
  /** Give pieces and buttons from an index on the look of the moment: what is shown, chosen, judged. */
  readonly paint: (from: number, shown: ReadonlySet<string>) => void;
}

/** Makes the pieces of a text in which records have their evidence; without a text, those of the records' quotes. */
export function pieceMaker(app: App, one: OpenDocument): PieceMaker {
  const byLine = one.hasText ? refsByLine(one.refs, (offset) => lineAt(one.lines, offset)) : new Map();
  const begun = new Set<string>();
  const pieces: ShownPiece[] = [];
  const tags = new Map<string, HTMLButtonElement>();
  const byMark = new WeakMap<Element, ShownPiece>();

  const tag = (ref: RecordRef): HTMLElement => {
    const button = el(
      'button',
      { type: 'button', class: `tag k-${ref.kind}`, tabindex: -1, 'data-key': ref.key },
      kindMark(ref.kind),
      el('span', { class: 'tag-id' }, ref.id),
    );
    tags.set(ref.key, button);
    return button;
  };
  const shownPiece = (piece: Piece, text: string): Child => {
    const node = document.createTextNode(text);
    const mark = piece.refs.length > 0 ? el('mark', {}, node) : null;
    const shown: ShownPiece = { ...piece, node, mark };
    pieces.push(shown);
    if (mark) byMark.set(mark, shown);
    const inner: Child = mark ?? node;
    return [piece.begin.map(tag), piece.head ? el('b', {}, inner) : inner];
  };
  return {
    pieces,
    tags,
    pieceOf: (mark) => byMark.get(mark),
    make: (line, headEnd) => {
      const refs: readonly RecordRef[] = byLine.get(line.line) ?? [];
      return piecesOf(line.start, line.end, refs, headEnd, begun).map((piece) =>
        shownPiece(piece, one.text.slice(piece.start, piece.end)),
      );
    },
    quote: (ref) =>
      shownPiece({ start: ref.start, end: ref.end, refs: [ref], begin: [ref], head: false }, ref.record.evidence.quote),
    paint: (from, shown) => {
      const chosen = app.state.now().selected;
      for (let i = from; i < pieces.length; i++) {
        const { refs, mark } = pieces[i] as ShownPiece;
        if (mark)
          mark.className = lookOf(
            refs.filter(({ key }) => shown.has(key)),
            chosen,
          );
      }
      for (const ref of one.refs) {
        const button = tags.get(ref.key);
        if (button) dressTag(app, button, ref, shown.has(ref.key), ref.key === chosen);
      }
    },
  };
}

/** Classes of a highlight: the kinds that lie here, and whether the chosen record is among them. */
function lookOf(refs: readonly RecordRef[], chosen: string | null): string {
  if (refs.length === 0) return '';
  const kinds = [...new Set(refs.map(({ kind }) => `k-${kind}`))];
  return ['m', ...kinds, refs.some(({ key }) => key === chosen) ? 'chosen' : ''].join(' ').trim();
}

function dressTag(app: App, button: HTMLButtonElement, ref: RecordRef, shown: boolean, chosen: boolean): void {
  const verdict = app.verdictOf(ref)?.verdict ?? null;
  button.hidden = !shown;
  button.className = [
    'tag',
    `k-${ref.kind}`,
    verdict === null ? '' : `v-${verdict}`,
    ref.record.suspect ? 'suspect' : '',
  ].join(' ');
  if (chosen) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
  const said = [app.say(`kind.one.${ref.kind}`), ref.id, labelOf(ref)];
  if (verdict !== null) said.push(app.say(`verdict.${verdict}`));
  if (ref.record.suspect) said.push(app.say('record.suspect'));
  const label = said.join(' ');
  button.setAttribute('aria-label', label);
  button.title = label;
}
