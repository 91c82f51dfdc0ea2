import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/cli/program.js';
import { REMOVAL_REASONS } from '../../src/lexicon/changes.js';
import { formats } from '../../src/write/writer.js';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

const script = (shell: string): string => {
  const { status, stdout, stderr } = gongwen(['completion', shell]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

/** A folder to complete names of files in. */
const place = (shell: string): string =>
  folderWith({ script: script(shell), 'plan one.txt': '', 'plans old/a.txt': '', 'texts/b.txt': '' });

function sh(shell: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(shell, args, {
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, HOME: cwd },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const commands = build(() => {}).commands;
const longFlags = (name: string) =>
  commands.find((command) => command.name() === name)?.options.map(({ long }) => long ?? '') ?? [];

describe('bash', () => {
  const cwd = place('bash');
  /** What bash is given for these words, the last one being completed. */
  const complete = (...words: string[]): string[] => {
    const driver = `source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gongwen; for w in "\${COMPREPLY[@]}"; do echo "$w"; done`;
    return sh('bash', ['--norc', '-c', driver, 'bash', 'gongwen', ...words], cwd)
      .split('\n')
      .filter(Boolean);
  };

  it('is told of the function, and completes names of files by itself where that gives nothing', () => {
    expect(sh('bash', ['--norc', '-c', 'source ./script; complete -p gongwen'], cwd)).toBe(
      'complete -o bashdefault -o default -F _gongwen gongwen\n',
    );
  });

  it('completes commands', () => {
    expect(complete('')).toEqual(commands.map((command) => command.name()));
    expect(complete('ex')).toEqual(['extract', 'explain']);
    expect(complete('--config', 'x.json', 'sch')).toEqual(['schema']);
  });

  it.each(commands.map((command) => command.name()))('completes every option of %s', (name) => {
    expect(complete(name, '--')).toEqual(
      expect.arrayContaining([...longFlags(name), '--help', '--config', '--no-config']),
    );
    expect(complete(name, '--')).not.toContain('--version');
  });

  it.each<[string[], string[]]>([
    [
      ['extract', 'a.txt', '--headers', ''],
      ['en', 'zh'],
    ],
    [['extract', '--headers', '=', 'z'], ['zh']],
    [
      ['extract', '--headers', '='],
      ['en', 'zh'],
    ],
    [['extract', '--table', 'tar'], ['targets']],
    [
      ['clean', '--encoding', 'big5'],
      ['big5', 'big5-hkscs'],
    ],
    [['schema', 'dea'], ['deadline']],
    [['schema', 'conf'], ['config']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['extract', '-f', ''], [...formats]],
    [
      ['extract', '-f', 'csv,json'],
      ['csv,json', 'csv,jsonl'],
    ],
    [['extract', '--format', 'json,csv,j'], ['json,csv,jsonl']],
    [
      ['extract', '--keep', 'spam,'],
      [...Object.keys(REMOVAL_REASONS).filter((r) => r !== 'spam'), 'all'].map((r) => `spam,${r}`),
    ],
    [
      ['extract', '-o', ''],
      ['plans old', 'texts'],
    ],
    [['extract', '-o', 'plan'], ['plans old']],
    [['check', 't'], ['texts']],
    [['extract', 'pl'], []],
    [['outline', '--depth', ''], []],
    [['--config', ''], []],
  ])('completes %j', (words, expected) => {
    expect(complete(...words).sort()).toEqual([...expected].sort());
  });

  it('holds under other separators and strict settings', () => {
    const driver =
      'set -u; IFS=,; source ./script; COMP_WORDS=(gongwen extract --format c); COMP_CWORD=3; _gongwen; echo $COMPREPLY';
    expect(sh('bash', ['--norc', '-c', driver], cwd)).toBe('csv\n');
  });
});

describe('fish', () => {
  it.runIf(has('fish'))('completes commands, options, values and files (where fish is installed)', () => {
    const cwd = place('fish');
    const complete = (line: string): string[] =>
      sh('fish', ['-N', '-c', `source script; complete -C '${line}'`], cwd)
        .split('\n')
        .filter(Boolean)
        .map((one) => one.split('\t')[0] ?? '')
        .sort();
    expect(complete('gongwen ')).toEqual(commands.map((command) => command.name()).sort());
    for (const { name } of commands.map((command) => ({ name: command.name() })))
      expect(complete(`gongwen ${name} --`)).toEqual(
        expect.arrayContaining([...longFlags(name), '--help', '--config']),
      );
    expect(complete('gongwen extract --headers ')).toEqual(['en', 'zh']);
    expect(complete('gongwen extract --headers=z')).toEqual(['--headers=zh']);
    expect(complete('gongwen extract -f csv,j')).toEqual(['csv,json', 'csv,jsonl']);
    expect(complete('gongwen extract --format=csv,c')).toEqual([]);
    expect(complete('gongwen extract -o t')).toEqual(['texts/']);
    expect(complete('gongwen extract te')).toEqual(['texts/']);
    expect(complete('gongwen schema targ')).toEqual(['target']);
    expect(complete('gongwen completion ')).toEqual(['bash', 'fish', 'zsh']);
  });
});

describe('zsh', () => {
  /** Types lines into a zsh on a terminal of its own, completes each and gives what the lines have become. */
  const DRIVER = `
    zmodload zsh/zpty || exit 1
    zpty shell zsh -f -i
    zpty -w shell 'PROMPT=; autoload -Uz compinit; compinit -D -u; source ./script; show() { zle complete-word; print -r -- "<$BUFFER>" >> done; BUFFER= }; zle -N show; bindkey "^T" show; touch ready'
    for try in {1..100}; do [[ -e ready ]] && break; sleep 0.1; done
    count=0
    for line in "$@"; do
      zpty -w -n shell "$line"$'\\x14'
      ((++count))
      for try in {1..100}; do [[ -e done ]] && (($(wc -l < done) >= count)) && break; sleep 0.05; done
    done
    zpty -d shell
    cat done
  `;

  it.runIf(has('zsh'))('completes commands, options, values and files (where zsh is installed)', () => {
    const cwd = place('zsh');
    const becomes: Readonly<Record<string, string>> = {
      'gongwen extr': 'gongwen extract ',
      'gongwen extract --no-b': 'gongwen extract --no-bom ',
      'gongwen extract --headers z': 'gongwen extract --headers zh ',
      'gongwen extract --headers=z': 'gongwen extract --headers=zh ',
      'gongwen extract a.txt --format json,cs': 'gongwen extract a.txt --format json,csv,', // the comma goes away with the next blank
      'gongwen extract -o te': 'gongwen extract -o texts/',
      'gongwen extract --no-conf': 'gongwen extract --no-config ',
      'gongwen clean te': 'gongwen clean texts/',
      'gongwen clean --encoding gb1': 'gongwen clean --encoding gb18030 ',
      'gongwen schema conf': 'gongwen schema config ',
      'gongwen completion z': 'gongwen completion zsh ',
      'gongwen outline --depth te': 'gongwen outline --depth te',
    };
    const lines = sh('zsh', ['-f', '-c', DRIVER, 'zsh', ...Object.keys(becomes)], cwd)
      .split('\n')
      .filter(Boolean);
    expect(lines).toEqual(Object.values(becomes).map((line) => `<${line}>`));
  });

  it.runIf(has('zsh'))('the script can be loaded from a folder of fpath as well (where zsh is installed)', () => {
    const cwd = folderWith({ 'functions/_gongwen': script('zsh') });
    const load =
      'fpath=(./functions $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[gongwen]; autoload +X -Uz _gongwen';
    expect(sh('zsh', ['-f', '-c', load], cwd)).toBe('_gongwen\n');
  });
});

it('every value of an option is a choice, a file, a folder or text that cannot be foreseen', () => {
  const found = [...script('bash').matchAll(/^ {4}(\S+)\) _gongwen_nothing; return/gm)].map(([, flags = '']) => flags);
  const unforeseen = new Set(found.map((flags) => flags.replace(/^.*:/, '')));
  expect([...unforeseen].sort()).toEqual([
    ...['--depth', '--exclude', '--include', '--jobs', '--line', '--max', '--min', '--record'],
    ...['--shard', '--similarity', '--source-line', '--stdin-name', '--text-column', '--timeout', '--title'],
  ]);
});

it('other shells are refused', () => {
  const { status, stderr } = gongwen(['completion', 'tcsh']);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/Allowed choices are bash, zsh, fish/),
  });
});

it('a script is a file as well: nothing in it depends on where it was made', () => {
  expect(script('bash')).not.toContain(join(process.cwd()));
});
