import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, folderWith } from '../setup/folder.js';
import { bin, environment, gongwen, start } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const page = `<html><head><meta charset="utf-8"><title>x</title></head><body>${plan
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('\n')}</body></html>`;
const files = { 'plans/a.txt': plan, 'plans/b.html': page, 'plans/2022/a.txt': plan };

describe('extract FILE', () => {
  const cwd = folderWith(files);

  it('gives one JSON object on stdout and the summary on stderr', () => {
    const { status, stdout, stderr } = gongwen(['extract', 'plans/a.txt'], { cwd });
    const document = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(document).toMatchObject({ schema: 'gongwen/document@1', source: { path: 'plans/a.txt', format: 'text' } });
    expect(document.sections.length).toBeGreaterThan(2);
    expect(document.targets.length).toBeGreaterThan(0);
    expect(document.deadlines.length).toBeGreaterThan(0);
    expect(document.responsibilities.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^plans\/a\.txt: \d+ sections, \d+ tables?, \d+ targets?, /);
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  it('counts evidence in the very text that clean prints', () => {
    const { targets } = JSON.parse(gongwen(['extract', 'plans/b.html'], { cwd }).stdout);
    const text = gongwen(['clean', 'plans/b.html'], { cwd }).stdout;
    for (const { evidence } of targets) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  it('says nothing when quiet', () => {
    expect(gongwen(['extract', 'plans/a.txt', '--quiet'], { cwd }).stderr).toBe('');
  });

  it('reads standard input', () => {
    const { status, stdout } = gongwen(['extract', '-'], { cwd, input: plan });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).source.path).toBe('-');
  });

  it('gives JSON Lines for many', () => {
    const { stdout } = gongwen(['extract', 'plans', '--format', 'jsonl'], { cwd });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).source.path),
    ).toEqual(['plans/2022/a.txt', 'plans/a.txt', 'plans/b.html']);
  });

  it('gives one table of all, without byte order mark', () => {
    const { stdout } = gongwen(['extract', 'plans', '--format', 'csv', '--table', 'targets'], { cwd });
    expect(stdout.startsWith('document,title,region,section,')).toBe(true);
    expect(stdout.split('document,title')).toHaveLength(2);
    expect(stdout).toMatch(/\r\nplans\/2022\/a\.txt,.*\r\nplans\/a\.txt,/s);
  });

  it('gives the same bytes again', () => {
    const once = gongwen(['extract', 'plans/b.html'], { cwd });
    expect(gongwen(['extract', 'plans/b.html'], { cwd }).bytes.equals(once.bytes)).toBe(true);
  });
});

