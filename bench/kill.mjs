// Kills runs of the program at random moments, lets them go on, and compares what comes out with an undisturbed run.
// Usage: node bench/kill.mjs [--files N] [--runs N] [--seed N] [--format LIST] [--jobs N]   (needs dist/)
//   The figures of the README, about five minutes on two cores: node bench/kill.mjs
//   A look that takes half a minute: node bench/kill.mjs --files 40 --runs 4
// Every run is the program in a process of its own, over generated pages (bench/plans.mjs), into a new folder. It is sent
// SIGKILL at a random moment of the time that the undisturbed run took, one moment in each equal part of it, so that the
// beginning and the end are hit as well; a run that goes on may be killed again, up to three times in all. Then one goes on
// to its end. A line tells the moments of the kills (in per cent of the undisturbed time), how many files the journal
// counted as finished at each, how many temporary files were left, and whether in the end the names and the sha256 of all
// files outside of .gongwen are those of the undisturbed run. Status 1 where one is not.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../dist/write/writer.js';
import { generator } from './encoding-samples.mjs';
import { writePages } from './plans.mjs';
import { option, PROGRAM, temporaryFolder } from './run-program.mjs';

const FILES = Number(option('--files', 500));
const RUNS = Number(option('--runs', 20));
const SEED = Number(option('--seed', 1));
const FORMATS = option('--format', formats.join(','));
const JOBS = option('--jobs', '2');
/** A run is killed at most so often. */
const KILLS = 3;

const folder = temporaryFolder('kill');
const pages = join(folder, 'pages');
const random = generator(SEED);

/**
 * One run into a folder, killed after so many ms; never where that is undefined.
 * @returns its exit status, null where it was killed.
 */
function run(out, after) {
  const args = [PROGRAM, 'extract', pages, '-o', out, '--format', FORMATS, '--quiet', '--jobs', JOBS];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((go, fail) => {
    child.on('error', fail).on('exit', (status) => {
      clearTimeout(timer);
      go(status);
    });
  });
}

/** Names and hashes of all files outside of the program's own folder. */
function outputOf(out) {
  const names = readdirSync(out, { recursive: true }).filter((name) => !name.startsWith('.gongwen'));
  return new Map(
    names
      .filter((name) => statSync(join(out, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ]),
  );
}

/** What differs between two outputs, in words; empty where nothing does. */
function differences(wanted, found) {
  const names = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return names.flatMap((name) => {
    if (!found.has(name)) return [`${name} is missing`];
    if (!wanted.has(name)) return [`${name} is too much`];
    return wanted.get(name) === found.get(name) ? [] : [`${name} differs`];
  });
}

/** What a killed run has left: lines of its journal that are whole, files that are not. */
function leftIn(out) {
  const journal = join(out, '.gongwen', 'journal.jsonl');
  const temporary = join(out, '.gongwen', 'tmp');
  const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0;
  return { lines, files: existsSync(temporary) ? readdirSync(temporary).length : 0 };
}

/** A run that is killed, perhaps again, and then goes on to its end. */
async function disturbed(out, part, time) {
  const kills = [];
  let share = (part + random()) / RUNS;
  for (let kill = 0; kill < KILLS; kill++) {
    const status = await run(out, share * time);
    if (status !== null) return { kills, status };
    kills.push({ share, ...leftIn(out) });
    // Where more is finished, less time is left to be killed in.
    if (random() < 0.5) break;
    share = random() * Math.max(0.1, 1 - share);
  }
  return { kills, status: await run(out) };
}

const told = (kills, of) => kills.map(of).join(', ').padStart(22);

try {
  writePages(pages, FILES);
  const whole = join(folder, 'whole');
  // The first run of a program is slower than the others: its code is not in memory yet.
  await run(join(folder, 'first'), 3000);
  const begun = performance.now();
  const status = await run(whole);
  const time = performance.now() - begun;
  if (status !== 0) throw new Error(`the undisturbed run ended with ${status}`);
  const wanted = outputOf(whole);
  console.log(`node ${process.version}, ${FILES} files, ${FORMATS}, --jobs ${JOBS}, seed ${SEED}`);
  console.log(`undisturbed: ${(time / 1000).toFixed(1)} s, ${wanted.size} files\n`);
  console.log(' run     killed at (% of it)       finished files      temporary files   identical');
  let [same, killed] = [0, 0];
  for (let part = 0; part < RUNS; part++) {
    const out = join(folder, 'out');
    rmSync(out, { recursive: true, force: true });
    const { kills, status: end } = await disturbed(out, part, time);
    const wrong = differences(wanted, outputOf(out));
    const good = end === 0 && wrong.length === 0;
    if (good) same++;
    killed += kills.length;
    const columns = [
      String(part + 1).padStart(4),
      told(kills, ({ share }) => (share * 100).toFixed(0)),
      told(kills, ({ lines }) => lines),
      told(kills, ({ files }) => files),
      (good ? 'yes' : `NO, status ${end}: ${wrong.length} differ`).padStart(10),
    ];
    console.log(columns.join(' '));
    for (const one of wrong.slice(0, 5)) console.log(`      ${one}`);
  }
  console.log(`\n${same} of ${RUNS} identical, ${killed} kills`);
  if (same < RUNS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
