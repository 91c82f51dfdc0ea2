import type { Difference } from './differences.js';
import type { FoundAt, FoundPlaces } from './expectation.js';
import type { Finding, Rule } from './finding.js';
import type { Gap, Settled } from './gaps.js';
import { canonical } from './pairing.js';
import { oneLine } from './text.js';

/** What a check may find. */
export const CHECK_RULES: readonly Rule[] = [
  { id: 'check/missing', level: 'error', summary: 'A record that is expected was not found.' },
  { id: 'check/extra', level: 'error', summary: 'A record was found that is not expected.' },
  { id: 'check/changed', level: 'error', summary: 'A record was found with other values than are expected.' },
  { id: 'check/excluded', level: 'error', summary: 'A record was found that must not be found.' },
  { id: 'check/meta', level: 'error', summary: 'A fact of the document is another than is expected.' },
  { id: 'check/clean', level: 'error', summary: 'A line of the cleaned text is another than clean.txt has.' },
  { id: 'check/refused', level: 'error', summary: 'A source was refused, or was read where it has to be refused.' },
  { id: 'check/fixture', level: 'error', summary: 'A fixture is incomplete or damaged.' },
  { id: 'check/stale-gap', level: 'error', summary: 'A known difference does not occur any more.' },
  { id: 'check/minimum', level: 'error', summary: 'Precision, recall or F of a kind is below its minimum.' },
  { id: 'check/verdict', level: 'error', summary: 'A verdict cannot become what a fixture expects.' },
  { id: 'check/known', level: 'note', summary: 'A difference that is accepted for now.' },
];

/** What there is to say about one fixture. */
export interface CheckedFixture {
  /** The folder as people gave it, and the source in it. */
  readonly path: string;
  readonly source: string;
  readonly settled: Settled;
  readonly places: FoundPlaces;
  /** The cleaned text; null where there is none. */
  readonly text: string | null;
  /** The line of a value in expected.json by its path. */
  readonly lineOf: (path: string) => number | undefined;
  /** Why the source was refused. */
  readonly refusal: string | null;
}

/** Characters of a quote that are shown; of a changed text, characters on both sides of the change. */
const QUOTE = 60;
const AROUND = 12;

const cut = (text: string): string => (text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text);
const quoted = (text: string): string => (text === '' ? '' : `“${cut(oneLine(text))}”`);

