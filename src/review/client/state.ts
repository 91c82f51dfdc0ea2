import type { Language } from '../payload.js';
import { type Filter, NO_FILTER } from './filter.js';

/** All that a reader has chosen. */
export interface State {
  readonly language: Language;
  /** `text`, `documents`, or the id of a view. */
  readonly tab: string;
  /** Whether views are of the open document or of all. */
  readonly scope: 'one' | 'all';
  /** Which document is open. */
  readonly index: number;
  /** Key of the record that is looked at. */
  readonly selected: string | null;
  readonly filter: Filter;
  readonly query: string;
  /** Whether what the cleaning took out and mended is shown in the text. */
  readonly cleaning: boolean;
  readonly numbers: boolean;
  /** Which panel lies over the text on a narrow screen. */
  readonly panel: 'tree' | 'filter' | 'records' | null;
}

/** What follows changes: it gets the names of what has changed. */
type Follower = (changed: ReadonlySet<keyof State | 'verdicts'>) => void;

export interface StateStore {
  readonly now: () => State;
  readonly set: (patch: Partial<State>) => void;
  /** Tell followers that verdicts have changed. */
  readonly judged: () => void;
  readonly follow: (follower: Follower) => void;
  /** Run; what is given forgets those who began to follow meanwhile. */
  readonly during: (run: () => void) => () => void;
  /** Forget all followers, before the page is built anew. */
  readonly clear: () => void;
}

export function openState(language: Language, tab: string): StateStore {
  let followers = new Set<Follower>();
  let group: Follower[] | null = null;
  let state: State = {
    ...{ language, tab, scope: 'one', index: 0, selected: null, filter: NO_FILTER, query: '' },
    ...{ cleaning: false, numbers: true, panel: null },
  };
  const tell = (changed: ReadonlySet<keyof State | 'verdicts'>): void => {
    // One that is forgotten meanwhile has nothing to follow any more.
    for (const follower of [...followers]) if (followers.has(follower)) follower(changed);
  };
  return {
    now: () => state,
    set: (patch) => {
      const before = state;
      state = { ...state, ...patch };
      // Ids of sections are of one document: in another they would name any section.
      if (state.index !== before.index && state.filter.section !== null)
        state = { ...state, filter: { ...state.filter, section: null } };
      const names = Object.keys(state) as (keyof State)[];
      const changed = new Set(names.filter((name) => before[name] !== state[name]));
      if (changed.size > 0) tell(changed);
    },
    judged: () => tell(new Set(['verdicts'] as const)),
    follow: (follower) => {
      followers.add(follower);
      group?.push(follower);
    },
    during: (run) => {
      const own: Follower[] = [];
      group = own;
      run();
      group = null;
      return () => {
        for (const follower of own) followers.delete(follower);
      };
    },
    clear: () => {
      followers = new Set();
    },
  };
}
