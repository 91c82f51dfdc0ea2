import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import { type Shape, shapeProblem } from '../schema/shape.js';
import { UsageError } from './terminal.js';

const CONFIG = 'gongwen.config.json';
/** Options whose value is a path: it counts from the folder of the file, not from where the program was started. */
const PATHS: readonly string[] = ['out'];

type Values = Readonly<Record<string, unknown>>;

/** A value that did not come with the command line. Text from the environment is what would stand behind the flag. */
export interface Given {
  readonly value: unknown;
  /** Where it stands, for people. */
  readonly place: string;
  readonly source: 'env' | 'config';
}

export interface Config {
  /** What the file has for an option of a command. */
  readonly get: (command: string, option: string) => Given | undefined;
}

/** The nearest config file, from `folder` upwards as far as the top of the repository or of the file system. */
export function findConfig(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, CONFIG);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

const isSection = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of the options of every command. */
export type Commands = ReadonlyMap<string, readonly string[]>;

interface UnknownKey {
  readonly key: string;
  /** The section that it stands in; empty at the top. */
  readonly section: string;
  /** What may stand there. */
  readonly known: readonly string[];
}

/** What somebody may have meant by a key: a name that is spelled like it, there or under a command; an option of a run. */
async function hintFor({ key, section, known }: UnknownKey, shape: Shape, commands: Commands): Promise<string> {
  const { nearest } = await import('./suggest.js');
  const near = nearest(key, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const sections = section === '' ? Object.entries(shape.properties ?? {}) : [];
  for (const [name, { properties }] of sections) {
    const inside = nearest(key, Object.keys(properties ?? {}));
    if (inside !== undefined) return `did you mean "${inside}" under "${name}"?`;
  }
  const options = section === '' ? [...commands.values()].flat() : (commands.get(section) ?? []);
  if (options.includes(key)) return 'it belongs to one run: give it on the command line';
  return `choose from ${known.filter((name) => name !== '$schema').join(', ')}`;
}

function unknownKeyIn(value: Values, shape: Shape): UnknownKey | undefined {
  const known = Object.keys(shape.properties ?? {});
  for (const [key, inside] of Object.entries(value)) {
    if (!known.includes(key)) return { key, section: '', known };
    const options = Object.keys(shape.properties?.[key]?.properties ?? {});
    if (options.length === 0 || !isSection(inside)) continue;
    const wrong = Object.keys(inside).find((option) => !options.includes(option));
    if (wrong !== undefined) return { key: wrong, section: key, known: options };
  }
  return undefined;
}

async function check(value: unknown, shown: string, commands: Commands): Promise<Values> {
  const shape = (await import('./config-shape.js')).configShape();
  if (!isSection(value)) throw new UsageError(`${shown} must hold one object: { "extract": { … } }`);
  const wrong = unknownKeyIn(value, shape);
  if (wrong) {
    const place = wrong.section && ` under "${wrong.section}"`;
    throw new UsageError(`unknown key "${wrong.key}"${place} in ${shown}: ${await hintFor(wrong, shape, commands)}`);
  }
  const problem = shapeProblem(value, shape);
  if (problem) throw new UsageError(`"${problem[0]}" in ${shown} ${problem[1]}`);
  return value;
}

async function valuesOf(file: string, shown: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the settings in ${shown} cannot be read (${causeOf(error)})`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${shown} is no JSON (${(error as Error).message})`);
  }
}

/**
 * Read a config file.
 * @param commands the commands that there are, with the names of their options: to say what a wrong key may be.
 * @throws UsageError where it cannot be read, names what there is not, or has a value of a wrong type.
 */
export async function readConfig(file: string, cwd: string, commands: Commands): Promise<Config> {
  const shown = relative(cwd, file);
  const values = await check(await valuesOf(file, shown), shown, commands);
  const here = (option: string, value: unknown) =>
    PATHS.includes(option) && typeof value === 'string' ? relative(cwd, resolve(dirname(file), value)) || '.' : value;
  return {
    get: (command, option) => {
      const section = values[command];
      const own = isSection(section) ? section[option] : undefined;
      const value = own ?? values[option];
      if (value === undefined || isSection(value)) return undefined;
      const place = `${own === undefined ? '' : `${command}.`}${option} in ${shown}`;
      return { value: here(option, value), place, source: 'config' };
    },
  };
}
