import { lstat, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AnyDiagnostic, diagnostic } from '../core/diagnostic.js';
import { causeOf } from './cause.js';
import { type FilePath, type Input, STDIN } from './inputs.js';
import { matchesOf } from './pattern.js';
import { shownName } from './shown.js';
import { type Search, type Visited, walk } from './walk.js';

/** What to read, as a command line says it. */
export interface Wanted {
  /** Files, folders, patterns, `-`. */
  readonly paths: readonly (string | Buffer)[];
  /**
   * The same out of a list of files, behind the others; names that are no UTF-8 by their bytes. Programs make such lists
   * of all that there is: what is no plan in them is passed over.
   */
  readonly listed?: readonly (string | Buffer)[];
  /** What patterns choose files by. Default: all. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Told of what is not read because a run of this program has written it. */
  readonly leftOut?: (path: string) => void;
  /** The folder that the run writes into. */
  readonly output?: string;
}

type Chosen = Search['chosen'];

const posix = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
const fail = (path: string, failure: AnyDiagnostic): Input[] => [{ path, failure }];
const missing = (path: string): Input[] => fail(path, diagnostic('input/missing', 'error', { path }));

/** A search that knows whether there was anything but what is wanted. */
function counting({ chosen, leftOut, output }: Search): { search: Search; others: () => boolean } {
  let others = false;
  const search: Search = {
    output,
    chosen: (path) => {
      const wanted = chosen(path);
      if (!wanted) others = true;
      return wanted;
    },
    leftOut: (path) => {
      others = true;
      leftOut(path);
    },
  };
  return { search, others: () => others };
}

async function fromFolder(path: string, folder: FilePath, visited: Visited, wanted: Search): Promise<Input[]> {
  const shown = path === '.' ? '' : path.replace(/(?<=[^/])\/+$/, '');
  const { search, others } = counting(wanted);
  const found = await walk(shown, folder, visited, search, true);
  // Where all was left out on purpose nothing is wrong with the folder.
  if (others() || found.some((one) => !('skipped' in one))) return found;
  return [...fail(path, diagnostic('input/no-plans', 'error', { path })), ...found];
}

/** Only what is not there as it is written is taken for a pattern: `[` and `(` are common in the names of downloads. */
async function fromPattern(pattern: string, cwd: string, wanted: Search): Promise<Input[]> {
  const { search, others } = counting(wanted);
  const found = await matchesOf(pattern, cwd, search);
  if (found === null) return missing(pattern);
  return found.length > 0 || others() ? found : missing(pattern);
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

async function fromArgument(argument: string, cwd: string, visited: Visited, search: Search): Promise<Input[]> {
  if (argument === STDIN) return [{ path: STDIN, file: STDIN }];
  const path = posix(argument);
  const file = resolve(cwd, argument);
  try {
    const found = await stat(file);
    if (found.isDirectory()) return await fromFolder(path, file, visited, search);
    return search.chosen(path) ? [{ path, file }] : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return fail(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
  // A link that leads nowhere is there all the same, and no pattern.
  const link = await lstat(file).catch(() => null);
  if (link) return missing(path);
  return (await fromMember(path, cwd)) ?? fromPattern(path, cwd, search);
}

/** A path whose bytes are no UTF-8: a file or folder that is opened as it is, never a pattern. */
async function fromBytes(name: Buffer, cwd: string, search: Search): Promise<Input[]> {
  const path = shownName(name);
  const file = name[0] === 0x2f ? name : Buffer.concat([Buffer.from(`${cwd}/`), name]);
  const info = await stat(file).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (info instanceof Error) {
    if (info.code === 'ENOENT') return missing(path);
    return fail(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(info) }));
  }
  if (info.isDirectory()) return fromFolder(path, file, new Set(), search);
  return search.chosen(path) ? [{ path, file }] : [];
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
  const all: Wanted = 'paths' in wanted ? wanted : { paths: wanted };
  const search = { chosen: await chooser(all), leftOut: all.leftOut ?? (() => {}), output: all.output ?? null };
  const inputs: Input[] = [];
  const taken = new Set<string>();
  const take = async (path: string | Buffer, isListed: boolean): Promise<void> => {
    const found =
      typeof path === 'string' ? await fromArgument(path, cwd, new Set(), search) : await fromBytes(path, cwd, search);
    for (const one of found) {
      const input = isListed && 'file' in one && one.file !== STDIN ? { ...one, found: true } : one;
      const key = 'file' in input ? `${input.file.toString('latin1')}#${input.member ?? ''}` : `?${input.path}`;
      if (taken.has(key)) continue;
      taken.add(key);
      inputs.push(input);
    }
  };
  for (const path of all.paths) await take(path, false);
  for (const path of all.listed ?? []) await take(path, true);
  return inputs;
}
