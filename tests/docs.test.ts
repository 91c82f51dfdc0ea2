import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bin, environment } from './setup/gongwen.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const docs = join(root, 'docs');
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
const textOf = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

it('generated pages are what models, rules, messages and fixtures give', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root });
  expect(stderr.toString()).not.toMatch(/is not what its sources give/);
  expect(status).toBe(0);
}, 120_000);

describe('pages', () => {
  it('are all in the index, and links lead to something', () => {
    const index = textOf(join(docs, 'README.md'));
    expect(pages.filter((name) => name !== 'README.md' && !index.includes(`(${name})`))).toEqual([]);
    for (const from of [...pages.map((name) => join(docs, name)), join(root, 'examples/README.md')]) {
      const links = [...textOf(from).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
      const lost = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(from), link)));
      expect(lost, from).toEqual([]);
    }
  });

  it('name no option that the program does not have', () => {
    const help = (args: string[]): string =>
      spawnSync(process.execPath, [bin, ...args, '--help'], { env: environment() }).stdout.toString();
    const commands = [...help([]).matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
    const known = new Set(commands.flatMap((name) => help([name]).match(/--[a-z-]+/g) ?? []));
    for (const name of pages.filter((page) => /^(?:quick-start|limits|review|compare|checks|library)/.test(page))) {
      const used = textOf(join(docs, name)).match(/(?<=gongwen [^\n]*)--[a-z-]+/g) ?? [];
      expect(
        used.filter((option) => !known.has(option)),
        name,
      ).toEqual([]);
    }
  }, 60_000);
});

/** Blocks of commands that a page marks as run, in the order in which they stand. */
function commandsOf(page: string): string[] {
  return [...textOf(join(docs, page)).matchAll(/<!-- run -->\n\n```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
  );
}

describe.runIf(process.platform !== 'win32')('the commands of the guides', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  // As somebody has them who did what the page says before: the program on the path, plans in a folder.
  const path = join(folder, 'bin');
  const onPath = `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`;

  /** How many commands each page has at least, and what they leave behind. */
  const RUN: readonly (readonly [page: string, least: number, files: readonly string[]])[] = [
    ['quick-start.md', 8, ['out/gongwen.xlsx']],
    ['quick-start.zh-CN.md', 8, ['out/gongwen.xlsx']],
    ['review.md', 4, ['review.html', 'plans.html', 'review-of-out.html']],
    ['review.zh-CN.md', 4, ['review.html', 'plans.html', 'review-of-out.html']],
    ['compare.md', 6, ['compare.xlsx', 'compared/compare.sources.csv', 'sentences.csv', 'listed.xlsx']],
    ['compare.zh-CN.md', 6, ['compare.xlsx', 'compared/compare.sources.csv', 'sentences.csv', 'listed.xlsx']],
    ['checks.md', 6, ['out/targets.csv', 'validate.sarif']],
  ];

  it.each(RUN)(
    '%s',
    (page, least, files) => {
      const commands = commandsOf(page);
      expect(commands.length).toBeGreaterThanOrEqual(least);
      const place = mkdtempSync(join(folder, 'run-'));
      cpSync(join(root, 'fixtures'), join(place, 'fixtures'), { recursive: true });
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'gongwen'), onPath, { mode: 0o755 });
      for (const command of commands) {
        const env = environment({ PATH: `${path}:${process.env.PATH ?? ''}` });
        const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: place, env });
        const said = `${command}\n${stdout}${stderr}`;
        expect(said).not.toMatch(/\n {4}at |not found/);
        // A run over files of which some are refused ends with 1, and the page says so.
        expect(status, said).toBe(/fixtures\/refused/.test(command) ? 1 : 0);
        if (!command.startsWith('printf')) expect(stdout.length + stderr.length, said).toBeGreaterThan(0);
      }
      expect(files.filter((file) => !existsSync(join(place, file)))).toEqual([]);
    },
    120_000,
  );

  it.each(pages.filter((page) => page.endsWith('.zh-CN.md')))('%s has those of the English page', (page) => {
    expect(commandsOf(page)).toEqual(commandsOf(page.replace('.zh-CN', '')));
  });
});
