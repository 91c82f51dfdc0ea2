import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import type { Line } from '../core/lines.js';

/** Paragraphs of plans have a few hundred characters, the longest some two thousand. UTF-16 units. */
const LONGEST_LINE = 4000;

/** A part of a line that is read by itself: all of it but where it is longer than any paragraph. */
export interface Piece extends Line {
  /** The line begins before this piece. */
  readonly continued: boolean;
}

/** No clause is longer, and every record of a clause quotes it. */
const LONGEST_CLAUSE = 500;

/**
 * Where a long text may be cut, best places first: behind a sentence, behind a clause, and where it has no clauses,
 * behind a member of a list or a word that is no number.
 */
const PLACES = [
  { mark: /[。！？；!?;]/, within: LONGEST_LINE },
  { mark: /[，,：:]/, within: LONGEST_LINE },
  { mark: /[、\s)）〕】》”]/, within: LONGEST_CLAUSE },
  { mark: /(?![零〇一二两三四五六七八九十百千万亿年月])[\u4e00-\u9fff]/, within: LONGEST_CLAUSE },
];

/** The last good place for a cut behind an offset, and whether it goes through a sentence. */
function placeToCut(text: string, from: number): { at: number; torn: boolean } {
  for (const [rank, { mark, within }] of PLACES.entries()) {
    for (let at = from + within; at > from + within / 2; at--) {
      if (mark.test(text[at - 1] ?? '')) return { at, torn: rank > 0 };
    }
  }
  const at = from + LONGEST_CLAUSE;
  return { at: /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at, torn: true };
}

/** The ends of a line's pieces (offsets in the line), and how many of the cuts go through a sentence. */
function cutsOf(text: string): { ends: number[]; torn: number } {
  const ends: number[] = [];
  let torn = 0;
  let from = 0;
  while (text.length - from > LONGEST_LINE) {
    const cut = placeToCut(text, from);
    ends.push(cut.at);
    if (cut.torn) torn++;
    from = cut.at;
  }
  return { ends: [...ends, text.length], torn };
}

/**
 * A line in pieces that can be read in a time that does not grow with its length: everything that a rule looks for stands
 * in a sentence or near it. They follow each other without a gap and have the line's number.
 */
export function piecesOf(line: Line): Piece[] {
  const { number, start, end } = line;
  if (line.text.length <= LONGEST_LINE) return [{ number, start, end, text: line.text, continued: false }];
  let from = 0;
  return cutsOf(line.text).ends.map((to) => {
    const text = line.text.slice(from, to);
    const piece = { number: line.number, start: line.start + from, end: line.start + to, text, continued: from > 0 };
    from = to;
    return piece;
  });
}

/** Which lines are read in pieces: a year or a unit that governs a whole paragraph is not carried from one to the next. */
export function longLines(lines: readonly Line[]): AnyDiagnostic[] {
  return lines
    .filter(({ text }) => text.length > LONGEST_LINE)
    .map(({ number, text }) => {
      const { ends, torn } = cutsOf(text);
      const severity = torn > 0 ? 'warning' : 'info';
      return diagnostic(
        'structure/long-line',
        severity,
        { characters: text.length, pieces: ends.length, torn },
        number,
      );
    });
}
