import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/encoding.js';

/** Plan-like prose, simplified; only characters of GB 2312, so that the 7-bit encodings can write it. */
const SIMPLIFIED = `青石县农村供水三年行动方案

一、到2027年底，全县新建改造供水管网320公里，农村自来水普及率达到96%以上。（县水务局牵头，各乡镇人民政府配合）
二、加快补齐学前教育短板。每个乡镇至少办好一所公办中心幼儿园，新增学位1200个，教师培训覆盖面达到100%。
三、坚持“谁建设、谁管护”的原则，落实管护经费，防止建而不用。对进展缓慢的项目，由督查室逐一通报。
老周在石门坎村种了二十年柑橘。他说，雨水虽然少，修好的水渠却把山后的泉水引到了地里，果子比往年更甜。
`;

/** The same in traditional characters. */
const TRADITIONAL = `青石縣農村供水三年行動方案

一、到2027年底，全縣新建改造供水管網320公里，農村自來水普及率達到96%以上。（縣水務局牽頭，各鄉鎮人民政府配合）
二、加快補齊學前教育短板。每個鄉鎮至少辦好一所公辦中心幼兒園，新增學位1200個，教師培訓覆蓋面達到100%。
三、堅持“誰建設、誰管護”的原則，落實管護經費，防止建而不用。對進展緩慢的項目，由督查室逐一通報。
老周在石門坎村種了二十年柑橘。他說，雨水雖然少，修好的水渠卻把山後的泉水引到了地裡，果子比往年更甜。
`;

/** 7-bit GB 2312 between the escapes `open` and `close`, as HZ and ISO-2022-CN write it. */
function sevenBit(text: string, open: string, close: string): Buffer {
  let out = '';
  for (const part of text.split(/([\u0080-\uffff]+)/)) {
    if (!/[\u0080-\uffff]/.test(part)) out += part;
    else out += open + Buffer.from(iconv.encode(part, 'gb2312').map((byte) => byte & 0x7f)).toString('latin1') + close;
  }
  return Buffer.from(out, 'latin1');
}

const hz = (text: string) => sevenBit(text.replaceAll('~', '~~'), '~{', '~}');
const iso2022cn = (text: string) => sevenBit(text, '\x1b$)A\x0e', '\x0f');

interface Case {
  readonly label: string;
  /** The name that `decode` has to report. */
  readonly name: string;
  readonly text: string;
  readonly four: string;
  readonly encode: (text: string) => Buffer;
}

const by = (name: string) => (text: string) => iconv.encode(text, name);

const CASES: readonly Case[] = [
  { label: 'UTF-8', name: 'utf-8', text: SIMPLIFIED, four: '农村供水', encode: by('utf-8') },
  { label: 'GB18030', name: 'gb18030', text: SIMPLIFIED, four: '农村供水', encode: by('gb18030') },
  { label: 'GBK with traditional text', name: 'gb18030', text: TRADITIONAL, four: '縣水務局', encode: by('gbk') },
  { label: 'Big5', name: 'big5', text: TRADITIONAL, four: '縣水務局', encode: by('big5') },
  { label: 'UTF-16LE', name: 'utf-16le', text: SIMPLIFIED, four: '农村供水', encode: by('utf-16le') },
  { label: 'UTF-16BE', name: 'utf-16be', text: TRADITIONAL, four: '縣水務局', encode: by('utf-16be') },
  { label: 'HZ', name: 'hz-gb-2312', text: SIMPLIFIED, four: '农村供水', encode: hz },
  { label: 'ISO-2022-CN', name: 'iso-2022-cn', text: SIMPLIFIED, four: '农村供水', encode: iso2022cn },
];

/** mulberry32: numbers from 0 to 1, the same in every run. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy with `share` of the bytes replaced by random ones. */
function noisy(bytes: Uint8Array, share: number, seed: number): Buffer {
  const random = generator(seed);
  return Buffer.from(bytes.map((byte) => (random() < share ? Math.floor(random() * 256) : byte)));
}

