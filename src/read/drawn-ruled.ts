import { ruledCells } from './drawn-grid.js';
import { type Drawing, type DrawnCell, type DrawnLine, isBlank, LONGEST_LINE, type Piece } from './drawn-lines.js';
import { isFrame, type Strokes, strokesOf } from './drawn-strokes.js';
import { isKnownName, isNumber, mayBeHead } from './drawn-words.js';

const TOP = /^\s*[┌┏╔╭┍┎╒╓]/;
const BOTTOM = /^\s*[└┗╚╰┕┖╘╙]/;
const UPRIGHT = /[│┃║┆┇┊┋╎╏|｜¦]/;
const JOINT = /[+\u250c-\u2570]/;
const LEVEL_LINE = /^[\s─━═┄┅┈┉╌╍—－=\-+:|\u2500-\u257f｜]*$/;
const LEVEL = /[─━═┄┅┈┉╌╍—－=-]{2}|[─━═┄┅]/;
/** A line of Markdown below a head: dashes between pipes, colons for the alignment. */
const DELIMITER = /^\s*\|?(?:\s{0,9}:?-{2,}:?\s{0,9}\|){1,100}(?:\s{0,9}:?-{2,}:?)?\s*$/;
/** Characters; a longer text is no name of a column. */
const LONGEST_NAME = 40;
/** Rows that have to show what uprights alone draw. */
const PROOF = 20;

/** Nothing is drawn from a line up to another (index). */
export interface Nothing {
  readonly nothing: number;
}

/** The table that is drawn with strokes from a line on, or what else there is. */
export function ruledTable(lines: readonly DrawnLine[], at: number): Drawing | Nothing | undefined {
  if (!isDrawn(lines[at])) return undefined;
  const { next, drawn } = regionAt(lines, at);
  const nothing = { nothing: next };
  if (drawn.length < 3) return nothing;
  if (DELIMITER.test(drawn[1]?.text ?? '')) {
    const cells = markdownCells(drawn);
    return cells ? { first: at, next, cells } : nothing;
  }
  const boxed = drawn.some(({ text }) => isFrame(text));
  const strokes = strokesOf(drawn);
  if (!strokes) return nothing;
  if (!strokes.some(({ rule }) => rule) && !openTable(strokes)) return nothing;
  const cells = ruledCells(strokes);
  // A frame that breaks off is not read to the half.
  const open = TOP.test(drawn[0]?.text ?? '') && !BOTTOM.test(drawn.at(-1)?.text ?? '') && !isBlank(lines[next]);
  const broken = open || (isFrame(lines[next]?.text ?? '') && !TOP.test(lines[next]?.text ?? ''));
  if (cells === 'doubtful' || (cells && boxed && broken)) return boxed ? { doubtful: nameOf(strokes), next } : nothing;
  return cells && isTable(cells, strokes, boxed) ? { first: at, next, cells } : nothing;
}

function isDrawn(line: DrawnLine | undefined): boolean {
  if (!line || line.text.length > LONGEST_LINE) return false;
  return UPRIGHT.test(line.text) || (isLevel(line.text) && JOINT.test(line.text)) || isPartRule(line.text);
}

/** A line of rules with the text of a cell that goes through them. */
function isPartRule(text: string): boolean {
  const bare = text.trim();
  return /^[+\u250c-\u2570].*[+\u250c-\u2570]$/.test(bare) && LEVEL.test(bare);
}

/** A line of strokes alone. */
function isLevel(text: string): boolean {
  return LEVEL.test(text) && LEVEL_LINE.test(text);
}

