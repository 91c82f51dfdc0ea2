/*
 * What people read on a terminal: text in runs of one colour, in lines that fit. What a file holds is shown and never
 * obeyed: characters that would move the cursor, colour the screen or turn the direction of writing are spelled out.
 */

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** What is written on. */
export interface Paper {
  /** Columns of the terminal; null where lines may be as long as they are. */
  readonly columns: number | null;
  readonly paint: (style: Style, text: string) => string;
}

/** A file or a pipe. */
export const plainPaper: Paper = { columns: null, paint: (_, text) => text };

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of a file as it may be shown: every character that shows nothing by itself becomes `<U+200B>`. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\n') return '⏎';
    if (character === '\t') return ' ';
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** UAX #11: East Asian Wide and Fullwidth, and what terminals of Chinese systems show as wide: dashes, quotes, symbols. */
const WIDE =
  /[\u1100-\u115f\u2010-\u2027\u2030-\u205e\u2100-\u214f\u2160-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\ue000-\uf8ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u;
const NO_WIDTH = /\p{M}/u;

/** The columns that a character takes: 0, 1 or 2. */
function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  return WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1;
}

/** The columns that a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** Lines for people are no narrower, whatever the terminal says. */
export const NARROWEST = 40;

const ELLIPSIS = '…';

/** A text in so many columns, its end left out where it takes more. */
export function cutTo(text: string, columns: number): string {
  if (text.length * 2 <= columns || columnsOf(text) <= columns) return text;
  const room = columns - columnsOf(ELLIPSIS);
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > room) break;
    end += character.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}

/** What stays together: a word of Latin letters with the blank behind it, a long one in pieces, or one other character. */
const UNIT = /[!-~]{1,24} ?|./gsu;

/** Lines of one paragraph that fit, further ones indented; each with its line end. */
export function paragraph(spans: readonly Span[], indent: number, { columns, paint }: Paper): string {
  const width = columns === null ? Number.POSITIVE_INFINITY : Math.max(columns, NARROWEST);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text, style } of spans) {
    let run = '';
    const close = (): void => {
      line += style && run ? paint(style, run) : run;
      run = '';
    };
    for (const [unit] of text.matchAll(UNIT)) {
      const taken = columnsOf(unit.trimEnd() || unit);
      if (used + taken > width && used > indent) {
        close();
        lines.push(line.trimEnd());
        line = ' '.repeat(indent);
        used = indent;
      }
      run += unit;
      used += columnsOf(unit);
    }
    close();
  }
  return [...lines, line.trimEnd()].map((one) => `${one}\n`).join('');
}
