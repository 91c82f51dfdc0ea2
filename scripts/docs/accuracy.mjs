import { compareDuties } from '../../bench/duty-score.mjs';
import { compare as comparePhrase, figures, planOf, readPhrases } from '../../bench/phrase-score.mjs';
import { parse } from '../../dist/index.js';
import { compare } from '../../dist/report/differences.js';
import { expectationOf } from '../../dist/report/expectation.js';
import { generated, page, table } from './markdown.mjs';

const KINDS = ['targets', 'deadlines', 'responsibilities', 'sections', 'tables'];
const percent = (x) => x.toFixed(1);

function adder() {
  const sums = new Map();
  const add = (name, counts) => {
    const sum = sums.get(name) ?? { wanted: 0, found: 0, matched: 0, right: 0, records: 0 };
    for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0;
    sums.set(name, sum);
  };
  return { sums, add };
}

/** Precision, recall and F, and F of the records that are right in every field. */
function row(name, sum) {
  const { p, r, f } = figures(sum);
  return [
    name,
    sum.wanted,
    sum.found,
    percent(p),
    percent(r),
    percent(f),
    percent(figures({ ...sum, matched: sum.right }).f),
  ];
}

const HEAD = ['', 'Expected', 'Found', 'Precision', 'Recall', 'F', 'F, all fields'];

function ofFixtures(fixtures) {
  const { sums, add } = adder();
  const refused = { wanted: 0, right: 0 };
  for (const { expected, document, failure } of fixtures) {
    if (expected.failure !== undefined) {
      refused.wanted++;
      if (failure === expected.failure) refused.right++;
    }
    if (!document) continue;
    const found = expectationOf(document);
    const { differences, pairs } = compare(expected, found);
    for (const kind of KINDS) {
      if (!expected[kind]) continue;
      const matched = pairs[kind].size;
      const changed = differences.filter((d) => d.kind === kind && d.change === 'changed').length;
      add(kind, {
        wanted: expected[kind].length,
        found: (found[kind] ?? []).length,
        matched,
        right: matched - changed,
      });
    }
  }
  return { rows: KINDS.map((kind) => row(kind, sums.get(kind))), refused };
}

async function ofPhrases() {
  const phrases = readPhrases(new URL('../../fixtures/phrases/', import.meta.url));
  const { sums, add } = adder();
  for (const phrase of phrases) {
    const { document } = await parse(planOf(phrase));
    const { targets, deadlines } = comparePhrase(phrase, document);
    add('targets', targets);
    add('deadlines', deadlines);
    add(phrase.sector, targets);
  }
  const { targets, deadlines, ...sectors } = Object.fromEntries(sums);
  return {
    count: phrases.length,
    traps: phrases.filter((phrase) => phrase.targets.length + phrase.deadlines.length === 0).length,
    rows: [row('targets', targets), row('deadlines', deadlines)],
    sectors: Object.entries(sectors).map(([name, sum]) => row(name, sum)),
  };
}

async function ofDuties() {
  const phrases = readPhrases(new URL('../../fixtures/responsibility-phrases/', import.meta.url));
  const { sums, add } = adder();
  for (const phrase of phrases) {
    const { document } = await parse(planOf(phrase));
    const { bracket, body } = compareDuties(phrase, document);
    add('bracket', bracket);
    add('body', body);
  }
  const duty = (name, sum) => {
    const { p, r, f } = figures(sum);
    return [name, sum.wanted, sum.found, percent(p), percent(r), percent(f), `${sum.right} of ${sum.records}`];
  };
  return {
    count: phrases.length,
    traps: phrases.filter(({ responsibilities }) => responsibilities.length === 0).length,
    rows: [duty('brackets, labels, tables', sums.get('bracket')), duty('running text', sums.get('body'))],
  };
}

function gapsOf(fixtures) {
  const counts = new Map();
  for (const { gaps } of fixtures)
    for (const { kind, change } of gaps)
      counts.set(kind, { ...counts.get(kind), [change]: (counts.get(kind)?.[change] ?? 0) + 1 });
  const changes = ['missing', 'extra', 'changed'];
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, by]) => [kind, ...changes.map((change) => by[change] ?? 0)]);
}

export async function accuracyPage(fixtures) {
  const whole = ofFixtures(fixtures);
  const phrases = await ofPhrases();
  const duties = await ofDuties();
  return page([
    '# Accuracy',
    generated('a run over the fixtures and phrases'),
    'How good the records are, how that is measured, and what the figures do not say. What is read and what is not stands in [limits.md](limits.md).',
    '## What is compared',
    'Precision is the share of what was found that a careful reader finds as well; recall the share of what that reader finds that was found; F their harmonic mean; all in percent. A record counts as found where it can be paired with an expected one; “all fields” counts only records that are right in every field that the expectation states.',
    '## Plans',
    `${fixtures.length} invented plans in [fixtures/](../fixtures), in the formats, encodings and states in which downloads come. Each has an \`expected.json\`: what a person takes out of it, checked line by line against the source. ${whole.refused.right} of ${whole.refused.wanted} files that must be refused are refused for the right reason.`,
    table(HEAD, whole.rows),
    'The rules were made with these plans in sight, so the figures say what is known to work and not how the next plan will fare. What is known to be wrong stands as a _gap_ in the `case.json` of each fixture, with what it should be; `gongwen check fixtures` fails for any other difference, and for a gap that does not occur any more. The gaps of now:',
    table(['Kind', 'Missing', 'Extra', 'Wrong in a field'], gapsOf(fixtures)),
    '## Sentences',
    `${phrases.count} sentences of ten sectors and all levels of government in [fixtures/phrases/](../fixtures/phrases), written without a look at the rules, ${phrases.traps} of them traps that hold neither a target nor a deadline. A target is found where value, unit and year agree and the names are alike.`,
    table(HEAD, phrases.rows),
    'Targets by sector:',
    table(HEAD, phrases.sectors),
    `${duties.count} phrases of responsibility in [fixtures/responsibility-phrases/](../fixtures/responsibility-phrases), ${duties.traps} of them traps. Units with their roles are counted.`,
    table(['', 'Expected', 'Found', 'Precision', 'Recall', 'F', 'Statements right'], duties.rows),
    '## Blind sets',
    'A rule that was made for a sentence reads that sentence. So parts of the phrases were kept back: they were read once by rules whose author had not seen them, and only then used. These come nearest to what to expect of plans that nobody has looked at:',
    table(
      ['Set', 'F when first read', 'What the rules had seen'],
      [
        ['targets, the first 222 phrases', '79', 'none of them'],
        ['targets, the 110 others', '84', 'the first 222'],
        ['responsibility in brackets, the first 286 phrases', '80', 'none of them'],
        ['responsibility in running text, the first 286 phrases', '68', 'none of them'],
        ['responsibility, the 90 others, brackets and running text', '87 and 87', 'the first 286'],
      ],
    ),
    'These were measured once, when the sets were new, and cannot be measured again; they are the only figures on this page that a run does not give.',
    '## Measure it yourself',
    '`gongwen check fixtures` compares the plans, `node bench/phrases.mjs --notes` the sentences, with what is missed (-), invented (+) and wrong (~). For files of your own, put a folder with `source.*` and `case.json` anywhere and run `gongwen check FOLDER --update` once: it writes what the tool found, which you correct by hand; from then on `gongwen check FOLDER` tells every difference.',
  ]);
}
