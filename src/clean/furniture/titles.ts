import { TITLE_END } from '../../lexicon/titles.js';
import type { Judged } from './judged.js';

function bareOf(line: Judged | undefined): string {
  if (!line) return '';
  line.bare ??= line.plain.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return line.bare;
}

/** Whether a line stands again a little further down, as a line of its own or broken over two or three. */
export function repeatedBelow(lines: readonly Judged[], index: number, limit: number): boolean {
  const wanted = bareOf(lines[index]);
  if (wanted.length < 8) return false;
  const end = Math.min(limit, lines.length, index + 120);
  for (let j = index + 1; j < end; j++) {
    if (lines[j]?.reason) continue;
    let joined = '';
    for (let k = j; k < Math.min(j + 3, end) && joined.length < wanted.length; k++) joined += bareOf(lines[k]);
    if (joined === wanted) return true;
  }
  return false;
}

/** Whether two lines are one title that its page set in two, and neither is one alone. */
export function isSplitTitle(upper: Judged | undefined, lower: Judged | undefined): boolean {
  if (!upper || !lower || upper.reason || lower.reason || upper.plain.length > 40 || lower.plain.length > 60)
    return false;
  if (/^(?:关于|印发|转发)/.test(lower.plain)) return /[\u4e00-\u9fff]$/.test(upper.plain);
  return !looksLikeTitle(upper.plain) && !looksLikeTitle(lower.plain) && looksLikeTitle(upper.plain + lower.plain);
}

export function looksLikeTitle(plain: string): boolean {
  const ends = TITLE_END.test(plain.replace(/》$/, ''));
  if (plain.length >= 10) return ends || /关于.+/.test(plain);
  // A short one is told from the name of a column by a place or a year.
  return plain.length >= 6 && ends && /[省市县区州旗乡镇]|20\d\d/.test(plain);
}
