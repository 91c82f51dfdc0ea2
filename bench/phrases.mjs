import { parse } from '../dist/index.js';
import { compareDuties } from './duty-score.mjs';
import { compare, figures, planOf, readPhrases, writeGaps } from './phrase-score.mjs';

/*
 * How many of the records of fixtures/phrases and fixtures/responsibility-phrases are found. A folder may be named by its
 * file: address. `--notes` lists what is missed (-), invented (+) and wrong (~); `--update` writes it into the phrases as
 * their known gaps, to be looked at before it is committed.
 */

const named = process.argv.slice(2).filter((word) => word.startsWith('file:'));
const folders = named.length > 0 ? named : ['../fixtures/phrases/', '../fixtures/responsibility-phrases/'];

function adder() {
  const sums = new Map();
  const add = (name, counts) => {
    const sum = sums.get(name) ?? {};
    for (const key of Object.keys(counts)) sum[key] = (sum[key] ?? 0) + counts[key];
    sums.set(name, sum);
  };
  return { sums, add };
}

const row = (name, numbers, rest = '') =>
  console.log(`${name.padEnd(26)} ${numbers.map((x) => x.toFixed(1).padStart(6)).join(' ')}${rest}`);

/** Compare all phrases of a folder, and tell how many are whole. */
async function each(folder, phrases, read) {
  let whole = 0;
  const gaps = new Map();
  for (const phrase of phrases) {
    const { document } = await parse(new TextEncoder().encode(planOf(phrase)));
    const notes = read(phrase, document);
    gaps.set(phrase.id, notes);
    if (notes.length === 0) whole++;
    else if (process.argv.includes('--notes')) console.log([`${phrase.id} ${phrase.text}`, ...notes].join('\n   '));
  }
  if (process.argv.includes('--update')) writeGaps(folder, gaps);
  return `${whole} of ${phrases.length} phrases have all their records and no other`;
}

async function targets(folder, phrases) {
  const { sums, add } = adder();
  const whole = await each(folder, phrases, (phrase, document) => {
    const { notes, ...counts } = compare(phrase, document);
    for (const name of [phrase.sector, 'all']) for (const kind in counts) add(`${name} ${kind}`, counts[kind]);
    return notes;
  });
  console.log('                              P      R      F   strict');
  for (const [name, sum] of sums) {
    const { p, r, f } = figures(sum);
    row(name, [p, r, f, figures({ ...sum, matched: sum.right }).f]);
  }
  console.log(whole);
}

async function duties(folder, phrases) {
  const { sums, add } = adder();
  const facts = adder();
  const whole = await each(folder, phrases, (phrase, document) => {
    const { bracket, body, notes, ...others } = compareDuties(phrase, document);
    for (const name of [phrase.theme, 'all']) {
      add(`${name} bracket`, bracket);
      add(`${name} body`, body);
    }
    for (const name in others) facts.add(name, others[name]);
    return notes;
  });
  console.log('responsibilities, units       P      R      F   statements right');
  for (const [name, sum] of sums) {
    if (sum.wanted + sum.found === 0) continue;
    const { p, r, f } = figures(sum);
    row(name, [p, r, f], `   ${sum.right} of ${sum.records}`);
  }
  console.log([...facts.sums].map(([name, { wanted, right }]) => `${name} ${right} of ${wanted}`).join(', '));
  console.log(whole);
}

for (const name of folders) {
  const folder = new URL(name, import.meta.url);
  // A folder that is named has to be there.
  const phrases = readPhrases(folder);
  if (phrases.some(({ theme }) => theme !== undefined)) await duties(folder, phrases);
  else await targets(folder, phrases);
}