/** Share of the pairs of neighbouring characters of `expected` that `text` has too, 0..1. */
function overlap(text: string, expected: string): number {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) pairs.add(text.slice(i - 1, i + 1));
  let found = 0;
  for (let i = 1; i < expected.length; i++) if (pairs.has(expected.slice(i - 1, i + 1))) found++;
  return found / (expected.length - 1);
}

const OTHER_LABEL: Readonly<Record<string, string>> = { 'utf-8': 'gb2312', gb18030: 'utf-8', big5: 'gb2312' };
const page = (label: string, text: string) =>
  `<!DOCTYPE html><html><head><meta charset="${label}"></head><body><pre>${text}</pre></body></html>`;
const script = `<script>var list = [];\n${'list.push("item");\n'.repeat(480)}</script>`;

describe.each(CASES)('$label', ({ name, text, four, encode }) => {
  it('comes back exactly, with confidence and without diagnostics', async () => {
    const found = await decode(encode(text));
    expect(found.text).toBe(text);
    expect(found.encoding).toMatchObject({ name, replaced: 0, via: name === 'utf-8' ? 'valid-utf8' : 'detected' });
    expect(found.encoding.confidence).toBeGreaterThan(0.85);
    expect(found.diagnostics).toEqual([]);
  });

  it('is not misled by a wrong <meta>', async () => {
    const written = page(OTHER_LABEL[name] ?? 'big5', text);
    const found = await decode(encode(written));
    expect(found.encoding.name).toBe(name);
    expect(found.encoding.via).not.toBe('declared');
    expect(found.text).toBe(written);
  });

  it('is found behind 8 KB of ASCII', async () => {
    const found = await decode(encode(script + text));
    expect(found.encoding.name).toBe(name);
    expect(found.text).toBe(script + text);
  });

  it('is found from four characters', async () => {
    const found = await decode(encode(four));
    expect(found).toMatchObject({ text: four, encoding: { name, replaced: 0 } });
    expect(found.diagnostics).toEqual([]);
  });

  it.each([
    [0.005, 0.9],
    [0.02, 0.7],
  ])('keeps what is whole of a text with %d bad bytes', async (share, whole) => {
    for (let seed = 1; seed <= 20; seed++) {
      const found = await decode(noisy(encode(text.repeat(3)), share, seed));
      expect(found.encoding.name, `seed ${seed}`).toBe(name);
      expect(overlap(found.text, text), `seed ${seed}`).toBeGreaterThan(whole);
    }
  });

  it('is found in a text cut inside the last character', async () => {
    const body = `${text.trimEnd()}甜`;
    const closing = name === 'hz-gb-2312' ? 2 : name === 'iso-2022-cn' ? 1 : 0; // the escape behind the last character
    const bytes = encode(body);
    const found = await decode(bytes.subarray(0, bytes.length - closing - 1));
    expect(found.text).toBe(`${body.slice(0, -1)}\ufffd`);
    expect(found.encoding).toMatchObject({ name, replaced: 1 });
    expect(found.diagnostics).toMatchObject([
      { code: 'encoding/replaced', severity: 'warning', args: { name, count: 1 } },
    ]);
  });
});

describe('a text cut inside the first character', () => {
  it.each(CASES.filter(({ name }) => !/^(hz|iso)/.test(name)))('$label', async ({ name, text, encode }) => {
    const body = text.slice(text.indexOf('行')); // no second byte is an ASCII letter here
    const found = await decode(encode(body).subarray(1));
    expect(found.text.replace(/^\ufffd+/, '')).toBe(body.slice(1));
    expect(found.encoding.name).toBe(name);
    expect(found.encoding.replaced).toBeGreaterThan(0);
  });

  it.each([
    ['gb18030', '老周种的柑橘更甜'],
    ['big5', '居民收入逐年增加'],
    ['gb18030', '开头（甲）修水渠'],
  ])('but a whole first character in %s stays whole: %s', async (name, text) => {
    expect((await decode(iconv.encode(text, name))).text).toBe(text);
  });
});

