/** Two-byte GB18030 in both directions, private-use characters included, as the WHATWG decoder has it. */
export interface GbPairs {
  /** The character of two bytes; undefined where they are none. */
  readonly decode: (lead: number, trail: number) => string | undefined;
  readonly encode: (character: string) => readonly [number, number] | undefined;
  readonly withTrail: (trail: number) => readonly string[];
  readonly withLead: (lead: number) => readonly string[];
}

const CHINESE = /^[\u4e00-\u9fff。、“”‘’《》〔〕—…·：；，！？（）]$/;
let pairs: GbPairs | undefined;

export function gbPairs(): GbPairs {
  if (pairs) return pairs;
  const decoder = new TextDecoder('gb18030');
  const forward: string[] = [];
  const backward = new Map<string, readonly [number, number]>();
  const byLead: string[][] = [];
  const byTrail: string[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\ufffd') continue;
      forward[lead * 256 + trail] = character;
      backward.set(character, [lead, trail]);
      if (!CHINESE.test(character)) continue;
      byLead[lead] = [...(byLead[lead] ?? []), character];
      byTrail[trail] = [...(byTrail[trail] ?? []), character];
    }
  }
  pairs = {
    decode: (lead, trail) => forward[lead * 256 + trail],
    encode: (character) => backward.get(character),
    withTrail: (trail) => byTrail[trail] ?? [],
    withLead: (lead) => byLead[lead] ?? [],
  };
  return pairs;
}

/** The first and last lead byte of the Chinese characters of a set; `big5-frequent` is its first level. */
const LEADS = { gb2312: [0xb0, 0xf7], big5: [0xa4, 0xf9], 'big5-frequent': [0xa4, 0xc6] } as const;

/** The Chinese characters of a double-byte set: GB 2312 for simplified writing, Big5 for traditional. */
export function repertoire(label: keyof typeof LEADS): ReadonlySet<string> {
  const [first, last] = LEADS[label];
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    if (label !== 'gb2312') for (let trail = 0x40; trail < 0x7f; trail++) bytes.push(lead, trail);
    for (let trail = 0xa1; trail < 0xff; trail++) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder(label === 'gb2312' ? label : 'big5').decode(Uint8Array.from(bytes)));
}
