import { type Command, Option } from 'commander';
import { type Shard, shardNamed } from '../batch/shard.js';
import { isRemovalReason, REMOVAL_REASONS, type RemovalReason } from '../lexicon/changes.js';
import { reportForms } from '../report/forms/names.js';
import { MEASURES, type Measure, type Minimum, SCORED } from '../report/scores.js';
import { UsageError } from './terminal.js';

/* Options that several commands have, and what their values must look like. */

export const encoding = () => new Option('--encoding <name>', 'read as this encoding, whatever the bytes look like');

const REASONS = Object.keys(REMOVAL_REASONS).filter(isRemovalReason);

function reasonsOf(list: string, before: readonly RemovalReason[] = []): RemovalReason[] {
  const reasons = list.split(',').flatMap((entry): readonly RemovalReason[] => {
    const name = entry.trim().toLowerCase();
    if (name === 'all') return REASONS;
    if (isRemovalReason(name)) return [name];
    throw new UsageError(`no reason "${name}" to keep text for; choose from ${REASONS.join(', ')}, all`);
  });
  return [...new Set([...before, ...reasons])];
}

export const keep = () =>
  new Option('--keep <reasons>', `leave in what would be removed as ${REASONS.join(', ')}, or all`).argParser(
    reasonsOf,
  );

export function levelsOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--depth takes a number of levels from 1 on, not "${text}"`);
}

/** More threads than any machine has processors for are a slip. */
export const MOST_JOBS = 512;
const MOST_SECONDS = 86_400;
/** Nobody reads more, and no form of a report takes more. */
export const MOST_TOLD = 99_999;

export function countOf(name: string, text: string, most: number): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${name} takes a number from 0 to ${most}, not "${text}"`);
}

function shardOption(text: string): Shard {
  const shard = shardNamed(text);
  if (shard) return shard;
  throw new UsageError(`--shard takes its number and how many there are, such as 2/8, not "${text}"`);
}

/** One more of an option that may be given several times; commas part several in one. */
function listed(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(',').filter(Boolean)];
}

/** Options that say what is read, for commands that take many files. */
export function addSources(command: Command): Command {
  return command
    .option(
      '--files-from <list>',
      'read the files that are named in this list, one a line or parted by NUL; - for stdin',
    )
    .addOption(
      new Option('--include <pattern>', 'only files like this, such as "*.html"; several times').argParser(listed),
    )
    .addOption(
      new Option('--exclude <pattern>', 'no files like this, such as "old/**"; several times').argParser(listed),
    )
    .option('--stdin-name <name>', 'what the document on standard input is called')
    .option('--text-column <name>', 'the column that holds the text, in CSV and JSON with one document a row');
}

/** Options of a run over several files: how many at once, and for how long. */
export function addThreads(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-j, --jobs <count>',
        'files read at once; 0 for no threads (default: what the machine can do, where it pays)',
      ).argParser((text) => countOf('--jobs', text, MOST_JOBS)),
    )
    .addOption(
      new Option(
        '--timeout <seconds>',
        'give a file up after this time; 0 for never (default: 60, 30 more a megabyte)',
      ).argParser((text) => countOf('--timeout', text, MOST_SECONDS)),
    );
}

/** Options of a run over many files. */
export function addBatch(command: Command): Command {
  return addThreads(command)
    .option('--shard <k/n>', 'read only the documents of this one of n shards; "gongwen merge" joins them', shardOption)
    .option('--force', 'with -o: read all files again, also those that an earlier run has read')
    .option('--no-progress', 'with -o: no bar on a terminal, a line for every file instead')
    .addOption(
      new Option('--summary <form>', 'with -o: how the end is told').choices(['text', 'json']).default('text'),
    );
}

export function lineOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`a line is a number from 1 on, not "${text}"`);
}

const isMeasure = (name: string): name is Measure => (MEASURES as readonly string[]).includes(name);

function minimumOf(text: string): Minimum {
  const [, name = '', measure = 'f', number = ''] = /^\s*([^=.\s]+)(?:\.([^=\s]+))?\s*=\s*(\S+)\s*$/.exec(text) ?? [];
  const kind = SCORED.find((one) => one === name);
  if (name === '')
    throw new UsageError(`--min takes kinds with what they must reach, such as targets=0.95, not "${text}"`);
  if (!kind) throw new UsageError(`--min "${text}": no kind "${name}"; choose from ${SCORED.join(', ')}`);
  const asked = measure.toLowerCase();
  if (!isMeasure(asked))
    throw new UsageError(`--min "${text}": no measure "${measure}"; choose from ${MEASURES.join(', ')}`);
  if (!/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/.test(number))
    throw new UsageError(`--min "${text}": a minimum is a number from 0 to 1, not "${number}"`);
  return { kind, measure: asked, least: Number(number) };
}

/** `targets=0.95,deadlines.recall=0.9`, added to those that were given before. */
export function minimumsOf(list: string, before: readonly Minimum[] = []): Minimum[] {
  // Such as an unset variable of CI, which would let everything pass.
  if (list.trim() === '') throw new UsageError('--min is empty; give what kinds must reach, such as targets=0.95');
  return [
    ...before,
    ...list
      .split(',')
      .filter((entry) => entry.trim() !== '')
      .map(minimumOf),
  ];
}

/** Options that say how findings are told. */
export function addReportForm(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--report <form>',
        'form of the report (default: text; under GitHub Actions: github, which annotates lines too)',
      ).choices(reportForms),
    )
    .option(
      '--report-file <file>',
      'write the report into this file and text on stdout; without --report its ending tells the form (.xml, .json, .sarif, .txt)',
    );
}

export function similarityOf(text: string): number {
  const share = /^\d(?:\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0.5 && share <= 1) return share;
  throw new UsageError(`--similarity takes a share from 0.5 to 1, such as 0.9, not "${text}"`);
}
