import { BODY_EXAMPLES, RESPONSIBILITY_EXAMPLES } from '../../dist/extract/responsibility/examples.js';
import { DEADLINE_EXAMPLES } from '../../dist/extract/rules/deadline/examples.js';
import { TARGET_RULES } from '../../dist/extract/targets.js';
import * as times from '../../dist/extract/tokens/times/examples.js';
import { parse } from '../../dist/index.js';
import { COMPETENCES } from '../../dist/lexicon/bodies/competences.js';
import { REMOVAL_REASONS, REPAIR_KINDS } from '../../dist/lexicon/changes.js';
import { COLUMN_WORDS } from '../../dist/lexicon/columns.js';
import { BEFORE, BEHIND } from '../../dist/lexicon/comparators.js';
import { INDICATORS_BY_SECTOR } from '../../dist/lexicon/indicators/index.js';
import { NUMBERING_STYLES } from '../../dist/lexicon/numbering.js';
import * as reasons from '../../dist/lexicon/reasons.js';
import { UNITS } from '../../dist/lexicon/units.js';
import { code, generated, page, table } from './markdown.mjs';

const outcome = ({ gives }) => (gives.length === 0 ? '_nothing_' : gives.map(plain).join('<br>'));
const examples = (list) =>
  table(
    ['Text', 'Gives'],
    list.map((example) => [plain(example.text), outcome(example)]),
  );
const named = (entries, head) =>
  table(
    [head, 'In words'],
    Object.entries(entries).map(([key, words]) => [code(key), words]),
  );
const short = (text) => (text.length > 48 ? `${text.slice(0, 48)}…` : text);
/** Text of a file in a page: it is no markup. */
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const shown = (text) => (text === undefined ? '–' : text === '' ? '_nothing_' : code(visible(text)));
const visible = (text) => short(text.replace(/\n/g, '⏎')).replaceAll('`', "'");

function targetRules() {
  return TARGET_RULES.flatMap(({ id, finds, examples: list }) => [`### ${id}`, `Finds ${finds}.`, examples(list)]);
}

/** How many words of each kind there are, and some of them. */
function lexicon() {
  const kinds = new Map();
  for (const { kind, name } of UNITS) kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  const shown = (list) => list.filter(Boolean).slice(0, 12).join('、');
  const comparators = new Map();
  for (const [word, sign] of [...BEFORE, ...BEHIND]) comparators.set(sign, [...(comparators.get(sign) ?? []), word]);
  const columns = new Map();
  for (const { kind, examples: words } of COLUMN_WORDS) columns.set(kind, [...(columns.get(kind) ?? []), ...words]);
  const row = ([kind, list]) => [code(kind), list.length, shown(list)];
  return [
    '### Units and measure words, by what they count',
    table(['Kind', 'Words', 'Such as'], [...kinds].map(row)),
    '### Comparing words',
    table(['Comparator', 'Words', 'Such as'], [...comparators].map(row)),
    '### Names of table columns',
    table(['Column', 'Examples', 'Such as'], [...columns].map(row)),
    '### Indicators that are known under one id',
    table(
      ['Sector', 'Indicators', 'Such as'],
      Object.entries(INDICATORS_BY_SECTOR).map(([sector, list]) => row([sector, list.map(({ name }) => name)])),
    ),
    `Fields of work that offices are named after: ${COMPETENCES.length}, such as ${COMPETENCES.slice(0, 12)
      .map(({ name }) => name)
      .join('、')}.`,
  ];
}

/** Damage that no fixture has, in invented lines. */
const DAMAGED = [
  '青岚县水利发展规划（2021—2025年）',
  '2021年3月10日',
  '一、总体要求',
  '坚持&ldquo;节水优先&rdquo;的方针，推进水利高质量发展。',
  '建设<strong>智慧水利</strong>平台1个。',
  '⼆、⽔库建设',
  '\uf06c到2025年，新建水库3座。',
  '青岚(qi\u0304nglán)县水务局负责落实。',
  '\\u52a0\\u5f3a\\u9886\\u5bfc，落实责任。',
  '鍏ㄩ潰鎺ㄨ繘姘村埄寤鸿锛屽姞蹇ˉ榻愮煭鏉裤€?',
].join('\n');

