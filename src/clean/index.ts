import type { Change, Draft, Stage } from '../core/draft.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { blankRuns } from './blank-runs.js';
import { blankLines, blanks } from './blanks.js';
import { byteShift } from './byte-shift.js';
import { loadConverter } from './converter.js';
import { duplicates } from './duplicates.js';
import { pageFurniture, spam } from './furniture.js';
import { hardWraps, pageNumbers } from './hard-wraps.js';
import { keeping } from './keep.js';
import { lineEnds } from './line-ends.js';
import { pinyinResidue } from './pinyin.js';
import { restore } from './restore.js';
import { mayBeTraditional } from './script-judge.js';
import { type Script, scriptOf } from './script-of.js';
import { simplify } from './simplify.js';
import { splitLines } from './split-lines.js';
import { unwrap } from './unwrap.js';

/**
 * The order of the cleaning. Damage is undone on the characters that it was done to, so before conversion; the words of
 * page furniture are looked for after it; lines are joined when only the document's own are left.
 */
const BEFORE_CONVERSION: readonly Stage[] = [
  lineEnds,
  blankRuns,
  splitLines,
  pageNumbers,
  hardWraps,
  blankLines,
  spam,
  duplicates,
  byteShift,
  pinyinResidue,
];
const AFTER_CONVERSION: readonly Stage[] = [spam, restore, pageFurniture, blanks, unwrap];

export interface Cleaned {
  readonly draft: Draft;
  readonly script: Script;
  /** Removals that were asked for and not done, because their reason is to be kept. */
  readonly held: readonly Change[];
  /** The text without the lines that were kept. */
  readonly own: string;
}

/** Run all stages over a text as it was read; what would be removed for a reason in `keep` stays. */
export async function clean(draft: Draft, keep: readonly RemovalReason[] = []): Promise<Cleaned> {
  const { apply, held, own } = keeping(keep);
  const repaired = BEFORE_CONVERSION.reduce(apply, draft);
  const converted = mayBeTraditional(repaired.text) ? apply(repaired, simplify(await loadConverter())) : repaired;
  const finished = AFTER_CONVERSION.reduce(apply, converted);
  return { draft: finished, script: scriptOf(finished), held, own: own(finished) };
}
