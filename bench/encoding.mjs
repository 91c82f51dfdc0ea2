// Prints how many generated samples `decode` reads right, by encoding and damage, and how fast it is.
// Usage: node bench/encoding.mjs [samples per cell, default 60] [MB for the speed, default 32]   (needs dist/)
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';
import { decode } from '../dist/read/encoding.js';

const SAMPLES = Number(process.argv[2] ?? 60);
const MEGABYTES = Number(process.argv[3] ?? 32);

/** mulberry32: a small seeded generator, so that every run prints the same table. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const PLACES = ['青石县', '临溪市', '东岭区', '白沙镇', '云栖乡', '长桥街道', '南湾新区', '石门坎村'];
const OFFICES = ['县教育局', '市水务局', '区卫生健康委', '省林业厅', '镇人民政府', '财政部门', '市场监管局', '气象站'];
const THINGS = ['养老床位', '污水管网', '高标准农田', '公交线路', '标准化厂房', '湿地', '充电桩', '村卫生室', '水库'];
const MEASURES = ['个', '公里', '万亩', '张', '平方米', '亿元', '座', '%'];
const SENTENCES = [
  '到{Y}年，{P}建成{T}{N}{M}以上，由{O}牵头，各相关单位按职责分工负责。',
  '{Y}年底前，{O}完成{T}的排查整治，整改率达到{N}%。',
  '坚持问题导向，补齐{T}短板，新增投入不少于{N}万元。',
  '雨季来临之前，{P}应当检修{T}，防止渍涝；险工险段由{O}派专人值守。',
  '老周在{P}种了{N}年柑橘，他说今年的雨水比往常少，果子却更甜。',
  '会议听取了{O}关于{T}的汇报，研究了下一步工作。',
  '记者在{P}看到，新修的{T}已经投入使用，居民们都说方便多了。',
  '（{N}）加强{T}建设。按照“谁建设、谁管护”的原则，落实管护经费。',
  '参加人员：赵启明、钱蕴芳、孙皓、李芷晴、周柏松、吴懿、郑筱、王珂。',
];
const SHORT = [
  '城乡建设',
  '通知如下',
  '教育经费',
  '养老服务',
  '安全生产',
  '水利工程',
  '居民收入',
  '实施方案',
  '农村公路',
  '保护区',
];

function prose(random, length) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  let text = '';
  while (text.length < length) {
    const year = 2021 + Math.floor(random() * 15);
    text += pick(SENTENCES)
      .replace('{Y}', year)
      .replace('{P}', pick(PLACES))
      .replace('{O}', pick(OFFICES))
      .replace('{T}', pick(THINGS))
      .replace('{N}', 1 + Math.floor(random() * 900))
      .replace('{M}', pick(MEASURES));
    if (random() < 0.3) text += '\n';
  }
  return text.slice(0, length);
}

const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' });

function escaped(text, open, close) {
  const encode = (run) => Buffer.from(iconv.encode(run, 'gb2312').map((byte) => byte & 0x7f)).toString('latin1');
  return Buffer.from(
    text.replace(/[^\0-\x7f]+/g, (run) => open + encode(run) + close),
    'latin1',
  );
}

const gb2312 = (text) => text.replace(/[^\0-\x7f]/g, (c) => (iconv.encode(c, 'gb2312').length === 2 ? c : '国'));

const ENCODINGS = {
  'utf-8': { encode: (t) => Buffer.from(t, 'utf8') },
  gb18030: { encode: (t) => iconv.encode(t, 'gb18030') },
  'gb18030, traditional': { name: 'gb18030', prepare: traditional, encode: (t) => iconv.encode(t, 'gb18030') },
  big5: { prepare: traditional, encode: (t) => iconv.encode(t, 'big5') },
  'utf-16le': { encode: (t) => iconv.encode(t, 'utf-16le') },
  'utf-16be': { encode: (t) => iconv.encode(t, 'utf-16be') },
  'hz-gb-2312': { prepare: gb2312, encode: (t) => escaped(t.replaceAll('~', '~~'), '~{', '~}') },
  'iso-2022-cn': { prepare: gb2312, encode: (t) => escaped(t, '\x1b$)A\x0e', '\x0f') },
};

function noisy(bytes, share, random) {
  const out = Buffer.from(bytes);
  for (let i = 0; i < out.length; i++) if (random() < share) out[i] = Math.floor(random() * 256);
  return out;
}

const page = (charset, text) =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"></head><body>${text}</body></html>`;
const WRONG = { 'utf-8': 'gb2312', gb18030: 'utf-8', big5: 'gb2312' };
const script = `<script>var list = [];${'list.push("item");\n'.repeat(480)}</script>`;

/** text → what to encode; damage(bytes) → what to decode; whole: must the text come back exactly? */
const DAMAGES = {
  plain: { whole: true },
  'wrong meta': { text: (t, name) => page(WRONG[name] ?? 'big5', t), whole: true },
  'cut at the end': { damage: (b) => b.subarray(0, b.length - 1), end: true },
  'cut at the start': { damage: (b) => b.subarray(1), start: true },
  '0.5 % bad bytes': { damage: (b, random) => noisy(b, 0.005, random) },
  '2 % bad bytes': { damage: (b, random) => noisy(b, 0.02, random) },
  '4 characters': { short: true, whole: true },
  '8 KB of ASCII first': { text: (t) => script + t, whole: true },
  'last fifth other': { mixed: true },
};

