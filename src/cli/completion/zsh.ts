import type { CommandTree, CompletedCommand, CompletedOption, Value } from './tree.js';

/** A text in single quotes inside of a specification of `_arguments`, where colons and brackets part things. */
const escaped = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&').replaceAll("'", `'\\''`);

function action(value: Value): string {
  if (value.kind === 'words')
    return value.several ? `_sequence compadd - ${value.words.join(' ')}` : `(${value.words.join(' ')})`;
  return { files: '_files', folders: '_files -/', text: ' ' }[value.kind];
}

/** `'(-f --format)'{-f,--format=}'[summary]:value:action'`. */
function specification({ long, short, summary, value, repeats }: CompletedOption): string {
  const names = short === undefined ? long : `${short} ${long}`;
  const before = repeats ? '*' : `(${names})`;
  const rest = `[${escaped(summary)}]${value === null ? '' : `:value:${action(value)}`}`;
  const equals = value === null ? '' : '=';
  if (short === undefined) return `'${before}${long}${equals}${rest}'`;
  return `'${before}'{${short}${value === null ? '' : '+'},${long}${equals}}'${rest}'`;
}

function commandCase({ name, options, argument }: CompletedCommand, shared: readonly CompletedOption[]): string {
  const specs = [...options, ...shared].map((option) => `        ${specification(option)}`);
  return `    ${name})
      _arguments -s \\
${specs.join(' \\\n')} \\
        '*:argument:${action(argument)}'
      ;;`;
}

/** A script for zsh 5: sourced, or put into a folder of `fpath` as `_gongwen`. */
export function zshScript({ commands, options }: CommandTree): string {
  const shared = options.filter(({ long }) => long !== '--version' && long !== '--help');
  return `#compdef gongwen
# Completion of gongwen for zsh, printed by: gongwen completion zsh

_gongwen() {
  local curcontext=$curcontext state line
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${summary.replaceAll("'", `'\\''`)}'`).join('\n')}
  )
  _arguments -C \\
${options.map((option) => `    ${specification(option)}`).join(' \\\n')} \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command) _describe -t commands 'command' commands ;;
    rest) _gongwen_of $words[1] ;;
  esac
}

_gongwen_of() {
  case $1 in
${commands.map((command) => commandCase(command, shared)).join('\n')}
  esac
}

if [[ $funcstack[1] == _gongwen ]]; then
  _gongwen "$@"
else
  compdef _gongwen gongwen
fi
`;
}
