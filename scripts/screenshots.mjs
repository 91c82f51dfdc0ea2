// Makes the pictures of the documentation again: docs/images/*.png, from bundled fixtures, in a real browser.
//
//   npm run build && node scripts/screenshots.mjs
//
// The browser is Debian's chromium, or the one that GONGWEN_CHROMIUM names. Fonts differ from machine to machine, so no
// test compares the pictures; look at them before you commit them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const images = join(root, 'docs/images');
/** Larger pictures make the repository heavy for everybody. */
const MOST_BYTES = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'gongwen-screenshots-'));

/** Runs the program in the repository, so that paths in the pictures are those of its fixtures. */
function gongwen(...args) {
  const { status, stderr } = spawnSync(process.execPath, ['bin/gongwen.js', ...args], { cwd: root });
  if (status !== 0) throw new Error(`gongwen ${args.join(' ')} ended with ${status}\n${stderr}`);
}

/** Chunks of a PNG (W3C PNG, 5.3), in their order. */
function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
  }
  return chunks;
}

/** Which of three neighbours a byte is predicted by (W3C PNG, 9.4). */
function paeth(left, above, corner) {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The bytes of lines without their filters, each behind the 0 that says so. */
function unfiltered(lines, width, height, bytes) {
  const out = Buffer.alloc(lines.length);
  const step = width * bytes + 1;
  for (let y = 0; y < height; y++) {
    const start = y * step;
    for (let x = 1; x < step; x++) {
      const left = x > bytes ? out[start + x - bytes] : 0;
      const above = y > 0 ? out[start - step + x] : 0;
      const corner = x > bytes && y > 0 ? out[start - step + x - bytes] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][lines[start]];
      out[start + x] = lines[start + x] + guess;
    }
  }
  return out;
}

/** The same picture in four fifths of the bytes: text packs best without the filters that Chromium uses. */
function repacked(png) {
  const chunks = chunksOf(png);
  const { data: head } = chunks[0];
  const lines = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const plain = unfiltered(lines, head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const packed = deflateSync(plain, { level: 9, memLevel: 9 });
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function shoot(browser, { name, file, locale, size, steps }) {
  const page = await browser.newPage({ locale, viewport: size, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await steps(page);
  const path = join(images, `${name}.png`);
  const png = repacked(await page.screenshot());
  await page.close();
  if (png.length > MOST_BYTES) throw new Error(`${path} would have ${png.length} bytes; make the window smaller`);
  writeFileSync(path, png);
  console.log(`docs/images/${name}.png: ${Math.round(png.length / 1000)} kB`);
}

/** Two records with a verdict, the third one open: what somebody sees in the middle of the work. */
async function judge(page) {
  await page.locator('mark').first().waitFor();
  for (const key of ['j', 'a', 'r', 'j', 'a', 'j', 'k']) await page.keyboard.press(key);
}

const size = { width: 1200, height: 480 };

try {
  mkdirSync(images, { recursive: true });
  const [review, compare] = [join(folder, 'review.html'), join(folder, 'compare.html')];
  gongwen('report', 'fixtures/html/housing-boxes', '-o', review);
  gongwen('compare', 'fixtures/html', 'fixtures/damage', 'fixtures/structure', '-o', compare);
  const browser = await chromium.launch({
    executablePath: process.env.GONGWEN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none'],
  });
  try {
    await shoot(browser, { name: 'review', file: review, locale: 'en-GB', size, steps: judge });
    await shoot(browser, { name: 'review.zh-CN', file: review, locale: 'zh-CN', size, steps: judge });
    await shoot(browser, { name: 'compare', file: compare, locale: 'en-GB', size, steps: async () => {} });
  } finally {
    await browser.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
