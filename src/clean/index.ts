import { applyStage, type Draft, type Stage } from '../core/draft.js';
import { blankRuns } from './blank-runs.js';
import { blankLines, blanks } from './blanks.js';
import { byteShift } from './byte-shift.js';
import { duplicates } from './duplicates.js';
import { pageFurniture } from './furniture.js';
import { hidden } from './hidden.js';
import { lineEnds } from './line-ends.js';
import { pinyinResidue } from './pinyin.js';
import { loadConverter, mayBeTraditional, simplify } from './simplify.js';
import { spam } from './spam.js';
import { unwrap } from './unwrap.js';

/**
 * The order of the cleaning. Damage is undone on the characters that it was done to, so before conversion; the words of
 * page furniture are looked for after it; lines are joined when only the document's own are left.
 */
const BEFORE_CONVERSION: readonly Stage[] = [
  lineEnds,
  hidden,
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
  readonly script: 'simplified' | 'traditional' | 'mixed';
}

/** Run all stages over a text as it was read. */
export async function clean(draft: Draft): Promise<Cleaned> {
  const repaired = BEFORE_CONVERSION.reduce(applyStage, draft);
  const converted = mayBeTraditional(repaired.text) ? applyStage(repaired, simplify(await loadConverter())) : repaired;
  const finished = AFTER_CONVERSION.reduce(applyStage, converted);
  return { draft: finished, script: scriptOf(repaired, converted) };
}

function scriptOf(before: Draft, after: Draft): Cleaned['script'] {
  const lines = after.changes.length - before.changes.length;
  if (lines === 0) return 'simplified';
  const converted = after.changes.slice(before.changes.length).reduce((sum, c) => sum + c.before.length, 0);
  return converted * 2 >= before.text.length ? 'traditional' : 'mixed';
}
