import { defineStage, type Mark } from '../core/draft.js';
import { type Edit, remove } from '../core/edits.js';
import { lastIndex } from '../core/search.js';
import { startsWithMarker } from '../lexicon/numbering.js';
import { SPAM_OFFERS, SPAM_PHRASES, SPAM_TRADES, SPAM_VICES } from '../lexicon/spam.js';

/** Links that one hidden block may hold before it is a farm of them. */
const FARM = 5;
/** A sentence that is no word of a control. */
const LONG_TEXT = 60;
/** Cells in a hidden table before it is one of data. */
const TABLE = 6;

/**
 * Text that the page does not show. Pages hide what they unfold later, too, and some hide the whole document until a
 * script has run: what reads like a document stays, unless it is hidden in a way that serves search engines alone.
 */
export const hidden = defineStage({
  id: 'hidden',
  edits: ({ text, marks }) => {
    const blocks = marks.filter((mark) => mark.kind === 'hidden');
    if (blocks.length === 0) return [];
    const all = lettersOf(text);
    const links = countIn(marks, 'link');
    const cells = countIn(marks, 'cell');
    return blocks.flatMap((block): Edit[] => {
      const words = text.slice(block.start, block.end);
      const letters = lettersOf(words);
      if (words.trim() === '') return [];
      // Half of the page and more is the page.
      if (letters * 2 > all) return [];
      const bad = isSpam(words) || links(block) >= FARM;
      if (!bad && !block.trick && (letters * 4 > all || isDocument(words) || cells(block) >= TABLE)) return [];
      return [remove(block.start, block.end, bad || (block.trick && letters >= LONG_TEXT) ? 'spam' : 'widget')];
    });
  },
});

const lettersOf = (text: string): number => text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;

function isSpam(text: string): boolean {
  if (text.search(SPAM_PHRASES) >= 0) return true;
  const words = text.search(SPAM_VICES) >= 0 || text.search(SPAM_TRADES) >= 0;
  return words && SPAM_OFFERS.test(text);
}

/** Numbered headings, or sentences of some length: a part of the document that unfolds. */
function isDocument(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => startsWithMarker(line) || (line.length >= 40 && line.includes('。'))).length >= 2;
}

/** Counts the marks of a kind that begin in a block, by binary search. */
function countIn(marks: readonly Mark[], kind: Mark['kind']): (block: Mark) => number {
  const starts = marks.filter((mark) => mark.kind === kind).map((mark) => mark.start);
  starts.sort((a, b) => a - b);
  const below = (offset: number): number => lastIndex(starts.length, (i) => (starts[i] ?? 0) < offset) + 1;
  return ({ start, end }) => below(end) - below(start);
}
