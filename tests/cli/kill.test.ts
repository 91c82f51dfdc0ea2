import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, folderWith } from '../setup/folder.js';
import { gongwen, start } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const COUNT = 40;
const FORMATS = 'json,jsonl,csv';
const files = Object.fromEntries(
  Array.from({ length: COUNT }, (_, i) => [`in/${i}.txt`, plan.replace('新建幼儿园6所', `新建幼儿园${i + 6}所`)]),
);
const args = (...more: string[]) => ['extract', 'in', '-o', 'out', '--format', FORMATS, '--quiet', ...more];

/** How many documents a run has finished: lines of its journal. */
function finished(folder: string): number {
  try {
    return readFileSync(join(folder, 'out/.gongwen/journal.jsonl'), 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

/** Begin a run and end it by a signal once it has finished so many documents. */
async function killed(folder: string, after: number, signal: NodeJS.Signals): Promise<number | null> {
  const child = start(args('--jobs', '0'), folder);
  const watch = setInterval(() => {
    if (finished(folder) < after) return;
    clearInterval(watch);
    child.kill(signal);
  }, 2);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  return status;
}

const summary = (stderr: string) => JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');

describe.runIf(process.platform !== 'win32')('a run of which the process is killed', () => {
  const whole = folderWith(files);
  expect(gongwen(args(), { cwd: whole }).status).toBe(0);
  const expected = contents(join(whole, 'out'));

  it('goes on from where it was, several times, to what an undisturbed run gives', async () => {
    const cwd = folderWith(files);
    for (const after of [1, 7, 22]) {
      expect(await killed(cwd, after, 'SIGKILL')).toBeNull();
      // Whatever is there is whole.
      for (const [name, text] of Object.entries(contents(join(cwd, 'out')))) expect(text, name).toBe(expected[name]);
    }
    const done = finished(cwd);
    const { status, stderr } = gongwen(args('--summary', 'json'), { cwd });
    expect(status).toBe(0);
    expect(done).toBeGreaterThanOrEqual(22);
    expect(summary(stderr).unchanged).toBeGreaterThanOrEqual(21);
    expect(contents(join(cwd, 'out'))).toEqual(expected);
    expect(readdirSync(join(cwd, 'out/.gongwen')).sort()).toEqual(['documents-0.bin', 'journal.jsonl']);
  });

  it('by Ctrl-C ends with 130, keeps what was done and goes on', async () => {
    const cwd = folderWith(files);
    expect(await killed(cwd, 5, 'SIGINT')).toBe(130);
    const manifest = JSON.parse(readFileSync(join(cwd, 'out/manifest.json'), 'utf8'));
    expect(manifest.complete).toBe(false);
    expect(manifest.inputs.length).toBeGreaterThanOrEqual(4);
    for (const { path, bytes } of manifest.files) expect(statSync(join(cwd, 'out', path)).size, path).toBe(bytes);
    const { stderr } = gongwen(args('--summary', 'json'), { cwd });
    expect(summary(stderr)).toMatchObject({ complete: true, plans: COUNT });
    expect(summary(stderr).unchanged).toBeGreaterThanOrEqual(manifest.inputs.length);
    expect(contents(join(cwd, 'out'))).toEqual(expected);
  });

  it.each(['0', '1', '3'])('gives the same bytes with --jobs %s', (jobs) => {
    const cwd = folderWith(files);
    expect(gongwen(args('--jobs', jobs), { cwd }).status).toBe(0);
    expect(contents(join(cwd, 'out'))).toEqual(expected);
  });

  it('is refused while another writes into the folder', async () => {
    const cwd = folderWith(files);
    const child = start(args('--jobs', '0'), cwd);
    const ended = new Promise((done) => child.on('close', done));
    while (finished(cwd) === 0) await new Promise((go) => setTimeout(go, 2));
    child.kill('SIGSTOP');
    const { status, stderr } = gongwen(args(), { cwd });
    child.kill('SIGCONT');
    expect(stderr).toMatch(
      /^error: another run \(process \d+ on .+\) writes into "out"; wait for it, or choose [^\n]+\n$/,
    );
    expect(status).toBe(2);
    expect(await ended).toBe(0);
    expect(contents(join(cwd, 'out'))).toEqual(expected);
  });
});
