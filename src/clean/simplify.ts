import { defineStage, type Stage } from '../core/draft.js';
import type { Edit } from '../core/edits.js';
import { linesOf } from '../core/lines.js';
import { KEEP_QIAN, KEEP_ZHU } from '../lexicon/script.js';

/** Which UTF-16 units a double-byte character set encodes, by the lead and trail bytes of its Chinese characters. */
function repertoire(label: string, leads: readonly [number, number], trails: readonly [number, number][]): Uint8Array {
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
  }
  const known = new Uint8Array(0x10000);
  for (const character of new TextDecoder(label).decode(Uint8Array.from(bytes))) known[character.charCodeAt(0)] = 1;
  return known;
}

let gb2312: Uint8Array | undefined;
let big5: Uint8Array | undefined;

/** The 6,763 Chinese characters of GB 2312: what simplified text is written with, but for rare names. */
function simplifiedCharacters(): Uint8Array {
  gb2312 ??= repertoire('gb18030', [0xb0, 0xf7], [[0xa1, 0xfe]]);
  return gb2312;
}

/** The 13,000 Chinese characters of Big5: what traditional text is written with. */
function traditionalCharacters(): Uint8Array {
  const trails: [number, number][] = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ];
  big5 ??= repertoire('big5', [0xa4, 0xf9], trails);
  return big5;
}

/** Whether a UTF-16 unit is a Chinese character outside of a repertoire. */
function isForeign(unit: number, known: Uint8Array): boolean {
  return ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) && known[unit] === 0;
}

function hasForeign(text: string, known: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (isForeign(text.charCodeAt(i), known)) return true;
  return false;
}

/** Whether a text carries characters that simplified writing does not use: only then is a converter worth loading. */
export function mayBeTraditional(text: string): boolean {
  return hasForeign(text, simplifiedCharacters());
}

/** Traditional to simplified, character for character: opencc `tw`→`cn`, which also knows 著力. */
export async function loadConverter(): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'tw', to: 'cn' });
}

/**
 * Convert the lines that are traditional and leave the others alone: on simplified text the converter would damage
 * names (乾县) and words (显著). In a document of them, 於 and 著 are traditional in every line.
 */
export function simplify(convert: (text: string) => string): Stage {
  return defineStage({
    id: 'simplify',
    edits: ({ text }) => {
      const known = simplifiedCharacters();
      const lines = linesOf(text);
      const changed = lines.map((line) => {
        if (!mayBeTraditional(line.text)) return undefined;
        const converted = protect(line.text, convert(line.text));
        return changesTraditional(line.text, converted, known) ? converted : undefined;
      });
      const traditional = changed.filter((converted) => converted !== undefined).length;
      const simplified =
        traditional === 0 ? 0 : lines.filter((line) => hasForeign(line.text, traditionalCharacters())).length;
      const throughout = traditional > simplified * 2;
      return lines.flatMap((line, i): Edit[] => {
        const converted = changed[i] ?? (throughout ? protect(line.text, convert(line.text)) : line.text);
        if (converted === line.text) return [];
        const aligned = converted.length === line.text.length;
        return [{ start: line.start, end: line.end, text: converted, cause: { kind: 'script' }, aligned }];
      });
    },
  });
}

/** A rare character of a name alone does not make a line traditional: some character outside GB 2312 must change. */
function changesTraditional(before: string, after: string, known: Uint8Array): boolean {
  const a = [...before];
  const b = [...after];
  return a.length !== b.length || a.some((c, i) => c !== b[i] && isForeign(c.charCodeAt(0), known));
}

/** Put 著 and 乾 back where the simplified writing has them too. */
function protect(before: string, after: string): string {
  if (before.length !== after.length || !/[著乾]/.test(before)) return after;
  const restored = [...after];
  const source = [...before];
  source.forEach((character, i) => {
    const around = restored.slice(Math.max(0, i - 1), i + 2).join('');
    if (character === '著' && restored[i] === '着' && KEEP_ZHU.test(around)) restored[i] = '著';
    if (character === '乾' && restored[i] === '干' && KEEP_QIAN.test(source.slice(i, i + 2).join('')))
      restored[i] = '乾';
  });
  return restored.join('');
}
