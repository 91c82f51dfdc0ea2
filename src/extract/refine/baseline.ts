import { DECREASE, INCREASE, MOVES_TO } from '../../lexicon/verbs.js';
import type { Clause } from '../clauses.js';
import type { Frame } from '../frames.js';
import type { Quantity } from '../tokens/quantities.js';
import type { TimeToken } from '../tokens/times.js';

const FROM = /(?:从|由)(?:目前|现在|现状|当前|原来|原有|现有|原|上年|去年|年|底|末)*的?$/;
const REACHES = new RegExp(`^[^,。;]{0,16}?(?:${MOVES_TO}|(?:${INCREASE}|${DECREASE}|调整)为)`);
/** Whether a frame states where things stand: 由(6个班)提升至24个班, 从目前的(93.2%)提高到95%. */
export function isBaseline(frame: Frame, previousIsBaseline: boolean): boolean {
  const { view, clause, group } = frame;
  const behind = view.text.slice(group.at(-1)?.end ?? group[0].end, clause.end);
  if (!REACHES.test(behind)) return false;
  return FROM.test(frame.before) || (previousIsBaseline && /^[^,从由]{0,6}$/.test(frame.before));
}

/** The words that say from where: back to 从 or 由, up to the end of the value. */
export function fromPart(frame: Frame): { start: number; end: number } {
  const { view, clause, group } = frame;
  const words = view.text.slice(clause.start, group[0].start);
  const at = Math.max(words.lastIndexOf('由'), words.lastIndexOf('从'));
  const start = at < 0 ? group[0].start : clause.start + at;
  return { start, end: group.at(-1)?.end ?? group[0].end };
}

/** The stated value that a target starts from: one with the same unit, before it in its clause. */
export function baselineFor(
  quantity: Quantity,
  clause: Clause,
  stated: readonly Quantity[],
  times: readonly TimeToken[],
): { value: number; year: number | null } | null {
  const found = stated.find((q) => q.end <= quantity.start && q.start >= clause.start && q.unit === quantity.unit);
  if (!found) return null;
  const year = times.find((t) => t.end <= found.start && found.start - t.end <= 2 && t.start >= clause.start)?.year;
  return { value: found.value, year: year ?? null };
}
