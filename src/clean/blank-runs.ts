import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { linesOf } from '../core/lines.js';

const QUESTION = /[?\ufffd]/;
/** Behind these a question mark may be the real one; at a line's start none can be. */
const AT_START = /^[ \t\u00a0\u3000]*[?\ufffd][?\ufffd \t\u00a0\u3000]*/;
/** `?！` and a Chinese character: the beginning of a stretch that is read one byte off. */
const SHIFTED = /^[！-～][\u4e00-\u9fff]/;
const RUN = /[?\ufffd]{2,}/g;
const BLANK_BEHIND = /^[ \t\u00a0\u3000]+\S/;
/** Characters of blanks behind a run that are looked at. */
const REACH = 40;
/** Behind marks of doubt: 《钱去哪儿了???》. */
const CLOSED = /[”’》〉」』)）]/;

/**
 * Question marks that stand where blanks stood: no-break spaces that a program could not encode. At the start of a line,
 * in runs of three and more, and in pairs before blanks; a single one inside a line is left to other readings.
 */
export const blankRuns = defineStage({
  id: 'blank-run',
  edits: ({ text }) => {
    const edits: Edit[] = [];
    for (const line of linesOf(text)) {
      if (!QUESTION.test(line.text)) continue;
      let start = AT_START.exec(line.text)?.[0].length ?? 0;
      // Before a full-width form the last one may be what is left of a lost character.
      if (start > 0 && SHIFTED.test(line.text.slice(start, start + 2))) start--;
      if (start > 0) edits.push(repair(line.start, line.start + start, '', 'blank-run'));
      const rest = line.text.slice(start);
      for (const match of rest.matchAll(RUN)) {
        const end = match.index + match[0].length;
        const at = line.start + start + match.index;
        if (CLOSED.test(rest[end] ?? '')) continue;
        if (match[0].length < 3 && !BLANK_BEHIND.test(rest.slice(end, end + REACH))) continue;
        edits.push(repair(at, at + match[0].length, ' ', 'blank-run'));
      }
    }
    return edits;
  },
});
