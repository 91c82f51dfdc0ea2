import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { bin, environment, gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const workflow = fileURLToPath(new URL('../../workflow/', import.meta.url));
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** A folder of plans, one of them empty, and the program under its name. */
function place(): string {
  const files = Object.fromEntries(
    [...Array(6).keys()].map((n) => [`plans/${n}.txt`, plan.replace('95%', `${80 + n}%`)]),
  );
  const program = `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`;
  const folder = folderWith({ ...files, 'plans/empty.txt': '', 'bin/gongwen': program });
  chmodSync(join(folder, 'bin/gongwen'), 0o755);
  return folder;
}

function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...environment(), PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`, HOME: cwd };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 110_000 });
  return { status, output: stdout + stderr };
}

function sameAsWhole(cwd: string): void {
  gongwen(['extract', 'plans', '-o', 'whole', '-q', '--format', 'json,csv'], { cwd });
  const names = (folder: string) =>
    readdirSync(join(cwd, folder))
      .filter((name) => name !== '.gongwen')
      .sort();
  expect(names('out')).toEqual(names('whole'));
  for (const name of names('whole'))
    expect(readFileSync(join(cwd, 'out', name), 'utf8'), name).toBe(readFileSync(join(cwd, 'whole', name), 'utf8'));
}

it.runIf(has('snakemake'))(
  'the Snakemake workflow gives what one run gives, also when it is begun again (where snakemake is installed)',
  { timeout: 240_000 },
  () => {
    const cwd = place();
    const args = ['--snakefile', join(workflow, 'Snakefile'), '--cores', '2', '--config', 'inputs=plans', 'shards=2'];
    const first = run('snakemake', args, cwd);
    expect(first.output).toMatch(/4 of 4 steps \(100%\) done/);
    expect(first.status).toBe(0);
    sameAsWhole(cwd);
    expect(run('snakemake', args, cwd).output).toMatch(/Nothing to be done/);
    const forced = run('snakemake', [...args, '--forcerun', 'extract'], cwd);
    expect(forced.status).toBe(0);
    expect(readFileSync(join(cwd, 'work/logs/shard-1.log'), 'utf8')).toMatch(
      /unchanged: \d+ taken from the run before/,
    );
    sameAsWhole(cwd);
  },
);

it.runIf(has('snakemake'))(
  'a shard that fails as a whole fails its job, with the same status as one with bad files (where snakemake is installed)',
  { timeout: 120_000 },
  () => {
    const cwd = place();
    const args = ['--snakefile', join(workflow, 'Snakefile'), '--cores', '1', '--config', 'inputs=plans', 'shards=1'];
    const broken = [...args, "gongwen=sh -c 'echo broken >&2; exit 1'"];
    const { status, output } = run('snakemake', broken, cwd);
    expect({ status, output }).toEqual({ status: 1, output: expect.stringMatching(/Error in rule extract/) });
    expect(readdirSync(cwd)).not.toContain('out');
  },
);

it.runIf(has('parallel'))(
  'the line for GNU parallel does too (where parallel is installed)',
  { timeout: 120_000 },
  () => {
    const cwd = place();
    const readme = readFileSync(join(workflow, 'README.md'), 'utf8');
    const line =
      /^seq \d+ \| parallel .*$/m.exec(readme)?.[0].replace('--shard {}/4', '--shard {}/4 --format json,csv') ?? '';
    expect(line).toContain('--format');
    const { status, output } = run('bash', ['-c', line], cwd);
    // One of the files is empty.
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining('written into out') });
    expect(output).toMatch(/^failed: input\/empty 1$/m);
    sameAsWhole(cwd);
  },
);

it('the workflow sets what config.yaml lists, and every setting is used', () => {
  const settings = [...readFileSync(join(workflow, 'config.yaml'), 'utf8').matchAll(/^(\w+):/gm)].map(
    ([, name]) => name,
  );
  const used = [...readFileSync(join(workflow, 'Snakefile'), 'utf8').matchAll(/config\["(\w+)"\]/g)].map(
    ([, name]) => name,
  );
  expect(settings.length).toBeGreaterThan(5);
  expect([...new Set(used)].sort()).toEqual(settings.sort());
});
