import { expectationOf, type Fields } from '../../report/expectation.js';
import type { Verdict } from '../../schema/verdicts.js';
import type { PageIndex } from '../payload.js';
import { filtered } from './filter.js';
import { linesOf, type TextLine } from './lines.js';
import { keyOf, RECORD_KINDS, type RecordRef, recordsOf } from './records.js';
import type { StateStore } from './state.js';
import type { VerdictStore } from './verdict-store.js';
import type { RecordKind, ReviewDocument } from './view.js';
import { type Say, sayIn } from './words.js';

/** A document that is open, with what the page works out of it once. */
export interface OpenDocument extends ReviewDocument {
  readonly hasText: boolean;
  readonly lines: readonly TextLine[];
  /** In the order of the text. */
  readonly refs: readonly RecordRef[];
  readonly byKey: ReadonlyMap<string, RecordRef>;
  /** Records as expectations have them, by key. */
  readonly found: ReadonlyMap<string, Fields>;
  /** The line of the original for each line of the text; null where it is not known. */
  readonly sourceLines: readonly (number | null)[];
}

/** What every part of the page works with. */
export interface App {
  readonly index: PageIndex;
  readonly state: StateStore;
  readonly verdicts: VerdictStore;
  readonly say: Say;
  /** The open document; null in a page without any. */
  readonly open: () => OpenDocument | null;
  readonly documentAt: (index: number) => OpenDocument;
  /** Records that the filter lets pass, in the order of the text. */
  readonly shown: () => readonly RecordRef[];
  readonly selected: () => RecordRef | null;
  readonly verdictOf: (ref: RecordRef) => Verdict | null;
  /** Look at a record; `quiet` leaves the place of the text as it is. */
  readonly select: (key: string | null) => void;
  /** Says something to those who do not see it, and shows it for a moment. */
  readonly announce: (text: string) => void;
}

/** What is found in a document, for verdicts. */
export function foundIn(document: ReviewDocument['document']): ReadonlyMap<string, Fields> {
  const expectation = expectationOf(document);
  return new Map(
    RECORD_KINDS.flatMap((kind) =>
      document[kind].map(({ id }, i) => [keyOf(kind, id), expectation[kind][i] ?? {}] as const),
    ),
  );
}

function settle(one: OpenDocument, verdicts: VerdictStore): number {
  const list = (kind: RecordKind) =>
    one.document[kind].map(({ id }) => ({ id, fields: one.found.get(keyOf(kind, id)) ?? {} }));
  return verdicts.settle(one.document.source.sha256, {
    targets: list('targets'),
    deadlines: list('deadlines'),
    responsibilities: list('responsibilities'),
  });
}

interface Parts {
  readonly index: PageIndex;
  readonly state: StateStore;
  readonly verdicts: VerdictStore;
  readonly read: (index: number) => ReviewDocument & { readonly sourceLines: readonly (number | null)[] };
  readonly announce: (text: string) => void;
}

/** Put the parts of the page together. */
export function openApp({ index, state, verdicts, read, announce }: Parts): App & { readonly settleAll: () => void } {
  const opened = new Map<number, OpenDocument>();
  const documentAt = (at: number): OpenDocument => {
    const known = opened.get(at);
    if (known) return known;
    const one = read(at);
    const refs = recordsOf(one.document);
    const open: OpenDocument = {
      ...one,
      hasText: index.documents[at]?.hasText ?? false,
      lines: linesOf(one.text),
      refs,
      byKey: new Map(refs.map((ref) => [ref.key, ref])),
      found: foundIn(one.document),
    };
    opened.set(at, open);
    settle(open, verdicts);
    return open;
  };
  const open = (): OpenDocument | null => (index.documents.length === 0 ? null : documentAt(state.now().index));
  const verdictOf = (ref: RecordRef): Verdict | null => {
    const one = open();
    return one ? verdicts.get(one.document.source.sha256, ref.kind, ref.id) : null;
  };
  const say: Say = (key, ...values) => sayIn(state.now().language)(key, ...values);
  return {
    ...{ index, state, verdicts, say, open, documentAt, verdictOf, announce },
    shown: () => {
      const one = open();
      if (!one) return [];
      return filtered(one.refs, state.now().filter, one.document, (ref) => verdictOf(ref)?.verdict ?? null);
    },
    selected: () => open()?.byKey.get(state.now().selected ?? '') ?? null,
    select: (key) => state.set({ selected: key, ...(key === null ? {} : { tab: 'text' }) }),
    settleAll: () => {
      for (const one of opened.values()) settle(one, verdicts);
    },
  };
}
