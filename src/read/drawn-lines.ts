/** A line of a text as it was decoded: offsets without its line end, which stands in `[end, next)`. */
export interface DrawnLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly text: string;
  /** Its fields, once they are known: a line is looked at below several heads. */
  readonly fields: Partial<Record<Parting, Field[]>>;
}

/** A stretch of the text (UTF-16 offsets). */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A cell of a drawn table: what it says may stand in several lines, a piece in each. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly head: boolean;
  readonly pieces: readonly Piece[];
}

/** A drawn table, from one line up to another that is behind it (indexes); its cells in reading order. */
export interface DrawnTable {
  readonly first: number;
  readonly next: number;
  readonly cells: readonly DrawnCell[];
}

/** What was found at a line: a table, or a drawing that is one and cannot be read. */
export type Drawing = DrawnTable | { readonly doubtful: string; readonly next: number };

/** Characters; a longer line is no row of a drawn table. */
export const LONGEST_LINE = 4000;
const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/g;

/** The lines of a text, whatever ends them. */
export function drawnLines(text: string): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let start = 0;
  LINE_END.lastIndex = 0;
  for (let match = LINE_END.exec(text); match; match = LINE_END.exec(text)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next, text: text.slice(start, match.index), fields: {} });
    start = next;
  }
  if (start < text.length)
    lines.push({ start, end: text.length, next: text.length, text: text.slice(start), fields: {} });
  return lines;
}

export function isBlank(line: DrawnLine | undefined): boolean {
  return line === undefined || (line.text.length < LONGEST_LINE && line.text.trim() === '');
}

const TAB_STOP = 8;

/** Where a character ends on a screen on which Chinese characters and marks take two columns; tabs go to the next stop. */
export function columnBehind(column: number, code: number): number {
  if (code === 9) return column - (column % TAB_STOP) + TAB_STOP;
  // No-break and thin blanks take one; halves of a pair of surrogates one each.
  if (code === 0x2002 || code === 0x2009 || (code >= 0xd800 && code < 0xe000)) return column + 1;
  return column + (code > 0xff ? 2 : 1);
}

/** What stands between gaps of a line. */
export interface Field extends Piece {
  readonly text: string;
  /** Columns on a screen, the second exclusive. */
  readonly left: number;
  readonly right: number;
}

/** `tab`: every tab ends a field, which may be empty; `gap`: at tabs and at blanks of two columns; `word`: at any blank. */
export type Parting = 'tab' | 'gap' | 'word';

/** The fields of a line, without the blanks at their ends. */
export function fieldsOf(line: DrawnLine, parting: Parting): readonly Field[] {
  line.fields[parting] ??= partedBy(line, parting);
  return line.fields[parting];
}

function partedBy({ text, start }: DrawnLine, parting: Parting): Field[] {
  const fields: Field[] = [];
  let column = 0;
  let from = 0;
  let left = 0;
  let filledTo = -1;
  let right = 0;
  const close = (at: number): void => {
    const empty = filledTo < 0;
    if (!empty || parting === 'tab') {
      const [a, b] = empty ? [at, at] : [from, filledTo];
      fields.push({
        text: text.slice(a, b),
        start: start + a,
        end: start + b,
        left: empty ? column : left,
        right: empty ? column : right,
      });
    }
    filledTo = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const behind = columnBehind(column, code);
    if (!isBlankCode(code)) {
      if (filledTo < 0) [from, left] = [i, column];
      filledTo = i + 1;
      right = behind;
    } else if (code === 9 && parting === 'tab') close(i);
    else if (parting !== 'tab' && filledTo >= 0 && (parting === 'word' || code === 9 || behind - right >= 2)) close(i);
    column = behind;
  }
  if (filledTo >= 0 || (parting === 'tab' && fields.length > 0)) close(text.length);
  return fields;
}

function isBlankCode(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x2002 ||
    code === 0x2003 ||
    code === 0x2009 ||
    code === 0x3000
  );
}