/** Two long texts reduced to where they differ. */
export function narrowed(a: string, b: string): [string, string] {
  if (a.length <= QUOTE && b.length <= QUOTE) return [a, b];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const from = Math.max(0, head - AROUND);
  const part = (text: string): string => {
    const to = Math.min(text.length, text.length - tail + AROUND);
    return (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
  };
  return [part(a), part(b)];
}

/** `value: 95 -> 96`, expected and found. */
function changeOf({ name, expected, found }: Difference['fields'][number]): string {
  if (found === undefined) return `${name}: ${canonical(expected)} -> nothing`;
  if (typeof expected !== 'string' || typeof found !== 'string')
    return `${name}: ${canonical(expected)} -> ${canonical(found)}`;
  const [before, after] = narrowed(expected, found);
  return `${name}: "${before}" -> "${after}"`;
}

/** Where a record stands in the original, for people. */
function sourcePlace({ line, source }: FoundAt): string {
  const cleaned = `line ${line} of the cleaned text`;
  if (source === undefined) return cleaned;
  if ('page' in source) return `page ${source.page}, line ${source.line}; ${cleaned}`;
  if ('paragraph' in source) return `paragraph ${source.paragraph}; ${cleaned}`;
  return `line ${source.line}, column ${source.column}; ${cleaned}`;
}

/** Where the sentence of a record that was not found stands, if anywhere. */
function sentencePlace(quote: string, text: string | null): string | null {
  if (text === null || quote === '') return null;
  const at = text.indexOf(quote);
  if (at < 0) return 'it does not stand like this in the cleaned text';
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return `line ${line} of the cleaned text`;
}

function sentence(quote: string, place: string | null): string[] {
  if (quote === '') return place === null ? [] : [`at: ${place}`];
  return [`sentence: ${quoted(quote)}${place === null ? '' : ` (${place})`}`];
}

/** The path of an expected record in expected.json. */
const pathOf = ({ kind, list, expectedIndex }: Difference): string =>
  `${list === 'whole' ? kind : `${list}.${kind}`}[${expectedIndex}]`;

function recordFinding(difference: Difference, fixture: CheckedFixture): Finding {
  const { kind, change, list, section, label, quote, fields, foundIndex } = difference;
  const names = fields.length > 0 ? ` in ${fields.map(({ name }) => name).join(', ')}` : '';
  const what = list === 'excludes' ? 'found, and must not be' : `${change}${names}`;
  const message = oneLine([kind, `${what}:`, section === '' ? '' : `[${section}]`, label].filter(Boolean).join(' '));
  const at = foundIndex === undefined ? undefined : fixture.places[kind as keyof FoundPlaces]?.[foundIndex];
  const level = 'error' as const;
  const details = [
    ...fields.map(changeOf),
    ...sentence(quote, at ? sourcePlace(at) : sentencePlace(quote, fixture.text)),
  ].map(oneLine);
  if (change === 'extra') {
    const source = at?.source;
    const place = source && 'column' in source ? { line: source.line, column: source.column } : {};
    const known = at ? { place: at.id } : {};
    const rule = list === 'excludes' ? 'check/excluded' : 'check/extra';
    return { rule, level, file: fixture.source, ...place, ...known, message, details };
  }
  const place = pathOf(difference);
  return { ...inExpected(fixture, place), rule: `check/${change}`, level, place, message, details };
}

/** A place in expected.json. */
function inExpected({ path, lineOf }: CheckedFixture, place: string): { file: string; line?: number } {
  const line = lineOf(place);
  return { file: `${path}/expected.json`, ...(line === undefined ? {} : { line }) };
}

function refusalFinding({ fields }: Difference, fixture: CheckedFixture): Finding {
  const [field] = fields;
  const { expected, found } = field ?? {};
  const message =
    found === null
      ? `the source was read, and must be refused as ${String(expected)}`
      : `the source was refused as ${String(found)}, and ${expected === null ? 'records are expected' : `must be as ${String(expected)}`}`;
  const details = fixture.refusal === null ? [] : [oneLine(fixture.refusal)];
  return { rule: 'check/refused', level: 'error', file: fixture.source, message, details };
}

function metaFinding({ quote, fields }: Difference, fixture: CheckedFixture): Finding {
  const place = `meta.${quote}`;
  const details = fields.map(changeOf).map(oneLine);
  const message = `meta changed in ${quote}`;
  return { rule: 'check/meta', level: 'error', ...inExpected(fixture, place), place, message, details };
}

function differenceFinding(difference: Difference, fixture: CheckedFixture): Finding {
  if (difference.kind === 'failure') return refusalFinding(difference, fixture);
  return difference.kind === 'meta' ? metaFinding(difference, fixture) : recordFinding(difference, fixture);
}

/** Runs of differences that stand beside each other in the text. */
function hunks(differences: readonly Difference[]): Difference[][] {
  const groups: Difference[][] = [];
  let last = Number.NaN;
  for (const found of differences) {
    const at = found.expectedIndex ?? -1;
    if (at === last + 1) groups.at(-1)?.push(found);
    else groups.push([found]);
    last = at;
  }
  return groups;
}

/** As many missing as extra lines in one place are changed lines: shown in pairs, reduced to the change. */
function textFindings(differences: readonly Difference[], path: string): Finding[] {
  const finding = (line: string, change: string, details: string[]): Finding => ({
    ...{ rule: 'check/clean', level: 'error', file: `${path}/clean.txt`, line: Number(line) },
    ...{ message: `clean.txt ${change}: ${cut(oneLine(details.join(' ')))}`, details: details.map(oneLine) },
  });
  return hunks(differences).flatMap((hunk) => {
    const missing = hunk.filter((d) => d.change === 'missing');
    const extra = hunk.filter((d) => d.change === 'extra');
    if (missing.length !== extra.length)
      return hunk.map(({ label, change, quote }) =>
        finding(label, change, [`${change === 'missing' ? '-' : '+'} ${cut(quote)}`]),
      );
    return missing.map((gone, i) => {
      const [before, after] = narrowed(gone.quote, extra[i]?.quote ?? '');
      return finding(gone.label, 'changed', [`- ${before}`, `+ ${after}`]);
    });
  });
}

function staleFinding({ kind, change, quote }: Gap, path: string): Finding {
  const message = `stale gap: ${kind} ${change} ${quoted(quote)} does not occur any more; take it out`;
  return { rule: 'check/stale-gap', level: 'error', file: `${path}/case.json`, message };
}

function knownFinding(difference: Difference, { why }: Gap, fixture: CheckedFixture): Finding {
  const { kind, change, quote } = difference;
  const message = oneLine(`known: ${kind} ${change} ${quoted(quote)}: ${why}`);
  return { rule: 'check/known', level: 'note', file: `${fixture.path}/case.json`, message };
}

/** All that is to say about one fixture. Nothing about what is as expected. */
export function checkFindings(fixture: CheckedFixture): Finding[] {
  const { open, known, stale } = fixture.settled;
  return [
    ...open.filter((d) => d.kind !== 'clean').map((d) => differenceFinding(d, fixture)),
    ...textFindings(
      open.filter((d) => d.kind === 'clean'),
      fixture.path,
    ),
    ...stale.map((gap) => staleFinding(gap, fixture.path)),
    ...known.map(({ difference, gap }) => knownFinding(difference, gap, fixture)),
  ];
}
