import type { Verdict } from '../../schema/verdicts.js';
import type { App } from './app.js';
import type { RecordRef } from './records.js';

/** What a person can do about records; each says what it did. */
export interface Judge {
  readonly say: (verdict: 'accepted' | 'rejected') => void;
  readonly correct: (ref: RecordRef, correction: Readonly<Record<string, unknown>>, note: string) => void;
  readonly note: (ref: RecordRef, note: string) => void;
  readonly undo: () => void;
  /** Goes on by so many of the records that are shown, from the chosen one. */
  readonly step: (by: number) => void;
}

/** The record that stands so many places behind the chosen one, among those that are shown. */
function neighbour(app: App, by: number): RecordRef | null {
  const shown = app.shown();
  const chosen = app.selected();
  if (shown.length === 0) return null;
  const at = chosen ? shown.findIndex(({ key }) => key === chosen.key) : -1;
  if (at >= 0) return shown[Math.min(shown.length - 1, Math.max(0, at + by))] ?? null;
  if (!chosen) return (by > 0 ? shown[0] : shown.at(-1)) ?? null;
  // The chosen one is held back by the filter: its place in the text counts.
  const behind = shown.findIndex(({ start }) => start > chosen.start);
  const index = by > 0 ? behind : (behind < 0 ? shown.length : behind) - 1;
  return shown[index] ?? null;
}

export function judge(app: App): Judge {
  const put = (ref: RecordRef, verdict: Omit<Verdict, 'kind' | 'id' | 'record'> | null): void => {
    const one = app.open();
    if (!one) return;
    const { kind, id, key } = ref;
    const whole = verdict && ({ kind, id, record: one.found.get(key) ?? {}, ...verdict } as Verdict);
    app.verdicts.set(one.document.source.sha256, kind, id, orderedVerdict(whole));
    app.state.judged();
  };
  const noteOf = (ref: RecordRef) => {
    const note = app.verdictOf(ref)?.note;
    return note === undefined ? {} : { note };
  };
  return {
    say: (verdict) => {
      const ref = app.selected();
      if (!ref) return app.announce(app.say('judge.choose'));
      const next = app.verdictOf(ref)?.verdict === verdict ? null : neighbour(app, 1);
      put(ref, { verdict, ...noteOf(ref) });
      app.announce(
        app.say('judge.said', `${app.say(`kind.one.${ref.kind}`)} ${ref.id}`, app.say(`verdict.${verdict}`)),
      );
      if (next && next.key !== ref.key) app.select(next.key);
    },
    correct: (ref, correction, note) => {
      const noted = note.trim() === '' ? {} : { note: note.trim() };
      // Nothing to correct: it is as it should be.
      if (Object.keys(correction).length === 0) put(ref, { verdict: 'accepted', ...noted });
      else put(ref, { verdict: 'corrected', correction, ...noted });
      const said = app.say(`verdict.${app.verdictOf(ref)?.verdict ?? 'none'}`);
      app.announce(app.say('judge.said', `${app.say(`kind.one.${ref.kind}`)} ${ref.id}`, said));
    },
    note: (ref, note) => {
      const verdict = app.verdictOf(ref);
      if (!verdict || (verdict.note ?? '') === note.trim()) return;
      const { note: _, ...rest } = verdict;
      put(ref, note.trim() === '' ? rest : { ...rest, note: note.trim() });
    },
    undo: () => {
      const undone = app.verdicts.undo();
      if (!undone) return app.announce(app.say('judge.nothing'));
      const at = app.index.documents.findIndex(({ sha256 }) => sha256 === undone.sha256);
      app.state.judged();
      if (at >= 0) app.state.set({ index: at, selected: undone.key, tab: 'text' });
      app.announce(app.say('judge.undone', undone.key.split('/')[1] ?? ''));
    },
    step: (by) => {
      const next = neighbour(app, by);
      if (!next) return app.announce(app.say('judge.none'));
      if (next.key === app.state.now().selected) return app.announce(app.say(by > 0 ? 'judge.last' : 'judge.first'));
      app.select(next.key);
    },
  };
}

/** Fields in the order of the schema, so that the same verdict gives the same bytes. */
function orderedVerdict(verdict: Verdict | null): Verdict | null {
  if (!verdict) return null;
  const { kind, id, verdict: said, record, correction, note } = verdict;
  return { kind, id, verdict: said, record, ...(correction ? { correction } : {}), ...(note ? { note } : {}) };
}
