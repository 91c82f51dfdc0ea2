import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, isRoot } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
const english = 'This plan is written in English and holds no Chinese at all. '.repeat(40);

const cwd = folderWith({
  'good.txt': plan,
  'empty.txt': '',
  'picture.html': PNG,
  'binary.txt': binary,
  'english.txt': english,
  'pictures/a.png': PNG,
});
mkdirSync(join(cwd, 'bare'));

const errors = (stderr: string) => stderr.split('\n').filter((line) => line.includes(': error '));

describe('bad input', () => {
  it.each([
    ['a path that is missing', 'gone.txt', 'input/missing'],
    ['a pattern that matches nothing', '*.docx', 'input/missing'],
    ['an empty folder', 'bare', 'input/no-plans'],
    ['an empty file', 'empty.txt', 'input/empty'],
    ['a picture named .html', 'picture.html', 'input/binary'],
    ['a binary file', 'binary.txt', 'input/binary'],
    ['text that is not Chinese', 'english.txt', 'input/not-chinese'],
  ])('%s: one line, exit 1, nothing on stdout', (_, path, code) => {
    const { status, stdout, stderr } = gongwen(['extract', path], { cwd });
    expect(errors(stderr)).toHaveLength(1);
    expect(errors(stderr)[0]).toMatch(new RegExp(`^${path.replace(/[*.]/g, '\\$&')}: error .*[;:] .*\\[${code}\\]$`));
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it.skipIf(isRoot)('a file that may not be read', () => {
    const folder = folderWith({ 'locked.txt': plan });
    chmodSync(join(folder, 'locked.txt'), 0);
    const { status, stderr } = gongwen(['extract', 'locked.txt'], { cwd: folder });
    expect(stderr).toMatch(/^locked\.txt: error cannot be read \(permission denied\)/);
    expect(status).toBe(1);
  });

  it('never stops the others', () => {
    const paths = ['gone.txt', 'empty.txt', 'picture.html', 'good.txt', 'pictures/a.png', 'english.txt'];
    const { status, stdout, stderr } = gongwen(['extract', ...paths, '--format', 'jsonl', '--quiet'], { cwd });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).source.path),
    ).toEqual(['good.txt']);
    expect(errors(stderr).map((line) => line.split(':')[0])).toEqual(paths.filter((path) => path !== 'good.txt'));
    expect(status).toBe(1);
  });

  it('a folder that holds nothing but pictures: one line, exit 1, unless they are named', () => {
    const { status, stdout, stderr } = gongwen(['extract', 'pictures'], { cwd });
    expect(stderr).toBe(
      'error: no plan to read, 1 file passed over, such as "pictures/a.png" (a picture); name a file itself to read it all the same\n',
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const folder = gongwen(['extract', 'pictures', '-o', join(folderWith(), 'out')], { cwd });
    expect(folder.stderr).toMatch(
      /^error: no plan was read.*\npassed over: 1 file without a plan, with reasons in manifest\.json$/m,
    );
    expect(folder.status).toBe(1);
  });

  it.each(['clean', 'outline'])('%s tells it the same way', (command) => {
    const { status, stdout, stderr } = gongwen([command, 'picture.html'], { cwd });
    expect(errors(stderr)).toHaveLength(1);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('an empty standard input', () => {
    const { status, stderr } = gongwen(['extract', '-'], { cwd, input: '' });
    expect(stderr).toMatch(/^-: error .*\[input\/empty\]/);
    expect(status).toBe(1);
  });

  it('check: no such folder, no fixture', () => {
    for (const [path, message] of [
      ['gone', /no such folder/],
      ['bare', /no fixture/],
    ] as const) {
      const { status, stdout, stderr } = gongwen(['check', path], { cwd });
      expect(stderr).toMatch(message);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    }
  });
});
