import { lossesIn } from './clean/losses.js';
import { type AnyDiagnostic, diagnostic } from './core/diagnostic.js';
import type { Draft } from './core/draft.js';
import { lineIndex } from './core/lines.js';
import { lastIndex } from './core/search.js';
import type { Extracted } from './extract/index.js';
import type { Conflict, Suspicion, Target } from './schema/model.js';

/** A stretch of the cleaned text that may not say what the issuer wrote. UTF-16 offsets. */
export interface Doubt {
  readonly kind: Suspicion;
  readonly start: number;
  readonly end: number;
}

/** Where a page lost characters that nothing restores, and where a repair had to guess. */
export function doubtsIn(draft: Draft): Doubt[] {
  const { text, changes } = draft;
  const dashes = changes.some(
    ({ edit, before }) =>
      edit.cause.kind === 'repaired' &&
      edit.cause.repair === 'from-page' &&
      /[—–-]/.test(edit.text) &&
      !/[—–-]/.test(before),
  );
  return [...lossesIn(text, dashes), ...guessesIn(draft), ...lostIn(text), ...leftIn(draft)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/**
 * What stands for lost characters: U+FFFD; 锟斤拷, which is two U+FFFD of UTF-8 read as GBK and what became of one Chinese
 * character; and 烫烫烫, 屯屯屯, 葺葺葺, memory that was never written, in GBK.
 */
const LEFT_BY_LOSS = /\ufffd+|(?:锟斤拷)+|烫{3,}|屯{3,}|葺{3,}/g;

function lostIn(text: string): Doubt[] {
  return [...text.matchAll(LEFT_BY_LOSS)].map((match) => ({
    kind: 'lost-characters' as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A question mark among Chinese in a line that was read one byte off: a character that nobody could tell. */
function leftIn(draft: Draft): Doubt[] {
  const { text, changes } = draft;
  const place = lineIndex(text);
  const lines = new Set<number>();
  const found: Doubt[] = [];
  for (const { edit, start } of changes) {
    if (edit.cause.kind !== 'repaired' || edit.cause.repair !== 'byte-shift') continue;
    const offset = placeOf(draft, start);
    const from = offset - place(offset).column + 1;
    if (lines.has(from)) continue;
    lines.add(from);
    const end = text.indexOf('\n', from);
    for (const match of text
      .slice(from, end < 0 ? text.length : end)
      .matchAll(/(?<=[\u4e00-\u9fff\d])\?(?=[\u4e00-\u9fff\d])/g))
      found.push({ kind: 'lost-characters', start: from + match.index, end: from + match.index + 1 });
  }
  return found;
}

/** The characters of the cleaned text that repairs guessed. */
function guessesIn(draft: Draft): Doubt[] {
  return draft.changes
    .filter(({ edit }) => edit.cause.kind === 'repaired' && edit.cause.guessed)
    .map(({ start, end }) => ({
      kind: 'guessed-character' as const,
      start: placeOf(draft, start),
      end: placeOf(draft, end),
    }))
    .filter(({ start, end }) => start < end);
}

/** The first place of the cleaned text that came from `offset` of the decoded original, or from behind it. */
function placeOf({ text, map }: Draft, offset: number): number {
  return lastIndex(text.length, (i) => map.startOf(i) < offset) + 1;
}

/** Why a stretch of the cleaned text is not to be trusted, where there is a reason. */
export function suspicionIn(doubts: readonly Doubt[], text: string): (start: number, end: number) => Suspicion | null {
  // A lone bracket makes only the number suspect that it touches.
  const serious = doubts.filter(
    ({ kind, start, end }) => kind !== 'unbalanced' || /\d/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`),
  );
  // They are in order of their beginnings: the first that ends behind a place is the first that reaches farther.
  let farthest = 0;
  const ends = serious.map((doubt) => {
    farthest = Math.max(farthest, doubt.end);
    return farthest;
  });
  return (start, end) => {
    const first = serious[lastIndex(ends.length, (i) => (ends[i] ?? 0) <= start) + 1];
    return first && first.start < end ? first.kind : null;
  };
}

/** A stretch of the cleaned text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A mark that ends a clause; a comma between digits may be a part of the number. */
const CLAUSE_END = /[，,；;。\n]/;

/** What stands farther away says nothing of a number. */
const LONGEST_CLAUSE = 400;

/**
 * The words of a quote that say its number or date: the clause (or cell) around it, and in a row its first cell and all
 * cells without digits. Other numbers of the quote may be damaged without any doubt about this one.
 * @param at where the number or date stands
 */
export function wordsAround(text: string, { start, end }: Stretch, at: number): Stretch[] {
  const ends = (i: number): boolean =>
    CLAUSE_END.test(text[i] ?? '') && !(/\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? ''));
  let from = Math.min(Math.max(at, start), end);
  let to = from;
  while (from > Math.max(start, at - LONGEST_CLAUSE) && !ends(from - 1)) from--;
  while (to < Math.min(end, at + LONGEST_CLAUSE) && !ends(to)) to++;
  const found = [{ start: from, end: to }];
  // Looked for in the quote alone: in a text of one long line the next end of a line is far.
  const quote = text.slice(start, end);
  let line = start;
  while (line < end) {
    const next = quote.indexOf('\n', line - start);
    const stop = next < 0 ? end : start + next;
    // A quote of one line is a sentence, not a row.
    if (stop === end && line === start) break;
    if (line === start || !/\d/.test(text.slice(line, stop))) found.push({ start: line, end: stop });
    line = stop + 1;
  }
  return found;
}

/** Marks without a partner that are told one by one; a line that has more is no sentence. */
const MOST_UNBALANCED = 20;

/** How many marks of every line (1-based) have no partner. */
function unbalancedByLine(doubts: readonly Doubt[], lineOf: (offset: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { kind, start } of doubts) {
    if (kind === 'unbalanced') counts.set(lineOf(start), (counts.get(lineOf(start)) ?? 0) + 1);
  }
  return counts;
}

/** What the doubts are told as: each at its line, lost characters once a line, and what a line has too many of as well. */
export function tellDoubts(doubts: readonly Doubt[], text: string): AnyDiagnostic[] {
  const place = lineIndex(text);
  const told: AnyDiagnostic[] = [];
  const lost = new Map<number, { count: number; around: string }>();
  const unbalanced = unbalancedByLine(doubts, (offset) => place(offset).line);
  for (const { kind, start, end } of doubts) {
    const found = text.slice(start, end);
    const { line, column } = place(start);
    const around = text.slice(start - Math.min(column - 1, 8), end + 8).split('\n', 1)[0] ?? '';
    if (kind === 'unbalanced') {
      const count = unbalanced.get(line) ?? 0;
      if (count === 0) continue;
      const many = count > MOST_UNBALANCED;
      // The first one speaks for all of them.
      if (many) unbalanced.delete(line);
      const args = { mark: found, around, ...(many ? { more: count - 1 } : {}) };
      told.push(diagnostic('clean/unbalanced', 'info', args, line));
    } else if (kind !== 'lost-characters')
      told.push(diagnostic(`clean/${kind}`, 'warning', { text: found, around }, line));
    else {
      const count = Math.ceil(found.length / (found[0] === '锟' ? 3 : 1));
      const first = lost.get(line);
      lost.set(line, { count: (first?.count ?? 0) + count, around: first?.around ?? around });
    }
  }
  return [...told, ...[...lost].map(([line, args]) => diagnostic('clean/lost-characters', 'warning', args, line))];
}

/** Readings that the text leaves open: lists that do not pair, values that contradict each other. */
export function tellReadings(
  extracted: Extracted,
  targets: readonly Target[],
  conflicts: readonly Conflict[],
): AnyDiagnostic[] {
  const unpaired = extracted.targets.flatMap((found, i) => {
    const target = targets[i];
    if (!found.unpaired || !target || extracted.targets[i - 1]?.start === found.start) return [];
    const { quote, line } = target.evidence;
    return [diagnostic('target/unpaired-list', 'warning', { quote, ...found.unpaired }, line)];
  });
  const byId = new Map(targets.map((target) => [target.id, target]));
  const contradictions = conflicts.map(({ indicator, year, targets: ids }) => {
    const group = ids.flatMap((id) => byId.get(id) ?? []);
    const said = new Map<string, number[]>();
    for (const target of group) {
      const value = printed(target);
      said.set(value, [...(said.get(value) ?? []), target.evidence.line]);
    }
    const values = [...said].map(([value, lines]) => ({ value, lines: [...new Set(lines)] }));
    return diagnostic('target/conflict', 'warning', { indicator, year, values }, group[0]?.evidence.line);
  });
  return [...unpaired, ...contradictions];
}

const SIGNS: { readonly [comparator in Target['comparator']]: string } = {
  ...{ eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '' },
};

function printed({ comparator, value, valueMax, unit }: Target): string {
  return `${SIGNS[comparator]}${value}${valueMax === null ? '' : `–${valueMax}`}${unit}`;
}
