import { type Child, el } from '../dom.js';
import type { RecordKind, ReviewDocument, ViewContext } from '../view.js';
import type { Say } from '../words.js';

/** What several views are made of. */

const VERDICT_SIGNS = { accepted: '✓', rejected: '✗', corrected: '✎' } as const;

/** The verdict as a sign with its word for those who cannot see it; nothing where there is none. */
function verdictSign({ say, verdictOf }: ViewContext, index: number, kind: RecordKind, id: string): Child {
  const verdict = verdictOf(index, kind, id);
  if (verdict === null) return null;
  const word = say(`views.mark.${verdict}`);
  return el(
    'span',
    { class: `v-verdict v-${verdict}`, role: 'img', 'aria-label': word, title: word },
    VERDICT_SIGNS[verdict],
  );
}

/** A button that shows a record in its text. */
export function recordButton(
  context: ViewContext,
  { index, kind, id }: { readonly index: number; readonly kind: RecordKind; readonly id: string },
  ...label: readonly Child[]
): HTMLElement {
  const click = () => context.open(index, kind, id);
  return el(
    'button',
    { type: 'button', class: 'v-link', on: { click } },
    label,
    ' ',
    verdictSign(context, index, kind, id),
  );
}

const titleOf = ({ document }: ReviewDocument, say: Say): string =>
  document.meta.title ?? (document.source.path || say('views.untitled'));

/** Titles of documents by their index; null where there is but one, whose title need not be said again. */
export function titles({ documents, say }: ViewContext): (index: number) => string | null {
  if (documents.length < 2) return () => null;
  const known = new Map(documents.map((one) => [one.index, titleOf(one, say)]));
  return (index) => known.get(index) ?? null;
}

export const none = (say: Say): HTMLElement => el('p', { class: 'v-none' }, say('views.none'));

/** Something folded away under a line that says what it is; made when it is first unfolded. */
export function folded(summary: string, make: () => Child): HTMLElement {
  const details = el('details', { class: 'v-folded' }, el('summary', {}, summary));
  const toggle = () => {
    if (!details.open || details.childElementCount > 1) return;
    const content = make();
    details.append(...(content instanceof Node ? [content] : []));
  };
  details.addEventListener('toggle', toggle);
  return details;
}

/**
 * Puts items into a list a portion at a time: the rest comes when it is asked for.
 * @returns what is around the list (the list itself, or its table), with the button for more below.
 */
export function inPortions<T>(
  {
    list,
    around = list,
    items,
    portion,
    say,
  }: {
    readonly list: HTMLElement;
    readonly around?: HTMLElement;
    readonly items: readonly T[];
    readonly portion: number;
    readonly say: Say;
  },
  make: (item: T) => Node,
): HTMLElement {
  const box = el('div', { class: 'v-portions' }, around);
  let shown = 0;
  const add = (): void => {
    const before = shown;
    list.append(...items.slice(shown, shown + portion).map(make));
    shown = Math.min(items.length, shown + portion);
    const left = items.length - shown;
    box.querySelector(':scope > .v-more')?.remove();
    if (left > 0) {
      const words = say('views.more', Math.min(portion, left), left);
      box.append(el('button', { type: 'button', class: 'v-more', on: { click: add } }, words));
    }
    // The button that was pressed is gone: what it brought has the focus.
    if (before > 0) list.children[before]?.querySelector<HTMLElement>('button, a, [tabindex]')?.focus();
  };
  add();
  return box;
}
