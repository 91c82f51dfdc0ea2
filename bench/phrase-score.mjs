import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/*
 * Sentences of plans with the records that a careful reader takes out of them (fixtures/phrases), and how far a document
 * that was read out of one agrees. A record is found where value, unit and year agree and the names are alike; it is
 * right where comparator, class, direction, measure of time and baseline agree, too.
 */

/** All phrases of a folder, in the order of its files, each with the sector or the theme of its file. */
export function readPhrases(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const { cases, ...group } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      return cases.map((phrase) => ({ ...phrase, ...group }));
    });
}

/** Write what is known to be amiss into the phrases, by their ids, behind the id of each. */
export function writeGaps(folder, gaps) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const path = new URL(name, folder);
    const text = readFileSync(path, 'utf8').replace(/\n *"gaps": \[.*\],/g, '');
    const lines = text.replace(/^( *)"id": *"([^"]+)",$/gm, (line, indent, id) => {
      const notes = gaps.get(id) ?? [];
      return notes.length === 0 ? line : `${line}\n${indent}"gaps": ${JSON.stringify(notes)},`;
    });
    writeFileSync(path, lines);
  }
}

/** The plan that a phrase stands in: its title with a date, and its heading. */
export function planOf({ title = '青岚县经济社会发展规划（2021—2025年）', heading = '三、重点任务', text }) {
  const year = /(20\d{2})年?/.exec(title)?.[1] ?? '2021';
  return `${title}\n${year}年2月10日\n一、总体要求\n坚持稳中求进工作总基调。\n${heading}\n${text}\n`;
}

export const bare = (text) => (text ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}%.]/gu, '');

function pairsOf(text) {
  const counts = new Map();
  for (let i = 0; i < text.length - 1; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How alike two names are, 0 to 1: shared pairs of characters (Dice); at least 0.8 where one holds the other. */
export function alike(a, b) {
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 1;
  const [mine, theirs] = [pairsOf(x), pairsOf(y)];
  let shared = 0;
  for (const [pair, count] of mine) shared += Math.min(count, theirs.get(pair) ?? 0);
  const dice = x.length + y.length > 2 ? (2 * shared) / (x.length + y.length - 2) : 0;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 2 && long.includes(short) ? Math.max(0.8, dice) : dice;
}

const NAME_ALIKE = 0.4;
const sameNumber = (a, b) => (a ?? null) === (b ?? null);
const unitOf = (unit) => bare(unit).replace(/^个(?=百分点)/, '');

function targetLikeness(wanted, found) {
  if (!sameNumber(wanted.value, found.value) || !sameNumber(wanted.valueMax, found.valueMax)) return 0;
  if (unitOf(wanted.unit) !== unitOf(found.unit) || !sameNumber(wanted.year, found.year)) return 0;
  const names = alike(wanted.indicator, found.indicator);
  return names >= NAME_ALIKE ? names : 0;
}

function deadlineLikeness(wanted, found) {
  const same = ['end', 'recurring'].every((field) => sameNumber(wanted[field], found[field]));
  // An open start is forgiven where the end is there.
  const starts = sameNumber(wanted.start, found.start) || (wanted.end && !(wanted.start && found.start));
  return same && starts ? 0.5 + alike(wanted.text, found.text) / 2 : 0;
}

/** Pairs of wanted and found records, the likest first. */
export function pair(wanted, found, likeness) {
  const all = [];
  wanted.forEach((w, i) => {
    found.forEach((f, j) => {
      const score = likeness(w, f);
      if (score > 0) all.push([score, i, j]);
    });
  });
  all.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const taken = { wanted: new Map(), found: new Set() };
  for (const [, i, j] of all)
    if (!taken.wanted.has(i) && !taken.found.has(j)) {
      taken.wanted.set(i, j);
      taken.found.add(j);
    }
  return taken;
}

const FIELDS = ['comparator', 'class', 'change', 'per'];

const shownTarget = (t) =>
  `${t.class} ${t.indicator} ${t.comparator} ${t.value}${t.valueMax == null ? '' : `~${t.valueMax}`}${t.unit} @${t.year ?? null}`;
const shownDeadline = (d) => `${d.text} ${d.start ?? ''}..${d.end ?? ''} ${d.recurring ?? ''}`;

/** What of a phrase's records a document gives. `notes` has a line for each that is missed, invented or wrong in a field. */
export function compare(phrase, { targets, deadlines }) {
  const notes = [];
  const of = (wanted, found, likeness, shown, isRight) => {
    const pairs = pair(wanted, found, likeness);
    let right = 0;
    for (const [i, j] of pairs.wanted) if (isRight(wanted[i], found[j])) right++;
    for (const [i, record] of wanted.entries()) if (!pairs.wanted.has(i)) notes.push(`- ${shown(record)}`);
    for (const [j, record] of found.entries()) if (!pairs.found.has(j)) notes.push(`+ ${shown(record)}`);
    return { wanted: wanted.length, found: found.length, matched: pairs.wanted.size, right };
  };
  const sameFields = (w, f) => {
    const wrong = FIELDS.filter((field) => (w[field] ?? null) !== (f[field] ?? null));
    if ((w.baseline?.value ?? null) !== (f.baseline?.value ?? null)) wrong.push('baseline');
    if (wrong.length > 0)
      notes.push(`~ ${shownTarget(w)}: ${wrong.map((k) => `${k} ${JSON.stringify(f[k])}`).join(', ')}`);
    return wrong.length === 0;
  };
  return {
    targets: of(phrase.targets, targets, targetLikeness, shownTarget, sameFields),
    deadlines: of(phrase.deadlines, deadlines, deadlineLikeness, shownDeadline, () => true),
    notes,
  };
}

/** Precision, recall and F in percent of counts that were added up. */
export function figures({ wanted, found, matched }) {
  const p = found === 0 ? 1 : matched / found;
  const r = wanted === 0 ? 1 : matched / wanted;
  return { p: 100 * p, r: 100 * r, f: p + r === 0 ? 0 : (200 * p * r) / (p + r) };
}
