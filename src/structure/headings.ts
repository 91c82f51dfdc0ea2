import type { Line } from '../core/lines.js';
import { hanNumeral } from '../core/numerals.js';
import { NUMBERING_STYLES, type NumberingStyle } from '../lexicon/numbering.js';
import { isCaption } from '../lexicon/tables.js';
import { annexLists } from './annex-lists.js';
import { type Piece, piecesOf, restOfName, restOfTitle, titleBelow, titleOf } from './heading-titles.js';
import { type Marker, readMarker } from './numbering.js';
import { pageMarks } from './page-marks.js';
import { type Candidate, inSequence, TIGHT } from './sequences.js';

/** A line, or a part of one, that opens a section. */
export interface Heading {
  readonly line: Line;
  /** UTF-16 offset in the text. */
  readonly start: number;
  readonly style: Pick<NumberingStyle, 'id' | 'rank' | 'kind' | 'item'>;
  /** As a reader names it: `一`, `(一)`, `1`, `附件1`, `专栏3`, `第一章`, `1.1`; empty without a number. */
  readonly marker: string;
  /** Undefined for a heading without a number. */
  readonly number: number | undefined;
  /** All numbers of a decimal (1.2.3), else the one. */
  readonly path: readonly number[];
  readonly title: string;
  /** Without a number, and without numbered sections inside: it moves no other heading. */
  readonly leaf?: boolean;
}

export interface FoundHeadings {
  readonly headings: Heading[];
  /** Markers that are in the text without being headings: annexes that a list names, boxes that are tables. */
  readonly known: ReadonlySet<string>;
}

/**
 * The numbered headings of a text in order. Numbers of tables, dates, decimals, lists of annexes and references in running
 * text are none: a line has to look like a heading, and its number has to fit those of its style before and behind it.
 * @param mayHead whether a line (1-based) may be a heading: cells of tables and tables of contents are none
 */
export function findHeadings(lines: readonly Line[], mayHead: (line: number) => boolean): FoundHeadings {
  const list = annexLists(lines);
  const pages = pageMarks(lines);
  const candidates: Candidate[] = [];
  const known = new Set([...list.numbers].flatMap((number) => [`附件${number}`, `附件${hanNumeral(number)}`]));
  for (const line of lines) {
    if (!mayHead(line.number)) {
      const marker = readMarker(line.text);
      if (marker && marker.style.kind !== 'heading') known.add(marker.text);
    }
    if (!mayHead(line.number) || list.lines.has(line.number) || pages.has(line.number)) continue;
    const before = candidates.length;
    for (const piece of piecesOf(line.text)) {
      const found = readCandidate(line, piece, lines, mayHead, candidates.at(-1));
      if (found) candidates.push(found);
      else if (candidates.length === before) break;
    }
  }
  const headings = inSequence(candidates, lines);
  const listed = annexMentions(headings, lines);
  for (const i of listed) known.add(headings[i]?.marker ?? '');
  return { headings: headings.filter((_, i) => !listed.has(i)), known };
}

