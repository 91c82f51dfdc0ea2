import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../../src/batch/run.js';
import { expectationOf, type Fields } from '../../src/report/expectation.js';
import type { Verdict } from '../../src/schema/verdicts.js';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const bytes = Buffer.from(plan);
const outcome = await read('plan.txt', bytes, {});
if (!('document' in outcome)) throw new Error('the plan is refused');
const { document } = outcome;
const found = expectationOf(document);
const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

const verdictOf = (kind: Verdict['kind'], at: number, said: Verdict['verdict'], correction?: Fields): Verdict => ({
  ...{ kind, id: document[kind][at]?.id ?? '', verdict: said, record: found[kind][at] ?? {} },
  ...(correction ? { correction } : {}),
});

interface Case {
  readonly path?: string;
  readonly sha256?: string;
  readonly verdicts: readonly Verdict[];
}

/** A folder with a fixture, a plan without one, and verdicts. */
function world(documents: readonly Case[], expected: object = {}) {
  const cwd = folderWith({
    'fixtures/a/case.json': '{"shows": "x"}',
    'fixtures/a/source.txt': plan,
    'fixtures/a/expected.json': JSON.stringify(expected),
    'plans/new one.txt': `${plan}\n`,
  });
  const list = documents.map(({ path = 'fixtures/a/source.txt', sha256 = hash(bytes), verdicts }) => ({
    path,
    sha256,
    verdicts,
  }));
  writeFileSync(join(cwd, 'v.json'), JSON.stringify({ schema: 'gongwen/verdicts@1', documents: list }));
  const text = (name: string) => readFileSync(join(cwd, name), 'utf8');
  return {
    text,
    there: (name: string) => existsSync(join(cwd, name)),
    expected: (name = 'a') => JSON.parse(text(`fixtures/${name}/expected.json`)),
    check: (...more: string[]) => gongwen(['check', 'fixtures', ...more], { cwd }),
    judge: (...more: string[]) => gongwen(['check', 'fixtures', '--from', 'v.json', ...more], { cwd }),
  };
}

it('shows what verdicts would change, and changes nothing', () => {
  const { judge, text } = world([{ verdicts: [verdictOf('targets', 0, 'accepted')] }]);
  const { status, stdout } = judge();
  expect(stdout).toMatch(/^would update fixtures\/a\n.*note targets: 1 more must be found, 0 more must not/);
  expect(stdout).toMatch(/^verdicts of 1 document: 1 fixture would change; --update writes them; 0 have verdicts/m);
  expect(status).toBe(0);
  expect(text('fixtures/a/expected.json')).toBe('{}');
});

it('makes expectations that hold for what was accepted, and fail for what was rejected or corrected', () => {
  const value = (found.targets[0]?.value as number) + 1;
  const accepted = world([{ verdicts: [verdictOf('targets', 0, 'accepted'), verdictOf('deadlines', 0, 'accepted')] }]);
  expect(accepted.judge('--update').stdout).toMatch(/^updated expected\.json in fixtures\/a$/m);
  expect(Object.keys(accepted.expected().contains)).toEqual(['targets', 'deadlines']);
  expect(accepted.check().status).toBe(0);
  // Once more changes nothing.
  expect(accepted.judge('--update').stdout).toMatch(/^unchanged fixtures\/a$/m);

  const others = world([
    { verdicts: [verdictOf('targets', 0, 'corrected', { value }), verdictOf('deadlines', 0, 'rejected')] },
  ]);
  others.judge('--update');
  const { status, stdout } = others.check();
  expect(status).toBe(1);
  expect(stdout).toMatch(new RegExp(`targets changed in value: .*\\n {6}value: ${value} -> ${value - 1}`));
  expect(stdout).toMatch(/deadlines found, and must not be: /);
});

it('makes a whole list where every record of a kind was judged', () => {
  const all = found.targets.map((_, i) => verdictOf('targets', i, i === 0 ? 'rejected' : 'accepted'));
  const { judge, expected, check } = world([{ verdicts: all }]);
  judge('--update');
  expect(expected()).toEqual({ targets: found.targets.slice(1) });
  expect(check().stdout).toMatch(/targets extra: /);
});

it('tells what is expected otherwise, and leaves it', () => {
  const before = { targets: found.targets, meta: { title: found.meta.title } };
  const { judge, expected } = world([{ verdicts: [verdictOf('targets', 0, 'rejected')] }], before);
  const { status, stdout } = judge('--update');
  expect(stdout).toMatch(
    /error targets t1 was rejected, and expected\.json expects it as it was found \[check\/verdict\]/,
  );
  expect(status).toBe(1);
  expect(expected()).toEqual(before);
});

it('makes a fixture of a document that has none, with its bytes as they are', () => {
  const sha256 = hash(Buffer.from(`${plan}\n`));
  const verdicts = [verdictOf('targets', 0, 'accepted')];
  const documents = [{ path: 'plans/new one.txt', sha256, verdicts }];
  const { judge, text, expected, check, there } = world(documents, { targets: found.targets });
  expect(judge().stdout).toMatch(/^would make fixtures\/new one$/m);
  expect(there('fixtures/new one')).toBe(false);
  const { status, stdout } = judge('--update');
  expect(stdout).toMatch(/^made source\.txt, expected\.json, case\.json in fixtures\/new one$/m);
  expect(status).toBe(0);
  expect(text('fixtures/new one/source.txt')).toBe(`${plan}\n`);
  expect(expected('new one')).toEqual({ contains: { targets: [found.targets[0]] } });
  expect(check().status).toBe(0);
  expect(judge('--update').stdout).toMatch(/^unchanged fixtures\/new one$/m);
});

it.each<[string, Partial<Case>, RegExp]>([
  ['other bytes of a fixture', { sha256: 'b'.repeat(64) }, /source\.txt: error has other bytes .* review it again/],
  [
    'no file',
    { path: 'gone.txt', sha256: 'b'.repeat(64) },
    /gone\.txt: error no fixture has these bytes, and the file cannot be read \(it is gone\)/,
  ],
  [
    'other bytes of a file',
    { path: 'plans/new one.txt', sha256: 'b'.repeat(64) },
    /and the file has others .* review it again/,
  ],
])('refuses verdicts of %s, and takes the others', (_, wrong, message) => {
  const verdicts = [verdictOf('targets', 0, 'accepted')];
  const { judge, expected } = world([{ verdicts, ...wrong }, { verdicts }]);
  const { status, stdout } = judge('--update');
  expect(stdout).toMatch(message);
  expect(status).toBe(1);
  expect(expected()).toEqual({ contains: { targets: [found.targets[0]] } });
});

it.each([
  ['{', /it is no JSON/],
  ['{"schema": "x"}', /these are no verdicts of a review page: schema: /],
  ['{"schema": "gongwen/verdicts@1", "documents": [{"path": "x"}]}', /documents\[0\]\.sha256: /],
])('refuses %s as verdicts', (data, message) => {
  const cwd = folderWith({ 'fixtures/a/case.json': '{}', 'v.json': data });
  const { status, stderr } = gongwen(['check', 'fixtures', '--from', 'v.json'], { cwd });
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

it('is refused with --update where CI is set, and looks at them without', () => {
  const cwd = folderWith({
    'fixtures/a/case.json': '{}',
    'v.json': '{"schema": "gongwen/verdicts@1", "documents": []}',
  });
  const run = (...more: string[]) =>
    gongwen(['check', 'fixtures', '--from', 'v.json', ...more], { cwd, env: { CI: 'true' } }).status;
  expect(run('--update')).toBe(2);
  expect(run()).toBe(0);
});
