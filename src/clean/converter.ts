import { VARIANTS, WORD_RULES } from '../lexicon/script.js';

/** Noncharacters of Unicode, one for each form that a word asks for: no converter touches them. */
const FIRST_PLACEHOLDER = 0xfdd0;
const PLACEHOLDERS = /[\ufdd0-\ufdef]/g;
/** Cuts a text before and behind each of them. */
const NONCHARACTER = /(?=[\ufdd0-\ufdef])|(?<=[\ufdd0-\ufdef])/;

/** Traditional to simplified. The result has as many characters as the text (not always as many UTF-16 units). */
export type Convert = (text: string) => string;

let loaded: Promise<Convert> | undefined;

/** The converter, made once: its dictionaries take longer to build than a page takes to convert. */
export function loadConverter(): Promise<Convert> {
  loaded ??= makeConverter();
  return loaded;
}

/**
 * opencc `tw`→`cn`, which knows words (著力, 皇后) and changes characters only, never words; before it, the variants that
 * it leaves, and the words that it gets wrong.
 */
async function makeConverter(): Promise<Convert> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert: Convert = Converter({ from: 'tw', to: 'cn' });
  const variants = pairs(VARIANTS);
  const forms = [...new Set(WORD_RULES.map((rule) => rule.becomes))];
  const rules = WORD_RULES.map(({ at, becomes }) => {
    return { at, first: at.source[0] ?? '', form: String.fromCharCode(FIRST_PLACEHOLDER + forms.indexOf(becomes)) };
  });
  const noncharacters = Array.from({ length: 0x20 }, (_, i) => String.fromCharCode(FIRST_PLACEHOLDER + i));
  const watched = watchFor([...variants.keys(), ...rules.map((rule) => rule.first), ...noncharacters]);
  const convertWords = (text: string): string => {
    const seen = seenIn(text, watched);
    // A noncharacter of the text itself would come out as a word.
    if (noncharacters.some((mark) => seen.has(mark))) {
      return text.length === 1 ? text : text.split(NONCHARACTER).map(convertWords).join('');
    }
    const known = replaceVariants(text, variants, seen);
    let held = known;
    for (const { at, first, form } of rules) if (seen.has(first)) held = held.replace(at, form);
    const converted = convert(held);
    if (held === known) return converted;
    return converted.replace(PLACEHOLDERS, (mark) => forms[mark.charCodeAt(0) - FIRST_PLACEHOLDER] ?? mark);
  };
  return convertWords;
}

/** The characters of a text that are watched for; most texts have few of them. */
function seenIn(text: string, watched: Uint8Array): Set<string> {
  const seen = new Set<string>();
  const left = watched.slice();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (left[unit] === 0) continue;
    left[unit] = 0;
    seen.add(String.fromCharCode(unit));
  }
  return seen;
}

function watchFor(characters: Iterable<string>): Uint8Array {
  const watched = new Uint8Array(0x10000);
  for (const character of characters) watched[character.charCodeAt(0)] = 1;
  return watched;
}

function replaceVariants(text: string, variants: ReadonlyMap<string, string>, seen: ReadonlySet<string>): string {
  const found = [...seen].filter((character) => variants.has(character));
  if (found.length === 0) return text;
  return text.replace(new RegExp(`[${found.join('')}]`, 'g'), (variant) => variants.get(variant) ?? variant);
}

function pairs(text: string): Map<string, string> {
  const characters = [...text];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2) map.set(characters[i] ?? '', characters[i + 1] ?? '');
  return map;
}
