import type { Command, Option } from 'commander';
import { valueOfArguments, valueOfOption } from './values.js';

/** What can stand at a place. Words are plain ASCII without blanks or quotes: they go into scripts as they are. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly several?: boolean }
  | { readonly kind: 'files' | 'folders' | 'text' };

export interface CompletedOption {
  readonly long: string;
  readonly short?: string;
  /** One line, for shells that show it. */
  readonly summary: string;
  /** Null for a switch. */
  readonly value: Value | null;
  /** Whether it may be given several times. */
  readonly repeats: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly argument: Value;
}

/** The command line as completion scripts need it. */
export interface CommandTree {
  readonly name: string;
  readonly commands: readonly CompletedCommand[];
  /** Options of the program: before every command and, for the ones that are not --version, behind it. */
  readonly options: readonly CompletedOption[];
}

const HELP: CompletedOption = { long: '--help', short: '-h', summary: 'help', value: null, repeats: false };

function completed(option: Option): CompletedOption {
  const takesValue = option.required || option.optional;
  return {
    long: option.long ?? '',
    ...(option.short === undefined ? {} : { short: option.short }),
    summary: option.description,
    value: takesValue ? valueOfOption(option) : null,
    repeats: option.variadic || (option.parseArg !== undefined && option.argChoices === undefined),
  };
}

/** Read the commands off the program itself, so that the scripts never know less or more than it does. */
export function treeOf(program: Command): CommandTree {
  return {
    name: program.name(),
    commands: program.commands.map((command) => ({
      name: command.name(),
      summary: command.summary(),
      options: [...command.options.map(completed), HELP],
      argument: valueOfArguments(command),
    })),
    options: [...program.options.map(completed), HELP],
  };
}
