import { defineStage } from '../core/draft.js';
import { type Edit, remove } from '../core/edits.js';
import { markControls, markOuterControls } from './furniture/controls.js';
import { markFacts } from './furniture/facts.js';
import { markHead } from './furniture/head.js';
import { type Judged, judgedLines } from './furniture/judged.js';
import { markLists } from './furniture/lists.js';
import { documentRange } from './furniture/range.js';
import { markTail } from './furniture/tail.js';

/*
 * What the page adds around the document, told line by line: by its words, its shape, and whether it stands before the
 * document begins or after it ends, not by the container alone, for containers lie.
 */
export const pageFurniture = defineStage({
  id: 'page-furniture',
  edits: ({ text, marks }) => {
    const lines = judgedLines(text, marks);
    judge(lines);
    return lines.flatMap((line): Edit[] =>
      line.reason ? [remove(line.start, Math.min(line.end + 1, text.length), line.reason)] : [],
    );
  },
});

function judge(lines: readonly Judged[]): void {
  markFacts(lines);
  markControls(lines);
  const range = documentRange(lines);
  markFacts(lines, range);
  markOuterControls(lines.filter((_, i) => i < range.first || i > range.last));
  markHead(lines, range.first);
  markLists(lines, range);
  markTail(lines, range);
}
