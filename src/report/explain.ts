import { REMOVAL_REASONS, REPAIR_KINDS } from '../lexicon/changes.js';
import type { Cleaning, Document, Encoding } from '../schema/model.js';
import { cleaningCounts, cleaningText, ofText } from './cleaned.js';
import { type Paper, paragraph, type Span, visible } from './paper.js';
import type { Sums } from './sums.js';
import { counted } from './text.js';

type Removed = Cleaning['removed'][number];
type Repaired = Cleaning['repaired'][number];

const INDENT = 4;
/** A removed block with more lines is shown by its first and last ones. */
const MOST_LINES = 8;
const HEAD_LINES = 4;
const TAIL_LINES = 2;
/** A longer line is shown by its beginning and its end. */
const LONGEST = 240;
const HEAD = 140;
const TAIL = 60;
/** What is shown of equal text beside a changed place. */
const AROUND = 12;

const VIA: { readonly [V in Encoding['via']]: string } = {
  bom: 'told by its byte order mark',
  'valid-utf8': 'valid throughout',
  declared: 'as the page declares',
  detected: 'found from the bytes',
  forced: 'forced with --encoding',
};

const amount = (count: number, plural: string, singular: string): string =>
  counted(count, plural, singular).replace(/^\d+/, count.toLocaleString('en-US'));
const characters = (count: number): string => amount(count, 'characters', 'character');

/** A text with its middle left out where it is long, and how much that is. */
function shortened(text: string, head = HEAD, tail = TAIL, longest = LONGEST): Span[] {
  if (text.length <= longest) return [{ text: visible(text) }];
  // A character of two units is not cut through.
  const from = /[\udc00-\udfff]/.test(text[head] ?? '') ? head + 1 : head;
  const to = /[\udc00-\udfff]/.test(text[text.length - tail] ?? '') ? text.length - tail + 1 : text.length - tail;
  return [
    { text: visible(text.slice(0, from)) },
    { text: ` … ${characters(to - from)} … `, style: 'dim' },
    { text: visible(text.slice(to)) },
  ];
}

const indented = (spans: readonly Span[], paper: Paper): string =>
  paragraph([{ text: ' '.repeat(INDENT) }, ...spans], INDENT, paper);

const place = ([first, last]: readonly [number, number]): string =>
  first === last ? `line ${first}` : `lines ${first}-${last}`;

function removedEntry({ reason, lines, text }: Removed, words: string, paper: Paper): string {
  const rows = text.split('\n');
  const title: Span[] = [
    { text: place(lines), style: 'bold' },
    { text: ': removed as ' },
    { text: reason, style: 'red' },
    { text: words },
    { text: rows.length > 1 ? `, ${amount(rows.length, 'lines', 'line')}` : '' },
  ];
  const show = (row: string): string => indented(shortened(row), paper);
  if (rows.length <= MOST_LINES) return paragraph(title, INDENT, paper) + rows.map(show).join('');
  const middle = rows.slice(HEAD_LINES, -TAIL_LINES);
  const left = middle.reduce((sum, row) => sum + row.length, 0);
  return [
    paragraph(title, INDENT, paper),
    ...rows.slice(0, HEAD_LINES).map(show),
    indented([{ text: `… ${amount(middle.length, 'lines', 'line')}, ${characters(left)} …`, style: 'dim' }], paper),
    ...rows.slice(-TAIL_LINES).map(show),
  ].join('');
}

/** Blanks are seen where a repair is about them alone. */
const seen = (text: string): string => (text.trim() === '' ? visible(text).replaceAll(' ', '␣') : visible(text));

/** Text that both sides share, shown only next to what differs. */
function shared(text: string, side: 'before' | 'behind'): Span {
  if (text.length <= AROUND) return { text: visible(text) };
  return { text: side === 'before' ? `…${visible(text.slice(-AROUND))}` : `${visible(text.slice(0, AROUND))}…` };
}

/** Before and after, with the characters that differ in colour. */
function difference({ before, after }: Repaired): Span[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // A character of two units differs as a whole.
  if (/[\ud800-\udbff]/.test(before[head - 1] ?? '')) head--;
  if (/[\udc00-\udfff]/.test(before[before.length - tail] ?? '')) tail--;
  const side = (text: string, style: 'red' | 'green'): Span[] => {
    const changed = text.slice(head, text.length - tail);
    const spans = changed.trim() === '' ? [{ text: seen(changed) }] : shortened(changed);
    return [
      shared(text.slice(0, head), 'before'),
      ...spans.map((span) => ({ style, ...span })),
      shared(text.slice(text.length - tail), 'behind'),
    ];
  };
  return [...side(before, 'red'), { text: ' → ' }, ...(after === '' ? [{ text: 'nothing' }] : side(after, 'green'))];
}

