import type { Language } from '../payload.js';
import { FRAME_WORDS } from './words/frame.js';
import { RECORD_WORDS } from './words/records.js';
import { VIEW_WORDS } from './words/views.js';

/** Words of the interface by their keys. `{0}`, `{1}` stand for values. */
export type Words = { readonly [key: string]: { readonly [L in Language]: string } };

export const WORDS: Words = { ...FRAME_WORDS, ...RECORD_WORDS, ...VIEW_WORDS };

export type Say = (key: string, ...values: (string | number)[]) => string;

/** What says words in a language; a key that there is not says itself. */
export function sayIn(language: Language): Say {
  return (key, ...values) => {
    const sentence = WORDS[key]?.[language] ?? key;
    return sentence.replace(/\{(\d)\}/g, (_, digit: string) => String(values[Number(digit)] ?? ''));
  };
}

/** The language of a page: what its maker said, else Chinese where the browser prefers Chinese to English. */
export function languageOf(wanted: Language | null, preferred: readonly string[]): Language {
  if (wanted !== null) return wanted;
  return preferred
    .find((name) => /^(?:zh|en)\b/i.test(name))
    ?.toLowerCase()
    .startsWith('zh') === false
    ? 'en'
    : 'zh';
}
