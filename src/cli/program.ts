import { Argument, Command, CommanderError, Option } from 'commander';
import { type Shard, shardNamed } from '../batch/shard.js';
import { isRemovalReason, REMOVAL_REASONS, type RemovalReason } from '../lexicon/changes.js';
import { formats, summaries } from '../write/writer.js';
import { applySettings } from './config.js';
import { FAILED, openTerminal, type Terminal, UsageError, WRONG_USAGE } from './terminal.js';
import { version } from './version.js';

type Run = (terminal: Terminal) => Promise<number>;

const EXAMPLES = {
  program: `Examples:
  gongwen extract plan.html                       one JSON object on stdout
  gongwen extract plans -o out                    every plan below a folder, one JSON file each
  gongwen extract plans -o out --format json,csv  also tables for Excel
  gongwen clean plan.html                         the cleaned text
  gongwen clean plan.html --explain               what was removed and repaired, and why
  gongwen outline plan.html                       the headings, as a tree
  gongwen explain plan.html --record t12          how a record came about
  gongwen explain plan.html --line 40             what became of every number of a line
`,
  extract: `Examples:
  gongwen extract plan.html > plan.json
  gongwen extract plans 'more/**/*.txt' -o out --format json,jsonl,csv
  gongwen extract plans -o out --format csv --headers zh
  find plans -name '*.html' -print0 | gongwen extract --files-from - -o out
  gongwen extract plans --format jsonl | jq -r '.targets[].indicator'
  gongwen extract plan.txt --format csv --table targets
  curl -s https://example.org/plan.html | gongwen extract -
`,
  clean: `Examples:
  gongwen clean plan.html > plan.txt
  gongwen clean plan.html --explain               what was removed and repaired, where and why
  gongwen clean plan.html --keep spam,footer      with what would be removed for these reasons
  gongwen clean plans -o texts                    every plan below a folder, one .txt each
  gongwen clean plans -o texts --explain          with a .log beside each, for people
  gongwen clean old.txt --encoding big5
`,
  outline: `Examples:
  gongwen outline plan.html
  gongwen outline plan.html --depth 2             chapters and their sections only
  gongwen outline plan.html --items               with the items of lists (一是…, 二是…)
  gongwen outline plan.html --json | jq -r '..|.chain? // empty'
`,
  explain: `Examples:
  gongwen explain plan.html --record t12          how a target came about; also d3, r7
  gongwen explain plan.html --line 40             why numbers of a line are targets, or are none
  gongwen explain plan.html --source-line 112     the same for a line of the file itself
  gongwen explain plan.html --line 40 --json | jq -r '.lines[].tokens[]|[.text,.fate,.why]|@tsv'
`,
  merge: `Examples:
  gongwen merge work/shard-* -o out               shards, in the order of the whole
  gongwen merge run-a run-b -o out                runs over other files, one after the other
  gongwen merge old new -o out --on-conflict last
`,
  schema: `Examples:
  gongwen schema > document.schema.json
  gongwen schema target
  gongwen schema config                           of gongwen.config.json
  gongwen schema --list
`,
  completion: `Examples:
  gongwen completion fish > ~/.config/fish/completions/gongwen.fish
  source <(gongwen completion bash)               in ~/.bashrc
  source <(gongwen completion zsh)                in ~/.zshrc, behind compinit
`,
  check: `Examples:
  gongwen check fixtures
  gongwen check fixtures/education --update       take what is found now as what is expected
`,
} as const;

const encoding = () => new Option('--encoding <name>', 'read as this encoding, whatever the bytes look like');

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

const keep = () =>
  new Option('--keep <reasons>', `leave in what would be removed as ${REASONS.join(', ')}, or all`).argParser(
    reasonsOf,
  );

function levelsOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--depth takes a number of levels from 1 on, not "${text}"`);
}

function countOf(name: string, text: string, least: number): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`${name} takes a number from ${least} on, not "${text}"`);
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
function addSources(command: Command): Command {
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

/** Options of a run over many files. */
function addBatch(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-j, --jobs <count>',
        'files read at once; 0 for no threads (default: what the machine can do, where it pays)',
      ).argParser((text) => countOf('--jobs', text, 0)),
    )
    .addOption(
      new Option(
        '--timeout <seconds>',
        'give a file up after this time; 0 for never (default: 60, 30 more a megabyte)',
      ).argParser((text) => countOf('--timeout', text, 0)),
    )
    .option('--shard <k/n>', 'read only the documents of this one of n shards; "gongwen merge" joins them', shardOption)
    .option('--force', 'with -o: read all files again, also those that an earlier run has read')
    .option('--no-progress', 'with -o: no bar on a terminal, a line for every file instead')
    .addOption(
      new Option('--summary <form>', 'with -o: how the end is told').choices(['text', 'json']).default('text'),
    );
}

const OUTLINE_HELP = `
A line tells a heading, its first and last line in what "gongwen clean" prints, and how many targets, deadlines and
responsible units (distinct names) stand in it, all sections inside included. A file of several documents is told part
by part. On a terminal long titles are cut. Gaps in the numbering and tables that could not be read are told on stderr.

