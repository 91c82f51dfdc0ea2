import { parse } from '../dist/index.js';
import { compare, figures, planOf, readPhrases, writeGaps } from './phrase-score.mjs';

/*
 * How many of the records of fixtures/phrases are found. `--notes` lists what is missed (-), invented (+) and wrong (~);
 * `--update` writes it into the phrases as their known gaps, to be looked at before it is committed.
 */

const folder = new URL(
  process.argv.find((word) => word.startsWith('file:')) ?? '../fixtures/phrases/',
  import.meta.url,
);
const sums = new Map();
const add = (name, counts) => {
  const sum = sums.get(name) ?? { wanted: 0, found: 0, matched: 0, right: 0 };
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  sums.set(name, sum);
};
let whole = 0;
const gaps = new Map();
const phrases = readPhrases(folder);
for (const phrase of phrases) {
  const { document } = await parse(new TextEncoder().encode(planOf(phrase)));
  const { targets, deadlines, notes } = compare(phrase, document);
  for (const name of [phrase.sector, 'all']) {
    add(`${name} targets`, targets);
    add(`${name} deadlines`, deadlines);
  }
  gaps.set(phrase.id, notes);
  if (notes.length === 0) whole++;
  else if (process.argv.includes('--notes')) console.log([`${phrase.id} ${phrase.text}`, ...notes].join('\n   '));
}
console.log('                              P      R      F   strict');
for (const [name, sum] of sums) {
  const { p, r, f } = figures(sum);
  const strict = figures({ ...sum, matched: sum.right }).f;
  console.log(`${name.padEnd(26)} ${[p, r, f, strict].map((x) => x.toFixed(1).padStart(6)).join(' ')}`);
}
if (process.argv.includes('--update')) writeGaps(folder, gaps);
console.log(`${whole} of ${phrases.length} phrases have all their records and no other`);