async function trial(label, damageName, k) {
  const { prepare = (t) => t, encode, name = label } = ENCODINGS[label];
  const d = DAMAGES[damageName];
  const random = generator(k * 7919 + label.length * 104729 + damageName.length * 1299709);
  const plain = d.short
    ? prose(random, 400)
        .replace(/[^\u4e00-\u9fff]/g, '')
        .slice(k % 30, (k % 30) + 4)
    : `开头${prose(random, 120 + k * 20)}结尾`;
  const text = prepare(d.short && k % 3 === 0 ? SHORT[k % SHORT.length].slice(0, 4) : plain);
  const written = (d.text ?? ((t) => t))(text, name);
  let bytes = encode(written);
  if (d.damage) bytes = d.damage(bytes, random);
  if (d.mixed) {
    const other = name === 'utf-8' ? 'gb18030' : 'utf-8';
    bytes = Buffer.concat([bytes, iconv.encode(plain.slice(0, Math.floor(plain.length / 4)), other)]);
  }
  // 7-bit escapes: what stands before the first escape that is left cannot be known.
  const blind = d.start && /^(hz|iso)/.test(name);
  try {
    const found = await decode(bytes);
    if (found.encoding.name !== name) return `as ${found.encoding.name}, ${written.slice(0, 8)}`;
    if (d.whole && found.text !== written) return `other text, ${written.slice(0, 8)} → ${found.text.slice(0, 8)}`;
    if (d.end && !found.text.startsWith(written.slice(0, -1)))
      return `other text, ${written.slice(0, 8)} → ${found.text.slice(0, 8)}`;
    if (d.start && !blind && !found.text.endsWith(written.slice(1)))
      return `other text, ${written.slice(0, 8)} → ${found.text.slice(0, 8)}`;
    return '';
  } catch (error) {
    return `${error.diagnostic?.code ?? error}, ${written.slice(0, 8)}`;
  }
}

async function table() {
  const names = Object.keys(DAMAGES);
  console.log(`| % right of ${SAMPLES} | ${names.join(' | ')} |`);
  console.log(`|---|${names.map(() => '---').join('|')}|`);
  const wrong = [];
  for (const label of Object.keys(ENCODINGS)) {
    const cells = [];
    for (const name of names) {
      if (name === 'last fifth other' && /16|hz|iso/.test(label)) {
        cells.push('–');
        continue;
      }
      let right = 0;
      for (let k = 0; k < SAMPLES; k++) {
        const problem = await trial(label, name, k);
        if (problem === '') right++;
        else wrong.push(`${label}, ${name}, sample ${k}: ${problem}`);
      }
      cells.push(((100 * right) / SAMPLES).toFixed(1).replace('.0', ''));
    }
    console.log(`| ${label} | ${cells.join(' | ')} |`);
  }
  for (const line of wrong.slice(0, Number(process.argv[4] ?? 40))) console.log(line);
}

function best(run) {
  let time = Infinity;
  for (let k = 0; k < 5; k++) {
    const start = performance.now();
    run();
    time = Math.min(time, performance.now() - start);
  }
  return time;
}

async function bestAsync(run) {
  let time = Infinity;
  for (let k = 0; k < 5; k++) {
    const start = performance.now();
    await run();
    time = Math.min(time, performance.now() - start);
  }
  return time;
}

async function speed() {
  const text = prose(generator(1), 400000);
  console.log(`\n| ${MEGABYTES} MB | MB/s | plain TextDecoder, MB/s | of it |\n|---|---|---|---|`);
  for (const label of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'hz-gb-2312', 'iso-2022-cn']) {
    const { prepare = (t) => t, encode } = ENCODINGS[label];
    const one = encode(prepare(text));
    const bytes = Buffer.concat(Array(Math.max(1, Math.round((MEGABYTES * 1e6) / one.length))).fill(one));
    const ours = bytes.length / 1e3 / (await bestAsync(() => decode(bytes)));
    const label7 = /hz|iso/.test(label) ? 'gb18030' : label; // Node has no decoder of the 7-bit encodings
    const plain = bytes.length / 1e3 / best(() => new TextDecoder(label7).decode(bytes));
    console.log(`| ${label} | ${ours.toFixed(0)} | ${plain.toFixed(0)} | ${((100 * ours) / plain).toFixed(0)} % |`);
  }
}

await table();
await speed();
