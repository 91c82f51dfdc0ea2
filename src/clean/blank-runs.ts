import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';
import { linesOf } from '../core/lines.js';

const QUESTION = /[?\ufffd]/;
/** Behind these a question mark may be the real one; at a line's start none can be. */
const AT_START = /^[ \t\u00a0\u3000]*[?\ufffd][?\ufffd \t\u00a0\u3000]*/;
const LONG_RUN = /[?\ufffd]{3,}/g;
const BEFORE_BLANK = /[?\ufffd]{2,}(?=[ \t\u00a0\u3000]+\S)/g;

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
      const start = AT_START.exec(line.text)?.[0].length ?? 0;
      if (start > 0) edits.push(repair(line.start, line.start + start, '', 'blank-run'));
      const rest = line.text.slice(start);
      for (const pattern of [LONG_RUN, BEFORE_BLANK]) {
        for (const match of rest.matchAll(pattern)) {
          const at = line.start + start + match.index;
          if (edits.some((e) => e.start <= at && at < e.end)) continue;
          edits.push(repair(at, at + match[0].length, ' ', 'blank-run'));
        }
      }
    }
    return edits;
  },
});
