import type { Command, Option } from 'commander';
import { REMOVAL_REASONS } from '../../lexicon/changes.js';
import { flatTables } from '../../schema/columns.js';
import { formats } from '../../write/writer.js';
import { printedSchemas } from '../config-schema.js';
import type { Value } from './tree.js';

const TEXT: Value = { kind: 'text' };
const FILES: Value = { kind: 'files' };
const FOLDERS: Value = { kind: 'folders' };

const words = (list: readonly string[]): Value => ({ kind: 'words', words: list });
const several = (list: readonly string[]): Value => ({ kind: 'words', words: list, several: true });

/** Of the many names that are understood, those of what plans are written in. */
const ENCODINGS = [
  ...['utf-8', 'gb18030', 'gbk', 'gb2312', 'big5', 'big5-hkscs'],
  ...['utf-16le', 'utf-16be', 'hz-gb-2312', 'iso-2022-cn'],
];

/** Values of options whose choices are no matter of the command line alone, or are names of files. */
const OF_OPTIONS: Readonly<Record<string, () => Value>> = {
  config: () => FILES,
  encoding: () => words(ENCODINGS),
  filesFrom: () => FILES,
  indicators: () => FILES,
  format: () => several(formats),
  from: () => FILES,
  keep: () => several([...Object.keys(REMOVAL_REASONS), 'all']),
  out: () => FOLDERS,
  reportFile: () => FILES,
  source: () => FOLDERS,
  table: () => words(flatTables.map((table) => table.name)),
};

/** What an option takes; text that cannot be foreseen where nothing else is known. */
export function valueOfOption(option: Option): Value {
  if (option.argChoices) return words(option.argChoices);
  return OF_OPTIONS[option.attributeName()]?.() ?? TEXT;
}

/** What a command takes: one of a few words, folders or, as most do, files. */
export function valueOfArguments(command: Command): Value {
  if (command.name() === 'schema') return words(printedSchemas);
  const [argument] = command.registeredArguments;
  if (!argument) return TEXT;
  if (argument.argChoices) return words(argument.argChoices);
  return /^folders?$/.test(argument.name()) ? FOLDERS : FILES;
}
