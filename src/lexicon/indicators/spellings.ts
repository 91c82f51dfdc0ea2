/** All combinations of what the parts of a pattern give. */
const joined = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/** Where the bracket that opens at `at` closes. */
function closingOf(pattern: string, at: number): number {
  let depth = 0;
  for (let i = at; i < pattern.length; i++) {
    if (CLOSING[pattern[i] ?? '']) depth++;
    else if (pattern[i] === ']' || pattern[i] === ')') depth--;
    if (depth === 0) return i;
  }
  throw new Error(`a bracket stays open: ${pattern}`);
}

/** The alternatives inside a bracket: what stands between the bars that no inner bracket holds. */
function alternatives(inside: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= inside.length; i++) {
    const sign = inside[i];
    if (sign === '[' || sign === '(') depth++;
    else if (sign === ']' || sign === ')') depth--;
    if (i < inside.length && (sign !== '|' || depth > 0)) continue;
    parts.push(inside.slice(from, i));
    from = i + 1;
  }
  return parts;
}

/** Every spelling that a pattern stands for, each piece of it in `words`: 学前[三年]毛入(园|学)率 gives four. */
export function spellings(pattern: string, words: (piece: string) => string): string[] {
  const at = pattern.search(/[[(]/);
  if (at < 0) return [words(pattern)];
  const end = closingOf(pattern, at);
  const inner = alternatives(pattern.slice(at + 1, end)).flatMap((part) => spellings(part, words));
  const middle = pattern[at] === '[' ? ['', ...inner] : inner;
  return joined(joined([words(pattern.slice(0, at))], middle), spellings(pattern.slice(end + 1), words));
}
