import { resolve } from 'node:path';
import { type Command, CommanderError, type Option } from 'commander';
import { type Config, findConfig, type Given, readConfig } from './config-file.js';
import { type Terminal, UsageError } from './terminal.js';

/*
 * Values of options that do not stand on the command line. What comes first wins: command line, environment, the
 * command's section of gongwen.config.json, its top level, the default. Options are taken from the commands themselves:
 * a new one has its variable at once.
 */

const PREFIX = 'GONGWEN_';
/** Variables that are no options. */
const OTHERS = ['GONGWEN_DEBUG'];

type Environment = Readonly<Record<string, string | undefined>>;

const isSwitch = (option: Option): boolean => option.isBoolean() || option.negate;
const isVersion = (option: Option): boolean => option.long === '--version';

/** `GONGWEN_TEXT_COLUMN`; what `--no-bom` turns off is `GONGWEN_BOM`. */
function variableOf(option: Option): string {
  return (
    PREFIX +
    option
      .attributeName()
      .replace(/[A-Z]/g, (letter) => `_${letter}`)
      .toUpperCase()
  );
}

/** The same turned round, for options that turn something off. */
function negatedVariable(option: Option): string | undefined {
  return option.negate ? variableOf(option).replace(PREFIX, `${PREFIX}NO_`) : undefined;
}

function switchOf(text: string, variable: string): boolean {
  if (/^(?:1|true|yes)$/i.test(text)) return true;
  if (/^(?:0|false|no)$/i.test(text)) return false;
  throw new UsageError(`${variable} is "${text}"; it takes 1 or 0, true or false, yes or no`);
}

/** An empty variable is one that is not set. */
function fromEnvironment(option: Option, env: Environment): Given | undefined {
  const variable = variableOf(option);
  const text = env[variable];
  if (text) {
    const value = isSwitch(option) ? switchOf(text, variable) : text;
    return { value, place: variable, source: 'env' };
  }
  const negated = negatedVariable(option);
  const inverse = negated && env[negated];
  return inverse ? { value: !switchOf(inverse, negated), place: negated, source: 'env' } : undefined;
}

/** Texts as they would stand behind the flag, one for each time that the flag is given. */
function textsOf(value: unknown, option: Option): string[] {
  if (Array.isArray(value)) return value.map(String);
  const repeatable = option.variadic || option.parseArg !== undefined;
  return repeatable ? String(value).split(/\r?\n/).filter(Boolean) : [String(value)];
}

/** What the command line would have made of the value. */
function parsed(option: Option, { value, place }: Given): unknown {
  if (isSwitch(option)) return value;
  const texts = textsOf(value, option);
  const { parseArg } = option;
  if (!parseArg) return option.variadic ? texts : texts.join(',');
  try {
    return texts.reduce<unknown>((before, text) => parseArg(text, before as never), undefined);
  } catch (error) {
    if (error instanceof UsageError || error instanceof CommanderError)
      throw new UsageError(`${place}: ${error.message}`);
    throw error;
  }
}

/** Give a command's options their values from elsewhere. @returns what was given, for messages. */
function fill(command: Command, find: (option: Option) => Given | undefined): string[] {
  const told: string[] = [];
  for (const option of command.options) {
    const name = option.attributeName();
    const source = command.getOptionValueSource(name);
    if (isVersion(option) || (source !== undefined && source !== 'default')) continue;
    const given = find(option);
    if (!given) continue;
    command.setOptionValueWithSource(name, parsed(option, given), given.source);
    told.push(`${name} ${JSON.stringify(given.value)} (${given.place})`);
  }
  return told;
}

/** Name the variables that no option has: a slip there would go unnoticed for ever. */
async function warnOfUnknown(program: Command, env: Environment, terminal: Terminal): Promise<void> {
  const options = [program, ...program.commands].flatMap((command) => command.options).filter((o) => !isVersion(o));
  const plain = [...OTHERS, ...options.map(variableOf)];
  const known = new Set([...plain, ...options.map(negatedVariable)]);
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith(PREFIX) || known.has(name)) continue;
    const near = (await import('./suggest.js')).nearest(name, [...new Set(plain)]);
    terminal.err(`warning: ${name} is set, and no option has that name${near ? `; did you mean ${near}?` : ''}`);
  }
}

async function configFor(program: Command, command: Command, cwd: string): Promise<Config | null> {
  const { config } = program.opts<{ config?: string | boolean }>();
  if (config === false) return null;
  const file = typeof config === 'string' ? resolve(cwd, config) : findConfig(cwd);
  // Only commands that read plans have settings; the others must work beside a broken file as well.
  if (file === null || !['extract', 'clean', 'outline', 'explain'].includes(command.name())) return null;
  const names = program.commands.map((one) => [one.name(), one.options.map((o) => o.attributeName())] as const);
  return readConfig(file, cwd, new Map(names));
}

/**
 * Take options that the command line leaves open from the environment and the config file.
 * @returns what was taken and from where, for messages about options that nobody has typed.
 * @throws UsageError where one of them is wrong.
 */
export async function applySettings(
  program: Command,
  command: Command,
  terminal: Terminal,
  env: Environment = process.env,
): Promise<string[]> {
  if (Object.keys(env).some((name) => name.startsWith(PREFIX))) await warnOfUnknown(program, env, terminal);
  fill(program, (option) => fromEnvironment(option, env));
  const config = await configFor(program, command, terminal.cwd);
  return fill(command, (option) => fromEnvironment(option, env) ?? config?.get(command.name(), option.attributeName()));
}
