import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import { causeOf } from './cause.js';
import { type Found, isFixtureExtra, type Visited, walk } from './walk.js';

/** The name under which standard input is read and shown. */
export const STDIN = '-';

/** One thing to read, or what is wrong with one thing that was asked for. `path` is the name that people see. */
export type Input =
  | { readonly path: string; readonly file: string }
  | { readonly path: string; readonly failure: AnyDiagnostic };

const posix = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
const fail = (path: string, failure: AnyDiagnostic): Input[] => [{ path, failure }];
const missing = (path: string): Input[] => fail(path, diagnostic('input/missing', 'error', { path }));
const noPlans = (path: string): Input[] => fail(path, diagnostic('input/no-plans', 'error', { path }));

async function fromFolder(path: string, folder: string, visited: Visited): Promise<Input[]> {
  const shown = path === '.' ? '' : path.replace(/\/+$/, '');
  const found = await walk(shown, folder, visited);
  return found.length > 0 ? found.map(toInput) : noPlans(path);
}

function toInput(found: Found): Input {
  if ('file' in found) return found;
  return { path: found.path, failure: diagnostic('input/unreadable', 'error', found) };
}

/** Only what is not there as it is written is taken for a pattern: `[` and `(` are common in the names of downloads. */
async function fromPattern(pattern: string, cwd: string): Promise<Input[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return missing(pattern);
  const matches = await glob(pattern, { cwd, onlyFiles: true, expandDirectories: false, dot: false });
  const kept: Input[] = [];
  for (const path of matches.sort()) {
    const file = resolve(cwd, path);
    if (!(await isFixtureExtra(dirname(file), basename(file)))) kept.push({ path: posix(path), file });
  }
  return kept.length > 0 ? kept : missing(pattern);
}

async function fromArgument(argument: string, cwd: string, visited: Visited): Promise<Input[]> {
  if (argument === STDIN) return [{ path: STDIN, file: STDIN }];
  const path = posix(argument);
  const file = resolve(cwd, argument);
  try {
    const found = await stat(file);
    return found.isDirectory() ? await fromFolder(path, file, visited) : [{ path, file }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return fail(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
  // A link that leads nowhere is there all the same, and no pattern.
  const link = await lstat(file).catch(() => null);
  return link ? missing(path) : fromPattern(path, cwd);
}

/**
 * What to read for the arguments of a command: files as they are, folders with all plans below them, patterns, and `-`
 * for standard input. In the order of the arguments, folders in order of names, nothing twice. What cannot be read
 * stands in its place as a failure and never throws.
 */
export async function resolveInputs(paths: readonly string[], cwd: string): Promise<Input[]> {
  const inputs: Input[] = [];
  const taken = new Set<string>();
  for (const path of paths) {
    for (const input of await fromArgument(path, cwd, new Set())) {
      const key = 'file' in input ? input.file : `?${input.path}`;
      if (taken.has(key)) continue;
      taken.add(key);
      inputs.push(input);
    }
  }
  return inputs;
}
