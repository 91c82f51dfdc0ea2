import type { Line } from '../../core/lines.js';
import type { PlanContext } from '../context.js';

/** Characters; a longer line heads no group. */
const LONGEST_TITLE = 24;
/** Lines; a group is no longer. */
const REACH = 60;

/**
 * Whether a line heads a group without a number (抢险救援组): a few words without marks or figures, with a text or labels below.
 * One of several such lines that follow each other is an item of a plain list.
 */
export function isGroupTitle({ structure }: PlanContext, line: Line): boolean {
  const above = structure.lines[line.number - 2];
  const below = structure.lines[line.number];
  const heads = structure.sectionAt(line.number)?.lines[0] === line.number;
  if (heads || !isShort(line) || !below || isShort(below)) return false;
  return !above || !isShort(above) || structure.sectionAt(above.number)?.lines[0] === above.number;
}

function isShort({ text }: Line): boolean {
  return text.length <= LONGEST_TITLE && /^[^\s\d。；;，,：:！!?？—-][^\d。；;，,：:！!?？]+$/.test(text);
}

/** The nearest line above another that heads a group; none that begins before a place. */
export function groupTitleAbove(plan: PlanContext, from: number, line: number): Line | undefined {
  for (let number = line - 1; number > Math.max(0, line - REACH); number--) {
    const one = plan.structure.lines[number - 1];
    if (!one || one.start < from) return undefined;
    if (isGroupTitle(plan, one)) return one;
  }
  return undefined;
}

/** The lines that begin behind one place and before another, in order; as many as a group may have. */
export function linesBetween({ structure }: PlanContext, from: number, to: number): Line[] {
  const found: Line[] = [];
  let low = 0;
  let high = structure.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((structure.lines[middle]?.start ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < structure.lines.length && found.length < REACH; i++) {
    const line = structure.lines[i];
    if (!line || line.start >= to) break;
    found.push(line);
  }
  return found;
}
