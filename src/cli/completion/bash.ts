import type { CommandTree, CompletedOption, Value } from './tree.js';

const flagsOf = ({ long, short }: CompletedOption): string[] => (short === undefined ? [long] : [short, long]);

/** What is offered for a value. Nothing at all leaves it to bash, which knows best how to complete names of files. */
function offer(value: Value): string {
  if (value.kind === 'words')
    return `${value.several ? '_gongwen_several' : '_gongwen_words'} '${value.words.join(' ')}'`;
  return { files: ':', folders: '_gongwen_folders', text: '_gongwen_nothing' }[value.kind];
}

function valueCases(command: string, options: readonly CompletedOption[]): string[] {
  return options.flatMap((option) => {
    if (option.value === null) return [];
    const patterns = flagsOf(option).map((flag) => `${command}:${flag}`);
    return [`    ${patterns.join('|')}) ${offer(option.value)}; return ;;`];
  });
}

const HELPERS = String.raw`_gongwen_words() {
  local IFS=$' \t\n'
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

# Words with commas between them; each once.
_gongwen_several() {
  local IFS=$' \t\n' before='' word
  [[ $cur == *,* ]] && before=${'$'}{cur%,*},
  for word in $1; do
    [[ ,$before == *,$word,* ]] || [[ $before$word != "$cur"* ]] || COMPREPLY+=("$before$word")
  done
}

_gongwen_folders() {
  local name
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -d -- "$cur")
  compopt -o filenames +o default +o bashdefault 2> /dev/null
}

_gongwen_nothing() {
  compopt +o default +o bashdefault 2> /dev/null
}`;

/** A script for bash 3.2 and newer; it needs no package of completions. */
export function bashScript({ commands, options }: CommandTree): string {
  const names = commands.map(({ name }) => name);
  const flags = (own: readonly CompletedOption[]) => [...new Set(own.flatMap(flagsOf))].join(' ');
  return `# Completion of gongwen for bash, printed by: gongwen completion bash
${HELPERS}

_gongwen() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' i
  COMPREPLY=()
  # Bash takes --format=csv for three words.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]] && ((COMP_CWORD > 1)); then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command:$prev in
${commands.flatMap(({ name, options: own }) => valueCases(name, own)).join('\n')}
${valueCases('*', options).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map(({ name, options: own }) => `      ${name}) _gongwen_words '${flags([...own, ...options.filter(({ long }) => long !== '--version')])}' ;;`).join('\n')}
      *) _gongwen_words '${flags(options)}' ;;
    esac
    return
  fi
  case $command in
${commands.map(({ name, argument }) => `    ${name}) ${offer(argument)} ;;`).join('\n')}
    *) _gongwen_words '${names.join(' ')}' ;;
  esac
}

complete -o bashdefault -o default -F _gongwen gongwen
`;
}
