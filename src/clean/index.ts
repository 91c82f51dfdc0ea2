import { applyStage, type Draft, type Stage } from '../core/draft.js';
import { blankRuns } from './blank-runs.js';
import { blankLines, blanks } from './blanks.js';
import { byteShift } from './byte-shift.js';
import { loadConverter } from './converter.js';
import { duplicates } from './duplicates.js';
import { pageFurniture, spam } from './furniture.js';
import { lineEnds } from './line-ends.js';
import { pinyinResidue } from './pinyin.js';
import { mayBeTraditional } from './script-judge.js';
import { type Script, scriptOf } from './script-of.js';
import { simplify } from './simplify.js';
import { unwrap } from './unwrap.js';

/**
 * The order of the cleaning. Damage is undone on the characters that it was done to, so before conversion; the words of
 * page furniture are looked for after it; lines are joined when only the document's own are left.
 */
const BEFORE_CONVERSION: readonly Stage[] = [
  lineEnds,
  blankRuns,
  blankLines,
  spam,
  duplicates,
  byteShift,
  pinyinResidue,
];
const AFTER_CONVERSION: readonly Stage[] = [spam, pageFurniture, blanks, unwrap];

export interface Cleaned {
  readonly draft: Draft;
  readonly script: Script;
}

/** Run all stages over a text as it was read. */
export async function clean(draft: Draft): Promise<Cleaned> {
  const repaired = BEFORE_CONVERSION.reduce(applyStage, draft);
  const converted = mayBeTraditional(repaired.text) ? applyStage(repaired, simplify(await loadConverter())) : repaired;
  const finished = AFTER_CONVERSION.reduce(applyStage, converted);
  return { draft: finished, script: scriptOf(finished) };
}
