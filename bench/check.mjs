// The time of `check` on 1,000 fixtures over the time of `extract` on their sources: medians of runs in turn. The fixtures
// are the bundled ones again and again, in a temporary folder. `node bench/check.mjs [fixtures] [rounds] [jobs]`
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [count = 1000, rounds = 5, jobs] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('../', import.meta.url));
const bundled = readdirSync(join(root, 'fixtures'), { recursive: true })
  .filter((name) => name.endsWith('case.json') && !name.startsWith('refused'))
  .map((name) => dirname(name))
  .sort();

const folder = mkdtempSync(join(tmpdir(), 'gongwen-check-'));
for (let i = 0; i < count; i++) {
  const to = join(folder, 'fixtures', `${String(i).padStart(5, '0')}`);
  mkdirSync(to, { recursive: true });
  cpSync(join(root, 'fixtures', bundled[i % bundled.length]), to, { recursive: true });
}

function seconds(args) {
  const begun = process.hrtime.bigint();
  const more = jobs === undefined ? [] : ['--jobs', String(jobs)];
  const { status } = spawnSync(process.execPath, [join(root, 'bin/gongwen.js'), ...args, ...more], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error(`gongwen ${args[0]} ended with ${status}`);
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const times = { extract: [], check: [] };
try {
  for (let round = 0; round <= rounds; round++) {
    // To stdout: without a folder and a journal to write, which check has not either.
    const extract = seconds(['extract', 'fixtures', '--include', 'source.*', '--format', 'jsonl', '-q']);
    const check = seconds(['check', 'fixtures']);
    // The first round warms the disk.
    if (round > 0) {
      times.extract.push(extract);
      times.check.push(check);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const [extract, check] = [median(times.extract), median(times.check)];
console.log(`${count} fixtures, ${rounds} rounds: extract ${extract.toFixed(1)} s, check ${check.toFixed(1)} s`);
console.log(`check / extract: ${(check / extract).toFixed(2)} (at most 1.3)`);
