// Reads damaged and hostile inputs through the real batch, and tells of every crash, stall, slow file and lost input.
// Usage: node bench/fuzz.mjs [--count N] [--seed N] [--shard N] [--timeout SECONDS] [--kind NAME] [--no-speed]  (needs dist/)
//        node bench/fuzz.mjs --make NUMBER [--seed N] > FILE     one of the inputs
//   All figures, an hour on two cores: node bench/fuzz.mjs; whether all is accounted for, a quarter of one: --no-speed
//   A look that takes half a minute: node bench/fuzz.mjs --count 300
// Inputs are made by bench/mutants.mjs, from a seed and a number. A shard of them is written into a folder and read in a
// process of its own with two threads into all formats; then its manifest is compared with the folder. What is a failure:
//   - a shard that ends with another status than 0, or not at all
//   - an input that the manifest does not speak of (as read, failed with a code, or skipped)
//   - the codes internal/unexpected, schema/invalid, input/crashed, input/stalled
//   - an input that takes more than 10 times its share: the time that an undamaged plan of as many bytes takes. That is
//     measured first, by classes of size (1 KB to 1 MB, each four times the one before): the median time of generated plans
//     in a class, put in proportion to the bytes, and no less than that of the smallest class, which is the fixed cost. For
//     PDF and DOCX, whose bytes are packed, the undamaged files of the fixtures are measured instead. What was slow among
//     other work is read again, alone and up to five times, and the least processor time counts. The opening of an archive or
//     corpus is measured alone in the same way, its share being that of all bytes it gives out.
// The inputs of failures are kept in a folder that is named at the end. Status 1 where there is one.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { documentsOf } from '../dist/batch/documents.js';
import { openWork } from '../dist/batch/work.js';
import { formats } from '../dist/write/writer.js';
import { KINDS, mutant, mutantOf } from './mutants.mjs';
import { median, pageAt, sources, textOf } from './plans.mjs';
import { option, temporaryFolder } from './run-program.mjs';

const COUNT = Number(option('--count', 20_000));
const SEED = Number(option('--seed', 1));
const SHARD = Number(option('--shard', 1000));
const TIMEOUT = option('--timeout', '60');
const KIND = option('--kind');
const MAKE = option('--make');
const SPEED = !process.argv.includes('--no-speed');
const SLOWEST = 10;
/** A shard that takes longer hangs; in ms. */
const PATIENCE = Math.max(600_000, SHARD * 3000);
const BAD = new Set(['internal/unexpected', 'schema/invalid', 'input/crashed', 'input/stalled']);

const only = KIND === undefined ? undefined : KINDS.find(({ name }) => name.includes(KIND));
const inputAt = (number) => (only ? mutantOf(only, Math.imul(SEED, 0x9e3779b1) ^ number) : mutant(SEED, number));
const nameOf = (number, { ending }) => `${String(number).padStart(6, '0')}.${ending}`;

