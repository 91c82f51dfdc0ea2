import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import type { DocumentOptions } from '../batch/documents.js';
import { type Input, STDIN } from '../batch/inputs.js';
import { resolveInputs } from '../batch/resolve.js';
import { counted, oneLine } from '../report/text.js';
import { type Terminal, UsageError } from './terminal.js';

/** Options that say what is read. */
export interface SourceOptions {
  readonly filesFrom?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly stdinName?: string;
  readonly textColumn?: string;
  readonly encoding?: string;
  /** Where the command writes. */
  readonly out?: string;
  readonly quiet?: boolean;
}

async function listBytes(list: string, terminal: Terminal): Promise<Buffer> {
  if (list === STDIN) return Buffer.from(await terminal.stdin());
  try {
    return await readFile(resolve(terminal.cwd, list));
  } catch (error) {
    throw new UsageError(`the list of files "${list}" cannot be read (${causeOf(error)})`);
  }
}

/** The paths of a list, one a line, or parted by NUL as `find -print0` gives them. */
export function pathsIn(list: Buffer): (string | Buffer)[] {
  const nul = list.includes(0);
  const paths: (string | Buffer)[] = [];
  for (let from = 0; from < list.length; ) {
    const at = list.indexOf(nul ? 0 : 0x0a, from);
    const end = at < 0 ? list.length : at;
    let name = list.subarray(from, end);
    // Of a list that was written on Windows.
    if (!nul && name.at(-1) === 0x0d) name = name.subarray(0, -1);
    if (from === 0 && name.subarray(0, 3).equals(Buffer.from('\uFEFF'))) name = name.subarray(3);
    if (name.length > 0) paths.push(isUtf8(name) ? name.toString() : Buffer.from(name));
    from = end + 1;
  }
  return paths;
}

function whyNothing([left]: readonly string[], { include = [], exclude = [] }: SourceOptions): string {
  if (left !== undefined)
    return `all that is there was written by an earlier run, such as "${left}"; name a file itself to read it all the same`;
  if (include.length + exclude.length > 0) return '--include and --exclude leave no file';
  return 'the list names no file';
}

/**
 * What a command is to read.
 * @throws UsageError where nothing is named, or standard input is asked for twice.
 */
export async function sourcesOf(
  paths: readonly string[],
  options: SourceOptions,
  terminal: Terminal,
): Promise<Input[]> {
  const { filesFrom, include = [], exclude = [], out, quiet = false } = options;
  if (paths.length === 0 && filesFrom === undefined)
    throw new UsageError('name files or folders to read, or a list of them with --files-from');
  const twice = 'standard input is the list of files already; it cannot be a plan as well';
  if (filesFrom === STDIN && paths.includes(STDIN)) throw new UsageError(twice);
  const listed = filesFrom === undefined ? [] : pathsIn(await listBytes(filesFrom, terminal));
  if (filesFrom === STDIN && listed.includes(STDIN)) throw new UsageError(twice);
  const left: string[] = [];
  const inputs = await resolveInputs(
    {
      ...{ paths, listed, include, exclude },
      leftOut: (path) => left.push(path),
      ...(out === undefined ? {} : { output: resolve(terminal.cwd, out) }),
    },
    terminal.cwd,
  );
  if (inputs.length === 0) throw new UsageError(`nothing to read: ${whyNothing(left, options)}`);
  if (left.length > 0 && !quiet)
    terminal.err(
      oneLine(`left out ${counted(left.length, 'files', 'file')} that an earlier run wrote, such as ${left[0]}`),
    );
  return inputs;
}

/** How inputs are taken apart into documents. */
export function documentOptions(options: SourceOptions, terminal: Terminal): DocumentOptions {
  const { textColumn, stdinName, encoding } = options;
  return {
    stdin: terminal.stdin,
    signal: terminal.signal,
    ...(encoding === undefined ? {} : { encoding }),
    ...(textColumn === undefined ? {} : { textColumn }),
    ...(stdinName === undefined ? {} : { stdinName }),
  };
}
