// Prints how fast a plan is read, from its bytes to its records, in characters a second and as a multiple of what opencc-js
// alone takes on the same text; and how much faster its times are found than by @microsoft/recognizers-text-suite.
// Usage: node bench/extract.mjs [size in MB, default 1] [--rounds N] [--recognizers FOLDER]   (needs dist/)
//   --recognizers: where that package is installed, 43 MB; without it its part is left out:
//   npm install --prefix FOLDER @microsoft/recognizers-text-suite@1.3.1
// Everything is measured in turn, in one process, warmed up; medians are compared.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cpuUsage } from 'node:process';
import * as OpenCC from 'opencc-js';
import { fold } from '../dist/extract/fold.js';
import { findTimes } from '../dist/extract/tokens/times.js';
import { parse } from '../dist/index.js';
import { median, PLANS, textOf } from './plans.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const MEGABYTES = Number(/^[\d.]+$/.exec(args[0] ?? '')?.[0] ?? 1);
const ROUNDS = Number(option('--rounds') ?? 9);
const FOLDER = option('--recognizers');
/** So many lines are given to the recognizers: they take seconds. */
const LINES = 200;

/** The time of the processor in ms, whatever else the machine does. */
async function timeOf(work) {
  globalThis.gc?.();
  const start = cpuUsage();
  await work();
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
}

/** Median times in ms of all works, taken in turn so that whatever else the machine does hits all alike. */
async function inTurn(works, rounds) {
  const times = works.map(() => []);
  for (let round = -2; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const time = await timeOf(work);
      if (round >= 0) times[i].push(time);
    }
  }
  return times.map(median);
}

const toSimplified = OpenCC.Converter({ from: 'tw', to: 'cn' });
const perSecond = (count, ms) => `${(count / ms / 1000).toFixed(2)} M characters/s`;
const row = (name, ms, count, base) =>
  console.log(
    `  ${name.padEnd(38)} ${ms.toFixed(1).padStart(8)} ms ${perSecond(count, ms).padStart(22)}${base ? `   ${(ms / base).toFixed(1)} × opencc-js` : ''}`,
  );

async function pipeline() {
  const plans = textOf(MEGABYTES * 1e6);
  const text = plans.join('');
  const bytes = Buffer.from(text);
  const files = plans.map((plan) => Buffer.from(plan));
  const { document } = await parse(bytes);
  const [opencc, whole, apart] = await inTurn(
    [
      () => toSimplified(text),
      () => parse(bytes),
      async () => {
        for (const file of files) await parse(file);
      },
    ],
    ROUNDS,
  );
  console.log(
    `${plans.length} plans, ${text.length} characters, ${(bytes.length / 1e6).toFixed(2)} MB: ${document.targets.length} targets, ${document.deadlines.length} deadlines, ${document.responsibilities.length} responsibilities`,
  );
  row('opencc-js, traditional to simplified', opencc, text.length);
  row('parse, one file', whole, text.length, opencc);
  row('parse, a file each', apart, text.length, opencc);
}

async function recognizers() {
  if (!FOLDER) {
    console.log(
      'times: give --recognizers FOLDER, where @microsoft/recognizers-text-suite is installed, to compare them',
    );
    return;
  }
  const { recognizeDateTime, Culture } = createRequire(join(resolve(FOLDER), 'package.json'))(
    '@microsoft/recognizers-text-suite',
  );
  const lines = PLANS.join('').split('\n').filter(Boolean).slice(0, LINES);
  const size = lines.join('').length;
  const reference = new Date(2022, 5, 1);
  let [theirCount, ourCount] = [0, 0];
  const theirs = [];
  const ours = [];
  const recognize = () => {
    theirCount = 0;
    for (const line of lines) theirCount += recognizeDateTime(line, Culture.Chinese, undefined, reference).length;
  };
  // Once is too short to be measured.
  const TIMES = 20;
  const find = () => {
    ourCount = 0;
    for (let i = 0; i < TIMES; i++) for (const line of lines) ourCount += findTimes(fold(line), { year: 2022 }).length;
  };
  for (let round = -1; round < 3; round++) {
    const [their, our] = [await timeOf(recognize), (await timeOf(find)) / TIMES];
    if (round < 0) continue;
    theirs.push(their);
    ours.push(our);
  }
  const [their, our] = [median(theirs), median(ours)];
  console.log(`times of ${lines.length} lines, ${size} characters`);
  row(`recognizers-text-suite, ${theirCount} found`, their, size);
  row(`findTimes, ${ourCount / TIMES} found`, our, size);
  console.log(`  ${(their / our).toFixed(0)} times as fast`);
}

console.log(`node ${process.version}, medians`);
await pipeline();
await recognizers();
