import type { Cleaning, DiagnosticRecord } from '../schema/model.js';
import { counted, oneLine } from './text.js';

/** How much was removed and repaired, in all and by reason and kind. */
export interface CleaningCounts {
  /** Lines of text, not of the file: a page may have a hundred of them in one line of its source. */
  readonly removed: ReadonlyMap<string, number>;
  readonly repaired: ReadonlyMap<string, number>;
  readonly guessed: number;
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

export const noCleaning: CleaningCounts = { removed: new Map(), repaired: new Map(), guessed: 0 };

/** How much was removed and repaired in one plan. */
export function cleaningCounts({ removed, repaired }: Cleaning): CleaningCounts {
  const lines = new Map<string, number>();
  for (const { reason, text } of removed) lines.set(reason, (lines.get(reason) ?? 0) + text.split('\n').length);
  const places = new Map<string, number>();
  for (const { kind } of repaired) places.set(kind, (places.get(kind) ?? 0) + 1);
  return { removed: lines, repaired: places, guessed: repaired.filter((repair) => repair.guessed).length };
}

const added = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...a.keys(), ...b.keys()].map((name) => [name, (a.get(name) ?? 0) + (b.get(name) ?? 0)]));

/** The counts with those of one more plan. */
export function addCleaning(counts: CleaningCounts, more: CleaningCounts): CleaningCounts {
  return {
    removed: added(counts.removed, more.removed),
    repaired: added(counts.repaired, more.repaired),
    guessed: counts.guessed + more.guessed,
  };
}

const parts = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);

/** `removed 3 lines (footer 1, spam 2), repaired 4 places (byte-shift 4; 1 guessed)`. */
export function cleaningText(counts: CleaningCounts): string {
  const [lines, places] = [sum(counts.removed), sum(counts.repaired)];
  const removed =
    lines === 0 ? [] : [`removed ${counted(lines, 'lines', 'line')} (${parts(counts.removed).join(', ')})`];
  const guessed = counts.guessed > 0 ? `; ${counts.guessed} guessed` : '';
  const repaired =
    places === 0
      ? []
      : [`repaired ${counted(places, 'places', 'place')} (${parts(counts.repaired).join(', ')}${guessed})`];
  return [...removed, ...repaired].join(', ') || 'nothing removed or repaired';
}

/** One line that says what the cleaning of a plan did. */
export function cleanedLine(path: string, counts: CleaningCounts): string {
  return oneLine(`${path}: ${cleaningText(counts)}`);
}

/** Findings about the text itself, as opposed to what it says. */
export function ofText({ code }: DiagnosticRecord): boolean {
  return code.startsWith('encoding/') || code.startsWith('clean/');
}
