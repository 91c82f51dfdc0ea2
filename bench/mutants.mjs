// Damaged and hostile inputs, each made from a number alone, so that every one can be made again: for bench/fuzz.mjs and
// tests/fuzz.test.ts.
import iconv from 'iconv-lite';
import { generator } from './encoding-samples.mjs';
import { ARCHIVES } from './mutant-archives.mjs';
import { PAGES } from './mutant-pages.mjs';
import { pageAt, sources } from './plans.mjs';

/** Choices out of a number: the same number gives the same choices. */
export function chance(seed) {
  const random = generator(seed);
  const int = (most) => Math.floor(random() * most);
  return {
    random,
    int,
    /** From `least` to `most`, small ones more often: the logarithm is even. */
    size: (least, most) => Math.floor(least * (most / least) ** random()),
    pick: (list) => list[int(list.length)],
    maybe: (share) => random() < share,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => int(256))),
  };
}

let files;

/** Fixtures by the ending of their names, read once. */
function fixtures() {
  if (files) return files;
  const byEnding = new Map();
  for (const { ending, bytes } of sources()) byEnding.set(ending, [...(byEnding.get(ending) ?? []), bytes]);
  files = [...byEnding].map(([ending, all]) => ({ ending, all }));
  return files;
}

/** A file as it came: a generated page or a fixture, of every kind that there is. */
export function base(dice) {
  if (dice.maybe(0.5)) {
    const { name, bytes } = pageAt(dice.int(100_000));
    return { ending: name.split('.').at(-1), bytes };
  }
  const { ending, all } = dice.pick(fixtures());
  return { ending, bytes: dice.pick(all) };
}

/** Bytes for which a mutation that multiplies has to stop. */
const MOST = 100_000;

function flips(dice) {
  const { ending, bytes } = base(dice);
  const out = Buffer.from(bytes);
  for (let i = dice.size(1, 300); i > 0 && out.length > 0; i--) {
    const at = dice.int(out.length);
    out[at] = dice.maybe(0.5) ? out[at] ^ (1 << dice.int(8)) : dice.int(256);
  }
  return { ending, bytes: out };
}

function cuts(dice) {
  const { ending, bytes } = base(dice);
  const [a, b] = [dice.int(bytes.length + 1), dice.int(bytes.length + 1)].sort((x, y) => x - y);
  const kept = [
    () => bytes.subarray(0, b),
    () => bytes.subarray(a),
    () => bytes.subarray(a, b),
    () => Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]),
  ];
  return { ending, bytes: dice.pick(kept)() };
}

function splices(dice) {
  const [first, second] = [base(dice), base(dice)];
  const head = first.bytes.subarray(0, dice.int(first.bytes.length + 1));
  const tail = second.bytes.subarray(dice.int(second.bytes.length + 1));
  return { ending: first.ending, bytes: Buffer.concat([head, tail]) };
}

function repeats(dice) {
  const { ending, bytes } = base(dice);
  const from = dice.int(bytes.length);
  const block = bytes.subarray(from, from + dice.size(1, 600));
  const times = Math.min(dice.size(2, 2000), Math.ceil(MOST / Math.max(1, block.length)));
  const made = [bytes.subarray(0, from), ...Array.from({ length: times }, () => block), bytes.subarray(from)];
  return { ending, bytes: Buffer.concat(made) };
}

