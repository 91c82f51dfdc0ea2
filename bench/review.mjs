// Size and speed of review pages in a real browser: `node bench/review.mjs [FILES…]`. Measures the largest fixture, the given
// files, and a page of 200 documents made of all of them in turn. Reports; asserts nothing but that no error is in the console.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = process.env.GONGWEN_CHROMIUM ?? places.find((place) => existsSync(place));
if (!program) {
  console.error('no Chromium; install one, or name it with GONGWEN_CHROMIUM');
  process.exit(1);
}

const RUNS = 5;
const MANY = 200;
const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.startsWith('source.') && !entry.parentPath.includes('refused'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const given = process.argv.slice(2).map((file) => resolve(file));
const largest = [...fixtures].sort((a, b) => statSync(b).size - statSync(a).size)[0];

function report(inputs, name) {
  const page = join(folder, `${name}.html`);
  const args = [join(root, 'bin/gongwen.js'), 'report', ...inputs, '-o', page, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  return page;
}

/** One opening of a page: milliseconds since the navigation began. */
async function open(browser, file, complaints) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  const times = await page.evaluate(
    () =>
      new Promise((done) => {
        // The page answers once it has drawn and nothing of it waits before this.
        const answer = () => {
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          if (!paint) requestAnimationFrame(answer);
          else setTimeout(() => done({ paint: paint.startTime, ready: performance.now() }));
        };
        requestAnimationFrame(answer);
      }),
  );
  await context.close();
  return times;
}

const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const complaints = [];
const many = join(folder, 'many');
mkdirSync(many);
const sources = [...given, ...fixtures];
for (let i = 0; i < MANY; i++) {
  const source = sources[i % sources.length];
  copyFileSync(
    source,
    join(many, `${String(i).padStart(3, '0')}-${basename(source, extname(source))}${extname(source)}`),
  );
}
console.log('page                                          size KB   first paint ms   answers ms   (medians)');
for (const [name, inputs] of [
  ...[largest, ...given].map((file, i) => [`${i}-${basename(file)}`, [file]]),
  [`${MANY} documents`, [many]],
]) {
  const file = report(inputs, name);
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await open(browser, file, complaints));
  const size = (statSync(file).size / 1000).toFixed(0);
  const paint = median(runs.map((run) => run.paint)).toFixed(0);
  const ready = median(runs.map((run) => run.ready)).toFixed(0);
  console.log(`${name.padEnd(44)} ${size.padStart(8)} ${paint.padStart(16)} ${ready.padStart(12)}`);
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log(`errors in the console: ${complaints.length}`);
for (const complaint of new Set(complaints)) console.log(`  ${complaint}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
