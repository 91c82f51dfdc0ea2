/** Lead and trail bytes of the Chinese characters of double-byte sets. */
const SETS = {
  /** 6,763 characters: simplified writing. */
  gb2312: ['gb18030', 0xb0, 0xf7, false],
  'gb2312-level-1': ['gb18030', 0xb0, 0xd7, false],
  'gb2312-level-2': ['gb18030', 0xd8, 0xf7, false],
  /** 13,000 characters: traditional writing. */
  big5: ['big5', 0xa4, 0xf9, true],
  /** In common use; but for the last 63, which share their row with symbols. */
  'big5-level-1': ['big5', 0xa4, 0xc5, true],
} as const;

/** The Chinese characters of a double-byte set, as the WHATWG decoder has them; what it leaves open is U+FFFD. */
export function repertoire(set: keyof typeof SETS): string {
  const [label, first, last, low] = SETS[set];
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    if (low) for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail);
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  return new TextDecoder(label).decode(Uint8Array.from(bytes));
}
