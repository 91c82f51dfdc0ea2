import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../../src/cli/config-model.js';
import { configShape } from '../../src/cli/config-shape.js';
import { build } from '../../src/cli/program.js';
import { folderWith, isRoot } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const NAME = 'gongwen.config.json';

interface Place {
  readonly settings?: unknown;
  readonly env?: { readonly [name: string]: string };
  readonly inside?: string;
}

/** Run in a folder with a plan and these settings. */
function run(args: readonly string[], { settings, env = {}, inside = '' }: Place = {}) {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  const folder = folderWith({ 'a.txt': plan, 'sub/deep/b.txt': plan, ...(settings ? { [NAME]: text } : {}) });
  return { folder, ...gongwen(args, { cwd: join(folder, inside), env }) };
}

describe('an option comes from', () => {
  const settings = { extract: { headers: 'zh' } };
  const args = ['extract', 'a.txt', '--format', 'csv', '--table', 'targets'];
  const english = (stdout: string) => /^[a-z]+,/i.test(stdout);

  it('its default where nobody says anything', () => {
    expect(english(run(args).stdout)).toBe(true);
  });

  it('the section of its command', () => {
    const { status, stdout } = run(args, { settings });
    expect({ status, english: english(stdout) }).toEqual({ status: 0, english: false });
  });

  it('the environment before the file', () => {
    expect(english(run(args, { settings, env: { GONGWEN_HEADERS: 'en' } }).stdout)).toBe(true);
  });

  it('the command line before all', () => {
    const { stdout } = run([...args, '--headers', 'zh'], {
      settings: { extract: { headers: 'en' } },
      env: { GONGWEN_HEADERS: 'en' },
    });
    expect(english(stdout)).toBe(false);
  });

  it('the section before the top level, and the top level for every other command', () => {
    const both = { quiet: true, extract: { quiet: false } };
    expect(run(['extract', 'a.txt'], { settings: both }).stderr).toMatch(/a\.txt/);
    expect(run(['extract', 'a.txt'], { settings: { quiet: true } }).stderr).toBe('');
    expect(run(['outline', 'a.txt'], { settings: { encoding: 'klingon' } }).stderr).toMatch(/"klingon" is not a known/);
  });
});

describe('values in a file', () => {
  it('are lists where an option takes several', () => {
    const { folder, status } = run(['extract', 'a.txt'], {
      settings: { extract: { out: 'o', format: ['jsonl', 'csv'] } },
    });
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'o'))).toEqual(expect.arrayContaining(['targets.csv', 'datapackage.json']));
  });

  it('turn off what is on by itself', () => {
    const { folder } = run(['extract', 'a.txt', '-o', 'o', '-f', 'csv'], { settings: { extract: { bom: false } } });
    expect(readFileSync(join(folder, 'o', 'targets.csv'))[0]).not.toBe(0xef);
  });

  it('are read by what reads the flag: numbers and lists of reasons', () => {
    expect(run(['outline', 'a.txt', '--json'], { settings: { outline: { depth: 1 } } }).stdout).not.toMatch(
      /扩大普惠资源/,
    );
    expect(run(['extract', 'a.txt'], { settings: { keep: ['spam', 'footer'] } }).status).toBe(0);
  });

  it('are patterns, one or several', () => {
    for (const exclude of ['deep', ['*.html', 'deep/**']]) {
      const { stdout } = run(['extract', '.', '-q'], { settings: { exclude, extract: { jobs: 0 } } });
      expect(JSON.parse(stdout).source.path).toBe('a.txt');
    }
  });

  it('are paths that count from the file', () => {
    const { folder, status, stderr } = run(['extract', 'b.txt'], {
      settings: { extract: { out: 'o' } },
      inside: 'sub/deep',
    });
    expect({ status, there: existsSync(join(folder, 'o', 'manifest.json')) }).toEqual({ status: 0, there: true });
    expect(stderr).toContain('written into ../../o');
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an unknown key',
      { extract: { formats: ['csv'] } },
      /unknown key "formats" under "extract" in gongwen.config.json: did you mean "format"\?/,
    ],
    [
      'a key at the wrong level',
      { headers: 'zh' },
      /unknown key "headers" in .*: did you mean "headers" under "extract"\?/,
    ],
    [
      'a slip at the wrong level',
      { formats: 'csv' },
      /unknown key "formats" in .*: did you mean "format" under "extract"\?/,
    ],
    ['a command that there is not', { extrakt: {} }, /unknown key "extrakt" in .*: did you mean "extract"\?/],
    ['a key that is like nothing', { extract: { colour: true } }, /unknown key "colour" .*: choose from out, format, /],
    ['an option of one run', { explain: { record: 't1' } }, /unknown key "record" .* it belongs to one run/],
    ['a name that every object has', '{"__proto__": {}}', /unknown key "__proto__"/],
    [
      'a number for a switch',
      { extract: { quiet: 1 } },
      /"extract\.quiet" in gongwen\.config\.json is not of type boolean/,
    ],
    ['a word for a number', { outline: { depth: 'two' } }, /"outline\.depth" in .* is not of type integer/],
    ['a number that is too small', { outline: { depth: 0 } }, /"outline\.depth" in .* 0 is below 1/],
    [
      'a format that there is not',
      { extract: { format: ['csv', 'xls'] } },
      /"extract\.format\[1\]" in .* "xls" is not one of json/,
    ],
    ['a text for a section', { extract: 'csv' }, /"extract" in .* is not of type object/],
    ['null', { extract: { out: null } }, /"extract\.out" in .* is not of type string/],
    ['no object', [1], /must hold one object/],
    ['no JSON', '{ "quiet": true, }', /gongwen\.config\.json is no JSON \(/],
    ['nothing', ' ', /is no JSON/],
  ])('%s is refused', (_, settings, message) => {
    // `outline` reads the file as well: what is wrong anywhere in it is told by every command that takes settings.
    for (const command of ['extract', 'outline']) {
      const { status, stdout, stderr } = run([command, 'a.txt'], { settings });
      expect(stderr).toMatch(message);
      expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
    }
  });

  it('may begin with a byte order mark and name their schema', () => {
    const text = `\uFEFF${JSON.stringify({ $schema: './config.schema.json', quiet: true })}`;
    expect(run(['extract', 'a.txt'], { settings: text })).toMatchObject({ status: 0, stderr: '' });
  });

  it('do not stand in the way of commands that have no settings', () => {
    expect(run(['schema', 'config'], { settings: '{' }).status).toBe(0);
  });
});

