import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../../report/finding.js';
import { causeOf } from '../cause.js';
import { earlierOf } from '../earlier.js';
import { MANIFEST } from '../names.js';
import { measured } from '../output.js';
import { matchesOf } from '../pattern.js';

/** A file to check, as people see it and as it is opened. */
export interface StoredFile {
  readonly file: string;
  readonly path: string;
}

const DATAPACKAGE = 'datapackage.json';
const OUTPUT = /\.(?:json|jsonl|ndjson|csv|tsv|xlsx|sqlite|db|parquet)$/i;

const posix = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
const below = (folder: string, name: string): string =>
  folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`;

/** What is to be checked, and what is wrong with what was asked for. */
export interface Inputs {
  readonly files: readonly StoredFile[];
  readonly findings: readonly Finding[];
}

/** The files that a run has written, by its manifest. */
async function fromRun(shown: string, folder: string, files: ReadonlyMap<string, string | null>): Promise<Inputs> {
  const [found, findings]: [StoredFile[], Finding[]] = [[], []];
  for (const [name, sum] of files) {
    const file = below(shown, name);
    const path = join(folder, name);
    const size = await measured(path).catch(() => null);
    if (size === null) {
      findings.push({ rule: 'validate/file', level: 'error', file, message: `is missing; ${MANIFEST} lists it` });
      continue;
    }
    if (sum !== null && size.sha256 !== sum)
      findings.push({ rule: 'validate/file', level: 'note', file, message: 'was changed after gongwen wrote it' });
    // Texts and logs of `clean` are no data.
    if (OUTPUT.test(name)) found.push({ file, path });
  }
  const unlisted = (await readdir(folder)).filter((name) => OUTPUT.test(name) && name !== MANIFEST && !files.has(name));
  for (const name of unlisted.sort()) {
    const message = `is not in ${MANIFEST} and was not looked at; name it to have it checked`;
    findings.push({ rule: 'validate/file', level: 'note', file: below(shown, name), message });
  }
  return { files: found, findings };
}

/** The tables that a datapackage.json lists. */
async function fromPackage(shown: string, path: string): Promise<Inputs | null> {
  let resources: unknown;
  try {
    ({ resources } = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) ?? {});
  } catch {
    return null;
  }
  if (!Array.isArray(resources)) return null;
  const names = resources
    .map((one) => (one as { path?: unknown } | null)?.path)
    .filter((name) => typeof name === 'string');
  const [found, findings]: [StoredFile[], Finding[]] = [[], []];
  for (const name of names) {
    const file = below(posix(dirname(shown)), name);
    const own = join(dirname(path), name);
    if (await stat(own).catch(() => null)) found.push({ file, path: own });
    else findings.push({ rule: 'validate/file', level: 'error', file, message: `is missing; ${DATAPACKAGE} lists it` });
  }
  return { files: found, findings };
}

async function fromFolder(shown: string, folder: string): Promise<Inputs> {
  const run = await earlierOf(folder);
  if (run?.files.size) return fromRun(shown, folder, run.files);
  const names = (await readdir(folder)).sort().filter((name) => OUTPUT.test(name) && !name.startsWith('.'));
  if (names.length > 0)
    return { files: names.map((name) => ({ file: below(shown, name), path: join(folder, name) })), findings: [] };
  const message = 'holds no output of gongwen; name its files or the folder that they are in';
  return { files: [], findings: [{ rule: 'validate/not-output', level: 'error', file: shown, message }] };
}

async function fromPattern(argument: string, cwd: string): Promise<Inputs> {
  const own: string[] = [];
  const found = await matchesOf(argument, cwd, { chosen: () => true, leftOut: (path) => own.push(path), output: null });
  const paths = [...own, ...(found ?? []).map(({ path }) => path)].sort();
  if (paths.length > 0) return { files: paths.map((file) => ({ file, path: resolve(cwd, file) })), findings: [] };
  const message = 'there is no such file; check the spelling';
  return { files: [], findings: [{ rule: 'validate/unreadable', level: 'error', file: posix(argument), message }] };
}

async function fromArgument(argument: string, cwd: string): Promise<Inputs> {
  const shown = posix(argument);
  const path = resolve(cwd, argument);
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (info instanceof Error) {
    if (info.code === 'ENOENT') return fromPattern(argument, cwd);
    return {
      files: [],
      findings: [
        { rule: 'validate/unreadable', level: 'error', file: shown, message: `cannot be read (${causeOf(info)})` },
      ],
    };
  }
  if (info.isDirectory()) return fromFolder(shown, path);
  if (basename(path) === MANIFEST && (await earlierOf(dirname(path))))
    return fromFolder(posix(dirname(shown)), dirname(path));
  return { files: [{ file: shown, path }], findings: [] };
}

/** What the arguments of a command stand for: files, folders of runs, lists of tables, patterns. Each file once. */
export async function storedInputs(paths: readonly string[], cwd: string): Promise<Inputs> {
  const files = new Map<string, StoredFile>();
  const findings: Finding[] = [];
  const take = (inputs: Inputs): void => {
    findings.push(...inputs.findings);
    for (const one of inputs.files) if (!files.has(one.path)) files.set(one.path, one);
  };
  for (const argument of paths) take(await fromArgument(argument, cwd));
  for (const { file, path } of [...files.values()]) {
    if (basename(path) === MANIFEST && (await earlierOf(dirname(path)))) files.delete(path);
    if (basename(path) !== DATAPACKAGE) continue;
    const listed = await fromPackage(file, path);
    if (!listed) continue;
    files.delete(path);
    take(listed);
  }
  const known = new Set<string>();
  const once = findings.filter(
    ({ file, message }) => !known.has(`${file}\n${message}`) && known.add(`${file}\n${message}`),
  );
  return { files: [...files.values()], findings: once };
}
