import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { Target } from '../../src/index.js';
import { environment } from '../setup/gongwen.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'gongwen-examples-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env: environment() });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

it('every example says how to run it', () => {
  for (const path of ['parse-one.mjs', 'folder-to-jsonl.mjs', 'browser/build.mjs']) {
    const head = readFileSync(`${root}examples/${path}`, 'utf8').split('\nimport ')[0] ?? '';
    expect(head).toContain(`//   node examples/${path} `);
    expect(run(`examples/${path}`)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^usage: node /) });
  }
});

it('parse-one gives a table of targets', () => {
  const { status, stdout } = run('examples/parse-one.mjs', 'fixtures/damage/education-mirror/source.txt');
  expect(status).toBe(0);
  expect(stdout).toContain('# 云溪县中小学生体质健康提升三年行动计划(2023—2025年)\n');
  expect(stdout).toContain('| 招聘体育教师 | = 35名 | 2024 | 县委编办、县人力资源社会保障局、县教育局 | line 57 |\n');
});

it('and one line for what is no plan', () => {
  const { status, stdout, stderr } = run('examples/parse-one.mjs', 'fixtures/refused/pdf-scanned/source.pdf');
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'fixtures/refused/pdf-scanned/source.pdf: pdf/no-text\n',
  });
});

it('folder-to-jsonl gives a target a line, and names what failed', () => {
  const { status, stdout, stderr } = run('examples/folder-to-jsonl.mjs', 'fixtures/html');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const targets = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Target & { path: string; title: string });
  expect(new Set(targets.map(({ path }) => path.replaceAll('\\', '/').split('/')[0]))).toEqual(
    new Set(['canteen-archive-blink', 'forest-page', 'housing-boxes', 'parking-archive-gbk', 'transport-scheme-gbk']),
  );
  expect(targets.every(({ title, evidence }) => title.length > 0 && evidence.quote.length > 0)).toBe(true);

  const refused = run('examples/folder-to-jsonl.mjs', 'fixtures/refused');
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr.trimEnd().split('\n')).toHaveLength(4);
  expect(refused.stderr).toMatch(/pdf-scanned.source\.pdf: .+ \[pdf\/no-text\]/);
});

it('and stops when its reader has enough', async () => {
  const child = spawn(process.execPath, ['examples/folder-to-jsonl.mjs', 'fixtures'], {
    cwd: root,
    env: environment(),
  });
  const errors: string[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const [first] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(JSON.parse(first)).toHaveProperty('indicator');
  child.stdout.destroy();
  await once(child, 'exit');
  expect(errors.join('')).not.toMatch(/EPIPE|at .*\(/);
});

it('the page for browsers is bundled without modules of Node', () => {
  const { status, stdout } = run('examples/browser/build.mjs', out);
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('index.html') });
  const files = readdirSync(out);
  expect(files).toEqual(expect.arrayContaining(['index.html', 'page.js']));
  const scripts = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(out, name), 'utf8'));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((code) => /(?:from|import)\s*\(?["'`]node:/.test(code))).toEqual([]);
});