describe('the file', () => {
  const quiet = { quiet: true };

  it('is the nearest one above', () => {
    expect(run(['extract', 'b.txt'], { settings: quiet, inside: 'sub/deep' }).stderr).toBe('');
    const folder = folderWith({ 'x/b.txt': plan, [`x/${NAME}`]: '{}', [NAME]: JSON.stringify(quiet) });
    expect(gongwen(['extract', 'b.txt'], { cwd: join(folder, 'x') }).stderr).toMatch(/b\.txt/);
  });

  it('is looked for up to the top of a repository, that included', () => {
    const folder = folderWith({ 'r/x/b.txt': plan, [NAME]: '{' });
    mkdirSync(join(folder, 'r', '.git'));
    expect(gongwen(['extract', 'b.txt'], { cwd: join(folder, 'r', 'x') }).status).toBe(0);
    const top = folderWith({ 'x/b.txt': plan, [NAME]: '{' });
    mkdirSync(join(top, '.git'));
    expect(gongwen(['extract', 'b.txt'], { cwd: join(top, 'x') }).status).toBe(2);
  });

  it('is another with --config, or none with --no-config, before and behind the command', () => {
    const folder = folderWith({ 'a.txt': plan, 'other.json': JSON.stringify(quiet), [NAME]: '{' });
    const status = (...args: string[]) => gongwen(args, { cwd: folder }).status;
    expect(status('extract', 'a.txt')).toBe(2);
    expect(status('extract', 'a.txt', '--no-config')).toBe(0);
    expect(gongwen(['--config', 'other.json', 'extract', 'a.txt'], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(gongwen(['extract', 'a.txt', '--config=other.json'], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('is told where it is missing or no file', () => {
    expect(run(['extract', 'a.txt', '--config', 'none.json'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/none\.json cannot be read \(it is gone\)/),
    });
    expect(run(['extract', 'a.txt', '--config', 'sub'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/sub cannot be read \(it is a folder\)/),
    });
  });

  it.runIf(!isRoot)('is told where it may not be read (no test for the superuser)', () => {
    const folder = folderWith({ 'a.txt': plan, [NAME]: '{}' });
    chmodSync(join(folder, NAME), 0);
    expect(gongwen(['extract', 'a.txt'], { cwd: folder }).stderr).toMatch(/permission denied/);
  });
});

describe('the environment', () => {
  const args = ['extract', 'a.txt', '-o', 'o', '--format', 'csv'];

  it.each(['1', 'true', 'YES'])('switches on with %s', (value) => {
    expect(run(args, { env: { GONGWEN_QUIET: value } })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['0', 'False', 'no', ''])('switches off, or leaves alone, with "%s"', (value) => {
    expect(run(args, { env: { GONGWEN_QUIET: value } }).stderr).toMatch(/written into o/);
  });

  it.each([
    ['GONGWEN_BOM', '0', false],
    ['GONGWEN_NO_BOM', '1', false],
    ['GONGWEN_NO_BOM', '0', true],
  ])('%s=%s', (name, value, bom) => {
    const { folder, stderr } = run(args, { env: { [name]: value } });
    expect(readFileSync(join(folder, 'o', 'targets.csv'))[0] === 0xef).toBe(bom);
    expect(stderr).not.toMatch(/^warning:/m);
  });

  it('holds for commands that have the option', () => {
    const env = { GONGWEN_DEPTH: '1', GONGWEN_QUIET: '1' };
    expect(run(['extract', 'a.txt'], { env })).toMatchObject({ status: 0, stderr: '' });
    expect(run(['outline', 'a.txt'], { env }).stdout).not.toMatch(/扩大普惠资源/);
  });

  it('has the options of batches as well', () => {
    expect(run(['extract', 'a.txt', '-o', 'o'], { env: { GONGWEN_SUMMARY: 'json' } }).stderr).toContain(
      'gongwen/summary@1',
    );
    expect(run(['extract', '.', '-q'], { env: { GONGWEN_EXCLUDE: '*.html\ndeep/**' } }).status).toBe(0);
    expect(run(['extract', 'a.txt'], { env: { GONGWEN_JOBS: 'many' } }).stderr).toMatch(
      /^error: GONGWEN_JOBS: --jobs takes/,
    );
    expect(run(args, { env: { GONGWEN_PROGRESS: '0', GONGWEN_FORCE: '1', GONGWEN_TIMEOUT: '90' } }).status).toBe(0);
  });

  it('takes several values line by line where the flag may be given several times', () => {
    expect(run(['extract', 'a.txt', '-q'], { env: { GONGWEN_KEEP: 'spam\nfooter,widget' } }).stderr).toBe('');
    expect(run(['extract', 'a.txt'], { env: { GONGWEN_KEEP: 'spam\nfooters' } }).stderr).toMatch(
      /^error: GONGWEN_KEEP: no reason "footers"/,
    );
  });

  it('names the config file, or that there is to be none', () => {
    expect(run(['extract', 'a.txt'], { settings: '{', env: { GONGWEN_NO_CONFIG: '1' } }).status).toBe(0);
    expect(run(['extract', 'a.txt'], { env: { GONGWEN_CONFIG: 'none.json' } }).stderr).toMatch(
      /none\.json cannot be read/,
    );
  });

  it.each<[string, string, RegExp]>([
    ['GONGWEN_QUIET', 'maybe', /^error: GONGWEN_QUIET is "maybe"; it takes 1 or 0/],
    ['GONGWEN_HEADERS', 'fr', /^error: GONGWEN_HEADERS: Allowed choices are en, zh/],
  ])('%s=%s is refused by its name', (name, value, message) => {
    expect(run(args, { env: { [name]: value } })).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  });

  it('says with a refusal which options nobody has typed', () => {
    const { status, stderr } = run(['extract', 'a.txt'], { env: { GONGWEN_FORMAT: 'xls' } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/no format "xls".*\nnot from the command line: format "xls" \(GONGWEN_FORMAT\)\n$/);
  });

  it('warns once of a variable that no option has', () => {
    const { status, stderr } = run(['extract', 'a.txt', '-q'], {
      env: { GONGWEN_FROMAT: 'csv', GONGWEN_DEBUG: '0', GONGWEN_XYZZYPLUGH: '' },
    });
    expect(status).toBe(0);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'warning: GONGWEN_FROMAT is set, and no option has that name; did you mean GONGWEN_FORMAT?',
      'warning: GONGWEN_XYZZYPLUGH is set, and no option has that name',
    ]);
  });
});

describe('the model', () => {
  /** Options that belong to one run, or to commands that have no settings. */
  const OF_ONE_RUN: Readonly<Record<string, readonly string[]>> = {
    extract: ['table', 'filesFrom', 'stdinName', 'shard', 'force'],
    clean: ['filesFrom', 'stdinName', 'shard', 'force'],
    outline: [],
    explain: ['record', 'line', 'sourceLine'],
  };

  it.each(Object.entries(OF_ONE_RUN))('has the options of %s', (name, others) => {
    const command = build(() => {}).commands.find((one) => one.name() === name);
    const options = [...new Set(command?.options.map((option) => option.attributeName()))];
    const keys = Object.keys(configShape().properties?.[name]?.properties ?? {});
    expect([...keys, ...others].sort()).toEqual(options.sort());
  });

  it('has sections for those commands alone, and shares what stands in two or more', () => {
    const top = configShape().properties ?? {};
    const sections = Object.keys(top).filter((key) => top[key]?.properties);
    expect(sections).toEqual(Object.keys(OF_ONE_RUN));
    for (const key of Object.keys(top).filter((one) => !sections.includes(one) && one !== '$schema')) {
      const users = sections.filter((section) => top[section]?.properties?.[key]);
      expect(users.length, key).toBeGreaterThan(1);
    }
  });

  it('judges like the program', () => {
    const samples = [
      {},
      { quiet: true },
      { extract: { format: 'csv' } },
      { extract: { format: [] } },
      { quiet: 'yes' },
      { x: 1 },
    ];
    for (const settings of samples) {
      const { status } = run(['extract', 'a.txt', '-o', 'o'], { settings });
      expect(status === 0, JSON.stringify(settings)).toBe(config.safeParse(settings).success);
    }
  });

  it('is what `gongwen schema config` prints', () => {
    const stored = readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8');
    expect(gongwen(['schema', 'config']).stdout).toBe(stored);
    expect(JSON.parse(stored).additionalProperties).toBe(false);
  });
});
