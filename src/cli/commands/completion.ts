import type { Command } from 'commander';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { treeOf } from '../completion/tree.js';
import { zshScript } from '../completion/zsh.js';
import { OK, type Terminal } from '../terminal.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `gongwen completion SHELL`: a script for the shell, made of the program's own commands. */
export async function completion(shell: keyof typeof SCRIPTS, program: Command, terminal: Terminal): Promise<number> {
  await terminal.out(SCRIPTS[shell](treeOf(program)));
  return OK;
}
