import type { Target } from '../schema/model.js';
import type { Frame } from './frames.js';

/** What a rule reads out of a frame. */
export interface Reading {
  readonly class: Target['class'];
  /** One name for all values of the group, or one for each. */
  readonly indicators: readonly string[];
  readonly change?: Target['change'];
  /** The verb that the output hangs on, for the members of a list that share it. */
  readonly verb?: string;
  /** The thing counted or measured, for what follows without a subject of its own. */
  readonly topic?: string;
  /** There is a name for each of those that share the value. */
  readonly each?: boolean;
  /** What a list of sizes measures (建设规模), for the values behind it that name nothing. */
  readonly label?: string;
  /** The name lacks its subject and takes it from what stands before. */
  readonly elliptic?: boolean;
}

/** What stood before in the same part of the sentence, for ellipsis and lists. */
export interface Surroundings {
  /** The reading of the group before in the same clause or the one before it. */
  readonly last: Reading | undefined;
  /** The unit of its last value; empty where there is none. */
  readonly lastUnit: string;
  /** All readings of the sentence so far. */
  readonly earlier: readonly Reading[];
  /** All readings of the line so far. */
  readonly line: readonly Reading[];
  /** The subject of the sentence so far: the project, or what the reading before counted. */
  readonly topic: string;
  /** The project or trade that a clause before names; empty where none does. */
  readonly project: string;
}

export interface RuleExample {
  readonly text: string;
  /** `indicator comparator value[~max]unit` of every target that the line gives, in order; empty for a trap. */
  readonly gives: readonly string[];
}

/**
 * One way of stating a target. Rules are tried in the order of their list; the first that reads a frame wins.
 * The examples are its tests and its documentation.
 */
export interface TargetRule {
  readonly id: string;
  readonly finds: string;
  /** Words of which one must be in the clause before anything else is looked at. */
  readonly anchors?: RegExp;
  readonly read: (frame: Frame, around: Surroundings) => Reading | undefined;
  readonly examples: readonly RuleExample[];
}

export function defineRule(rule: TargetRule): TargetRule {
  return rule;
}