describe('extract -o', () => {
  const cwd = folderWith({ ...files, 'plans/empty.txt': '' });
  const run = (out: string, ...more: string[]) => gongwen(['extract', 'plans', '-o', out, ...more], { cwd });

  it('writes every format with one manifest, and nothing on stdout', () => {
    const { status, stdout, stderr } = run('out', '--format', 'json,jsonl,csv');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const tables = ['documents', 'sections', 'targets', 'deadlines', 'responsibilities', 'indicators', 'diagnostics'];
    expect(Object.keys(contents(join(cwd, 'out')))).toEqual(
      [
        ...['2022__a.txt.json', 'a.txt.json', 'b.html.json', 'documents.jsonl', 'datapackage.json', 'manifest.json'],
        ...tables.map((table) => `${table}.csv`),
      ].sort(),
    );
    expect(stderr).toMatch(/^plans\/empty\.txt: error .*\[input\/empty\]$/m);
    expect(stderr).toMatch(/^total\n {2}plans +3\n {2}failed +1\n/m);
    expect(stderr).toMatch(/^written into out: 12 files, listed in manifest\.json; 0:\d\d$/m);
  });

  it('lists in the manifest what was read and written', () => {
    run('listed', '--format', 'json');
    const manifest = JSON.parse(readFileSync(join(cwd, 'listed/manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ schema: 'gongwen/manifest@1', complete: true, formats: ['json'] });
    expect(manifest.inputs.map((input: { path: string; name?: string }) => [input.path, input.name])).toEqual([
      ['plans/2022/a.txt', '2022__a.txt'],
      ['plans/a.txt', 'a.txt'],
      ['plans/b.html', 'b.html'],
      ['plans/empty.txt', undefined],
    ]);
    expect(manifest.inputs[3].error.code).toBe('input/empty');
    for (const { path, bytes, sha256 } of manifest.files) {
      const data = readFileSync(join(cwd, 'listed', path));
      expect([data.length, createHash('sha256').update(data).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  it('writes the same bytes again, also over old files', () => {
    run('first', '--format', 'json,jsonl,csv');
    const once = contents(join(cwd, 'first'));
    run('first', '--format', 'json,jsonl,csv');
    run('second', '--format', 'json,jsonl,csv');
    expect(contents(join(cwd, 'first'))).toEqual(once);
    expect(contents(join(cwd, 'second'))).toEqual(once);
  });

  it('writes CSV for spreadsheets, or plain and with Chinese headers when asked', () => {
    run('excel', '--format', 'csv');
    expect(readFileSync(join(cwd, 'excel/targets.csv'), 'utf8').startsWith('\uFEFFdocument,')).toBe(true);
    run('plain', '--format', 'csv', '--no-bom', '--headers', 'zh');
    expect(readFileSync(join(cwd, 'plain/targets.csv'), 'utf8').startsWith('文件,标题,')).toBe(true);
  });

  it('takes odd names without leaving its folder', () => {
    const odd = folderWith({ 'in/..a.txt': plan, 'in/规划 [1].txt': plan, 'in/-x.txt': plan, 'in/\'q".txt': plan });
    const { status } = gongwen(['extract', 'in/..a.txt', 'in', '-o', 'out'], { cwd: odd });
    expect(status).toBe(0);
    expect(Object.keys(contents(join(odd, 'out')))).toEqual(
      ["'q_.txt.json", '-x.txt.json', '_a.txt.json', '规划 [1].txt.json', 'manifest.json'].sort(),
    );
    expect(readdirSync(odd).sort()).toEqual(['in', 'out']);
  });
});

describe('clean', () => {
  const cwd = folderWith(files);

  it('clean prints the text', () => {
    const { status, stdout, stderr } = gongwen(['clean', 'plans/b.html'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('\n二、主要任务\n');
    expect(stdout).not.toContain('<p>');
  });
});

describe('streams', () => {
  it.runIf(process.platform !== 'win32')('a reader that leaves early is no error', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p/${i}.txt`, plan.repeat(20)]));
    const command = `"${process.execPath}" "${bin}" extract p --format jsonl --quiet | head -c 1; echo "\${PIPESTATUS[0]}"`;
    const output = execFileSync('bash', ['-c', `${command} 2>&1`], { cwd: folderWith(many), env: environment() });
    expect(output.toString()).toBe('{0\n');
  });

  it.runIf(existsSync('/dev/full'))('an output that cannot be written is an error', () => {
    const command = `"${process.execPath}" "${bin}" clean a.txt > /dev/full`;
    const cwd = folderWith({ 'a.txt': plan });
    expect(() => execFileSync('bash', ['-c', command], { cwd, env: environment(), stdio: 'pipe' })).toThrow(
      /the output cannot be written/,
    );
  });

  it.runIf(process.platform !== 'win32')('a stop keeps what was done and ends with 130', async () => {
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`p/${i}.txt`, plan]));
    const cwd = folderWith(many);
    const child = start(['extract', 'p', '-o', 'out', '--format', 'json,csv'], cwd);
    let stderr = '';
    child.stderr.on('data', (data) => {
      if (stderr === '') child.kill('SIGINT');
      stderr += data;
    });
    const status = await new Promise((done) => child.on('close', done));
    const manifest = JSON.parse(readFileSync(join(cwd, 'out/manifest.json'), 'utf8'));
    expect(status).toBe(130);
    expect(manifest.complete).toBe(false);
    expect(manifest.inputs.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/stopped after \d+ of 1500 inputs; what was read is written/);
    expect(readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('a stop while it waits for standard input ends with 130', async () => {
    const child = start(['extract', '-'], folderWith());
    setTimeout(() => child.kill('SIGINT'), 700);
    expect(await new Promise((done) => child.on('close', done))).toBe(130);
  });
});
