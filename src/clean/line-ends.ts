import { defineStage, type Stage } from '../core/draft.js';
import { type Edit, layout } from '../core/edits.js';
import { allMatches } from '../core/search.js';

const LINE_END = /\r\n?|[\u000b\f\u2028\u2029]/g;
/** Next line, a control of Latin-1. */
const NEXT_LINE = /\u0085/g;

/**
 * Characters that show nothing and are fatal to every later pattern: the ASCII controls, and what Unicode lists as
 * Default_Ignorable_Code_Point (zero-width and bidirectional marks, joiners, Hangul and Khmer fillers, Mongolian and other
 * selectors of variants, tags), the marks around annotations, the mark of an embedded object, noncharacters. A selector
 * behind a Chinese character chooses between shapes of one character, which stays.
 */
const INVISIBLE =
  /(?:\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u0000-\u0008\u000e-\u001f\u007f\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43][\udc00-\udfff]){1,1000}/g;
/** The other controls of Latin-1 and the soft hyphen. */
const LATIN_INVISIBLE = /[\u0080-\u0084\u0086-\u009f\u00ad]+/g;

/**
 * Line ends become LF and invisible characters go, but those of Latin-1: where text was read as Latin-1 by mistake they are
 * bytes of characters, and the stage that undoes it needs them.
 */
export const firstLineEnds = stageOf('first-line-ends', [LINE_END], [INVISIBLE]);

/** Every line end becomes LF; characters that show nothing go. */
export const lineEnds = stageOf('line-ends', [LINE_END, NEXT_LINE], [INVISIBLE, LATIN_INVISIBLE]);

function stageOf(id: string, ends: readonly RegExp[], invisible: readonly RegExp[]): Stage {
  const replace = (text: string, patterns: readonly RegExp[], by: string): Edit[] =>
    patterns.flatMap((pattern) =>
      allMatches(pattern, text).map(({ index, 0: run }) => layout(index, index + run.length, by)),
    );
  return defineStage({ id, edits: ({ text }) => [...replace(text, ends, '\n'), ...replace(text, invisible, '')] });
}
