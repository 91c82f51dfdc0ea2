// Prints how the time and the memory of a batch grow with the number of files, and how much faster two threads are than one.
// Usage: node bench/batch.mjs [--small N] [--large N] [--pair N] [--rounds N] [--only growth|threads]   (needs dist/)
//   The figures of the README, a quarter of an hour on two cores: node bench/batch.mjs
//   A look that takes a minute: node bench/batch.mjs --small 50 --large 500 --pair 100 --rounds 1
// Every run is the program in a process of its own, over generated pages (text and HTML, UTF-8 and GBK, 1 to 6 KB, all
// different: bench/plans.mjs), into a new folder, as JSON with journal and manifest, --quiet.
//   growth: one run over the large number of files between two over the small one (their mean counts), --jobs 2. Memory is
//     the peak resident set of the process, its threads' heaps and code included; "main heap" is the largest heap of the main
//     thread alone after a full garbage collection. Targets: for 10 times the files at most 10.5 times the time and 1.3
//     times the memory.
//   threads: --jobs 1 and --jobs 2 over the same files by turns, medians. Target: 1.8 times as fast. "processor" is what
//     all threads of a run took together: with one thread for reading, the main thread, the compiler and the garbage
//     collector of V8 use a part of the second core as well, so that 2.0 cannot be reached on two.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { median, writePages } from './plans.mjs';
import { measuredRun, option, temporaryFolder } from './run-program.mjs';

const SMALL = Number(option('--small', 1000));
const LARGE = Number(option('--large', 10_000));
const PAIR = Number(option('--pair', 600));
const ROUNDS = Number(option('--rounds', 3));
const ONLY = option('--only');

const folder = temporaryFolder('batch');
const pagesIn = (count) => {
  const pages = join(folder, `pages-${count}`);
  return { count, pages, size: writePages(pages, count) };
};

async function run({ pages }, jobs) {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  return measuredRun(['extract', pages, '-o', out, '--quiet', '--jobs', String(jobs)]);
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

function row(label, { count, size }, { ms, cpu, rss, heap }) {
  const columns = [
    label.padEnd(10),
    String(count).padStart(7),
    megabytes(size).padStart(8),
    seconds(ms).padStart(9),
    seconds(cpu).padStart(10),
    `${((count / ms) * 1000).toFixed(1)}`.padStart(8),
    megabytes(rss).padStart(12),
    (heap ? megabytes(heap) : '-').padStart(10),
  ];
  console.log(`  ${columns.join('  ')}`);
}

const head = () =>
  console.log('  run           files     size       time   processor  files/s   peak memory   main heap');

function verdict(what, ratio, limit, isGood) {
  const good = isGood(ratio);
  if (!good) process.exitCode = 1;
  console.log(`  ${what.padEnd(44)} ${ratio.toFixed(2).padStart(6)}   ${limit}: ${good ? 'yes' : 'NO'}`);
}

/** Two measurements of the same as one: times are levelled, peaks are peaks. */
const between = (a, b) => ({
  ms: (a.ms + b.ms) / 2,
  cpu: (a.cpu + b.cpu) / 2,
  rss: Math.max(a.rss, b.rss),
  heap: Math.max(a.heap, b.heap),
});

async function growth() {
  const [small, large] = [pagesIn(SMALL), pagesIn(LARGE)];
  console.log(`growth: ${LARGE} files against ${SMALL}, --jobs 2`);
  head();
  const before = await run(small, 2);
  row('before', small, before);
  const most = await run(large, 2);
  row('large', large, most);
  const after = await run(small, 2);
  row('after', small, after);
  const few = between(before, after);
  const times = LARGE / SMALL;
  verdict('time, large : small', most.ms / few.ms, `at most ${(times * 1.05).toFixed(2)}`, (r) => r <= times * 1.05);
  verdict(
    'processor time, large : small',
    most.cpu / few.cpu,
    `at most ${(times * 1.05).toFixed(2)}`,
    (r) => r <= times * 1.05,
  );
  verdict('peak memory, large : small', most.rss / few.rss, 'at most 1.30', (r) => r <= 1.3);
}

async function threads() {
  const pages = pagesIn(PAIR);
  console.log(`threads: ${PAIR} files, ${ROUNDS} pairs by turns`);
  head();
  const runs = { 1: [], 2: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const jobs of [1, 2]) {
      const measured = await run(pages, jobs);
      row(`--jobs ${jobs}`, pages, measured);
      runs[jobs].push(measured);
    }
  }
  const middle = (jobs, what) => median(runs[jobs].map((measured) => measured[what]));
  verdict('time, --jobs 1 : --jobs 2', middle(1, 'ms') / middle(2, 'ms'), 'at least 1.80', (r) => r >= 1.8);
  const spent = (jobs) => `${(middle(jobs, 'cpu') / middle(jobs, 'ms')).toFixed(2)} cores with --jobs ${jobs}`;
  console.log(
    `  ${spent(1)}, ${spent(2)}; more processor time with 2: × ${(middle(2, 'cpu') / middle(1, 'cpu')).toFixed(2)}`,
  );
}

try {
  console.log(`node ${process.version}, ${availableParallelism()} processors`);
  if (ONLY !== 'threads') await growth();
  if (ONLY !== 'growth') await threads();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