/** Repairs of one kind in one line, told together: what was taken out behind the title, what was changed below it. */
function repairedEntry(group: readonly Repaired[], words: string, paper: Paper): string {
  const [{ kind, line, guessed } = { kind: '', line: 0, guessed: false }] = group;
  const out = group.filter(({ after }) => after === '').map(({ before }) => seen(before));
  const changed = group.filter(({ after }) => after !== '');
  const taken = shortened(out.join(' ')).map((span) => ({ style: 'red' as const, ...span }));
  const title: Span[] = [
    { text: `line ${line}`, style: 'bold' },
    { text: ': repaired ' },
    { text: kind, style: 'green' },
    { text: words },
    ...(guessed ? [{ text: ', ' }, { text: '? guessed', style: 'yellow' } as const] : []),
    ...(out.length > 0 ? [{ text: ', taken out: ' }, ...taken] : []),
  ];
  const mark: Span[] = guessed ? [{ text: '? ', style: 'yellow' }] : [];
  const show = (repair: Repaired): string => indented([...mark, ...difference(repair)], paper);
  return paragraph(title, INDENT, paper) + changed.map(show).join('');
}

/** Repairs of one kind that follow each other in one line of the original. */
function grouped(repaired: readonly Repaired[]): Repaired[][] {
  const groups: Repaired[][] = [];
  for (const one of repaired) {
    const group = groups.at(-1);
    const first = group?.[0];
    const same = first && first.kind === one.kind && first.line === one.line && first.guessed === one.guessed;
    if (group && same) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Every record of the cleaning, in the order of the file; what a reason means is said where it first occurs. */
function entries({ removed, repaired }: Cleaning, paper: Paper): string {
  const told = new Set<string>();
  const meaning = (name: string, words: string | undefined): string => {
    if (words === undefined || told.has(name)) return '';
    told.add(name);
    return ` (${words})`;
  };
  const all = [
    ...removed.map((one) => ({
      line: one.lines[0],
      show: () => removedEntry(one, meaning(one.reason, REMOVAL_REASONS[one.reason]), paper),
    })),
    ...grouped(repaired).map((group) => {
      const { line, kind } = group[0] ?? { line: 0, kind: '' };
      return { line, show: () => repairedEntry(group, meaning(kind, REPAIR_KINDS[kind]), paper) };
    }),
  ];
  return all
    .sort((a, b) => a.line - b.line)
    .map(({ show }) => show())
    .join('');
}

function encodingText({ name, via, confidence, replaced }: Encoding): string {
  const sure = via === 'forced' ? '' : `, ${Math.round(confidence * 100)}% sure`;
  return `${name}, ${VIA[via]}${sure}; ${replaced === 0 ? 'every byte decoded' : `${characters(replaced)} could not be decoded`}`;
}

function scriptText(script: string, { converted }: Sums): string {
  if (converted.lines === 0) return `${script}, nothing converted`;
  return `${script}; ${characters(converted.characters)} made simplified in ${amount(converted.lines, 'lines', 'line')}`;
}

function layoutText({ layout: { blanks, lineEnds, invisible } }: Sums): string {
  const parts = [
    ...(blanks > 0 ? [`${amount(blanks, 'blanks', 'blank')} taken out or made one`] : []),
    ...(lineEnds > 0 ? [`${amount(lineEnds, 'line ends', 'line end')} taken out or made plain`] : []),
    ...(invisible > 0 ? [`${amount(invisible, 'invisible characters', 'invisible character')} taken out`] : []),
  ];
  return parts.join(', ') || 'nothing changed';
}

/** What `--keep` can put back, for the reasons that there are. */
function hint({ removed }: Cleaning): string {
  const reasons = Object.keys(REMOVAL_REASONS).filter((name) => removed.some(({ reason }) => reason === name));
  if (reasons.length === 0) return '';
  return `To leave removed text in: ${reasons.map((reason) => `--keep ${reason}`).join(', ')}`;
}

/**
 * For people: how a file was read, what its cleaning removed and repaired, where in the original, and why. All of it is
 * told by the document's own records; `sums` adds what they do not list.
 */
export function explanation(document: Document, sums: Sums, paper: Paper): string {
  const { source, cleaning, diagnostics } = document;
  const fact = (label: string, text: string): string =>
    paragraph([{ text: label.padEnd(10), style: 'dim' }, { text }], 10, paper);
  const told = entries(cleaning, paper);
  // What was guessed is told with its repair.
  const check = diagnostics.filter((d) => ofText(d) && d.severity !== 'info' && d.code !== 'clean/guessed-character');
  const findings = check.map(({ line, message }) =>
    paragraph(
      [{ text: line === undefined ? '' : `line ${line} of the text: ` }, { text: visible(message) }],
      INDENT,
      paper,
    ),
  );
  const closing = cleaningText(cleaningCounts(cleaning));
  const last = [closing, hint(cleaning)].filter(Boolean).map((text) => paragraph([{ text }], INDENT, paper));
  return [
    paragraph([{ text: visible(source.path), style: 'bold' }], 0, paper),
    fact('encoding', encodingText(source.encoding)),
    fact('script', scriptText(source.script, sums)),
    fact('layout', layoutText(sums)),
    ...(told === '' ? [] : ['\n', told]),
    ...(findings.length === 0
      ? []
      : ['\n', paragraph([{ text: 'to check:', style: 'yellow' }], 0, paper), ...findings]),
    '\n',
    ...last,
  ].join('');
}
