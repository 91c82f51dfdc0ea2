import { verdictsIn } from './verdict-file.js';
import type { Keeper } from './verdict-store.js';

const PREFIX = 'gongwen-verdicts:';
const keyOf = (sha256: string): string => `${PREFIX}${sha256}`;

/** The browser's own store; a browser may refuse it to a page from disk, or in private windows. */
export function browserKeeper(): Keeper {
  return {
    load: (sha256) => {
      try {
        return verdictsIn(JSON.parse(localStorage.getItem(keyOf(sha256)) ?? 'null'));
      } catch {
        return null;
      }
    },
    save: (sha256, verdicts) => {
      try {
        if (verdicts.length === 0) localStorage.removeItem(keyOf(sha256));
        else localStorage.setItem(keyOf(sha256), JSON.stringify(verdicts));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Whether the browser keeps what is said in the page. */
export function keeps(): boolean {
  try {
    localStorage.setItem('gongwen-verdicts', '');
    localStorage.removeItem('gongwen-verdicts');
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back when another tab has kept verdicts of a document; null: of any. What this tab knows is older then, and would
 * take the place of the other's with the next verdict.
 */
export function followKeeper(changed: (sha256: string | null) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === null) changed(null);
    else if (key.startsWith(PREFIX)) changed(key.slice(PREFIX.length));
  });
  // A page that the browser brings back from its cache has heard nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed(null);
  });
}
