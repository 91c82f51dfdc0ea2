import { bareLabel, type Labelled, labelledLine } from './labels.js';

/** What a value has to look like. A word is anything short that is no sentence. */
export type ValueKind = 'date' | 'code' | 'number' | 'count' | 'state' | 'word';

/**
 * Where a label means the page: `page` everywhere, for no document has such a label; `fact` above and below the document,
 * inside of it only with a value of its kind; `plain` words that a document uses too, above and below it alone.
 */
export type LabelPlace = 'page' | 'fact' | 'plain';

export interface LabelEntry<Field extends string = string> {
  readonly field: Field | null;
  readonly value: ValueKind;
  readonly place: LabelPlace;
}

export type Labels<Field extends string> = ReadonlyMap<string, LabelEntry<Field>>;

/** A line that may be one of a block of facts. */
export interface BlockLine {
  readonly text: string;
  /** Above or below the document, where nothing of the issuer's is expected but its head. */
  readonly outside: boolean;
  /** Above it, where a lone date is that of the page. */
  readonly above: boolean;
  /** May be the value of a label in the line before: no heading, no title that stands nowhere else, nothing known. */
  readonly mayBeValue: () => boolean;
}

/** The facts that a line holds, as label's field and value; empty for labels without value and for bare labels. */
export type Facts<Field extends string> = readonly (readonly [Field, string])[];

const FULL_DATE = /(?:19|20)\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}/;
const CLOCK = /\d{1,2}[:：]\d{2}/;
const LONGEST_LINE = 200;

const KINDS: { readonly [K in ValueKind]: (value: string) => boolean } = {
  date: (value) => value.length <= 40 && FULL_DATE.test(value),
  code: (value) => value.length <= 60 && /\d{3}|^[A-Za-z0-9][\w\-/.()]+$/.test(value) && !/[。；，]/.test(value),
  number: (value) => value.length <= 50 && (/\d\s*号/.test(value) || /^(?:无|-+|—+)$/.test(value)),
  count: (value) => /^[\d\s,，.万千+次人[\]()（）]*$|^-+$|加载|读取/.test(value),
  state: (value) => value.length <= 16 && /有效|失效|废止|现行|修订|修改|无|^[是否]$|^-+$/.test(value),
  word: (value) => value.length <= 60 && !/[。；;]|[:：]$/.test(value),
};

/**
 * Read a block of facts: per line the facts that it holds, undefined for a line that is none of the block. Labels stand
 * before their values in a line, alone above them, or all together above all values, as tables and lists give them.
 */
export function readBlock<Field extends string>(
  lines: readonly BlockLine[],
  labels: Labels<Field>,
): (Facts<Field> | undefined)[] {
  const known = (label: string): boolean => labels.has(label);
  const result: (Facts<Field> | undefined)[] = lines.map(() => undefined);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text.length > LONGEST_LINE) continue;
    const run = bareRun(lines, i, known);
    if (run.length > 0) {
      i += readRun(lines, i, run, labels, result) - 1;
      continue;
    }
    const found = labelledLine(line.text, known);
    if (found && isFacts(found, line, labels)) result[i] = factsIn(found, labels);
    else if (line.outside) result[i] = looseFacts(line, labels);
  }
  return result;
}

interface Bare {
  readonly label: string;
  readonly marked: boolean;
}

/** Labels alone in their lines, one below the other. */
function bareRun(lines: readonly BlockLine[], from: number, known: (label: string) => boolean): Bare[] {
  const run: Bare[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    const bare = line ? bareLabel(line.text, known) : undefined;
    if (!bare) break;
    run.push(bare);
  }
  return run;
}

/** Labels in lines of their own and their values below; returns how many lines were looked at. */
function readRun<Field extends string>(
  lines: readonly BlockLine[],
  from: number,
  run: readonly Bare[],
  labels: Labels<Field>,
  result: (Facts<Field> | undefined)[],
): number {
  const entries = run.map((bare) => labels.get(bare.label));
  const below = lines.slice(from + run.length, from + run.length * 2);
  const fits = (line: BlockLine | undefined, entry: LabelEntry | undefined): boolean =>
    line !== undefined && entry !== undefined && KINDS[entry.value](bareValue(line.text)) && line.mayBeValue();
  const table =
    run.length > 1 &&
    entries.some((entry, i) => entry && entry.value !== 'word' && entry.value !== 'count' && fits(below[i], entry)) &&
    entries.every((entry, i) => fits(below[i], entry));
  if (table && isOfPage(lines[from], run, entries)) {
    entries.forEach((entry, i) => {
      result[from + i] = [];
      result[from + run.length + i] = factOf(entry, bareValue(below[i]?.text ?? ''));
    });
    return run.length * 2;
  }
  const last = entries.at(-1);
  const hasValue = fits(below[0], last) && !labelledLine(below[0]?.text ?? '', (label) => labels.has(label));
  run.forEach((bare, i) => {
    const value = hasValue && i === run.length - 1;
    if (!isOfPage(lines[from + i], [bare], [entries[i]], value)) return;
    result[from + i] = [];
    if (value) result[from + run.length] = factOf(last, bareValue(below[0]?.text ?? ''));
  });
  return run.length + (result[from + run.length] ? 1 : 0);
}

