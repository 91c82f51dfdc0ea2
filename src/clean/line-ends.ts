import { defineStage } from '../core/draft.js';
import { type Edit, layout } from '../core/edits.js';

const LINE_END = /\r\n?|[\u000b\f\u0085\u2028\u2029]/g;
/** Zero-width characters, soft hyphens and controls: invisible, and fatal to every later pattern. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]+/g;

/** Every line end becomes LF; characters that show nothing go. */
export const lineEnds = defineStage({
  id: 'line-ends',
  edits: ({ text }) => {
    const edits: Edit[] = [];
    for (const match of text.matchAll(LINE_END)) edits.push(layout(match.index, match.index + match[0].length, '\n'));
    for (const match of text.matchAll(INVISIBLE)) edits.push(layout(match.index, match.index + match[0].length));
    return edits;
  },
});