describe('rare characters', () => {
  it('reads 4-byte characters of GB18030, also under the old names', async () => {
    const text = `${SIMPLIFIED}涉及㵐水村、䶮家湾、𫚖塘、𠮷家垴。`;
    const bytes = iconv.encode(text, 'gb18030');
    expect((await decode(bytes)).text).toBe(text);
    expect((await decode(bytes, 'GBK')).text).toBe(text);
    expect((await decode(bytes, 'gb2312')).encoding.name).toBe('gb18030');
  });

  it('reads the Hong Kong characters of Big5', async () => {
    const text = `${TRADITIONAL}佢哋喺深水埗嘅屋邨開會，講咗啲社區嘢。`;
    const found = await decode(iconv.encode(text, 'big5-hkscs'));
    expect(found.text).toBe(text);
    expect(found.encoding).toMatchObject({ name: 'big5', replaced: 0 });
  });

  it('replaces 4-byte sequences beyond the last character', async () => {
    const bytes = Buffer.concat([iconv.encode(SIMPLIFIED, 'gb18030'), Buffer.of(0xfe, 0x30, 0x81, 0x30)]);
    const found = await decode(bytes);
    expect(found.text).toMatch(/更甜。\n\ufffd+$/);
    expect(found.encoding.replaced).toBe(found.text.length - SIMPLIFIED.length);
  });

  it('does not count a U+FFFD that the file itself contains', async () => {
    for (const name of ['utf-8', 'utf-16le', 'utf-16be'])
      expect((await decode(iconv.encode(`${SIMPLIFIED}\ufffd`, name))).encoding.replaced, name).toBe(0);
    const written = Buffer.concat([iconv.encode(SIMPLIFIED, 'gb18030'), Buffer.of(0x84, 0x31, 0xa4, 0x37, 0xff)]);
    const found = await decode(written);
    expect(found.text.slice(-2)).toBe('\ufffd\ufffd');
    expect(found.encoding.replaced).toBe(1);
  });
});

describe('mixed and long input', () => {
  it('keeps to the encoding of the larger part', async () => {
    const most = Buffer.concat([iconv.encode(SIMPLIFIED.repeat(4), 'gb18030'), Buffer.from(SIMPLIFIED, 'utf8')]);
    expect((await decode(most)).encoding.name).toBe('gb18030');
    const rest = Buffer.concat([Buffer.from(SIMPLIFIED.repeat(4), 'utf8'), iconv.encode(SIMPLIFIED, 'gb18030')]);
    const found = await decode(rest);
    expect(found.encoding.name).toBe('utf-8');
    expect(found.text).toBe(SIMPLIFIED.repeat(5));
  });

  it.each(CASES)('reads megabytes of $label, sampled, exactly', async ({ name, text, encode }) => {
    const long = text.repeat(5000);
    const found = await decode(encode(long));
    expect(found.encoding.name).toBe(name);
    expect(found.text === long).toBe(true); // toBe would print both
  });

  it.each([
    ['gb18030', '㵐', 8],
    ['gb18030', '国', 8],
    ['utf-16le', '𠮷', 8],
    ['utf-16be', '𠮷', 8],
    ['big5', '國', 1],
    ['big5', '國', 8],
  ])('joins %s where a piece ends inside %s', async (name, character, size) => {
    const one = iconv.encode(character, name);
    for (let inside = 1; inside < one.length; inside++) {
      const fill = 'a'.repeat((size * 1024 * 1024 - inside) / iconv.encode('a', name).length);
      if (!Number.isInteger((size * 1024 * 1024 - inside) / iconv.encode('a', name).length)) continue;
      const text = `${fill}${character}${character}。`;
      const found = await decode(iconv.encode(text, name), name);
      expect(found.text === text).toBe(true);
      expect(found.encoding.replaced).toBe(0);
    }
  });

  it('finds a little Chinese in much markup', async () => {
    const text = `${script.repeat(60)}农村供水方案${script.repeat(60)}`;
    const found = await decode(iconv.encode(text, 'gb18030'));
    expect(found.encoding.name).toBe('gb18030');
    expect(found.text === text).toBe(true);
  });
});
