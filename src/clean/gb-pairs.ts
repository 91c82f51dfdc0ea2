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
