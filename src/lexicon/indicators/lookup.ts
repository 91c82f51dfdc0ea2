import type { Indicator } from './entry.js';
import { canonicalEnd, canonicalName, canonicalWords } from './names.js';
import { spellings } from './spellings.js';

/*
 * All spellings of all names are ten thousand; to write them out takes longer than to read a plan. So patterns lie in
 * buckets by one character that each of their spellings has, the one that the fewest patterns have, and a bucket is
 * written out when a name with that character is first asked for.
 */

interface Waiting {
  readonly pattern: string;
  readonly entry: Indicator;
}

interface Bucket {
  readonly waiting: Waiting[];
  readonly known: Map<string, Indicator>;
}

const patternsOf = (entry: Indicator): string[] => entry.aliases.split(' ').filter((pattern) => pattern !== '');

/** All spellings of a pattern, as names are looked up. */
const writtenOut = (pattern: string): string[] => spellings(pattern, canonicalWords).map(canonicalEnd);

/** All names of an indicator in one spelling each. */
export function namesOf(entry: Indicator): string[] {
  return [...new Set([canonicalName(entry.name), ...patternsOf(entry).flatMap(writtenOut)])];
}

/** Characters that the end of a name may have in one spelling and not in another. */
const UNSURE = /[占所总比例重率百分值数量个]/;

/** The characters outside brackets: every spelling has them. */
function requiredCharacters(pattern: string): string[] {
  let depth = 0;
  let outside = '';
  for (const sign of pattern) {
    if (sign === '[' || sign === '(') depth++;
    if (depth === 0) outside += sign;
    // A blank keeps words apart that no spelling has side by side.
    else if (!outside.endsWith(' ')) outside += ' ';
    if (sign === ']' || sign === ')') depth--;
  }
  return [...new Set(outside.trim().split(' ').map(canonicalWords).join(''))].filter((c) => !UNSURE.test(c));
}

function bucketsOf(entries: readonly Indicator[]): Map<string, Bucket> {
  const patterns = entries.flatMap((entry) =>
    patternsOf(entry).map((pattern) => ({ pattern, entry, required: requiredCharacters(pattern) })),
  );
  const counts = new Map<string, number>();
  for (const { required } of patterns) for (const c of required) counts.set(c, (counts.get(c) ?? 0) + 1);
  const buckets = new Map<string, Bucket>();
  for (const { pattern, entry, required } of patterns) {
    let key = '';
    for (const c of required) if (key === '' || (counts.get(c) ?? 0) < (counts.get(key) ?? 0)) key = c;
    const bucket: Bucket = buckets.get(key) ?? { waiting: [], known: new Map() };
    bucket.waiting.push({ pattern, entry });
    buckets.set(key, bucket);
  }
  return buckets;
}

function inBucket({ waiting, known }: Bucket, form: string): Indicator | undefined {
  for (const { pattern, entry } of waiting) for (const name of writtenOut(pattern)) known.set(name, entry);
  waiting.length = 0;
  return known.get(form);
}

/** A function that finds the indicator of a name in canonical spelling. */
export function lookupIn(entries: readonly Indicator[]): (form: string) => Indicator | undefined {
  const names = new Map(entries.map((entry) => [canonicalName(entry.name), entry]));
  const buckets = bucketsOf(entries);
  return (form) => {
    const named = names.get(form);
    if (named) return named;
    for (const c of ['', ...form]) {
      const bucket = buckets.get(c);
      const entry = bucket && inBucket(bucket, form);
      if (entry) return entry;
    }
    return undefined;
  };
}
