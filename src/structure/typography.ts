import type { Look, Mark } from '../core/draft.js';
import type { Line } from '../core/lines.js';
import { OFFICE_END } from '../lexicon/bodies/endings.js';
import { UNNUMBERED_BOX, UNNUMBERED_WORDS } from '../lexicon/numbering.js';
import { isCaption } from '../lexicon/tables.js';
import { TITLE_END } from '../lexicon/titles.js';
import type { Heading } from './headings.js';
import { readMarker } from './numbering.js';

/** The looks from the outermost heading to the innermost, where one line has several the first that it has. */
const LOOKS: readonly Look[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'bold', 'centred'];
/** Elements that make a heading by themselves; of other looks there have to be several. */
const SURE: readonly Look[] = ['h2', 'h3', 'h4'];
/** Characters; a longer line is a sentence that the page stresses. */
const LONGEST = 30;
/** The share of a text's lines in one look, and that of paragraphs in the look, with which it heads nothing. */
const COMMON = 0.6;
const PARAGRAPHS = 0.2;

/**
 * Add the headings without a number that the page sets apart (elements of headings, bold and centred lines) and those that
 * their words show (前言, 结语, 专栏：…). Only what is plainly one: a short line, no sentence, no title of the document, no
 * caption, no signature; several of a look, or an element of headings.
 * @param headings the numbered ones, in order
 * @param mayHead whether a line (1-based) may be a heading
 */
export function withUnnumbered(
  headings: readonly Heading[],
  lines: readonly Line[],
  marks: readonly Mark[],
  mayHead: (line: number) => boolean,
): Heading[] {
  const taken = takenLines(headings);
  const looks = looksOfLines(lines, marks);
  const body = lines.findIndex(({ text }) => (text.length >= 15 && text.includes('。')) || /^.{2,40}[：:]$/.test(text));
  const found: Heading[] = [];
  const byLook = new Map<Look, Heading[]>();
  lines.forEach((line, i) => {
    if (taken.has(line.number) || !mayHead(line.number)) return;
    const worded = byWords(line);
    if (worded) found.push(worded);
    const look = looks[i];
    if (worded || !look || !isShortLine(line.text) || looks[i + 1] === look || looks[i - 1] === look) return;
    if (i + 1 >= lines.length || (i < body && TITLE_END.test(line.text))) return;
    const same = byLook.get(look) ?? [];
    same.push(toHeading(line, `look-${look}`, LOOKS.indexOf(look), line.text.trim()));
    byLook.set(look, same);
  });
  for (const [look, same] of byLook) {
    const behind = same.some(({ line }) => line.number > body + 1);
    const enough = same.length >= 2 || SURE.includes(look);
    if (enough && behind && setsApart(look, looks, lines)) found.push(...same);
  }
  if (found.length === 0) return [...headings];
  return placeLooks([...headings, ...found].sort((a, b) => a.start - b.start));
}

/** Whether a look is that of headings, not of the text. */
function setsApart(look: Look, looks: readonly (Look | undefined)[], lines: readonly Line[]): boolean {
  const own = lines.filter((_, i) => looks[i] === look);
  const paragraphs = own.filter(({ text }) => text.length > LONGEST && text.includes('。'));
  return own.length <= lines.length * COMMON && paragraphs.length <= own.length * PARAGRAPHS;
}

/** The lines of numbered headings, and those below them that hold their titles. */
function takenLines(headings: readonly Heading[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { line, style, title } of headings) {
    taken.add(line.number);
    if (title !== '' && !line.text.replace(/\s/g, '').includes(title.replace(/\s/g, ''))) taken.add(line.number + 1);
    // The title of an annex may have two lines.
    if (style.kind === 'annex') taken.add(line.number + 1).add(line.number + 2);
  }
  return taken;
}

