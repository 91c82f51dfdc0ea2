/**
 * The last index below `length` for which a condition holds that holds for all before it, by binary search; -1 for none.
 */
export function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/**
 * All matches of a global pattern, as `matchAll` finds them but without the copy of the pattern that it makes each time.
 * The pattern must match no empty stretch.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
