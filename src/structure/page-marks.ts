import type { Line } from '../core/lines.js';

/** The mark of a page, as sites that share documents print it: 2、 in the middle of a sentence. */
const MARK = /^(\d{1,3})\s?、/;
/** What no text begins with; nor does it close a bracket or a quotation that it has not opened. */
const CLOSING = /^\d{1,3}\s?、\s?(?:[，。；;]|[^“‘《〈（(【〔[，。；;]{0,20}[)）”’】》〕])/;
const SENTENCE_END = /[。；;：:！!？?”’）)】》]$/;

/**
 * The lines (1-based) that open with the mark of a page, not with the number of a point: what follows closes a bracket or a
 * quotation. Where one is found, a mark is also what stands behind a line without an end, and the page right above it.
 */
export function pageMarks(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (!lines.some(({ text }) => CLOSING.test(text))) return found;
  for (let i = lines.length - 1; i >= 0; i--) {
    const text = lines[i]?.text ?? '';
    const number = Number(MARK.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    const above = lines[i - 1]?.text;
    const inSentence = above !== undefined && above.length > 20 && !SENTENCE_END.test(above);
    const below = lines[i + 1];
    const next = below && found.has(below.number) ? Number(MARK.exec(below.text)?.[1]) : 0;
    if (CLOSING.test(text) || inSentence || (next === number + 1 && !SENTENCE_END.test(text))) found.add(i + 1);
  }
  return found;
}
