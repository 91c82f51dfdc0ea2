// Prints what reading and cleaning a traditional HTML page costs, as a multiple of what opencc-js alone takes on its text,
// and how the time grows with the page.
// Usage: node bench/text.mjs [largest page in MB, default 100]   (needs dist/)
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as OpenCC from 'opencc-js';
import { clean } from '../dist/clean/index.js';
import { readBytes } from '../dist/read/index.js';
import { generator } from './encoding-samples.mjs';

const LARGEST = Number(process.argv[2] ?? 100);
const fixtures = new URL('../fixtures', import.meta.url).pathname;
const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' });
const simplified = OpenCC.Converter({ from: 'tw', to: 'cn' });

/** The clean texts of all fixtures, traditional, one behind the other. */
const TEXT = readdirSync(fixtures, { recursive: true })
  .filter((name) => name.endsWith('clean.txt'))
  .sort()
  .map((name) => traditional(readFileSync(join(fixtures, name), 'utf8')))
  .join('')
  .replaceAll('\n', '');

/** What stands behind each two characters of the fixtures. */
const BEHIND = new Map();
for (let i = 2; i < TEXT.length; i++) {
  const before = TEXT.slice(i - 2, i);
  BEHIND.set(before, (BEHIND.get(before) ?? '') + TEXT[i]);
}

/** A page of `bytes` bytes that reads like the fixtures for three characters at a time: no paragraph stands in it twice. */
function page(bytes) {
  const random = generator(bytes);
  const pick = (text) => text[Math.floor(random() * text.length)];
  const lines = [];
  let state = TEXT.slice(0, 2);
  for (let size = 0; size < bytes; ) {
    // Paragraphs of plans have 30 to 270 characters, 120 in the mean.
    const length = 30 + Math.floor(240 * random() * random() * 1.5);
    let line = '';
    while (line.length < length) {
      // Where one character alone follows, the text would repeat itself: now and then it goes on elsewhere.
      const behind = BEHIND.get(state) ?? TEXT;
      const next = pick(behind.length === 1 && random() < 0.3 ? TEXT : behind);
      line += next;
      state = state[1] + next;
    }
    lines.push(`<p style="text-indent:2em">&emsp;&emsp;${line}。</p>`);
    size += Buffer.byteLength(line) + 50;
  }
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>計劃</title></head><body>\n${lines.join('\n')}\n</body></html>`;
  return { bytes: Buffer.from(html), text: html.replace(/<[^>]+>|&emsp;/g, '') };
}

async function timeOf(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Median times in milliseconds of the parts, taken in turn so that whatever else the machine does hits all alike. */
async function measure({ bytes, text }, rounds) {
  const times = { opencc: [], read: [], clean: [] };
  for (let i = 0; i < rounds; i++) {
    let file;
    times.opencc.push(await timeOf(() => simplified(text)));
    times.read.push(await timeOf(async () => (file = await readBytes(bytes))));
    times.clean.push(await timeOf(() => clean(file.draft)));
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

console.log('page       opencc-js alone     read    clean   read + clean : opencc-js   ms per MB   peak memory : page');
const small = page(100_000);
await measure(small, 10);
for (const size of [0.01, 0.1, 1, 10, 100].filter((mb) => mb <= LARGEST)) {
  const made = page(size * 1e6);
  const { opencc, read, clean: cleaning } = await measure(made, size < 1 ? 41 : size === 1 ? 15 : size === 10 ? 3 : 1);
  const total = read + cleaning;
  console.log(
    `${String(size).padStart(6)} MB ${opencc.toFixed(1).padStart(13)} ms ${read.toFixed(1).padStart(8)} ${cleaning.toFixed(1).padStart(8)} ` +
      `${(total / opencc).toFixed(2).padStart(20)} ${(total / size).toFixed(0).padStart(17)} ${(process.resourceUsage().maxRSS / 1e3 / size).toFixed(0).padStart(16)}`,
  );
}
