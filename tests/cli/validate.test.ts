import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const cwd = folderWith({ 'plans/a.txt': plan, 'plans/b.txt': plan.replaceAll('云岭县', '青岚县') });
const written = gongwen(['extract', 'plans', '-o', 'out', '--format', 'json,jsonl,csv,xlsx,sqlite,parquet', '-q'], {
  cwd,
});
const clean = gongwen(['validate', 'out', '--source', '.'], { cwd });

/** A table of the run after a change, in a folder of its own. */
function changed(change: (text: string) => string): string {
  const text = readFileSync(join(cwd, 'out/targets.csv'), 'utf8');
  return folderWith({ 'targets.csv': change(text) });
}

describe('validate', () => {
  it('takes the folder of a run, all formats in it, with their sources', () => {
    expect(written.status).toBe(0);
    expect(clean.stdout).toMatch(/\n19 files, \d+ records: 0 errors, 0 warnings, 0 notes\n$/);
    expect(clean).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells file, line, row, column, what is there and what was expected, and fails', () => {
    const folder = changed((text) => text.replace(',ge,95,', ',ge,viel,'));
    const { status, stdout, stderr } = gongwen(['validate', 'targets.csv'], { cwd: folder });
    expect(stdout.split('\n')).toEqual([
      'FAILED targets.csv',
      '  targets.csv:2: error row 2, column value: is "viel"; expected a number [validate/schema]',
      '1 file, 4 records: 1 error, 0 warnings, 0 notes',
      '',
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('fails for warnings where it is asked to', () => {
    const folder = changed((text) => text.replace(',2025,,,,,,2025,sentence', ',2025,90,2026,90,,,2025,sentence'));
    const run = (...more: string[]) => gongwen(['validate', 'targets.csv', ...more], { cwd: folder });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/warning row 2, column baselineYear/) });
    expect(run('--strict').status).toBe(1);
  });

  it('tells so many findings, errors first, and how many more there are', () => {
    const folder = changed((text) => text.replaceAll(',ge,', ',about,').replace('line\r\n', 'line,remark\r\n'));
    const { status, stdout } = gongwen(['validate', 'targets.csv', '--max', '1'], { cwd: folder });
    expect(stdout).toMatch(/: 2 errors, 0 warnings, 1 note\n2 more not told; --max 0 tells all\n$/);
    expect(stdout.match(/\[validate/g)).toHaveLength(1);
    expect(status).toBe(1);
    expect(
      gongwen(['validate', 'targets.csv', '--max', '0'], { cwd: folder }).stdout.match(/\[validate/g),
    ).toHaveLength(3);
  });

  it.each([
    ['json', (text: string) => JSON.parse(text)],
    ['sarif', (text: string) => JSON.parse(text).runs[0].results],
    ['junit', (text: string) => text.match(/<failure/g)],
    ['github', (text: string) => text.match(/::error/g)],
  ] as const)('reports as %s', (form, read) => {
    const folder = changed((text) => text.replace(',ge,95,', ',ge,viel,'));
    const { status, stdout } = gongwen(['validate', 'targets.csv', '--report', form], { cwd: folder });
    expect(status).toBe(1);
    expect(JSON.stringify(read(stdout))).toMatch(form === 'json' || form === 'sarif' ? /validate\/schema/ : /\["/);
  });

  it('goes on where a file is broken, is none of ours, or is not there', () => {
    const folder = folderWith({ 'a.json': '{', 'b.csv': 'x,y\n1,2\n', 'c.bin': Buffer.from([0, 1, 2, 0]) });
    writeFileSync(join(folder, 'good.csv'), readFileSync(join(cwd, 'out/targets.csv')));
    const { status, stdout } = gongwen(['validate', 'a.json', 'b.csv', 'c.bin', 'no.json', 'good.csv'], {
      cwd: folder,
    });
    expect(stdout).toMatch(/a\.json:1:2: error is no JSON/);
    expect(stdout).toMatch(/b\.csv: error is no table that gongwen writes/);
    expect(stdout).toMatch(/c\.bin: error is no output of gongwen/);
    expect(stdout).toMatch(/no\.json: error there is no such file/);
    expect(stdout).toMatch(/^ok good\.csv$/m);
    expect(status).toBe(1);
  });

  it('says what of a run is gone or was changed', () => {
    const folder = folderWith({ 'in/a.txt': plan });
    gongwen(['extract', 'in', '-o', 'out', '--format', 'json,csv', '-q'], { cwd: folder });
    writeFileSync(join(folder, 'out/a.txt.json'), `${readFileSync(join(folder, 'out/a.txt.json'), 'utf8')}\n`);
    const manifest = readFileSync(join(folder, 'out/manifest.json'), 'utf8');
    writeFileSync(join(folder, 'out/manifest.json'), manifest.replace('"sections.csv"', '"gone.csv"'));
    const { status, stdout } = gongwen(['validate', 'out'], { cwd: folder });
    expect(stdout).toMatch(/out\/gone\.csv: error is missing; manifest\.json lists it/);
    expect(stdout).toMatch(/out\/a\.txt\.json: note was changed after gongwen wrote it/);
    expect(status).toBe(1);
  });

  it('says what lies beside the files of a run and was not looked at', () => {
    const folder = folderWith({ 'in/a.txt': plan });
    gongwen(['extract', 'in', '-o', 'out', '--format', 'csv', '-q'], { cwd: folder });
    expect(gongwen(['validate', 'out'], { cwd: folder }).stdout).not.toContain(': note');
    writeFileSync(join(folder, 'out/targets (1).csv'), 'x');
    const { status, stdout } = gongwen(['validate', 'out'], { cwd: folder });
    expect(stdout).toMatch(/out\/targets \(1\)\.csv: note is not in manifest\.json and was not looked at; name it/);
    expect(status).toBe(0);
  });

  it.each([
    [['validate'], /missing required argument/],
    [['validate', 'out', '--source', 'nowhere'], /--source "nowhere" is no folder/],
    [['validate', 'out', '--max', 'all'], /--max takes a number/],
  ])('%j is wrong usage', (args, message) => {
    const { status, stderr } = gongwen(args, { cwd });
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});
