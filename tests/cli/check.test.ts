import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

const fresh = folderWith({
  'fixtures/education/a/case.json': '{"shows": "a plain plan"}',
  'fixtures/education/a/source.txt': plan,
});
gongwen(['check', 'fixtures', '--update'], { cwd: fresh });

/** A copy of the fixture, with its expectation as it is, in a folder of its own. */
function copy(): string {
  const cwd = folderWith();
  cpSync(fresh, cwd, { recursive: true });
  return cwd;
}

const inside = (cwd: string, name: string) => join(cwd, 'fixtures/education/a', name);
const read = (cwd: string, name: string) => readFileSync(inside(cwd, name), 'utf8');
const write = (cwd: string, name: string, data: string | Uint8Array) => writeFileSync(inside(cwd, name), data);

/** Change expected.json. */
function expectation(cwd: string, change: (expected: any) => void): void {
  const expected = JSON.parse(read(cwd, 'expected.json'));
  change(expected);
  write(cwd, 'expected.json', JSON.stringify(expected));
}

const check = (cwd: string, ...more: string[]) => gongwen(['check', 'fixtures', ...more], { cwd });

describe('check', () => {
  it('says what is amiss with the folder', () => {
    const file = gongwen(['check', 'fixtures/education/a/source.txt'], { cwd: fresh });
    expect(file).toMatchObject({ status: 1, stderr: expect.stringContaining('source.txt: error is a file; give the') });
    expect(gongwen(['check', ''], { cwd: fresh })).toMatchObject({ status: 2, stdout: '' });
  });

  it('holds after --update, which wrote what was found', () => {
    expect(JSON.parse(read(fresh, 'expected.json')).targets.length).toBeGreaterThan(0);
    expect(read(fresh, 'clean.txt')).toContain('一、总体要求\n');
    const { status, stdout } = check(fresh);
    expect(stdout).toMatch(/^ok fixtures\/education\/a\n1 fixture: 1 as expected, 0 not; 0 known gaps\n/);
    expect(stdout).toMatch(/^ {2}targets +1\.000 +1\.000 +1\.000 +(\d+) +\1 +\1$/m);
    expect(status).toBe(0);
  });

  it('rewrites nothing where nothing changes', () => {
    const { stdout } = check(fresh, '--update');
    expect(stdout).toMatch(/^ok fixtures\/education\/a\n/);
  });

  it('leaves a fixture that holds as somebody has written it', () => {
    const cwd = copy();
    expectation(cwd, (expected) => {
      for (const record of expected.targets) delete record.quote;
    });
    const before = read(cwd, 'expected.json');
    expect(check(cwd, '--update').stdout).toMatch(/^ok fixtures\/education\/a\n/);
    expect(read(cwd, 'expected.json')).toBe(before);
  });

  it('fails where the expectation names nothing to compare', () => {
    const cwd = folderWith({
      'fixtures/a/case.json': '{}',
      'fixtures/a/source.txt': plan,
      'fixtures/a/expected.json': '{}',
    });
    const { status, stdout } = check(cwd);
    expect(stdout).toContain('fixtures/a/expected.json: error names nothing to compare; delete it, and --update');
    expect(status).toBe(1);
  });

  it('fails where there is no expectation', () => {
    const cwd = folderWith({ 'fixtures/a/case.json': '{}', 'fixtures/a/source.txt': plan });
    const { status, stdout } = check(cwd);
    expect(stdout).toMatch(
      /^FAILED fixtures\/a\n {2}fixtures\/a\/expected\.json: error there is no expected\.json; --update writes it/,
    );
    expect(status).toBe(1);
  });

  it('names what is missing, extra and changed', () => {
    const cwd = copy();
    expectation(cwd, (expected) => {
      expected.targets[0].value = 12345;
      expected.deadlines.push({
        ...expected.deadlines[0],
        text: '到2035年',
        end: '2035-12-31',
        task: '别的事',
        quote: '别处的话',
      });
      expected.responsibilities.pop();
      expected.meta.title = '另一个题目';
    });
    write(cwd, 'clean.txt', read(cwd, 'clean.txt').replace('总体要求', '总体目标'));
    const { status, stdout } = check(cwd);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^ {2}fixtures\/education\/a\/expected\.json:1: error targets\[0\]: targets changed in value: .*\n {6}value: 12345 -> \d+\n {6}sentence: “.*” \(line \d+, column \d+; line \d+ of the cleaned text\)$/m,
    );
    expect(stdout).toMatch(/ deadlines missing: .*\n {6}sentence: “别处的话” \(it does not stand like this/);
    expect(stdout).toMatch(/^ {2}fixtures\/education\/a\/source\.txt:\d+:\d+: error r\d+: responsibilities extra: /m);
    expect(stdout).toMatch(/ meta changed in title \[check\/meta\]\n {6}title: "另一个题目" -> "/);
    expect(stdout).toMatch(/\/clean\.txt:\d+: error clean\.txt changed: .*\n {6}- 一、总体目标\n {6}\+ 一、总体要求$/m);
    expect(stdout).toMatch(/^1 fixture: 0 as expected, 1 not; 0 known gaps$/m);
    expect(stdout).toMatch(/^ {2}targets changed: 1$/m);
  });

  it('accepts known gaps, and fails when they do not occur any more', () => {
    const cwd = copy();
    const gap = { kind: 'deadlines', change: 'missing', quote: '别处的话', why: '相对期限还不认得' };
    write(cwd, 'case.json', JSON.stringify({ shows: 'gaps', gaps: [gap] }));
    expect(check(cwd).stdout).toMatch(/stale gap: deadlines missing “别处的话”/);
    expect(check(cwd).status).toBe(1);
    expectation(cwd, (expected) => {
      expected.deadlines.push({ text: '三年内', quote: '别处的话' });
    });
    const { status, stdout } = check(cwd);
    expect(stdout).toMatch(/ note known: deadlines missing “别处的话”: 相对期限还不认得 /);
    expect(status).toBe(0);
  });

  it('--update keeps what known gaps expect and drops stale ones', () => {
    const cwd = copy();
    const gap = (quote: string) => ({ kind: 'deadlines', change: 'missing', quote, why: 'x' });
    write(cwd, 'case.json', JSON.stringify({ gaps: [gap('别处的话'), gap('不再有')], shows: 'x' }));
    expectation(cwd, (expected) => {
      expected.deadlines.push({ ...expected.deadlines[0], text: '三年内', quote: '别处的话' });
      expected.targets = [];
    });
    const { status, stdout } = check(cwd, '--update');
    expect(stdout).toMatch(/^updated expected\.json, case\.json in fixtures\/education\/a$/m);
    expect(status).toBe(0);
    expect(JSON.parse(read(cwd, 'case.json'))).toEqual({ gaps: [gap('别处的话')], shows: 'x' });
    const expected = JSON.parse(read(cwd, 'expected.json'));
    expect(expected.deadlines.at(-1).quote).toBe('别处的话');
    expect(expected.targets.length).toBeGreaterThan(0);
    expect(check(cwd).status).toBe(0);
  });

  it('refuses --update where CI is set', () => {
    const cwd = copy();
    expectation(cwd, (expected) => {
      expected.targets = [];
    });
    const before = read(cwd, 'expected.json');
    const { status, stderr } = gongwen(['check', 'fixtures', '--update'], { cwd, env: { CI: 'true' } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/--update is refused where CI is set/);
    expect(read(cwd, 'expected.json')).toBe(before);
  });

  it('compares only what is expected', () => {
    const cwd = copy();
    write(cwd, 'expected.json', '{"meta": {}, "targets": []}');
    expect(check(cwd).stdout).not.toMatch(/deadlines (?:missing|extra|changed)|sections (?:missing|extra|changed)/);
    const { stdout } = check(cwd);
    expect(stdout).toMatch(/targets extra/);
  });

  it.each([
    ['expected.json', '{"target": []}', /expected\.json: error "target" is not compared/],
    ['expected.json', '{', /expected\.json: error it is no JSON/],
    ['case.json', '{"gaps": [{}]}', /case\.json: error every gap needs "kind"/],
    ['case.json', '[', /case\.json: error it is no JSON/],
    ['case.json', '3', /case\.json: error it must hold one object/],
    ['source.html', plan, /2 files source\.\*; there must be exactly one/],
  ])('tells of a broken %s and does not rewrite it', (name, data, message) => {
    const cwd = copy();
    write(cwd, name, data);
    for (const more of [[], ['--update']]) {
      const { status, stdout } = check(cwd, ...more);
      expect(stdout).toMatch(message);
      expect(status).toBe(1);
      expect(read(cwd, name)).toBe(data);
    }
  });

  it('knows fixtures that expect a failure', () => {
    const cwd = folderWith({ 'fixtures/a/case.json': '{}', 'fixtures/a/source.html': PNG });
    check(cwd, '--update');
    expect(JSON.parse(readFileSync(join(cwd, 'fixtures/a/expected.json'), 'utf8'))).toEqual({
      failure: 'input/binary',
    });
    expect(check(cwd).status).toBe(0);
  });

  it('does not let a source that broke become an expected failure', () => {
    const cwd = copy();
    const before = read(cwd, 'expected.json');
    write(cwd, 'source.txt', PNG);
    const { status, stdout } = check(cwd, '--update');
    expect(stdout).toMatch(/the source was refused as input\/binary, and records are expected/);
    expect(status).toBe(1);
    expect(read(cwd, 'expected.json')).toBe(before);
  });
});
