import type { Target } from '../schema/model.js';

export type Comparator = Target['comparator'];

/** Words that stand right before a number. Longest first where one opens another. */
export const BEFORE: readonly (readonly [string, Comparator])[] = [
  ['不得低于', 'ge'],
  ['不得少于', 'ge'],
  ['不得高于', 'le'],
  ['不得超过', 'le'],
  ['不低于', 'ge'],
  ['不少于', 'ge'],
  ['不小于', 'ge'],
  ['至少', 'ge'],
  ['最少', 'ge'],
  ['不高于', 'le'],
  ['不超过', 'le'],
  ['不多于', 'le'],
  ['不大于', 'le'],
  ['最多', 'le'],
  ['至多', 'le'],
  ['超过', 'gt'],
  ['突破', 'gt'],
  ['高于', 'gt'],
  ['大于', 'gt'],
  ['超', 'gt'],
  ['>=', 'ge'],
  ['≥', 'ge'],
  ['≧', 'ge'],
  ['>', 'gt'],
  ['低于', 'lt'],
  ['小于', 'lt'],
  ['少于', 'lt'],
  ['<=', 'le'],
  ['≤', 'le'],
  ['≦', 'le'],
  ['<', 'lt'],
  ['大约', 'approx'],
  ['约为', 'approx'],
  ['约', 'approx'],
  ['近', 'approx'],
];

/** Words that stand right behind a number and its unit. */
export const BEHIND: readonly (readonly [string, Comparator])[] = [
  ['及以上', 'ge'],
  ['或以上', 'ge'],
  ['以上', 'ge'],
  ['及以下', 'le'],
  ['或以下', 'le'],
  ['以下', 'le'],
  ['以内', 'le'],
  ['之内', 'le'],
  ['左右', 'approx'],
  ['上下', 'approx'],
];