/** Processor time in ms of one work, whatever else the machine does; the best of some where the first is over `enough`. */
async function alone(work, enough = 0) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5 && best > enough; i++) {
    const begun = cpuUsage();
    await work();
    const { user, system } = cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const read = await openWork({ formats, writing: { headers: 'en', bom: false }, pack: true });
const timeOf = (path, bytes, enough) => alone(() => read({ path, bytes }), enough);
const PACKED = new Map([
  ['%PDF', 'pdf'],
  ['PK\x03\x04', 'docx'],
]);
const packingOf = (bytes) => PACKED.get(bytes.subarray(0, 4).toString('latin1'));

/** How long undamaged plans of a number of bytes take. */
async function shares() {
  for (let i = 0; i < 200; i++) await read({ path: '', ...pageAt(i) });
  const classes = [];
  for (const size of [1000, 4000, 16_000, 64_000, 256_000, 1_000_000]) {
    const times = [];
    for (let k = 0; k < (size < 100_000 ? 9 : 3); k++) {
      const bytes = Buffer.from(textOf(size, 100 + k).join('')).subarray(0, size);
      times.push((await timeOf('', bytes)) / bytes.length);
    }
    classes.push({ size, rate: median(times) });
  }
  const fixed = classes[0].rate * classes[0].size;
  const packed = new Map();
  for (const kind of PACKED.values()) {
    const times = [];
    for (const { ending, bytes } of sources())
      if (ending === kind) times.push((await timeOf('', bytes)) / bytes.length);
    if (times.length > 0) packed.set(kind, median(times));
  }
  const rateOf = (size) => (classes.findLast((one) => one.size <= size) ?? classes[0]).rate;
  const told = classes.map(({ size, rate }) => `${size / 1000} KB ${(rate * size).toFixed(0)} ms`);
  for (const [kind, rate] of packed) told.push(`${kind} ${(rate * 1000).toFixed(1)} ms a KB`);
  console.log(`an undamaged plan of ${told.join(', ')}\n`);
  return (size, packing) => Math.max(fixed, (packed.get(packing) ?? rateOf(size)) * size);
}

/** @returns why the shard failed as a whole; undefined where it did not. */
function runShard(folder, out, result) {
  const script = fileURLToPath(new URL('./fuzz-shard.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, folder, out, result, TIMEOUT], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return new Promise((go, fail) => {
    child.on('error', fail).on('exit', (status, signal) => {
      clearTimeout(timer);
      go(status === 0 ? undefined : `ended with ${status ?? signal}`);
    });
  });
}

const kinds = new Map(
  KINDS.map(({ name }) => [name, { inputs: 0, documents: 0, read: 0, failed: 0, skipped: 0, worst: 0 }]),
);
const codes = new Map();
const slow = [];
const problems = [];
let kept;

function keep(name, bytes) {
  kept ??= mkdtempSync(join(tmpdir(), 'gongwen-fuzz-kept-'));
  writeFileSync(join(kept, name), bytes);
}

function problem(name, input, what) {
  problems.push({ name, kind: input.kind, what });
  keep(name, input.bytes);
}

/** The bytes of all documents of an input, and how long it takes to get at them. */
async function opened(name, bytes, folder) {
  const file = join(folder, name);
  const pieces = new Map();
  const drain = async () => {
    for await (const piece of documentsOf([{ path: name, file, found: true }], {})) {
      if ('bytes' in piece) pieces.set(piece.path, piece.bytes);
    }
  };
  const ms = await alone(drain, 50);
  const size = [...pieces.values()].reduce((sum, one) => sum + one.length, bytes.length);
  return { ms, size, pieces };
}

/** Look closer at inputs that were slow among others. */
async function judge(name, input, documents, folder, shareOf) {
  const kind = kinds.get(input.kind);
  const slowOnes = documents.filter((one) => one.duration > SLOWEST * shareOf(one.bytes));
  const { ms, size, pieces } = await opened(name, input.bytes, folder);
  const times = [{ path: `${name} (opening)`, bytes: size, ms, times: ms / shareOf(size) }];
  for (const { path, code } of slowOnes) {
    const bytes = pieces.get(path);
    if (!bytes || BAD.has(code)) continue;
    const share = shareOf(bytes.length, packingOf(bytes));
    const best = await timeOf(path, bytes, SLOWEST * share);
    times.push({ path, bytes: bytes.length, ms: best, times: best / share });
  }
  for (const one of times) {
    kind.worst = Math.max(kind.worst, one.times);
    slow.push({ ...one, kind: input.kind });
    if (one.times > SLOWEST)
      problem(
        name,
        input,
        `${one.path}: ${one.ms.toFixed(0)} ms for ${one.bytes} bytes, ${one.times.toFixed(1)} times its share`,
      );
  }
  slow.sort((a, b) => b.times - a.times).splice(10);
}

function account(name, input, documents, manifest) {
  const kind = kinds.get(input.kind);
  kind.inputs++;
  const entries = manifest.filter(({ path }) => path === name || path.startsWith(`${name}#`));
  if (entries.length === 0) problem(name, input, 'the manifest does not speak of it');
  kind.documents += documents.length;
  for (const { path, state, code, message, stack } of documents) {
    kind[state]++;
    if (state === 'skipped') continue;
    if (code !== undefined) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (BAD.has(code))
      problem(name, input, [`${path}: ${code}: ${message}`, ...(stack ?? '').split('\n').slice(1, 4)].join('\n      '));
  }
}

async function shard(from, shareOf) {
  const folder = temporaryFolder('fuzz');
  try {
    const [inputs, out, result] = ['inputs', 'out', 'result.json'].map((name) => join(folder, name));
    mkdirSync(inputs);
    const made = new Map();
    for (let number = from; number < Math.min(from + SHARD, COUNT); number++) {
      const input = inputAt(number);
      made.set(nameOf(number, input), input);
      writeFileSync(join(inputs, nameOf(number, input)), input.bytes);
    }
    const whole = await runShard(inputs, out, result);
    if (whole !== undefined) {
      problems.push({ name: `shard ${from}`, kind: '', what: whole });
      for (const [name, { bytes }] of made) keep(name, bytes);
      return;
    }
    const { documents, complete } = JSON.parse(readFileSync(result, 'utf8'));
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).inputs;
    if (!complete) problems.push({ name: `shard ${from}`, kind: '', what: 'is not complete' });
    for (const [name, input] of made) {
      const own = documents.filter(({ path }) => path === name || path.startsWith(`${name}#`));
      account(name, input, own, manifest);
      if (SPEED) await judge(name, input, own, inputs, shareOf);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell() {
  console.log('\n  kind                        inputs  documents    read  failed  skipped   slowest (× share)');
  for (const [name, { inputs, documents, read: good, failed, skipped, worst }] of kinds) {
    const numbers = [inputs, documents, good, failed, skipped].map((n, i) => String(n).padStart([8, 10, 8, 8, 9][i]));
    if (inputs > 0) console.log(`  ${name.padEnd(26)}${numbers.join('')} ${worst.toFixed(1).padStart(12)}`);
  }
  console.log(
    `\n  failed with: ${[...codes]
      .sort((a, b) => b[1] - a[1])
      .map(([code, n]) => `${code} ${n}`)
      .join(', ')}`,
  );
  console.log('\n  the slowest for their size');
  for (const { path, kind, bytes, ms, times } of slow)
    console.log(
      `  ${path.padEnd(30)} ${kind.padEnd(26)} ${String(bytes).padStart(9)} bytes ${ms.toFixed(0).padStart(7)} ms  × ${times.toFixed(1)}`,
    );
  console.log(`\n${problems.length} problems`);
  for (const { name, kind, what } of problems.slice(0, 100)) console.log(`  ${name} (${kind}) ${what}`);
  if (kept) console.log(`their inputs are in ${kept}`);
  if (problems.length > 0) process.exitCode = 1;
}

if (MAKE !== undefined) {
  process.stdout.write(inputAt(Number(MAKE)).bytes);
} else {
  console.log(`node ${process.version}, ${COUNT} inputs, seed ${SEED}`);
  const shareOf = await shares();
  const begun = performance.now();
  for (let from = 0; from < COUNT; from += SHARD) {
    await shard(from, shareOf);
    const done = Math.min(from + SHARD, COUNT);
    console.log(`${done} inputs, ${((performance.now() - begun) / 1000).toFixed(0)} s, ${problems.length} problems`);
  }
  tell();
}
