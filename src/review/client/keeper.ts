import { verdictsIn } from './verdict-file.js';
import type { Keeper } from './verdict-store.js';

const keyOf = (sha256: string): string => `gongwen-verdicts:${sha256}`;

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
