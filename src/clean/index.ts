import type { Change, Draft, Stage } from '../core/draft.js';
import { sortEdits } from '../core/edits.js';
import type { RemovalReason } from '../lexicon/changes.js';
import { blankRuns } from './blank-runs.js';
import { blankLines, blanks } from './blanks.js';
import { byteShift, mayBeShifted } from './byte-shift.js';
import { loadConverter } from './converter.js';
import { duplicates } from './duplicates.js';
import { entities, loadEntities, mayHoldEntities } from './entities.js';
import { escapes } from './escapes.js';
import { pageFurniture } from './furniture.js';
import { hardWraps, pageNumbers } from './hard-wraps.js';
import { hidden } from './hidden.js';
import { keeping } from './keep.js';
import { firstLineEnds, lineEnds } from './line-ends.js';
import { accents, bullets, radicals } from './look-alikes.js';
import { markup } from './markup.js';
import { mojibake } from './mojibake.js';
import { pinyinResidue } from './pinyin.js';
import { printedLines, runningLines } from './printed-pages.js';
import { loadProse } from './prose-model.js';
import { restore } from './restore.js';
import { mayBeTraditional } from './script-judge.js';
import { type Script, scriptOf } from './script-of.js';
import { simplify } from './simplify.js';
import { spam } from './spam.js';
import { splitLines } from './split-lines.js';
import { unwrap } from './unwrap.js';
import { widths } from './widths.js';

/**
 * The order of the cleaning. The pages of a printed file become one text. What stands for characters is made characters before anything looks at them. Misread bytes
 * include the controls of Latin-1, so those go after that repair. Damage is undone on the characters that it was done to, so
 * before widths and look-alikes and before conversion; the words of page furniture are looked for after it; lines are joined
 * when only the document's own are left, except those of a text that was set to a width, whose indents tell paragraphs.
 */
const PAGES: readonly Stage[] = [runningLines, printedLines];
const CHARACTERS: readonly Stage[] = [markup, firstLineEnds, mojibake, lineEnds, hidden];
const LINES: readonly Stage[] = [accents, bullets, splitLines, pageNumbers, hardWraps, blankLines, duplicates];
const REMAINS: readonly Stage[] = [pinyinResidue, radicals, widths];
const AFTER_CONVERSION: readonly Stage[] = [spam, restore, pageFurniture, blanks, unwrap];

export interface Cleaned {
  readonly draft: Draft;
  readonly script: Script;
  /** Removals that were asked for and not done, because their reason is to be kept. */
  readonly held: readonly Change[];
  /** The text without the lines that were kept. */
  readonly own: string;
}

/**
 * Run all stages over a text as it was read; what would be removed for a reason in `keep` stays.
 * @param onPage false for a file that no page was around: the title and head of a table at its beginning look like a menu.
 */
export async function clean(draft: Draft, keep: readonly RemovalReason[] = [], onPage = true): Promise<Cleaned> {
  const { apply, held, own } = keeping(keep);
  const plain = apply(PAGES.reduce(apply, draft), escapes);
  const decoded = mayHoldEntities(plain.text) ? apply(plain, entities(await loadEntities())) : plain;
  const characters = CHARACTERS.reduce(apply, decoded);
  // Blanks and shifts are told by question marks and U+FFFD, which misread bytes leave as well.
  const lost = lossesOf(characters);
  const whole = LINES.reduce(apply, apply(characters, sparing(lost, blankRuns, characters)));
  const convert = mayBeTraditional(whole.text) ? await loadConverter() : undefined;
  const shifts = lost.length === 0 && mayBeShifted(whole.text);
  const shifted = shifts ? apply(whole, byteShift(await loadProse(), convert)) : whole;
  const repaired = REMAINS.reduce(apply, shifted);
  const converted = convert && mayBeTraditional(repaired.text) ? apply(repaired, simplify(convert)) : repaired;
  const finished = AFTER_CONVERSION.filter((stage) => onPage || stage !== pageFurniture).reduce(apply, converted);
  return { draft: finished, script: scriptOf(finished), held, own: own(finished) };
}

/** The misread stretches that lost characters. */
function lossesOf({ changes }: Draft): Change[] {
  return changes.filter(
    ({ edit }) => edit.cause.kind === 'repaired' && edit.cause.repair === 'mojibake' && edit.text.includes('\ufffd'),
  );
}

/** A stage without its edits in stretches that lost characters: marked they stay, and nobody guesses at them. */
function sparing(lost: readonly Change[], stage: Stage, { map }: Draft): Stage {
  if (lost.length === 0) return stage;
  const edits: Stage['edits'] = (input) => {
    let next = 0;
    return sortEdits(stage.edits(input)).filter((edit) => {
      const { start, end } = map.range(edit.start, edit.end);
      // Both rise: a stretch that ends before this edit is passed once.
      while ((lost[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      return (lost[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
    });
  };
  return { ...stage, edits };
}
