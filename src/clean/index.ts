import { applyStage, type Draft, type Stage } from '../core/draft.js';
import { sortEdits } from '../core/edits.js';
import { blankRuns } from './blank-runs.js';
import { blankLines, blanks } from './blanks.js';
import { byteShift } from './byte-shift.js';
import { duplicates } from './duplicates.js';
import { entities, loadEntities, mayHoldEntities } from './entities.js';
import { escapes } from './escapes.js';
import { pageFurniture, spam } from './furniture.js';
import { firstLineEnds, lineEnds } from './line-ends.js';
import { accents, bullets, radicals } from './look-alikes.js';
import { markup } from './markup.js';
import { mojibake } from './mojibake.js';
import { pinyinResidue } from './pinyin.js';
import { loadConverter, mayBeTraditional, simplify } from './simplify.js';
import { unwrap } from './unwrap.js';
import { widths } from './widths.js';

/**
 * The order of the cleaning. What stands for characters is made characters before anything looks at them. Misread bytes
 * include the controls of Latin-1, so those go after that repair. Damage is undone on the characters that it was done to, so
 * before widths and look-alikes and before conversion; the words of page furniture are looked for after it; lines are joined
 * when only the document's own are left.
 */
const BEFORE_CONVERSION: readonly Stage[] = [
  markup,
  firstLineEnds,
  mojibake,
  lineEnds,
  blankRuns,
  accents,
  bullets,
  blankLines,
  spam,
  duplicates,
  byteShift,
  pinyinResidue,
  radicals,
  widths,
];
const AFTER_CONVERSION: readonly Stage[] = [spam, pageFurniture, blanks, unwrap];

/** These read question marks and U+FFFD as damage of another kind. */
const READ_MARKS: ReadonlySet<Stage> = new Set([blankRuns, byteShift]);

export interface Cleaned {
  readonly draft: Draft;
  readonly script: 'simplified' | 'traditional' | 'mixed';
}

/** Run all stages over a text as it was read. */
export async function clean(draft: Draft): Promise<Cleaned> {
  const plain = applyStage(draft, escapes);
  const decoded = mayHoldEntities(plain.text) ? applyStage(plain, entities(await loadEntities())) : plain;
  const repaired = BEFORE_CONVERSION.reduce(
    (before, stage) => applyStage(before, READ_MARKS.has(stage) ? sparingLosses(stage, before) : stage),
    decoded,
  );
  const converted = mayBeTraditional(repaired.text) ? applyStage(repaired, simplify(await loadConverter())) : repaired;
  const finished = AFTER_CONVERSION.reduce(applyStage, converted);
  return { draft: finished, script: scriptOf(repaired, converted) };
}

/** A stage without its edits in misread stretches that lost characters: marked they stay, and nobody guesses at them. */
function sparingLosses(stage: Stage, { changes, map }: Draft): Stage {
  const marked = changes.filter(
    ({ edit }) => edit.cause.kind === 'repaired' && edit.cause.repair === 'mojibake' && edit.text.includes('\ufffd'),
  );
  if (marked.length === 0) return stage;
  const edits: Stage['edits'] = (input) => {
    let next = 0;
    return sortEdits(stage.edits(input)).filter((edit) => {
      const { start, end } = map.range(edit.start, edit.end);
      // Both rise: a stretch that ends before this edit is passed once.
      while ((marked[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      return (marked[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
    });
  };
  return { ...stage, edits };
}

function scriptOf(before: Draft, after: Draft): Cleaned['script'] {
  const lines = after.changes.length - before.changes.length;
  if (lines === 0) return 'simplified';
  const converted = after.changes.slice(before.changes.length).reduce((sum, c) => sum + c.before.length, 0);
  return converted * 2 >= before.text.length ? 'traditional' : 'mixed';
}