function readCandidate(
  line: Line,
  piece: Piece,
  lines: readonly Line[],
  mayHead: (line: number) => boolean,
  previous: Candidate | undefined,
): Candidate | undefined {
  const marker = asLetter(readMarker(piece.text), previous);
  const other = tightReading(line, piece);
  if (!marker) return other && { heading: { ...other, style: { ...other.style, id: TIGHT } }, other, weak: true };
  const framed = /^[【[〔]/.test(piece.text) ? piece.text.replace(/[】\]〕]$/, '') : piece.text;
  const rest = framed.slice(marker.end).replace(/^[\s:：.．、】\]〕”"]+/, '');
  const judged = judge(marker, rest, piece.text);
  if (judged === 'none') return undefined;
  const title = rest === '' ? ownLineBelow(marker, line, lines, mayHead) : ownTitle(marker, rest, line, lines);
  if (title === undefined || (rest === '' && title === '' && !standsAlone(marker, line, lines))) return undefined;
  return {
    heading: {
      line,
      start: line.start + piece.offset,
      style: marker.style,
      marker: marker.text,
      number: marker.number,
      path: marker.path,
      title,
    },
    ...(other && { other }),
    weak: judged === 'weak' || piece.inner === true,
    inner: piece.inner === true,
    isDocument: rest.length <= 160 && /^《[^《》]{1,100}》(?:[(（〔][^()（）]{0,40}[)）〕])?[；;。，,、]?$/.test(rest),
  };
}

/** The number of a point and a title that begins with a number, nothing between them (11.121人才计划). */
function tightReading(line: Line, piece: Piece): Heading | undefined {
  const match = /^(\d{1,3})[.．](?=\d{1,4}(?![万亿倍])[\u4e00-\u9fff“《])/.exec(piece.text.slice(0, 12));
  const style = match && NUMBERING_STYLES.find(({ id }) => id === 'arabic');
  if (!style) return undefined;
  const title = titleOf(piece.text.slice(match[0].length));
  const number = Number(match[1]);
  return { line, start: line.start + piece.offset, style, marker: match[1] ?? '', number, path: [number], title };
}

/** I, V and X count on after H, U and W. */
function asLetter(marker: Marker | undefined, previous: Candidate | undefined): Marker | undefined {
  if (marker?.style.id !== 'roman' || !/^[A-Z]$/.test(marker.text)) return marker;
  const number = marker.text.charCodeAt(0) - 64;
  const letter = NUMBERING_STYLES.find((style) => style.id === 'letter');
  const countsOn = previous?.heading.style.id === 'letter' && previous.heading.number === number - 1;
  return letter && countsOn ? { ...marker, style: letter, number, path: [number] } : marker;
}

/** The title of a number alone; that of an annex may have two lines, or be the caption of the table that it is. */
function ownLineBelow(
  marker: Marker,
  line: Line,
  lines: readonly Line[],
  mayHead: (line: number) => boolean,
): string | undefined {
  if (marker.style.kind !== 'annex') return titleBelow(line, lines, mayHead);
  const next = lines[line.number];
  const caption = next !== undefined && !mayHead(next.number) && next.text.length > 4 && isCaption(next.text);
  const title = titleBelow(line, lines, caption ? () => true : mayHead);
  return title + restOfName(title, lines[line.number + 1]);
}

function ownTitle(marker: Marker, rest: string, line: Line, lines: readonly Line[]): string | undefined {
  if (marker.style.kind === 'annex') {
    if (marker.number === undefined || rest.length > 60 || /[。；;]/.test(rest)) return undefined;
    const cut = restOfTitle(line, rest, lines) || restOfName(rest, lines[line.number]);
    return rest.replace(/^《|》$/g, '') + cut;
  }
  const title = titleOf(rest);
  return title + restOfTitle(line, title, lines);
}

/** A number without any title: a box may have none, a chapter may have lost it; an annex has something below it. */
function standsAlone(marker: Marker, line: Line, lines: readonly Line[]): boolean {
  if (marker.style.kind === 'annex') return lines[line.number] !== undefined;
  return marker.style.kind === 'box' || marker.text.startsWith('第');
}

const ALONE = new Set(['han', 'han-bracket', 'arabic']);
const SHORT = 30;
/** Characters; a longer line is a paragraph that begins with the name of a chapter. */
const LONGEST_CHAPTER = 60;

/** What is left of a line of contents. */
const LEADERS_AT_END = /(?:[.．·・•]{6}|[⋯‥…]{4})$/;

/** What a line says of itself: a heading, one only where the numbers around it say so, or none. */
function judge(marker: Marker, rest: string, text: string): 'sure' | 'weak' | 'none' {
  const { id, kind } = marker.style;
  const named = kind !== 'heading' || marker.text.startsWith('第');
  if (LEADERS_AT_END.test(rest)) return 'none';
  if (rest === '') return named ? 'sure' : ALONE.has(id) ? 'weak' : 'none';
  if (marker.text.startsWith('第') && id !== 'article') {
    // Behind a blank a title may run on into the text.
    const parted = /^[【[〔]?第[^ \u3000]{1,6}[ \u3000]/.test(text);
    return !parted && (rest.length > LONGEST_CHAPTER || /[。；]/.test(rest)) ? 'none' : 'sure';
  }
  if (named) return 'sure';
  if (!/[\p{L}“《]/u.test(rest.slice(0, 12))) return 'none';
  if (marker.loose && isCaption(text)) return 'none';
  // 工程一改造管网: nothing parts the number from what may be a sentence.
  const glued = /^[\u4e00-\u9fff]{2}/.test(marker.text) && !/[:：.．、】\]\s]/.test(text[marker.end - 1] ?? '');
  if (glued && (rest.length > SHORT || /[。；;]/.test(rest))) return 'none';
  if (id === 'bare' || id.startsWith('decimal')) {
    const plain = rest.length <= SHORT && !/[，。；,;：:]/.test(rest) && !/\s\d/.test(rest);
    return plain || id !== 'bare' ? 'weak' : 'none';
  }
  return marker.loose || countsThings(marker, rest, text) ? 'weak' : 'sure';
}

/** 3、5号楼, 一、二、三产业: the line goes on with a higher number of the same kind. */
function countsThings(marker: Marker, rest: string, text: string): boolean {
  const number = marker.number ?? 0;
  if (marker.style.id === 'arabic') {
    const next = /^\d{1,3}(?!\d)/.exec(rest)?.[0];
    return next !== undefined && Number(next) > number && /^\d{1,3}\s?、/.test(text);
  }
  if (marker.style.id !== 'han') return false;
  const next = '一二三四五六七八九十'.indexOf(rest[0] ?? '') + 1;
  // 三、十四五规划: a period of planning; 一、二〇二四年任务: a year.
  return next > number && !/^.是|^十[一二三四五六]五|^二[〇零○ＯO]/.test(rest);
}

/**
 * Annexes that are only named: where one is named twice, the first place announces it; and `附件1：…` and `附件2：…` in
 * lines one below the other are a list.
 */
function annexMentions(headings: readonly Heading[], lines: readonly Line[]): ReadonlySet<number> {
  const listed = new Set<number>();
  const last = new Map<string, number>();
  headings.forEach((heading, i) => {
    if (heading.style.kind !== 'annex') return;
    const earlier = last.get(heading.marker);
    if (earlier !== undefined) listed.add(earlier);
    last.set(heading.marker, i);
    const before = headings[i - 1];
    if (before?.style.kind !== 'annex' || before.line.number !== heading.line.number - 1) return;
    if (!isEntry(before) || !isEntry(heading)) return;
    listed.add(i - 1);
    const next = lines[heading.line.number]?.text ?? '';
    if (next.length < SHORT && !readMarker(next)) listed.add(i);
  });
  return listed;
}

/** Whether number and title stand in one line. */
function isEntry({ line, marker }: Heading): boolean {
  return line.text.length > marker.length + 2;
}
