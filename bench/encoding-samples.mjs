// The matrix of encoded samples that the tests assert and the bench prints: encodings × damages × lengths, cut from the
// clean texts of our own fixtures, the same in every run.
import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';

/** Characters. */
export const LENGTHS = [4, 6, 8, 12, 16, 24, 50, 200, 2000];

/** mulberry32: numbers from 0 to 1, the same in every run. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let corpus;

/** The clean texts of all fixtures, one behind the other: simplified, as Taiwan writes them, as Hong Kong does. */
export function corpora() {
  if (corpus) return corpus;
  const root = new URL('../fixtures/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('clean.txt'));
  const simplified = files
    .sort()
    .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'))
    .join('');
  const to = (script) => OpenCC.Converter({ from: 'cn', to: script })(simplified);
  corpus = { simplified, taiwan: to('tw'), hongKong: to('hk') };
  return corpus;
}

const seven = (bytes) => Buffer.from(bytes.map((byte) => byte & 0x7f));
const by = (name) => (text) => iconv.encode(text, name);
const escaped = (open, close) => (text) => {
  const parts = text.split(/([^\0-\x7f]+)/).map((part, i) => {
    if (i % 2 === 0) return Buffer.from(open === '~{' ? part.replaceAll('~', '~~') : part);
    return Buffer.concat([Buffer.from(open), seven(iconv.encode(part, 'gb2312')), Buffer.from(close)]);
  });
  return Buffer.concat(parts);
};

/**
 * `name` as `decode` reports it; `alike`: what other detectors may call it; `has`: one of these characters is put into
 * every sample; `double`: one or two bytes a character; `seven`: 7-bit between these escapes.
 */
const HZ = ['~{', '~}'];
const ISO = ['\x1b$)A\x0e', '\x0f'];
const GB = /^gb|^cp936/;
const BIG5 = /^big5|^cp950/;
export const ENCODINGS = [
  { label: 'utf-8', name: 'utf-8', alike: /^utf-?8/, encode: by('utf-8') },
  { label: 'utf-8 with BOM', name: 'utf-8', alike: /^utf-?8/, encode: by('utf-8'), bom: true },
  { label: 'utf-16le', name: 'utf-16le', alike: /^utf-?16(?:le)?$/, encode: by('utf-16le') },
  { label: 'utf-16be', name: 'utf-16be', alike: /^utf-?16(?:be)?$/, encode: by('utf-16be') },
  { label: 'utf-16le with BOM', name: 'utf-16le', alike: /^utf-?16(?:le)?$/, encode: by('utf-16le'), bom: true },
  { label: 'utf-16be with BOM', name: 'utf-16be', alike: /^utf-?16(?:be)?$/, encode: by('utf-16be'), bom: true },
  { label: 'gb2312', name: 'gb18030', alike: GB, encode: by('gb2312'), double: true, meta: 'gb2312' },
  { label: 'gbk', name: 'gb18030', alike: GB, encode: by('gbk'), double: true, meta: 'gbk', has: '镕堃珺喆玥淼瑀' },
  {
    label: 'gbk, traditional',
    name: 'gb18030',
    alike: GB,
    encode: by('gbk'),
    double: true,
    meta: 'gbk',
    script: 'taiwan',
  },
  {
    label: 'gb18030, 4-byte',
    name: 'gb18030',
    alike: GB,
    encode: by('gb18030'),
    double: true,
    meta: 'gb18030',
    has: '㵐䶮𠮷𫚖㙍䃅',
  },
  { label: 'big5', name: 'big5', alike: BIG5, encode: by('cp950'), double: true, meta: 'big5', script: 'taiwan' },
  {
    label: 'big5-hkscs',
    name: 'big5',
    alike: BIG5,
    encode: by('big5-hkscs'),
    double: true,
    meta: 'big5-hkscs',
    script: 'hongKong',
    has: '佢哋嘅咗埗邨嚟',
  },
  { label: 'hz', name: 'hz-gb-2312', alike: /^hz/, encode: escaped(...HZ), seven: HZ },
  { label: 'iso-2022-cn', name: 'iso-2022-cn', alike: /^iso-2022-cn/, encode: escaped(...ISO), seven: ISO },
];

const WRONG = { 'utf-8': ['gb2312', 'big5'], gb18030: ['utf-8', 'big5'], big5: ['utf-8', 'gb2312'] };
const page = (meta, text) =>
  `<!DOCTYPE html><html><head>${meta ? `<meta charset="${meta}">` : ''}</head><body>${text}</body></html>`;
const scripts = (kilobytes) => `<script>var list = [];\n${'list.push("item");\n'.repeat(kilobytes * 56)}</script>`;

/** `write`: the text around the slice; `end`, `start`: cut inside that character; `share`: bad bytes. */
export const DAMAGES = [
  { label: 'plain', write: (text) => text },
  { label: 'no meta', write: (text) => page('', text) },
  { label: 'right meta', write: (text, encoding) => page(encoding.meta ?? encoding.name, text) },
  {
    label: 'wrong meta',
    least: 4,
    write: (text, { name }, k) => page((WRONG[name] ?? ['big5', 'utf-8'])[k % 2], text),
  },
  { label: 'ASCII first', write: (text, _encoding, k) => scripts(2 + (k % 12)) + text },
  { label: 'cut at the end', write: (text) => text, cut: 'end' },
  { label: 'cut at the start', write: (text) => text, cut: 'start' },
  { label: '0.5 % bad bytes', write: (text) => text, share: 0.005 },
  { label: '2 % bad bytes', write: (text) => text, share: 0.02 },
];

const HAN = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u;
const isWide = (character) => character !== undefined && character > '\x7f';

/**
 * Whether anybody could tell: a word in one encoding is as likely a word in another until it has three Han characters,
 * four under a label that lies. Digits and punctuation are no evidence for any, nor are the rare characters that some
 * cells put in.
 */
const tells = (characters, { has = '' }, least = 3) =>
  characters.filter((character) => HAN.test(character) && !has.includes(character)).length >= least;

/** A slice of `length` characters at a place that depends on `k` alone. */
function slice(encoding, { cut, least = 3 }, length, k) {
  if (least > length - (encoding.has ? 1 : 0)) return null;
  const text = corpora()[encoding.script ?? 'simplified'];
  const repertoire = encoding.seven ? 'gb2312' : encoding.double ? encoding.label.split(',')[0] : 'utf-8';
  const stand = encoding.script ? '國' : '国';
  for (let at = (k * 7919 + length * 131) % (text.length - 2 * length - 400); ; at++) {
    const characters = [...text.slice(at, at + length)].map((c) => (writes(repertoire, c) ? c : stand));
    if (encoding.has) {
      const rare = [...encoding.has];
      characters[cut === 'start' ? length - 2 : (k * 3) % length] = rare[k % rare.length];
    }
    if (!tells(characters, encoding, least)) continue;
    if (cut && !isWide(characters.at(cut === 'end' ? -1 : 0))) continue;
    return characters;
  }
}

const written = new Map();
function writes(repertoire, character) {
  const name = repertoire === 'big5' ? 'cp950' : repertoire;
  const key = name + character;
  let known = written.get(key);
  if (known === undefined) {
    const bytes = iconv.encode(character, name);
    // iconv-lite takes GB 2312 for GBK.
    const outside =
      repertoire === 'gb2312' && bytes.length === 2 && (bytes[0] > 0xf7 || bytes[0] < 0xa1 || bytes[1] < 0xa1);
    known = !outside && iconv.decode(bytes, name) === character;
    written.set(key, known);
  }
  return known;
}

/**
 * Sample `k` of a cell: its bytes and `text`, or the stretches that are `whole`, in this order; null where nobody could
 * tell by what is whole.
 */
export function sample(encoding, damage, length, k) {
  const characters = slice(encoding, damage, length, k);
  if (!characters) return null;
  const text = damage.write(characters.join(''), encoding, k);
  const mark = encoding.bom ? by(encoding.name)('\ufeff') : Buffer.alloc(0);
  const bytes = Buffer.concat([mark, encoding.encode(text)]);
  const made = damage.cut
    ? (damage.cut === 'end' ? cutEnd : cutStart)(encoding, characters, bytes, k)
    : damage.share
      ? spoil(encoding, text, bytes, mark.length, damage.share, k + length * 1009)
      : { bytes, text };
  return made?.whole && !tells([...made.whole.join('')], encoding) ? null : made;
}

function cutEnd(encoding, characters, bytes, k) {
  const last = encoding.seven ? 2 : encoding.encode(characters.at(-1)).length;
  const close = encoding.seven ? encoding.seven[1].length : 0;
  return {
    bytes: bytes.subarray(0, bytes.length - close - 1 - (k % (last - 1))),
    whole: [characters.slice(0, -1).join('')],
  };
}

function cutStart(encoding, characters, bytes, k) {
  if (encoding.bom) return null; // the mark is gone: the same as without
  if (!encoding.seven) {
    const first = encoding.encode(characters[0]).length;
    return { bytes: bytes.subarray(1 + (k % (first - 1))), whole: [characters.slice(1).join('')] };
  }
  // The escape is gone: what stands before the next one is lost, and so is a text without another.
  const text = characters.join('');
  const rest = text.replace(/^[^\0-\x7f]+[\0-\x7f]+/, '');
  return rest === text ? null : { bytes: bytes.subarray(encoding.seven[0].length + 1), whole: [rest] };
}

/** Random bytes in place of a share of the bytes, and what they leave whole. */
function spoil(encoding, text, bytes, from, share, seed) {
  const random = generator(seed);
  const out = Buffer.from(bytes);
  const bad = new Set();
  for (let i = 0; i < out.length; i++) {
    if (random() >= share) continue;
    out[i] = Math.floor(random() * 256);
    if (out[i] !== bytes[i]) bad.add(i);
  }
  return { bytes: out, ...(bad.size === 0 ? { text } : { whole: whole(encoding, text, bad, from, out) }) };
}

/** The characters of a text and, with an empty text, the escapes between them: `size` in bytes. */
function unitsOf({ encode, seven }, text) {
  if (!seven) return [...text].map((unit) => ({ unit, size: encode(unit).length }));
  return text.split(/([^\0-\x7f]+)/).flatMap((part, i) => {
    const size = (unit) => (unit === '~' && seven[0] === '~{' ? 2 : 1 + (i % 2));
    const units = [...part].map((unit) => ({ unit, size: size(unit) }));
    return i % 2 === 0 ? units : [{ unit: '', size: seven[0].length }, ...units, { unit: '', size: seven[1].length }];
  });
}

/** Bytes that change the reading of what follows in 7-bit encodings: blanks, line ends, shifts, escapes. */
const SWITCHES = [0x09, 0x0a, 0x0d, 0x20, 0x0e, 0x0f, 0x1b, 0x7e];

/**
 * The stretches without a bad byte. In encodings of one or two bytes a character the bytes behind a bad one may pair
 * wrongly up to the next that is no part of any character; a damaged escape, or a byte that acts as one, costs the rest
 * of its line.
 */
function whole(encoding, text, bad, from, bytes) {
  const stretches = [''];
  let at = from;
  let lost = false;
  for (const { unit, size } of unitsOf(encoding, text)) {
    let hit = false;
    for (let i = at; i < at + size; i++) {
      if (!bad.has(i)) continue;
      hit = true;
      if (encoding.double || (encoding.seven && (unit === '' || SWITCHES.includes(bytes[i])))) lost = true;
    }
    at += size;
    // Digits and ASCII from @ on are second bytes as well.
    if (encoding.double ? /^[\0-/:-?]$/.test(unit) : unit === '\n') lost &&= hit;
    if (!hit && !lost) stretches[stretches.length - 1] += unit;
    else if (stretches.at(-1) !== '') stretches.push('');
  }
  return stretches;
}

/** Pairs of encodings in one file: what most of it is in, and a part of it. */
export const MIXTURES = [
  ['utf-8', 'gbk'],
  ['utf-8', 'big5'],
  ['gb2312', 'utf-8'],
  ['gb2312', 'big5'],
  ['big5', 'utf-8'],
  ['big5', 'gbk'],
];

/** Sample `k` of a file whose last fifth, or first one, is in another encoding, from the next line on. */
export function mixture(main, other, where, k) {
  const part = (label, length, at) => {
    const encoding = ENCODINGS.find((known) => known.label === label);
    const characters = slice({ ...encoding, has: undefined }, { cut: undefined }, length, at);
    return { text: characters.join(''), bytes: encoding.encode(characters.join('')), name: encoding.name };
  };
  const line = { text: '\n', bytes: Buffer.from('\n') };
  const most = part(main, 400 + (k % 5) * 100, k);
  const rest = part(other, Math.round((most.text.length * (2 + (k % 3))) / 16), k + 31);
  const parts = where === 'tail' ? [most, line, rest] : [rest, line, most];
  const bytes = Buffer.concat(parts.map((one) => one.bytes));
  return { bytes, text: parts.map((one) => one.text).join(''), name: most.name, other: rest.name, rest: rest.text };
}

const WIDE = /^utf-16[bl]e$/;

/**
 * What is wrong with a decoding of a sample; empty where nothing is. UTF-16 cut by one byte is the same text in the other
 * byte order: either name will do where the text is right.
 */
export function problemOf(sample, encoding, found) {
  const same = found.name === encoding.name || (sample.whole && WIDE.test(encoding.name) && WIDE.test(found.name));
  if (!same) return `read as ${found.name}`;
  if (sample.text !== undefined) return found.text === sample.text ? '' : `read as ${found.text.slice(0, 40)}`;
  let at = 0;
  for (const stretch of sample.whole) {
    const next = found.text.indexOf(stretch, at);
    if (next < 0) return `lost ${stretch.slice(0, 40)}`;
    at = next + stretch.length;
  }
  return '';
}
