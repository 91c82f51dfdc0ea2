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
