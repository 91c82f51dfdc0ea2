import { defineStage, type Stage } from '../core/draft.js';
import type { Edit } from '../core/edits.js';
import { linesOf } from '../core/lines.js';
import { KEEP_QIAN, KEEP_ZHU } from '../lexicon/script.js';

let gb2312: Uint8Array | undefined;

/**
 * Which UTF-16 units are among the 6,763 Chinese characters of GB 2312: what simplified text is written with, but for
 * rare names.
 */
function simplifiedCharacters(): Uint8Array {
  if (gb2312) return gb2312;
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  const known = new Uint8Array(0x10000);
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(bytes))) known[character.charCodeAt(0)] = 1;
  gb2312 = known;
  return known;
}

/** Whether a UTF-16 unit is a Chinese character that simplified writing does not use. */
function isForeign(unit: number, known: Uint8Array): boolean {
  return ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) && known[unit] === 0;
}

/** Whether a text carries characters that simplified writing does not use: only then is a converter worth loading. */
export function mayBeTraditional(text: string): boolean {
  const known = simplifiedCharacters();
  for (let i = 0; i < text.length; i++) if (isForeign(text.charCodeAt(i), known)) return true;
  return false;
}

/** Traditional to simplified, character for character: opencc `tw`→`cn`, which also knows 著力. */
export async function loadConverter(): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'tw', to: 'cn' });
}

/**
 * Convert the lines that are traditional and leave the others alone: on simplified text the converter would damage
 * names (乾县) and words (显著).
 */
export function simplify(convert: (text: string) => string): Stage {
  return defineStage({
    id: 'simplify',
    edits: ({ text }) => {
      const known = simplifiedCharacters();
      const edits: Edit[] = [];
      for (const line of linesOf(text)) {
        if (!mayBeTraditional(line.text)) continue;
        const converted = protect(line.text, convert(line.text));
        if (!changesTraditional(line.text, converted, known)) continue;
        const aligned = converted.length === line.text.length;
        edits.push({ start: line.start, end: line.end, text: converted, cause: { kind: 'script' }, aligned });
      }
      return edits;
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