/** The first change of each reason or kind among the fixtures. */
function seen(fixtures, list, key) {
  const first = new Map();
  for (const { document, path } of fixtures)
    for (const change of document?.cleaning[list] ?? [])
      if (!first.has(change[key])) first.set(change[key], { ...change, path });
  return first;
}

function cleaning(fixtures) {
  const removed = seen(fixtures, 'removed', 'reason');
  const repaired = seen(fixtures, 'repaired', 'kind');
  const from = (found) => (found?.path ? `[${found.path.split('/').slice(1, 3).join('/')}](../${found.path})` : '–');
  return [
    '### What is removed',
    'As it stands in `cleaning.removed`; `--keep REASON` leaves it in.',
    table(
      ['Reason', 'Is', 'Such as', 'In'],
      Object.entries(REMOVAL_REASONS).map(([reason, words]) => {
        const found = removed.get(reason);
        return [code(reason), words, shown(found?.text), from(found)];
      }),
    ),
    '### What is repaired',
    'As it stands in `cleaning.repaired`; what is a guess says `guessed`. Blanks, line ends and the conversion of traditional characters are counted, not listed.',
    table(
      ['Kind', 'Is', 'Before', 'After', 'In'],
      Object.entries(REPAIR_KINDS).map(([kind, words]) => {
        const found = repaired.get(kind);
        return [code(kind), words, shown(found?.before), shown(found?.after), from(found)];
      }),
    ),
  ];
}

export async function rulesPage(fixtures) {
  const damaged = { path: null, ...(await parse(DAMAGED)) };
  return page([
    '# Rules',
    generated('the examples of the rules and the lexicon'),
    'What gongwen looks for, told by the examples that its rules carry. Each line is a test as well: read as part of an invented plan of 2021 to 2030, it gives exactly what stands beside it. Lines that give _nothing_ are traps: they look alike and are none. `gongwen explain FILE --line N` says for a line of your own file which rule read it, or why none did.',
    '## Targets',
    'A target is given as `indicator comparator value[~max]unit`. The rules are tried in this order; the first that reads a number wins.',
    targetRules(),
    '## Numbers that are no targets',
    named(reasons.REJECTED, 'Reason'),
    'Numbers that nothing came of:',
    named(reasons.UNREAD, 'Reason'),
    'Digits that are no quantity:',
    named(reasons.NO_QUANTITY, 'Reason'),
    'Numbers in tables:',
    named(reasons.CELLS, 'Reason'),
    '## Deadlines',
    'Given as `words of the time, first day..last day, how often | task`.',
    examples(DEADLINE_EXAMPLES),
    '### How times are written',
    'Given as `words, first day..last day`; read in a plan of 2021 to 2025 that was written on 10 May 2022. `implied`: the year comes from around it.',
    examples(Object.values(times).flat()),
    '### Times that set no deadline',
    named(reasons.NO_DEADLINE, 'Reason'),
    '## Responsibilities',
    'In brackets, on labelled lines and in tables, as `leads | partners (basis)`.',
    examples(RESPONSIBILITY_EXAMPLES),
    'In running text, as `leads | partners : duty`.',
    examples(BODY_EXAMPLES),
    '## Numbering of headings',
    'A number makes a heading only where it counts on from those around it; what looks like one and is none stands on the right.',
    table(
      ['Style', 'Such as', 'Not'],
      NUMBERING_STYLES.map(({ id, examples: list, traps }) => [
        code(id),
        list.map(visible).map(plain).join('<br>'),
        traps.map(visible).map(plain).join('<br>') || '–',
      ]),
    ),
    '## Cleaning',
    cleaning([...fixtures, damaged]),
    '## Words',
    lexicon(),
  ]);
}
