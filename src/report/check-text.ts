import type { Difference } from './compare.js';
import type { Settled } from './gaps.js';
import { canonical } from './pairing.js';
import { counted, oneLine } from './text.js';

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

function changeOf(field: Difference['fields'][number]): string {
  const { name, expected, found } = field;
  if (found === undefined) return `${name}: ${canonical(expected)} -> nothing`;
  if (typeof expected !== 'string' || typeof found !== 'string')
    return oneLine(`${name}: ${canonical(expected)} -> ${canonical(found)}`);
  const [before, after] = narrowed(expected, found);
  return oneLine(`${name}: "${before}" -> "${after}"`);
}

/** A difference as lines for people: what, where, and for each changed field expected -> found. */
function differenceLines({ kind, change, section, label, quote, fields }: Difference): string[] {
  const changes = fields.map((field) => `    ${changeOf(field)}`);
  if (kind === 'failure' || kind === 'meta') return [`  ${kind} changed`, ...changes];
  if (kind === 'clean') return [`  clean.txt ${change} line ${label}: ${quoted(quote)}`];
  const place = section === '' ? '' : `[${section}] `;
  return [oneLine(`  ${kind} ${change} ${place}${label} ${quoted(quote)}`), ...changes];
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
function textLines(differences: readonly Difference[]): string[] {
  return hunks(differences).flatMap((hunk) => {
    const missing = hunk.filter((d) => d.change === 'missing');
    const extra = hunk.filter((d) => d.change === 'extra');
    if (missing.length !== extra.length) return hunk.flatMap(differenceLines);
    return missing.flatMap((gone, i) => {
      const [before, after] = narrowed(gone.quote, extra[i]?.quote ?? '');
      return [`  clean.txt changed line ${gone.label}`, `    - ${oneLine(before)}`, `    + ${oneLine(after)}`];
    });
  });
}

/** What a check says about one fixture. No lines about what is as expected. */
export function settledLines({ open, known, stale }: Settled): string[] {
  return [
    ...open.filter((d) => d.kind !== 'clean').flatMap(differenceLines),
    ...textLines(open.filter((d) => d.kind === 'clean')),
    ...known.map(({ difference: d, gap }) => oneLine(`  known: ${d.kind} ${d.change} ${quoted(d.quote)}: ${gap.why}`)),
    ...stale.map((g) =>
      oneLine(
        `  stale gap: ${g.kind} ${g.change} ${quoted(g.quote)} does not occur any more; take it out of case.json`,
      ),
    ),
  ];
}

/** The last lines of a check. */
export function checkTotals(
  fixtures: number,
  differing: number,
  differences: readonly Difference[],
  known: number,
): string {
  const counts = new Map<string, number>();
  for (const { kind, change } of differences) {
    const name = kind === 'meta' || kind === 'failure' ? kind : `${kind} ${change}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `  ${name}: ${count}`);
  const head = `${counted(fixtures, 'fixtures', 'fixture')}: ${fixtures - differing} as expected, ${differing} not; ${counted(known, 'known gaps', 'known gap')}`;
  return [head, ...rows].join('\n');
}