/** Whether labels without their values in the line are the page's. */
function isOfPage(
  line: BlockLine | undefined,
  run: readonly Bare[],
  entries: readonly (LabelEntry | undefined)[],
  hasValue = true,
): boolean {
  const marked = run.every((bare) => bare.marked);
  if (!line?.outside) {
    const page = entries.some((entry) => entry?.place === 'page');
    const typed = entries.every(
      (entry) => entry?.place !== 'plain' && (entry?.value !== 'word' || entry.place === 'page'),
    );
    return marked && (page || (typed && hasValue));
  }
  return marked || hasValue || entries.some((entry) => entry?.place !== 'plain');
}

/** Whether labels and values in one line are facts of the page and no sentence of the document. */
function isFacts(
  found: { readonly before: string; readonly labels: readonly Labelled[] },
  line: BlockLine,
  labels: Labels<string>,
): boolean {
  const all = found.labels.map(({ label, value }) => ({ entry: labels.get(label), value }));
  const dated = found.before !== '' && FULL_DATE.test(found.before) && found.before.length <= 40;
  const control = line.outside && /^.{1,8}[】\]]$/.test(found.before);
  if (found.before !== '' && !dated && !control) return false;
  // A sentence behind the label is the issuer's; a fact of the page is short and has no full stop.
  if (/[。；]/.test(line.text) || (all.length === 1 && line.text.length > 100)) return false;
  const fits = all.map(({ entry, value }) => entry !== undefined && (value === '' || KINDS[entry.value](value)));
  const places = all.map(({ entry }) => entry?.place);
  if (line.outside) {
    return all.every(
      ({ entry }, i) => fits[i] || entry?.place === 'page' || (entry?.place === 'fact' && all.length > 1),
    );
  }
  if (places.includes('page')) return all.some(({ entry }, i) => entry?.place === 'page' && fits[i]);
  if (dated) return fits.every(Boolean);
  return all.every(
    ({ entry, value }, i) => fits[i] && value !== '' && entry?.place === 'fact' && entry.value !== 'word',
  );
}

function factsIn<Field extends string>(
  found: { readonly before: string; readonly labels: readonly Labelled[] },
  labels: Labels<Field>,
): Facts<Field> {
  const published = found.before === '' ? [] : dateFact(found.before, labels);
  return [...published, ...found.labels.flatMap(({ label, value }) => factOf(labels.get(label), value))];
}

/** `发布日期 2022-10-11`, `2022-10-11 09:30 某县发布`: without the marks that show a label. */
function looseFacts<Field extends string>({ text, above }: BlockLine, labels: Labels<Field>): Facts<Field> | undefined {
  const [head = '', ...rest] = text.trim().split(/\s+/);
  const entry = labels.get(head);
  const value = rest.join(' ');
  if (entry && entry.value !== 'word' && value !== '' && KINDS[entry.value](value)) {
    return factOf(entry, value);
  }
  if (!above) return undefined;
  const bare = text.trim();
  const stamped = bare.length <= 40 && FULL_DATE.test(bare) && (CLOCK.test(bare) || /^[\d\-/.]+$/.test(bare));
  return stamped && !/[。；，]/.test(bare) ? dateFact(bare, labels) : undefined;
}

/** A date that stands where 发布日期 would. */
function dateFact<Field extends string>(text: string, labels: Labels<Field>): Facts<Field> {
  return factOf(labels.get('发布日期'), FULL_DATE.exec(text)?.[0] ?? '');
}

function factOf<Field extends string>(entry: LabelEntry<Field> | undefined, value: string): Facts<Field> {
  return entry?.field && value !== '' && KINDS[entry.value](value) ? [[entry.field, value]] : [];
}

function bareValue(text: string): string {
  return text.replace(/^[\s•·:：|｜]+/, '').trim();
}
