import type { FolderFlags } from '../folder.js';
import { type ReadOptions, readOne } from '../reading.js';
import { FAILED, OK, type Terminal } from '../terminal.js';

export interface CleanOptions extends ReadOptions, Omit<FolderFlags, 'out'> {
  readonly out?: string;
  readonly explain?: boolean;
}

/** `gongwen clean PATHS…`: the text that the evidence of records counts in, or what was done to come to it. */
export async function clean(paths: readonly string[], options: CleanOptions, terminal: Terminal): Promise<number> {
  const { out } = options;
  if (out !== undefined) {
    const { cleanFolder } = await import('./clean-folder.js');
    return cleanFolder(paths, { ...options, out }, terminal);
  }
  const read = await readOne(paths, options, terminal, 'name one of them, or write all into a folder with -o');
  if (read === null) return FAILED;
  if (options.explain) {
    const { explanation } = await import('../../report/explain.js');
    await terminal.out(explanation(read.document, read.sums, terminal.paper));
  } else await terminal.out(read.text);
  return OK;
}
