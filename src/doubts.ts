import { lossesIn } from './clean/losses.js';
import { type AnyDiagnostic, diagnostic } from './core/diagnostic.js';
import type { Draft } from './core/draft.js';
import { lineIndex } from './core/lines.js';
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
  return [...lossesIn(text, dashes), ...guessesIn(draft)].sort((a, b) => a.start - b.start || a.end - b.end);
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
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map.startOf(middle) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Why a stretch of the cleaned text is not to be trusted, where there is a reason. */
export function suspicionIn(doubts: readonly Doubt[], text: string): (start: number, end: number) => Suspicion | null {
  // A lone bracket makes only the number suspect that it touches.
  const serious = doubts.filter(
    ({ kind, start, end }) => kind !== 'unbalanced' || /\d/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`),
  );
  return (start, end) => serious.find((doubt) => doubt.start < end && doubt.end > start)?.kind ?? null;
}

/** What the doubts are told as. */
export function tellDoubts(doubts: readonly Doubt[], text: string): AnyDiagnostic[] {
  const place = lineIndex(text);
  return doubts.map(({ kind, start, end }) => {
    const found = text.slice(start, end);
    const around =
      text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 8), end + 8).split('\n', 1)[0] ?? '';
    const { line } = place(start);
    if (kind === 'unbalanced') return diagnostic('clean/unbalanced', 'info', { mark: found, around }, line);
    return diagnostic(`clean/${kind}`, 'warning', { text: found, around }, line);
  });
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
  const contradictions = conflicts.map(({ indicator, year, targets: ids }) => {
    const group = targets.filter((target) => ids.includes(target.id));
    const values = group.map((target) => target.value);
    return diagnostic('target/conflict', 'warning', { indicator, year: year ?? 0, values }, group[0]?.evidence.line);
  });
  return [...unpaired, ...contradictions];
}

/** The same indicator and year with different values. */
export function conflictsIn(targets: readonly Target[]): Conflict[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.class !== 'outcome' || target.year === null || target.change !== null) continue;
    const key = `${target.indicator}|${target.year}|${target.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map((t) => t.value)).size > 1)
    .map((group) => ({
      indicator: group[0]?.indicator ?? '',
      year: group[0]?.year ?? null,
      targets: group.map((t) => t.id),
    }));
}
