import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const fresh = folderWith({ 'f/a/case.json': '{}', 'f/a/source.txt': plan });
gongwen(['check', 'f', '--update'], { cwd: fresh });
const EXPECTED = readFileSync(join(fresh, 'f/a/expected.json'), 'utf8');

/** Fixtures that hold, `broken` in the middle of them. */
function world(broken: Record<string, string | Uint8Array> = {}) {
  const cwd = folderWith(Object.fromEntries(Object.entries(broken).map(([name, data]) => [`f/${name}`, data])));
  for (const name of ['a', 'z']) cpSync(join(fresh, 'f/a'), join(cwd, 'f', name), { recursive: true });
  const check = (args: readonly string[] = [], env: Record<string, string> = {}) =>
    gongwen(['check', 'f', ...args], { cwd, env: { GITHUB_ACTIONS: '', ...env } });
  return { cwd, check };
}
const wrong = (value: object) => JSON.stringify({ ...JSON.parse(EXPECTED), ...value });

describe('one broken fixture never stops the others', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['an expectation cut off', { 'm/expected.json': EXPECTED.slice(0, 99) }, /m\/expected\.json: error it is no JSON/],
    ['a case cut off', { 'm/case.json': '{"gaps": [' }, /m\/case\.json: error it is no JSON/],
    ['no source', {}, /f\/m: error 0 files source\.\*; there must be exactly one/],
    ['a source that is a folder', { 'm/source.d/x.txt': plan }, /m\/source\.d: error .*it is a folder/],
    [
      'a source that is no plan',
      { 'm/source.txt': '\u0000\u0001\u0002PNG', 'm/expected.json': EXPECTED },
      /refused as /,
    ],
    [
      'an empty source',
      { 'm/source.txt': '', 'm/expected.json': EXPECTED },
      /refused as input\/empty, and records are expected/,
    ],
    ['no expectation', { 'm/source.txt': plan }, /m\/expected\.json: error there is no expected\.json/],
    [
      'an expectation that is a folder',
      { 'm/expected.json/x': '' },
      /m\/expected\.json: error cannot be read \(it is a folder\)/,
    ],
  ])('%s', (_, files, message) => {
    for (const more of [[], ['--jobs', '2']]) {
      const { status, stdout } = world({ 'm/case.json': '{}', ...files }).check(more);
      expect(stdout).toMatch(message);
      expect(stdout).toMatch(/^ok f\/a$/m);
      expect(stdout).toMatch(/^FAILED f\/m$/m);
      expect(stdout).toMatch(/^ok f\/z$/m);
      expect(stdout).toMatch(/^3 fixtures: 2 as expected, 1 not/m);
      expect(status).toBe(1);
    }
  });
});

it('says the same whatever the number of threads', () => {
  const { check } = world({ 'm/case.json': '{}', 'm/source.txt': plan, 'm/expected.json': wrong({ targets: [] }) });
  const one = check(['--jobs', '0', '--report', 'json']).stdout;
  expect(check(['--jobs', '3', '--report', 'json']).stdout).toBe(one);
  expect(JSON.parse(one).checked.map(({ name, well }: { name: string; well: boolean }) => [name, well])).toEqual([
    ['f/a', true],
    ['f/m', false],
    ['f/z', true],
  ]);
});

