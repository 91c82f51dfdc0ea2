// Makes the pictures of the documentation again: docs/images/*.png, from bundled fixtures, in a real browser.
//
//   npm run build && node scripts/screenshots.mjs
//
// The browser is Debian's chromium, or the one that GONGWEN_CHROMIUM names. Fonts differ from machine to machine, so no
// test compares the pictures; look at them before you commit them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

async function shoot(browser, { name, file, locale, size, steps }) {
  const page = await browser.newPage({ locale, viewport: size, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await steps(page);
  const path = join(images, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  const { size: bytes } = statSync(path);
  if (bytes > MOST_BYTES) throw new Error(`${path} has ${bytes} bytes; make the window smaller`);
  console.log(`docs/images/${name}.png: ${Math.round(bytes / 1000)} kB`);
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
