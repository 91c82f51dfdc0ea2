import type { PlanContext } from '../context.js';
import type { Frame } from '../frames.js';
import { isCapOfSupport, isCondition, isPermitted, isThreshold } from './conditions.js';
import { isAside, isInsideName, isKindOfThings, isPartOfWord, isScore } from './names.js';
import { isPast } from './past.js';
import { isState } from './state.js';

/** Why a quantity that looks like a target is none. */
export type Rejection = 'role' | 'past' | 'state' | 'name' | 'threshold' | 'condition' | 'aside' | 'measure';

/** In the order in which they are tried; the first that holds is told. */
const REASONS: readonly (readonly [Rejection, (frame: Frame, plan: PlanContext) => boolean])[] = [
  ['role', ({ view }) => view.role === 'review' || view.role === 'stance'],
  ['name', isInsideName],
  ['name', isPartOfWord],
  ['threshold', isThreshold],
  ['measure', isScore],
  ['measure', isKindOfThings],
  ['condition', isCapOfSupport],
  ['condition', isPermitted],
  ['condition', isCondition],
  ['past', isPast],
  ['state', isState],
  ['aside', isAside],
];

/**
 * Numbers that commit to nothing: in chapters that look back, told as done or as how things are, inside names and slogans,
 * thresholds of who is meant, conditions, ages, and the same size said again in another unit.
 */
export function rejection(frame: Frame, plan: PlanContext): Rejection | undefined {
  return REASONS.find(([, holds]) => holds(frame, plan))?.[0];
}
