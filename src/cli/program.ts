import { Argument, Command, CommanderError, Option } from 'commander';
import { formats } from '../write/writer.js';
import { applySettings } from './config.js';
import { CHECK_HELP, COMPARE_HELP, EXAMPLES, EXPLAIN_HELP, FORMATS_HELP, OUTLINE_HELP } from './help.js';
import {
  addBatch,
  addReport,
  addSources,
  addThreads,
  countOf,
  encoding,
  keep,
  levelsOf,
  lineOf,
  MOST_JOBS,
  MOST_TOLD,
  minimumsOf,
  similarityOf,
} from './options.js';
import { FAILED, openTerminal, type Terminal, UsageError, WRONG_USAGE } from './terminal.js';
import { version } from './version.js';

type Run = (terminal: Terminal) => Promise<number>;

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
    .option('-q, --quiet', 'no summary; failures are still told')
    .addHelpText('after', FORMATS_HELP);
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

function addCompare(program: Command, start: (run: Run) => void): void {
  const command = add(program, 'compare', 'indicators of several plans side by side, every number with its sentence')
    .argument('[paths...]', 'plans, folders, or what extract has written: output folders, JSON, JSON Lines')
    .option('-o, --out <path>', 'a file (.xlsx, .csv, .html, .md), or a folder for all of them')
    .addOption(
      new Option('-f, --format <form>', 'on stdout: Markdown, or CSV with a line for every sentence').choices([
        'md',
        'csv',
      ]),
    )
    .addOption(
      new Option('--by <what>', 'what columns are grouped by')
        .choices(['region', 'document', 'year'])
        .default('region'),
    )
    .option('--indicators <list>', 'only these, in this order: ids or names, one a line, or CSV with label and unit')
    .addOption(
      new Option('--similarity <share>', 'names that are as alike as this are one indicator, where no id says it')
        .argParser(similarityOf)
        .default(0.9),
    )
    .addOption(new Option('--headers <language>', 'language of heads and notes').choices(['en', 'zh']).default('en'))
    .option('--no-bom', 'CSV files without byte order mark')
    .option('--source <folder>', 'where the plans are that stored records were read from')
    .option('--force', 'with -o: replace a file that no comparison has written')
    .addOption(encoding())
    .addOption(keep())
    .option('-q, --quiet', 'no summary; failures are still told')
    .addHelpText('after', COMPARE_HELP);
  addThreads(addSources(command)).action((paths, options) =>
    start(async (terminal) => (await import('./commands/compare.js')).compare(paths, options, terminal)),
  );
}

function addReview(program: Command, start: (run: Run) => void): void {
  const command = add(program, 'report', 'one page to review the records of plans in their text, in a browser')
    .argument('[paths...]', 'plans, folders, or what extract has written: output folders, JSON, JSON Lines')
    .option('-o, --out <file>', 'the page, such as review.html; - for standard output')
    .option('--title <text>', 'what the page is called')
    .addOption(new Option('--lang <language>', 'language of the page (default: of the browser)').choices(['zh', 'en']))
    .option('--source <folder>', 'where the plans are that stored records were read from')
    .addOption(encoding())
    .addOption(keep())
    .option('-q, --quiet', 'no summary; failures are still told');
  addThreads(addSources(command)).action((paths, options) =>
    start(async (terminal) => (await import('./commands/report.js')).report(paths, options, terminal)),
  );
}

function addValidate(program: Command, start: (run: Run) => void): void {
  const command = add(program, 'validate', 'check what gongwen has written, also after people have edited it')
    .argument('<files...>', 'JSON, JSON Lines, CSV, XLSX, SQLite, Parquet; folders of runs, patterns')
    .option('--source <folder>', 'compare evidence with the original files, which are looked for in this folder')
    .option('--strict', 'warnings fail, too')
    .addOption(
      new Option('--max <count>', 'findings that are told; 0 for all (default: 200)').argParser((text) =>
        countOf('--max', text, MOST_TOLD),
      ),
    )
    .addOption(encoding())
    .addOption(keep());
  addReport(command).action((files, options) =>
    start(async (terminal) => (await import('./commands/validate.js')).validate(files, options, terminal)),
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
        countOf('--jobs', text, MOST_JOBS),
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
  addCheck(program, start);
}

function addCheck(program: Command, start: (run: Run) => void): void {
  const command = add(program, 'check', 'compare what is found in fixtures with what they expect')
    .argument('<folder>', 'every folder below it with a case.json is a fixture')
    .option('--update', 'rewrite the expectations; refused where CI is set')
    .option('--from <file>', 'verdicts of the review page; with --update they become expectations')
    .addOption(
      new Option(
        '--min <minimums>',
        'fail below these, such as targets=0.95,deadlines.recall=0.9; several times (default measure: f)',
      ).argParser(minimumsOf),
    )
    .addHelpText('after', CHECK_HELP);
  addReport(addThreads(command)).action((folder, options) =>
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
  addCompare(program, start);
  addReview(program, start);
  addChecks(program, start);
  addValidate(program, start);
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