describe('reports', () => {
  const broken = { 'm/case.json': '{}', 'm/source.txt': plan, 'm/expected.json': wrong({ targets: [] }) };

  it('are text, or annotations besides it under GitHub Actions', () => {
    const { check } = world(broken);
    expect(check().stdout).not.toContain('::error');
    const { stdout, status } = check([], { GITHUB_ACTIONS: 'true' });
    expect(stdout).toMatch(/^FAILED f\/m$/m);
    expect(stdout).toMatch(/^::error file=f\/m\/source\.txt,line=\d+,col=\d+,title=check\/extra::t1: targets extra: /m);
    expect(status).toBe(1);
    expect(check(['--report', 'text'], { GITHUB_ACTIONS: 'true' }).stdout).not.toContain('::error');
  });

  it.each([
    ['r/out.xml', /^<\?xml version="1\.0"/],
    ['r.sarif', /"version": "2\.1\.0"/],
    ['r.sarif.json', /"version": "2\.1\.0"/],
    ['r.json', /"schema": "gongwen\/report@1"/],
    ['r.txt', /^ok f\/a\nFAILED f\/m\n/],
  ])('go into %s, and text stands on stdout', (file, begins) => {
    const { cwd, check } = world(broken);
    const { stdout, status } = check(['--report-file', file]);
    expect(stdout).toMatch(/^ok f\/a\nFAILED f\/m\n/);
    expect(readFileSync(join(cwd, file), 'utf8')).toMatch(begins);
    expect(status).toBe(1);
  });

  it('need a form and a place that there is', () => {
    const { cwd, check } = world();
    expect(check(['--report-file', 'r.unknown'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/tells no form/),
    });
    expect(check(['--report-file', 'r.unknown', '--report', 'junit']).status).toBe(0);
    expect(existsSync(join(cwd, 'r.unknown'))).toBe(true);
    writeFileSync(join(cwd, 'file'), '');
    const { status, stderr } = check(['--report-file', 'file/r.xml']);
    expect(stderr).toMatch(/^file\/r\.xml: error the report cannot be written \(.*\); choose another --report-file\n$/);
    expect(status).toBe(1);
    expect(check(['--report', 'yaml']).status).toBe(2);
  });
});

describe('minimums', () => {
  // A known gap does not fail a check, and counts as a miss.
  const half = world({
    'm/case.json': '{"gaps": [{"kind": "targets", "change": "missing", "quote": "别处的话", "why": "x"}]}',
    'm/source.txt': plan,
    'm/expected.json': '{"contains": {"targets": [{"value": 123456, "quote": "别处的话"}]}}',
  });
  const { targets } = JSON.parse(EXPECTED);
  const recall = (2 * targets.length) / (2 * targets.length + 1);

  it('hold at and above, and fail below', () => {
    const { status, stdout } = half.check(['--report', 'json']);
    expect(JSON.parse(stdout).scores.targets.recall).toBe(recall);
    expect(status).toBe(0);
    const reach = (least: number) => half.check(['--min', `targets.recall=${least}`]);
    expect(recall).toBe(0.8);
    for (const least of [0.8, 0.79]) expect(reach(least).status).toBe(0);
    const below = reach(0.801);
    expect(below.stdout).toMatch(
      / f: error recall of targets is 0\.\d{3}, below the minimum 0\.\d+ \[check\/minimum\]/,
    );
    expect(below.status).toBe(1);
  });

  it('decide the status', () => {
    const { check } = world();
    expect(check(['--min', 'targets=1,deadlines.recall=1', '--min', 'meta.precision=0.5']).status).toBe(0);
    const { status, stdout } = check(['--min', 'tables=0.5']);
    expect(stdout).toMatch(/F of tables cannot hold the minimum 0\.5: there is nothing to compare/);
    expect(status).toBe(1);
  });

  it.each([
    ['target=1', /no kind "target"; choose from meta, parts/],
    ['targets.speed=1', /no measure "speed"; choose from precision, recall, f/],
    ['targets=95', /a minimum is a number from 0 to 1, not "95"/],
    ['', /--min is empty/],
    ['targets', /--min takes kinds with what they must reach/],
  ])('are refused as %s', (text, message) => {
    expect(world().check(['--min', text])).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  });

  it('go with a plain check alone', () => {
    expect(world().check(['--min', 'targets=1', '--update']).status).toBe(2);
  });
});

it('prints the schema of expectations and of verdicts', () => {
  for (const name of ['expectation', 'verdicts'])
    expect(gongwen(['schema', name]).stdout).toBe(
      readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
    );
});

it('a folder without fixtures fails with one line', () => {
  const cwd = folderWith({ 'x/y.txt': '' });
  expect(gongwen(['check', 'x'], { cwd })).toMatchObject({
    status: 1,
    stderr: 'x: error no fixture: no folder in it holds a case.json\n',
  });
  expect(gongwen(['check', 'nowhere'], { cwd })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/there is no such folder/),
  });
});
