import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const index = (html: string) => JSON.parse(/id="gongwen-index">([^<]*)</.exec(html)?.[1] ?? '');

it('writes a page, lists what failed, and is the same with any number of threads', () => {
  const cwd = folderWith({ 'plans/a.txt': plan, 'plans/b.txt': 'hello world', 'plans/c.txt': plan });
  const run = gongwen(['report', 'plans', '-o', 'review.html', '--title', '核对', '--lang', 'zh'], { cwd });
  expect(run).toMatchObject({ status: 1, stdout: '' });
  expect(run.stderr).toMatch(/plans\/b\.txt: error .*\[input\/not-chinese\]/);
  const html = readFileSync(join(cwd, 'review.html'), 'utf8');
  expect(index(html)).toMatchObject({
    ...{ title: '核对', language: 'zh' },
    documents: [{ path: 'plans/a.txt' }, { path: 'plans/c.txt' }],
    failures: [{ path: 'plans/b.txt', failure: { code: 'input/not-chinese' } }],
  });
  const piped = gongwen(['report', 'plans', '-o', '-', '--title', '核对', '--lang', 'zh', '--jobs', '0', '-q'], {
    cwd,
  });
  expect(piped.stdout === html).toBe(true);
});

it('is never read as a plan, and takes the place of an earlier page alone', () => {
  const cwd = folderWith({ 'a.txt': plan, 'b.html': '<p>mine</p>' });
  const args = ['report', '.', '-o', 'review.html', '--exclude', 'b.html'];
  expect(gongwen(args, { cwd }).status).toBe(0);
  const first = readFileSync(join(cwd, 'review.html'), 'utf8');
  expect(gongwen(args, { cwd })).toMatchObject({ status: 0 });
  expect(readFileSync(join(cwd, 'review.html'), 'utf8') === first).toBe(true);
  expect(gongwen(['extract', 'review.html'], { cwd })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/a review page of gongwen/),
  });
  const taken = gongwen(['report', 'a.txt', '-o', 'b.html'], { cwd });
  expect(taken).toMatchObject({ status: 2, stderr: expect.stringMatching(/"b\.html" is not replaced/) });
  expect(readFileSync(join(cwd, 'b.html'), 'utf8')).toBe('<p>mine</p>');
});

it('shows stored records without their text where the source is gone', () => {
  const cwd = folderWith({ 'a.txt': plan });
  writeFileSync(
    join(cwd, 'a.json'),
    gongwen(['extract', 'a.txt', '-q'], { cwd }).stdout.replace('"a.txt"', '"gone.txt"'),
  );
  const run = gongwen(['report', 'a.json', '-o', 'review.html'], { cwd });
  expect(run).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/gone\.txt: records without their text; --source/),
  });
  expect(index(readFileSync(join(cwd, 'review.html'), 'utf8')).documents).toMatchObject([{ hasText: false }]);
});

it.each([
  ['no place for the page', ['a.txt'], /say where the page goes: -o review\.html/],
  ['no input', ['-o', 'x.html'], /name files or folders to read/],
  ['a folder', ['a.txt', '-o', '.'], /"\." is not replaced \(it is a folder\)/],
])('says what is wrong with %s', (_, args, message) => {
  const cwd = folderWith({ 'a.txt': plan });
  expect(gongwen(['report', ...args], { cwd })).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
});
