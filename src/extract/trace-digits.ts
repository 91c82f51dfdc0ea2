import type { NO_QUANTITY } from '../lexicon/reasons.js';

type NoQuantity = keyof typeof NO_QUANTITY;

/** Digits, or a spelled number, that no reader took for a quantity. Offsets count in the line. */
export interface LooseNumber {
  readonly start: number;
  readonly end: number;
  readonly reason: NoQuantity;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** 〔2022〕6号; digits with the letters and signs that touch them; a spelled number with its measure word. */
const LOOSE =
  /[〔[(]\d{4}[〕\])]第?\d{1,6}号|第?[A-Za-z+#]{0,8}\d{1,15}(?:[.:,/-]\d{1,15}){0,6}[A-Za-z+#]{0,8}号?|第?[一二两三四五六七八九十百千几数]{1,8}[余多]?(?:所|名|项|个|次|家|条|座|处|场|门|节|人|倍|成|台|套|户|位|轮|期|部|辆|届)/g;

/**
 * All numbers of a folded line that stand outside of the given stretches (in order), with why they count nothing. Every
 * digit of the line is in one of them or in one of the stretches.
 */
export function looseNumbers(line: string, taken: readonly Stretch[], bodyStart: number): LooseNumber[] {
  const found: LooseNumber[] = [];
  let from = 0;
  for (const { start, end } of [...taken, { start: line.length, end: line.length }]) {
    for (const match of line.slice(from, Math.max(from, start)).matchAll(LOOSE)) {
      const at = from + match.index;
      found.push({ start: at, end: at + match[0].length, reason: reasonOf(line, at, match[0], bodyStart) });
    }
    from = Math.max(from, end);
  }
  return found;
}

/** Why a number without a unit is the number of something else. */
export function bareReason(line: string, { start, end }: Stretch): 'marker' | 'numbered' | undefined {
  if (start <= 2 && /^[(\s]*$/.test(line.slice(0, start)) && /[.、)\s]/.test(line[end] ?? '')) return 'marker';
  return NUMBERED.test(line.slice(Math.max(0, start - 3), start)) ? 'numbered' : undefined;
}

const NUMBERED = /(?:附件|附表|专栏|表|图|附录)\s?$/;

function reasonOf(line: string, at: number, text: string, bodyStart: number): NoQuantity {
  const behind = line.slice(at + text.length, at + text.length + 4);
  const before = line.slice(Math.max(0, at - 3), at);
  if (/^第/.test(text) || /第$/.test(before)) return 'ordinal';
  if (/号$/.test(text) || /^[〕\])]?\d*号/.test(behind) || /〔$/.test(before)) return 'document-number';
  if (NUMBERED.test(before)) return 'numbered';
  if (at < bodyStart && (at <= 2 || /[(]$/.test(before))) return 'marker';
  if (at <= 1 && /^[.、)]/.test(behind)) return 'marker';
  if (!/\d/.test(text)) return 'idiom';
  if (/[A-Za-z+#]/.test(text) || /^[“"]/.test(behind)) return 'letters';
  if (/^[年月日]/.test(behind) || /[年月]$/.test(before) || /^(?:19|20)\d{2}(?:[./-]\d{1,2}){1,2}$/.test(text))
    return 'date';
  if (/^\d+\.0$/.test(text)) return 'version';
  if (text.replace(/\D/g, '').length > 6) return 'code';
  if (/[\d%]$/.test(before) || /^\d/.test(behind)) return 'adjoining';
  return 'other';
}