/** The lines of one drawing: up to its bottom, to the top of another, or to what is not drawn. Single blank lines may stand in it. */
function regionAt(lines: readonly DrawnLine[], at: number): { next: number; drawn: DrawnLine[] } {
  const drawn: DrawnLine[] = [];
  let next = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i] as DrawnLine;
    if (isBlank(line)) {
      if (isBlank(lines[i + 1]) || (isLevel(drawn.at(-1)?.text ?? '') && isLevel(lines[i + 1]?.text ?? ''))) break;
      continue;
    }
    const level = line.text.length <= LONGEST_LINE && isLevel(line.text);
    if ((!isDrawn(line) && !level) || (drawn.length > 0 && TOP.test(line.text))) break;
    drawn.push(line);
    next = i + 1;
    if (BOTTOM.test(line.text) && LEVEL_LINE.test(line.text)) break;
  }
  return { next, drawn };
}

function nameOf(strokes: readonly Strokes[]): string {
  const words = strokes.flatMap(({ line, segments }) =>
    segments.flatMap(({ start, end, rule }) => (rule || end <= start ? [] : [line.text.slice(start, end)])),
  );
  return words.slice(0, 4).join(' ').slice(0, LONGEST_NAME);
}

/**
 * Whether cells make a table. A frame with its rules speaks for itself; uprights alone also stand between the links of a
 * page.
 */
function isTable(cells: readonly DrawnCell[], strokes: readonly Strokes[], boxed: boolean): boolean {
  const textOf = (cell: DrawnCell): string => cell.pieces.map((piece) => slice(strokes, piece)).join('');
  const filled = cells.filter(({ pieces }) => pieces.length > 0);
  const perRow = new Map<number, number>();
  for (const { row } of filled) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  const rows = [...perRow.values()].filter((count) => count > 1).length;
  if (rows < 2 || new Set(filled.map(({ column }) => column)).size < 2) return false;
  if (boxed) return true;
  const head = cells.filter(({ row }) => row === 0).map(textOf);
  if (strokes.some(({ rule }) => rule))
    return head.every((text) => text.length <= LONGEST_NAME && !/[。；]/.test(text));
  return rows >= 3;
}

/** Whether a first line between uprights reads like a head: names that plans use, or names above numbers. */
function openTable(strokes: readonly Strokes[]): boolean {
  const rows = strokes
    .slice(0, PROOF)
    .map(({ line, segments }) => segments.map(({ start, end }) => line.text.slice(start, end)));
  const [head = [], ...body] = rows;
  if (!mayBeHead(head)) return false;
  const numbers = body.filter((texts) => texts.slice(1).some(isNumber)).length;
  const known = head.filter(isKnownName).length;
  return known + numbers >= 2 && (known * 2 >= head.length || numbers >= body.length);
}

function slice(strokes: readonly Strokes[], { start, end }: Piece): string {
  let low = 0;
  let high = strokes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((strokes[middle]?.line.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const line = strokes[low]?.line;
  return line ? line.text.slice(start - line.start, end - line.start) : '';
}

/** A table of Markdown (GitHub Flavored Markdown 4.10): a head, a line of dashes, and rows of no more cells than the head. */
function markdownCells(drawn: readonly DrawnLine[]): DrawnCell[] | undefined {
  const rows = drawn.filter((_, i) => i !== 1).map(pipedPieces);
  const width = rows[0]?.length ?? 0;
  const delimiters = pipedPieces(drawn[1] as DrawnLine).length;
  if (width < 2 || delimiters !== width || rows.some((row) => row.length > width)) return undefined;
  return rows.flatMap((row, r) =>
    Array.from({ length: width }, (_, column): DrawnCell => {
      const piece = row[column];
      const pieces = piece && piece.end > piece.start ? [piece] : [];
      return { row: r, column, rowSpan: 1, columnSpan: 1, head: r === 0, pieces };
    }),
  );
}

/** What stands between the pipes of a line, but those behind a backslash. */
function pipedPieces({ text, start }: DrawnLine): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && (text[i] !== '|' || text[i - 1] === '\\')) continue;
    const part = text.slice(from, i);
    const lead = part.length - part.trimStart().length;
    const outer = part.trim() === '' && (from === 0 || i === text.length);
    if (!outer)
      pieces.push({ start: start + from + Math.min(lead, part.length), end: start + from + lead + part.trim().length });
    from = i + 1;
  }
  return pieces;
}
