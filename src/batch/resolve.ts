import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import { causeOf } from './cause.js';
import { type Input, STDIN } from './inputs.js';
import { shownName } from './shown.js';
import { isFixtureExtra, type Visited, walk } from './walk.js';

/** What to read, as a command line says it. */
export interface Wanted {
  /** Files, folders, patterns, `-`; a Buffer is a path out of a list of files. */
  readonly paths: readonly (string | Buffer)[];
  /** What patterns choose files by. Default: all. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

type Chosen = (path: string) => boolean;

const posix = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
const fail = (path: string, failure: AnyDiagnostic): Input[] => [{ path, failure }];
const missing = (path: string): Input[] => fail(path, diagnostic('input/missing', 'error', { path }));

async function fromFolder(path: string, folder: string, visited: Visited, chosen: Chosen): Promise<Input[]> {
  const shown = path === '.' ? '' : path.replace(/\/+$/, '');
  const found = await walk(shown, folder, visited, chosen);
  if (found.length === 0) return fail(path, diagnostic('input/no-plans', 'error', { path }));
  return found;
}

/** Only what is not there as it is written is taken for a pattern: `[` and `(` are common in the names of downloads. */
async function fromPattern(pattern: string, cwd: string, chosen: Chosen): Promise<Input[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return missing(pattern);
  const matches = await glob(pattern, { cwd, onlyFiles: true, expandDirectories: false, dot: false });
  const kept: Input[] = [];
  for (const path of matches.sort()) {
    const file = resolve(cwd, path);
    if (!chosen(posix(path)) || (await isFixtureExtra(dirname(file), basename(file)))) continue;
    kept.push({ path: posix(path), file, found: true });
  }
  return kept.length > 0 ? kept : missing(pattern);
}

/** `corpus.csv#12`: one document of a file that is there. */
async function fromMember(path: string, cwd: string): Promise<Input[] | null> {
  for (let at = path.indexOf('#'); at > 0; at = path.indexOf('#', at + 1)) {
    const file = resolve(cwd, path.slice(0, at));
    const info = await stat(file).catch(() => null);
    if (info?.isFile()) return [{ path: path.slice(0, at), file, member: path.slice(at + 1) }];
  }
  return null;
}

async function fromArgument(argument: string, cwd: string, visited: Visited, chosen: Chosen): Promise<Input[]> {
  if (argument === STDIN) return [{ path: STDIN, file: STDIN }];
  const path = posix(argument);
  const file = resolve(cwd, argument);
  try {
    const found = await stat(file);
    if (found.isDirectory()) return await fromFolder(path, file, visited, chosen);
    return chosen(path) ? [{ path, file }] : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return fail(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
  // A link that leads nowhere is there all the same, and no pattern.
  const link = await lstat(file).catch(() => null);
  if (link) return missing(path);
  return (await fromMember(path, cwd)) ?? fromPattern(path, cwd, chosen);
}

/** A path whose bytes are no UTF-8: a file that is opened as it is. */
async function fromBytes(name: Buffer, cwd: string): Promise<Input[]> {
  const path = shownName(name);
  const file = name[0] === 0x2f ? name : Buffer.concat([Buffer.from(`${cwd}/`), name]);
  const info = await stat(file).catch((error: unknown) => error);
  if (info instanceof Error) return fail(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(info) }));
  return [{ path, file }];
}

/** `*.html` is of the name alone, `old/**` of the path, as in `.gitignore`. */
async function matcher(patterns: readonly string[]): Promise<Chosen> {
  const { default: picomatch } = await import('picomatch');
  const matches = patterns.map((pattern) => {
    const anywhere = pattern.includes('/') ? pattern.replace(/^\.?\//, '') : `**/${pattern}`;
    return picomatch([anywhere, `**/${anywhere}`, `${anywhere.replace(/\/$/, '')}/**`], { dot: true });
  });
  return (path) => matches.some((match) => match(path.replace(/^(?:\.{0,2}\/)+/, '')));
}

async function chooser({ include = [], exclude = [] }: Wanted): Promise<Chosen> {
  if (include.length + exclude.length === 0) return () => true;
  const [wanted, unwanted] = [await matcher(include), await matcher(exclude)];
  return (path) => (include.length === 0 || wanted(path)) && !unwanted(path);
}

/**
 * What to read for the arguments of a command: files as they are, folders with all files below them, patterns, one
 * document of a file (`corpus.csv#12`) and `-` for standard input. In the order of the arguments, folders in order of
 * names, nothing twice. What cannot be read stands in its place as a failure and never throws.
 */
export async function resolveInputs(wanted: readonly string[] | Wanted, cwd: string): Promise<Input[]> {
  const { paths, ...patterns } = 'paths' in wanted ? wanted : { paths: wanted };
  const chosen = await chooser({ paths, ...patterns });
  const inputs: Input[] = [];
  const taken = new Set<string>();
  for (const path of paths) {
    const found =
      typeof path === 'string' ? await fromArgument(path, cwd, new Set(), chosen) : await fromBytes(path, cwd);
    for (const input of found) {
      const key = 'file' in input ? `${input.file.toString('latin1')}#${input.member ?? ''}` : `?${input.path}`;
      if (taken.has(key)) continue;
      taken.add(key);
      inputs.push(input);
    }
  }
  return inputs;
}
