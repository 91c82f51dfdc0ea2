const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g;

/** Text that any UTF-8 file can hold: half a surrogate pair becomes U+FFFD, a NUL, which ends strings in C, nothing. */
export function wellFormed(text: string): string {
  return text.replace(LONE, (unit) => (unit === '\0' ? '' : '\ufffd'));
}

const DAY = 86_400_000;

/** Days since 1970-01-01 of a date in the form YYYY-MM-DD; null where it is none. */
export function dayNumber(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(date);
  // A day that there is not (02-30) runs over into the next month.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : time / DAY;
}