function shuffledLines(dice) {
  const { ending, bytes } = base(dice);
  const lines = bytes.toString('latin1').split(/(?<=[\n>])/);
  for (let i = dice.size(1, 200); i > 0; i--) {
    const [a, b] = [dice.int(lines.length), dice.int(lines.length)];
    if (dice.maybe(0.3)) lines.splice(a, 0, lines[b] ?? '');
    else [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  }
  return { ending, bytes: Buffer.from(lines.join(''), 'latin1') };
}

/** Characters that look like nothing, or turn, join, break or end what they stand in, and bytes that are none at all. */
const ODD = [
  ...['\0', '\x01', '\x07', '\b', '\v', '\f', '\r', '\x1a', '\x1b', '\x7f', '\x85', '\xa0', '\xad'],
  ...['\u0300', '\u061c', '\u200b', '\u200d', '\u200e', '\u202e', '\u2028', '\u2029', '\u2066', '\u3000', '\u3164'],
  ...[
    '\ufe0f',
    '\ufeff',
    '\ufffc',
    '\ufffd',
    '\uffff',
    '\u{1f468}\u200d\u{1f469}',
    '\u{20000}',
    '\u{e0001}',
    '\u{10ffff}',
  ],
].map((text) => Buffer.from(text));
const BROKEN = [
  'eda080',
  'edb080',
  'f4908080',
  'c080',
  'fe',
  'ff',
  'fffe',
  'feff',
  '80',
  '8140',
  'a1',
  '84308130',
  'e38080e3',
].map((hex) => Buffer.from(hex, 'hex'));

function oddCharacters(dice) {
  const { ending, bytes } = base(dice);
  const parts = [];
  let at = 0;
  for (let i = dice.size(1, 100); i > 0 && at < bytes.length; i--) {
    const next = Math.min(bytes.length, at + dice.int((2 * bytes.length) / i + 1));
    parts.push(bytes.subarray(at, next));
    const odd = dice.pick(dice.maybe(0.7) ? ODD : BROKEN);
    for (let k = dice.maybe(0.1) ? dice.size(1, 500) : 1; k > 0; k--) parts.push(odd);
    at = next;
  }
  return { ending, bytes: Buffer.concat([...parts, bytes.subarray(at)]) };
}

const ENCODINGS =
  'utf-16le utf-16be utf-32le utf-32be utf-7 gbk gb18030 big5 shift_jis euc-jp euc-kr latin1 windows-1252 windows-1251 koi8-r cp437 macintosh'.split(
    ' ',
  );
const MARKS = ['', '', 'efbbbf', 'fffe', 'feff', 'fffe0000', '0000feff', '2b2f76382d', '84319533'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

function encodings(dice) {
  const { ending, bytes } = base(dice);
  let out = bytes;
  for (let i = dice.maybe(0.3) ? 2 : 1; i > 0; i--) {
    const text = iconv.decode(out.subarray(0, MOST), dice.maybe(0.7) ? 'utf-8' : dice.pick(ENCODINGS));
    out = iconv.encode(text, dice.pick(ENCODINGS));
  }
  if (dice.maybe(0.2)) out = Buffer.concat([out, bytes]);
  return { ending, bytes: Buffer.concat([dice.pick(MARKS), out]) };
}

const MAGIC = [
  ...[
    '%PDF-1.7\n',
    'PK\x03\x04',
    'PK\x05\x06',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '{\\rtf1\\ansi',
    'From: <Saved by Blink>\r\n',
  ],
  ...[
    'MIME-Version: 1.0\r\n',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'Rar!\x1a\x07\0',
    '\x1f\x8b\x08',
    'SQLite format 3\0',
  ],
  ...['<html>', '[{', '"', '', '', ''],
];

function randomBytes(dice) {
  const noise = dice.bytes(dice.size(1, 40_000));
  // Noise that is text in some encoding gets further in.
  const kinds = [(byte) => byte, (byte) => byte & 0x7f, (byte) => 0xa1 + (byte % 94), (byte) => 0x80 + (byte % 64)];
  const kind = dice.pick(kinds);
  return {
    ending: dice.pick(['txt', 'html', 'pdf', 'docx', 'zip', 'csv', 'dat']),
    bytes: Buffer.concat([Buffer.from(dice.pick(MAGIC), 'latin1'), noise.map(kind)]),
  };
}

const DAMAGES = [
  ['bytes flipped', 10, flips],
  ['cut', 8, cuts],
  ['two files spliced', 8, splices],
  ['block repeated', 6, repeats],
  ['lines shuffled', 6, shuffledLines],
  ['odd characters', 8, oddCharacters],
  ['odd encodings', 6, encodings],
  ['random bytes', 6, randomBytes],
];

/** Every way of making an input: its name, how often it is taken, and what makes it. */
export const KINDS = [...DAMAGES, ...PAGES, ...ARCHIVES].map(([name, weight, make]) => ({ name, weight, make }));

const TOTAL = KINDS.reduce((sum, { weight }) => sum + weight, 0);

function kindAt(place) {
  let rest = place * TOTAL;
  for (const kind of KINDS) {
    rest -= kind.weight;
    if (rest < 0) return kind;
  }
  return KINDS[0];
}

/** An input of one kind. */
export function mutantOf({ name, make }, seed) {
  const { ending, bytes } = make(chance(seed), base);
  return { kind: name, ending, bytes };
}

/** Input `number` of a row: its kind, the ending of its name, its bytes. */
export function mutant(seed, number) {
  const first = generator(Math.imul(seed, 0x9e3779b1) ^ number);
  const kind = kindAt(first());
  return mutantOf(kind, Math.floor(first() * 2 ** 32));
}
