import type { Line } from '../core/lines.js';
import { numeral } from '../core/numerals.js';
import { NUMBERING_STYLES, type NumberingStyle } from '../lexicon/numbering.js';

/** A numbered line that opens a section. */
export interface Heading {
  readonly line: Line;
  readonly style: NumberingStyle;
  /** As a reader names it: `一`, `(一)`, `1`, `附件1`, `专栏3`, `第一章`. */
  readonly marker: string;
  /** Undefined for an annex without a number. */
  readonly number: number | undefined;
  readonly title: string;
}

/** A title longer than this is a sentence that runs on; its first clause names it. */
const LONGEST_TITLE = 40;

/**
 * The numbered headings of a text in order. The entries of a list of annexes are none.
 * @param outside whether a line (1-based) may be a heading: cells of tables and tables of contents are none
 */
export function findHeadings(lines: readonly Line[], outside: (line: number) => boolean): Heading[] {
  const found: Heading[] = [];
  let listNumber = 0;
  for (const line of lines) {
    if (!outside(line.number)) continue;
    listNumber = annexListNumber(line.text, listNumber);
    if (listNumber > 0) continue;
    const heading = readHeading(line, lines);
    if (heading) found.push(heading);
  }
  return dropAnnexMentions(found);
}

/** `附件:1.《…》` opens a list of annexes whose entries 2. 3. … are no headings: the last number read, 0 outside of one. */
function annexListNumber(text: string, previous: number): number {
  if (/^附件\s*[:：]?\s*1\s*[.．、]/.test(text)) return 1;
  const number = previous > 0 ? Number(/^(\d{1,2})\s*[.．、]/.exec(text)?.[1]) : 0;
  return number === previous + 1 ? number : 0;
}

function readHeading(line: Line, lines: readonly Line[]): Heading | undefined {
  for (const style of NUMBERING_STYLES) {
    const match = style.pattern.exec(line.text);
    if (!match) continue;
    const framed = /^[【[]/.test(line.text) ? line.text.replace(/[】\]]$/, '') : line.text;
    const rest = framed.slice(match[0].length).replace(/^[\s:：.．、】\]]+/, '');
    const marker = (match[1] ?? '').replace(/\s/g, '');
    const number = numeral(match[2] ?? '');
    if (style.id === 'annex') return annexHeading(line, style, marker, number, rest, lines);
    if (rest === '' && style.id !== 'box' && !/^第/.test(marker)) return undefined;
    return { line, style, marker, number, title: rest === '' ? titleBelow(line, lines) : titleOf(rest) };
  }
  return undefined;
}

/** An annex opens with its number alone, or with number and title; `附件：某某计划表` only names one. */
function annexHeading(
  line: Line,
  style: NumberingStyle,
  marker: string,
  number: number | undefined,
  rest: string,
  lines: readonly Line[],
): Heading | undefined {
  if (rest !== '' && (number === undefined || rest.length > 60 || /[。；;]/.test(rest))) return undefined;
  if (rest === '' && !lines[line.number]) return undefined;
  return { line, style, marker, number, title: rest === '' ? titleBelow(line, lines) : rest.replace(/^《|》$/g, '') };
}

function titleBelow(line: Line, lines: readonly Line[]): string {
  const next = lines[line.number]?.text ?? '';
  return next.length <= 60 && !/[。；;：:]$/.test(next) ? next : '';
}

/**
 * The words of a heading: the line, or, where the body runs on in it, the words before the first full stop; of one long
 * sentence its first clause.
 */
function titleOf(rest: string): string {
  const stop = rest.search(/[。：:](?![^(（]*[)）])/);
  const sentence = (stop < 0 ? rest : rest.slice(0, stop)).replace(/[。；;]$/, '');
  const behind = stop < 0 ? '' : rest.slice(stop + 1).replace(/[(（〔][^()（）〔〕]*[)）〕]$/, '');
  const whole = stop >= 0 && rest[stop] === '。' && behind.trim() === '';
  if (!whole && sentence.length <= LONGEST_TITLE) return sentence;
  return sentence.split(/[,，;；]/)[0] ?? sentence;
}

/** Where an annex is named twice, the first place only announces it (附件1：…、附件2：… in the notice). */
function dropAnnexMentions(headings: readonly Heading[]): Heading[] {
  const last = new Map<string, number>();
  headings.forEach((heading, i) => {
    if (heading.style.id === 'annex') last.set(heading.marker, i);
  });
  return headings.filter((heading, i) => heading.style.id !== 'annex' || last.get(heading.marker) === i);
}
