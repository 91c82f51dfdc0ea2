import type { Cleaning } from '../../schema/model.js';
import type { App, OpenDocument } from './app.js';
import { type Child, el } from './dom.js';
import { lastAtMost } from './lines.js';

type Removed = Cleaning['removed'][number];
type Repaired = Cleaning['repaired'][number];

/** A longer text that was taken out is folded. */
const LONG = 240;

const range = ([first, last]: readonly [number, number]): string => (first === last ? `${first}` : `${first}–${last}`);

/** Line ends and blanks as signs: what was mended is often one of them. */
function visible(app: App, text: string): string {
  if (text === '') return app.say('cleaning.nothing');
  return text.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll('\u00a0', '␣');
}

function removedNote(app: App, { reason, lines, text }: Removed): Child {
  const label = el('span', { class: 'label' }, app.say('cleaning.removed', app.say(`reason.${reason}`), range(lines)));
  const words = el('del', {}, text);
  if (text.length <= LONG) return el('div', { class: 'note removed' }, label, words);
  const folded = el('details', {}, el('summary', {}, label, `${text.slice(0, 60)}…`), words);
  return el('div', { class: 'note removed' }, folded);
}

/** Repairs of one kind in one line: pinyin is taken out of a line dozens of times. */
function repairedNote(app: App, repairs: readonly Repaired[]): Child {
  const [{ kind, line, guessed }] = repairs as [Repaired];
  const known = app.say(`repair.${kind}`);
  const name = known === `repair.${kind}` ? kind : known;
  const label = app.say(guessed ? 'cleaning.guessed' : 'cleaning.repaired', name, line);
  const pairs = repairs.map(({ before, after }) =>
    el('span', { class: 'pair' }, el('del', {}, visible(app, before)), ' → ', el('ins', {}, visible(app, after))),
  );
  return el('div', { class: 'note repaired' }, el('span', { class: 'label' }, label), pairs);
}

/** Repairs that one note tells of, in their order. */
function together(repaired: readonly Repaired[]): Repaired[][] {
  const groups = new Map<string, Repaired[]>();
  for (const repair of repaired) {
    const key = `${repair.line} ${repair.kind} ${repair.guessed ?? false}`;
    const group = groups.get(key);
    if (group) group.push(repair);
    else groups.set(key, [repair]);
  }
  return [...groups.values()];
}

export interface CleaningNotes {
  /** What was taken out right before a line of the text and mended in it. `at`: index of the line. */
  readonly around: (at: number) => { readonly before: readonly Child[]; readonly behind: readonly Child[] };
  /** What stands behind the last line, or nowhere that is known. */
  readonly rest: () => readonly Child[];
}

/** The changes of the cleaning at their places in the text. All of them are shown somewhere. */
export function cleaningNotes(app: App, one: OpenDocument): CleaningNotes {
  const { removed, repaired } = one.document.cleaning;
  const before = new Map<number, Child[]>();
  const behind = new Map<number, Child[]>();
  const rest: Child[] = [];
  const add = (map: Map<number, Child[]>, at: number, note: Child): void => {
    if (at < 0) rest.push(note);
    else map.set(at, [...(map.get(at) ?? []), note]);
  };
  // Lines of the text that come from the original, in the order that they had there.
  const known = one.sourceLines
    .flatMap((own, at) => (own === null ? [] : [{ own, at }]))
    .sort((a, b) => a.own - b.own || a.at - b.at);
  const ownOf = ({ own }: { readonly own: number }): number => own;
  for (const change of removed) {
    const next = known[lastAtMost(known, change.lines[0] - 1, ownOf) + 1];
    add(before, next?.at ?? -1, removedNote(app, change));
  }
  for (const group of together(repaired)) {
    const { line } = group[0] as Repaired;
    // A line of the original may have become several: the first of those that begin in it, or the last before it.
    const last = known[lastAtMost(known, line, ownOf)];
    const first = known[lastAtMost(known, (last?.own ?? 0) - 1, ownOf) + 1];
    add(behind, (last?.own === line ? first : last)?.at ?? -1, repairedNote(app, group));
  }
  return {
    around: (at) => ({ before: before.get(at) ?? [], behind: behind.get(at) ?? [] }),
    rest: () => rest,
  };
}
