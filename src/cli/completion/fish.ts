import type { CommandTree, CompletedOption, Value } from './tree.js';

/** A text in single quotes, in which fish knows two escapes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** -x: a value and no file; -r: a value; -F: files, even where the command takes none. */
function offer(value: Value): string {
  if (value.kind === 'words') {
    const words = value.words.join(' ');
    return `-x -a ${quoted(value.several ? `(__gongwen_several ${words})` : words)}`;
  }
  return { files: '-r -F', folders: `-x -a '(__fish_complete_directories)'`, text: '-x' }[value.kind];
}

function optionLine(condition: string, { long, short, summary, value }: CompletedOption): string {
  const flags = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  return `complete -c gongwen${condition}${flags}${value === null ? '' : ` ${offer(value)}`} -d ${quoted(summary)}`;
}

const HELPERS = `# Words with commas between them; each once.
function __gongwen_several
    set -l before (string match -r '^.*,' -- (string replace -r '^--[^=]*=' '' -- (commandline -ct)))
    for word in $argv
        string match -q "*,$word,*" -- ",$before"; or echo $before$word
    end
end`;

/** A script for fish 3.0 and newer. */
export function fishScript({ commands, options }: CommandTree): string {
  const lines = commands.flatMap(({ name, summary, options: own, argument }) => {
    const condition = ` -n '__fish_seen_subcommand_from ${name}'`;
    const argumentLine = `complete -c gongwen${condition} -f`;
    const values = argument.kind === 'words' ? ` -a ${quoted(argument.words.join(' '))}` : '';
    const folders = argument.kind === 'folders' ? ` -a '(__fish_complete_directories)'` : '';
    return [
      `complete -c gongwen -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...(argument.kind === 'files' ? [] : [argumentLine + values + folders]),
      ...own.filter(({ long }) => long !== '--help').map((option) => optionLine(condition, option)),
    ];
  });
  const everywhere = options.map((option) =>
    optionLine(option.long === '--version' ? ' -n __fish_use_subcommand' : '', option),
  );
  return `# Completion of gongwen for fish, printed by: gongwen completion fish
${HELPERS}

complete -c gongwen -e
${[...lines, ...everywhere].join('\n')}
`;
}
