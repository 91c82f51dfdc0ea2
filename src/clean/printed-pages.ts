import { defineStage } from '../core/draft.js';
import { layout, remove } from '../core/edits.js';

/** Heads, feet and numbers that run through the pages of a printed file, and heads of tables that a page says again. */
export const runningLines = defineStage({
  id: 'running-lines',
  edits: ({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'running' ? [remove(mark.start, mark.end, mark.reason)] : [])),
});

/** Paragraphs of a printed file are one line, over its columns and pages too. */
export const printedLines = defineStage({
  id: 'printed-lines',
  edits: ({ text, marks }) =>
    marks.flatMap((mark) =>
      mark.kind === 'wrap' && text.slice(mark.start, mark.end) === '\n'
        ? [layout(mark.start, mark.end, mark.blank ? ' ' : '')]
        : [],
    ),
});
