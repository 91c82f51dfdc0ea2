/** A label with what stands behind it in its line; offsets in the line. */
export interface Labelled {
  readonly label: string;
  readonly start: number;
  /** Without blanks and bars at its ends; empty where the value stands elsewhere. */
  readonly value: string;
}

/** A line taken apart: what stands before its first label, and its labels. */
export interface LabelledLine {
  readonly before: string;
  readonly labels: readonly Labelled[];
}

const LONGEST_LABEL = 12;
const BULLETS = /^[\s•·●▪◆■*＊\-—>|｜(（【[]+/;

/**
 * Take a line like `索引号：… 发布机构：…`, `[ 发布机构 ] …`, `来源 | …` apart. A label ends at a colon, a bar or the
 * bracket that it stands in; blanks inside of it do not count. Undefined where no known label stands in the line.
 */
export function labelledLine(line: string, known: (label: string) => boolean): LabelledLine | undefined {
  if (!/[:：|｜\]】]/.test(line)) return undefined;
  const ends: { label: string; start: number; end: number }[] = [];
  for (const match of line.matchAll(/[:：|｜\]】]/g)) {
    const from = ends.at(-1)?.end ?? 0;
    const found = labelBefore(line, match.index, from, known);
    if (!found) continue;
    const colon = /^[\]】\s]*[:：]?/.exec(line.slice(match.index))?.[0].length ?? 0;
    ends.push({ ...found, end: match.index + Math.max(1, colon) });
  }
  const first = ends[0];
  if (!first) return undefined;
  const labels = ends.map(({ label, start, end }, i) => ({
    label,
    start,
    value: trimmed(line.slice(end, ends[i + 1]?.start ?? line.length)),
  }));
  return { before: trimmed(line.slice(0, first.start).replace(BULLETS, '')), labels };
}

/** The longest known label that ends at `end`, with its opening bracket where it has one. */
function labelBefore(
  line: string,
  end: number,
  from: number,
  known: (label: string) => boolean,
): { label: string; start: number } | undefined {
  const bracketed = line[end] === ']' || line[end] === '】';
  let label = '';
  let found: { label: string; start: number } | undefined;
  for (let i = end - 1; i >= from && label.length < LONGEST_LABEL; i--) {
    const character = line[i] ?? '';
    if (/\s/.test(character)) continue;
    if (!/[\u4e00-\u9fff]/.test(character)) break;
    label = character + label;
    if (known(label) && (bracketed ? opens(line, i, from) : begins(line, i, from, label))) found = { label, start: i };
  }
  if (!found || !bracketed) return found;
  return { ...found, start: line.slice(from, found.start).search(/[[【]\s*$/) + from };
}

function opens(line: string, at: number, from: number): boolean {
  return /[[【]\s*$/.test(line.slice(Math.max(from, at - 4), at));
}

/** Whether a label may begin here: not inside a longer word, which a short label cannot tell (更新时间 is no 时间). */
function begins(line: string, at: number, from: number, label: string): boolean {
  const before = line[at - 1];
  if (at <= from || before === undefined || !/[\u4e00-\u9fff]/.test(before)) return true;
  return from > 0 && label.length >= 4;
}

/** A label alone in its line, with or without a colon, brackets or a bullet; `marked` where one of those shows it as one. */
export function bareLabel(
  line: string,
  known: (label: string) => boolean,
): { label: string; marked: boolean } | undefined {
  // Labels are set apart with blanks, but not with many.
  if (line.length > 4 * LONGEST_LABEL) return undefined;
  const plain = line.replace(/\s/g, '');
  if (plain.length > LONGEST_LABEL + 4) return undefined;
  const label = plain.replace(/^[•·●▪*>|｜]*[[【(（]?/, '').replace(/[\]】)）]?[:：]?$/, '');
  if (known(plain)) return { label: plain, marked: false };
  return known(label) ? { label, marked: true } : undefined;
}

function trimmed(text: string): string {
  return text.replace(/^[\s|｜•·]+/, '').replace(/[\s|｜[【•(（]+$/, '');
}