--json prints one object: path, title, counts (sections, items, tables, targets, deadlines, units), parts, diagnostics.
A part has id, kind, title, lines, counts, own, tables, children; a section among the children has id, kind, marker,
title, chain, level, lines, counts, own, tables, children; a table has id, title, header, rows, columns, lines. "counts"
are of all that stands inside, "own" of the text outside of sections inside. Ids are those that "gongwen extract" gives.`;

const EXPLAIN_HELP = `
Of a record it tells: its line with the numbers and times in it and what each was read as, the clause, the rule, what was
taken from elsewhere (a year from the sentence before, a name from the heading of a list), section, table row, and the
place in the original. Of a line: what became of every number (target, baseline, rejected, not read, no quantity) and of
every expression of time (deadline or none), and why. Ids are those that "gongwen extract" gives.

--json prints one object. Of a record: path, id, record (as extract gives it), line (line, text, kind, tokens), source
(line, column, start, end, last), section (id, chain, title, role, roleFrom: the section whose heading gives the role),
item, clause, rule (id, finds), taken (field, value, from) and table (id, title, row, cells with name, kind, year, text and
own). Of a line: path, lines (line, text, source: first and last line of the file, section, kind, table, tokens) and
removed (reason, why, text: what the cleaning took out of this line of the file).
A token has kind (number, time), text, start, end, column, read (value, valueMax, unit, measures, comparator; or from, to,
year, recurring, limit, status, relative, implied; null where digits are no quantity), fate (target, baseline, rejected,
unread, none; or deadline, none), reason, why, records, and rule or binds (the targets whose year a time gives).`;

function lineOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`a line is a number from 1 on, not "${text}"`);
}

function add(program: Command, name: keyof typeof EXAMPLES, summary: string): Command {
  return program.command(name).summary(summary).description(summary).addHelpText('before', EXAMPLES[name]);
}

function addExtract(program: Command, start: (run: Run) => void): void {
  const command = add(program, 'extract', 'targets, deadlines and responsibilities of plans, as data')
    .argument('[paths...]', 'files, folders, patterns, one document of a file (pages.csv#12), or - for standard input')
    .option('-o, --out <folder>', 'write files into this folder, with a manifest.json; a run that was cut off goes on')
    .option('-f, --format <list>', `${formats.join(', ')}; several with commas, into a folder`, 'json')
    .option('--table <name>', 'the one table for CSV on stdout, such as targets')
    .addOption(new Option('--headers <language>', 'language of CSV headers').choices(['en', 'zh']).default('en'))
    .option('--no-bom', 'CSV files without byte order mark')
    .addOption(encoding())
    .addOption(keep())
    .option('-q, --quiet', 'no summary; failures are still told');
  addBatch(addSources(command)).action((paths, options) =>
    start(async (terminal) => (await import('./commands/extract.js')).extract(paths, options, terminal)),
  );
}

function addReaders(program: Command, start: (run: Run) => void): void {
  const clean = add(program, 'clean', 'the cleaned text of a plan, one paragraph, heading or cell a line')
    .argument('[paths...]', 'a file, or - for standard input; with -o also several, folders and patterns')
    .option('-o, --out <folder>', 'write one .txt a plan into this folder, with a manifest.json that lists them')
    .option(
      '--explain',
      'instead of the text: what was removed and repaired, where and why; with -o in a .log beside it',
    )
    .addOption(keep())
    .addOption(encoding())
    .option('-q, --quiet', 'no summary; failures are still told');
  addBatch(addSources(clean)).action((paths, options) =>
    start(async (terminal) => (await import('./commands/clean.js')).clean(paths, options, terminal)),
  );
  add(program, 'outline', 'the headings of a plan as a tree, with what stands in them')
    .argument('<file>', 'a file, or - for standard input')
    .option('--json', 'the tree as data')
    .option('--items', 'also the items of lists inside paragraphs')
    .option('--depth <levels>', 'no deeper than this', levelsOf)
    .addOption(keep())
    .addOption(encoding())
    .option('-q, --quiet', 'no findings; failures are still told')
    .addHelpText('after', OUTLINE_HELP)
    .addHelpText('after', `\nFormats:\n${formats.map((name) => `  ${name.padEnd(9)}${summaries[name]}`).join('\n')}`)
    .action((file, options) =>
      start(async (terminal) => (await import('./commands/outline.js')).outline(file, options, terminal)),
    );
  add(program, 'explain', 'how a record came about, or what became of the numbers of a line')
    .argument('<file>', 'a file, or - for standard input')
    .option('--record <id>', 'the record with this id: t12, d3, r7')
    .option('--line <number>', 'a line of the cleaned text, as "gongwen clean" prints it', lineOf)
    .option('--source-line <number>', 'a line of the file', lineOf)
    .option('--json', 'the answer as data')
    .addOption(keep())
    .addOption(encoding())
    .addHelpText('after', EXPLAIN_HELP)
    .action((file, options) =>
      start(async (terminal) => (await import('./commands/explain.js')).explain(file, options, terminal)),
    );
}

function addChecks(program: Command, start: (run: Run) => void): void {
  add(program, 'merge', 'one folder out of those of shards or of several runs')
    .argument('<folders...>', 'folders that runs have written with -o')
    .option('-o, --out <folder>', 'write into this folder')
    .addOption(
      new Option('--on-conflict <which>', 'of a path that is another document in two runs').choices(['first', 'last']),
    )
    .addOption(
      new Option('-j, --jobs <count>', 'documents written at once; 0 for no threads').argParser((text) =>
        countOf('--jobs', text, 0),
      ),
    )
    .option('-q, --quiet', 'no summary; what is missing is still told')
    .action((folders, options) =>
      start(async (terminal) => (await import('./commands/merge.js')).merge(folders, options, terminal)),
    );
  add(program, 'schema', 'a JSON Schema of the output, or of the settings')
    .argument('[name]', 'which part of the output; config for gongwen.config.json', 'document')
    .option('--list', 'the names that there are')
    .action((name, options) =>
      start(async (terminal) => (await import('./commands/schema.js')).schema(name, options, terminal)),
    );
  add(program, 'completion', 'a script that completes commands, options and their values in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action((shell) =>
      start(async (terminal) => (await import('./commands/completion.js')).completion(shell, program, terminal)),
    );
  add(program, 'check', 'compare what is found in fixtures with what they expect')
    .argument('<folder>', 'every folder below it with a case.json is a fixture')
    .option('--update', 'rewrite the expectations; refused where CI is set')
    .action((folder, options) =>
      start(async (terminal) => (await import('./commands/check.js')).check(folder, options, terminal)),
    );
}

/** The command line. `start` gets what is to be run; nothing runs before. */
export function build(start: (run: Run) => void): Command {
  const program = new Command('gongwen')
    .description(
      'Turns downloaded Chinese government plans (公文) into targets, deadlines and responsibilities as data.',
    )
    .version(version(), '-V, --version')
    .option('--config <file>', 'take options from this file, not from the nearest gongwen.config.json')
    .option('--no-config', 'take no options from a file')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('before', EXAMPLES.program)
    .addHelpText('after', '\nExit status: 0 all well, 1 some input failed, 2 wrong usage, 130 stopped.')
    .showHelpAfterError('(gongwen --help shows examples)')
    .exitOverride();
  addExtract(program, start);
  addReaders(program, start);
  addChecks(program, start);
  return program;
}

/**
 * Run one command line, without the program's own name.
 * @returns the exit status; never throws for what a user can do.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  let chosen: Run | null = null;
  let settings: readonly string[] = [];
  try {
    const program = build((run) => {
      chosen = run;
    });
    program.hook('preAction', async (_, command) => {
      settings = await applySettings(program, command, terminal);
    });
    await program.parseAsync(argv, { from: 'user' });
    const run = chosen as Run | null;
    return terminal.status(run ? await run(terminal) : WRONG_USAGE);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (error instanceof UsageError) {
      terminal.err(`error: ${error.message}`);
      if (settings.length > 0) terminal.err(`not from the command line: ${settings.join(', ')}`);
      return WRONG_USAGE;
    }
    terminal.err(
      `gongwen: error ${error instanceof Error ? error.message : String(error)}: this is a bug, please report it`,
    );
    if (terminal.debug && error instanceof Error) terminal.err(error.stack ?? '');
    return terminal.status(FAILED);
  }
}