function byWords(line: Line): Heading | undefined {
  const text = line.text.replace(/\s/g, '');
  if (UNNUMBERED_WORDS.test(text)) return toHeading(line, 'word', -1, text);
  const box = UNNUMBERED_BOX.exec(line.text);
  if (!box || /[。；]/.test(line.text)) return undefined;
  return { ...toHeading(line, 'box', 6.5, box[1] ?? ''), leaf: false };
}

function toHeading(line: Line, id: string, rank: number, title: string): Heading {
  const style = { id, rank, kind: id === 'box' ? ('box' as const) : ('heading' as const), item: false };
  return { line, start: line.start, style, marker: '', number: undefined, path: [], title, leaf: true };
}

/** Short words without the marks of a sentence, which name no office, no date, no table. */
function isShortLine(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST || !/[\u4e00-\u9fff]{2}/.test(text)) return false;
  if (/[。；;，,：:、！!…]$|。|^[(（〔【[*※—-]|\d{4}年\d{1,2}月|责任单位|牵头单位/.test(text)) return false;
  return !OFFICE_END.test(text) && !isCaption(text) && !readMarker(text) && !/^(?:图|表|注|附)/.test(text);
}

/** For each line the outermost look that the whole of it has. */
function looksOfLines(lines: readonly Line[], marks: readonly Mark[]): (Look | undefined)[] {
  const found: (Look | undefined)[] = lines.map(() => undefined);
  for (const look of [...LOOKS].reverse()) {
    const ranges = rangesOf(look, marks);
    let at = 0;
    lines.forEach((line, i) => {
      while (at < ranges.length && (ranges[at]?.end ?? 0) <= line.start) at++;
      let covered = line.start;
      // A line may be marked in pieces; blanks between them do not count.
      for (let k = at; k < ranges.length; k++) {
        const { start, end } = ranges[k] ?? line;
        if (start >= line.end || !isBlank(line, covered, start)) break;
        covered = end;
      }
      if (covered > line.start && isBlank(line, covered, line.end)) found[i] = look;
    });
  }
  return found;
}

function isBlank(line: Line, from: number, to: number): boolean {
  return from >= to || line.text.slice(from - line.start, to - line.start).trim() === '';
}

/** The stretches of a look, in order, without those inside of others. */
function rangesOf(look: Look, marks: readonly Mark[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const own = marks.filter((mark) => mark.kind === 'look' && mark.look === look);
  for (const { start, end } of own.sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Looks under which the numbering begins anew each time stand above it; all others hold no numbered heading. */
function placeLooks(headings: readonly Heading[]): Heading[] {
  const ranks = new Map<string, number>();
  for (const family of [LOOKS.filter((look) => look.startsWith('h')), ['bold'], ['centred']]) {
    const ids = new Set(family.map((look) => `look-${look}`));
    const below = styleBelow(headings, ids);
    // All above the numbered style, and the elements of headings in their order.
    for (const [i, id] of [...ids].entries()) if (below) ranks.set(id, below.rank - 0.5 + i / 20);
  }
  return headings.map((heading) => {
    const rank = ranks.get(heading.style.id);
    return rank === undefined ? heading : { ...heading, style: { ...heading.style, rank }, leaf: false };
  });
}

/** The style that begins with 1 under each heading of some looks, several times, and nowhere else. */
function styleBelow(headings: readonly Heading[], looks: ReadonlySet<string>): Heading['style'] | undefined {
  let below: Heading['style'] | undefined;
  let times = 0;
  for (let i = 0; i + 1 < headings.length; i++) {
    const next = headings[i + 1];
    if (!looks.has(headings[i]?.style.id ?? '') || next?.number === undefined || next.style.kind !== 'heading')
      continue;
    if (next.number !== 1 || (below && below.id !== next.style.id)) return undefined;
    below = next.style;
    times++;
  }
  const inner = below?.id;
  const elsewhere = headings.some(
    ({ style, number }, i) => style.id === inner && number === 1 && !looks.has(headings[i - 1]?.style.id ?? ''),
  );
  return times < 2 || elsewhere ? undefined : below;
}
