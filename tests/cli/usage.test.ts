import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { plan } from '../setup/plan.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const COMMANDS = ['extract', 'clean', 'outline', 'explain', 'schema', 'completion', 'merge', 'check', 'report'];

describe('help and version', () => {
  it.each([['--version'], ['-V']])('%s tells the version', (flag) => {
    expect(gongwen([flag])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(gongwen(['extract', 'x', flag]).status).not.toBe(1);
  });

  it('--help shows examples first, on stdout', () => {
    const { status, stdout, stderr } = gongwen(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith('Examples:\n  gongwen extract ')).toBe(true);
    for (const command of COMMANDS) expect(stdout).toContain(`\n  ${command} `);
  });

  it.each(COMMANDS)('%s --help shows examples first', (command) => {
    const { status, stdout } = gongwen([command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Examples:\n  gongwen ${command}`));
    expect(stdout).toContain(`Usage: gongwen ${command}`);
  });
});

describe('wrong usage', () => {
  const cwd = folderWith({ 'a.txt': plan, 'b.txt': plan, 'sub/c.txt': plan, 'sub/d.txt': plan });

  it.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: gongwen/],
    ['an unknown command', ['extrct'], /unknown command 'extrct'\n\(Did you mean extract\?\)/],
    ['an unknown option', ['extract', 'a.txt', '--ouT'], /unknown option/],
    ['no file', ['extract'], /^error: name files or folders to read, or a list of them with --files-from/],
    [
      'a format that there is not',
      ['extract', 'a.txt', '--format', 'xls'],
      /no format "xls"; choose from json, jsonl, csv/,
    ],
    ['a workbook on stdout', ['extract', 'a.txt', '--format', 'xlsx'], /xlsx is no text.*-o/],
    ['two formats on stdout', ['extract', 'a.txt', '--format', 'json,csv'], /one format.*-o/],
    ['several inputs on stdout', ['extract', 'a.txt', 'b.txt'], /2 inputs.*-o.*--format jsonl/],
    ['a folder of several on stdout', ['extract', 'sub'], /2 inputs/],
    [
      'CSV on stdout without a table',
      ['extract', 'a.txt', '--format', 'csv'],
      /--table \(documents, sections, targets/,
    ],
    ['a table that there is not', ['extract', 'a.txt', '--format', 'csv', '--table', 'goals'], /no table "goals"/],
    ['a table without CSV', ['extract', 'a.txt', '--table', 'targets'], /--format csv/],
    ['a table into a folder', ['extract', 'a.txt', '--table', 'targets', '-o', 'out'], /--table is for stdout/],
    ['a language that there is not', ['extract', 'a.txt', '--headers', 'fr'], /Allowed choices are en, zh/],
    ['an output folder that is a file', ['extract', 'a.txt', '-o', 'b.txt'], /cannot write into "b\.txt"/],
    [
      'an encoding that there is not',
      ['extract', 'a.txt', '--encoding', 'klingon'],
      /"klingon" is not a known encoding/,
    ],
    ['clean of two files', ['clean', 'a.txt', 'b.txt'], /2 inputs; name one of them, or .* with -o/],
    ['an explanation of two files', ['clean', 'a.txt', 'b.txt', '--explain'], /2 inputs; name one of them, or .* -o/],
    ['an outline of two files', ['outline', 'a.txt', 'b.txt'], /too many arguments/],
    ['clean of a folder of several', ['clean', 'sub'], /"sub" holds 2 plans; name one of them, or .* -o/],
    ['clean into a folder that is a file', ['clean', 'a.txt', '-o', 'b.txt'], /cannot write into "b\.txt"/],
    [
      'a reason to keep that is none',
      ['clean', 'a.txt', '--keep', ''],
      /no reason "" to keep text for; choose from spam,/,
    ],
    ['a schema that there is not', ['schema', 'goal'], /no schema "goal"; choose one of document/],
  ])('%s ends with 2 and says what to do', (_, args, message) => {
    const { status, stdout, stderr } = gongwen(args, { cwd });
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('schema', () => {
  it('prints the document by itself, or what is named', () => {
    expect(JSON.parse(gongwen(['schema']).stdout).properties.targets).toBeDefined();
    expect(JSON.parse(gongwen(['schema', 'target']).stdout).properties.indicator).toBeDefined();
  });

  it('--list prints names that all work', () => {
    const names = gongwen(['schema', '--list']).stdout.trim().split('\n');
    expect(names).toContain('deadline');
    for (const name of names) expect(gongwen(['schema', name]).status, name).toBe(0);
  });

  it('prints the very bytes that are stored', () => {
    const stored = readFileSync(new URL('../../schemas/target.schema.json', import.meta.url), 'utf8');
    expect(gongwen(['schema', 'target']).stdout).toBe(stored);
  });
});
